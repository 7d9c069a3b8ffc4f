import Office
import Phrases
import Terminal

/// Asks before what somebody typed is thrown away, which no undo brings back. No key that goes on elsewhere, as Enter
/// does, says yes.
struct DiscardSheet: Pane {
  static let name = "discard"
  static let title = PhraseKey.paneAsk

  /// What throws it away.
  private let effects: [Effect]

  /// - Parameter effects: what throws it away; nil for what is typed in the form or sheet below.
  init(_ effects: [Effect]? = nil) {
    self.effects = effects ?? [.discard(Phrase(.draftDiscarded))]
  }

  var placement: Placement { .sheet(rows: 3) }

  static let commands: [Command<DiscardSheet>] = [
    Command("discard.accept", .commandYes, ["y"], rank: 1) { sheet, _ in [.close] + sheet.effects }
  ]

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let said = [look.say(.askDiscard), look.say(.askTurn, .text("y"), .text("Esc"))]
      .flatMap { Wrapping.lines($0, columns: area.columns - 4) }
    canvas.page(said.map { [Span($0)] }, in: area, margin: 2)
  }
}
