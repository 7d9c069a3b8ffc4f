import Office
import Phrases
import Store
import Terminal

/// What was typed in a sheet to which no way leads any more, to be read and copied: its record is gone, say, or its
/// question has been answered.
struct DraftTextPane: Pane {
  static let name = "draft"
  static let title = PhraseKey.paneDraft

  private let draft: Draft
  private var page = TextPage()

  init(_ draft: Draft) { self.draft = draft }

  var typed: Typed? { .record(draft) }

  static let commands: [Command<DraftTextPane>] =
    [Command("draft.back", .commandBack, ["Esc"], rank: 2) { _, _ in [.leave()] }] + moves(in: \.page)

  func heading(_ look: Look) -> [Span] { [Span(" › \(draft.base["title"] ?? "")")] }

  mutating func fit(to size: Size, look: Look) {
    let lines = draft.texts.flatMap { Wrapping.lines($0, columns: max(10, size.columns - 3)) + [""] }
    page.fit(lines.map { [Span($0)] }, height: size.rows, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) { page.draw(on: &canvas, in: area) }
}
