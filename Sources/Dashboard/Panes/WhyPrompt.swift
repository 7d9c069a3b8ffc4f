import Model
import Phrases
import Terminal

/// Asks why a change is made; the journal keeps the answer with it.
struct WhyPrompt: Pane {
  static let name = "why"
  static let title = PhraseKey.paneWhy

  private var field: TextField

  init(_ text: String) { field = TextField(text) }

  var placement: Placement { .sheet(rows: 1) }
  var isTyping: Bool { true }

  static let commands: [Command<WhyPrompt>] = [
    Command("why.accept", .commandAccept, ["Enter"], rank: 1) { prompt, _ in
      [.fill(.why(prompt.field.text.trimmed)), .close]
    }
  ]

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { field.take(chord) ? [] : nil }
  mutating func paste(_ text: String) -> Bool { field.insert(text) }
  func status(_ look: Look) -> [Span] { [Span(look.say(.whyHelp), .quiet)] }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    field.draw(on: &canvas, row: area.row, column: area.column + 2, width: max(1, area.columns - 4))
  }
}
