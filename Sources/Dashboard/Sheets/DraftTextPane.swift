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
  private var lines: [String] = []
  private var top = 0

  init(_ draft: Draft) { self.draft = draft }

  var typed: Typed? { .record(draft) }

  static let commands: [Command<DraftTextPane>] = [
    .moving("draft.down", .commandDown, ["Down", "j", "WheelDown"], rank: 1) { $0.top += 1 },
    .moving("draft.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.top -= 1 },
    Command("draft.back", .commandBack, ["Esc"], rank: 2) { _, _ in [.leave()] },
  ]

  func heading(_ look: Look) -> [Span] { [Span(" › \(draft.base["title"] ?? "")")] }

  mutating func fit(to size: Size, look: Look) {
    lines = draft.texts.flatMap { Wrapping.lines($0, columns: max(10, size.columns - 3)) + [""] }
    top = max(0, min(top, lines.count - size.rows))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.text(line, row: area.row + offset, column: area.column + 1, width: area.columns - 2)
    }
    canvas.cursor = Point(row: area.row, column: area.column)
  }
}
