import Model
import Office
import Phrases
import Store
import Terminal

/// Says what is about to be done that no undo takes back, and asks: no key that goes on elsewhere, as Enter does, says
/// yes.
struct AskSheet: Pane {
  static let name = "ask"
  static let title = PhraseKey.paneAsk

  let title: PhraseKey
  private let lines: @Sendable (Look) -> [String]
  private let change: any Change
  private let news: [Effect]

  /// - Parameters:
  ///   - lines: what it says, each line wrapped.
  ///   - news: what follows once it is written.
  init(
    _ title: PhraseKey, _ change: any Change, then news: [Effect],
    lines: @escaping @Sendable (Look) -> [String]
  ) {
    (self.title, self.change, self.news, self.lines) = (title, change, news, lines)
  }

  var placement: Placement { .sheet(rows: 6) }

  static let commands: [Command<AskSheet>] = [
    Command("ask.accept", .commandYes, ["y"], rank: 1, needs: .edit) { sheet, _ in
      [.apply(sheet.change, closing: true, then: sheet.news)]
    }
  ]

  /// What is wrong stands in the sheet below, where it was typed.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    [.close, .announce(Phrase(refusal: refusal))]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let said = lines(look).flatMap { Wrapping.lines($0, columns: area.columns - 4) }
    canvas.page(said.map { [Span($0)] }, in: area, margin: 2)
  }
}
