import Model
import Office
import Phrases
import Terminal

/// The cards that the columns of a board do not show: nothing is out of reach.
struct CardsSheet: Pane {
  static let name = "cards"
  static let title = PhraseKey.paneCards

  private let cards: [Card]
  private var selection = Selection()

  init(_ cards: [Card]) { self.cards = cards }

  func heading(_ look: Look) -> [Span] { [Span("  \(look.phrases.number(cards.count))", .quiet)] }
  func status(_ look: Look) -> [Span] { CardMark.legend(look) }

  static let commands: [Command<CardsSheet>] = [
    Command("cards.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      guard pane.cards.indices.contains(pane.selection.index) else { return [.close] }
      let card = pane.cards[pane.selection.index]
      // One without a day has no place to go to: its form asks for the day.
      return card.day == nil
        ? [.close, .present(RecordForm(card, at: "day"))] : [.close, .go(.list(.card, card.id))]
    },
    .moving("cards.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("cards.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("cards.pageDown", .commandPageDown, ["PgDn"]) { $0.move(15) },
    .moving("cards.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-15) },
    .moving("cards.top", .commandTop, ["g", "Home"]) { $0.move(-$0.cards.count) },
    .moving("cards.bottom", .commandBottom, ["G", "End"]) { $0.move($0.cards.count) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: cards.count) }

  mutating func fit(to size: Size, look: Look) { selection.fit(count: cards.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (row, (index, card)) in zip(
      area.row..., cards.enumerated().dropFirst(selection.top).prefix(area.rows))
    {
      let day = card.day.map(look.weekdayAndDay) ?? look.say(.boardNoDay)
      canvas.text(day, row: row, column: area.column + 2, width: 16, ink: card.day == nil ? .due : .text)
      let label = Decision.adopted.launchActivity(card.activity)?.label.text(in: look.language) ?? ""
      canvas.spans(
        CardLine(card, look: look).spans + [Span("  " + label, .quiet)], row: row,
        column: area.column + 19, width: area.columns - 20)
      guard index == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }
}
