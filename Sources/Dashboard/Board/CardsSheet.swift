import Model
import Office
import Phrases
import Terminal

/// The cards that the columns of a board do not show: nothing is out of reach.
struct CardsSheet: ListPane {
  static let name = "cards"
  static let title = PhraseKey.paneCards

  var list: RowList<Card>
  let nothing = Phrase(.nothingSelected)

  init(_ cards: [Card]) { list = RowList(cards) }

  func heading(_ look: Look) -> [Span] { [Span("  \(look.phrases.number(list.count))", .quiet)] }
  func status(_ look: Look) -> [Span] { CardState.legend(look) }

  static let commands: [Command<CardsSheet>] = actions + moves

  private static let actions: [Command<CardsSheet>] = [
    Command("cards.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in
      guard let card = pane.selected else { return [.close] }
      // One without a day has no place to go to: its form asks for the day.
      return card.day == nil
        ? [.close, .present(RecordForm(card, at: "day"))] : [.close, .go(.list(.card, card.id))]
    }
  ]

  func table(_ look: Look, columns: Int) -> ListTable<Card> {
    ListTable(
      columns: [
        .init("", 16) { card in
          Span(card.day.map(look.weekdayAndDay) ?? look.say(.boardNoDay), card.day == nil ? .due : .text)
        },
        .init(
          "", 0,
          spans: { card in
            let label = Decision.adopted.launchActivity(card.activity)?.label.text(in: look.language) ?? ""
            return CardLine(card, look: look).spans + [Span("  " + label, .quiet)]
          }),
      ], margin: 2)
  }
}
