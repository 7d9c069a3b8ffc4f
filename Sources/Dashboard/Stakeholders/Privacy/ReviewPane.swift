import Model
import Office
import Phrases
import Store
import Terminal

/// The records whose retention date has come: kept for another while, retired, or erased.
struct ReviewPane: ListPane {
  static let name = "review"
  static let title = PhraseKey.paneReview

  var list = RowList<Stakeholder>()
  let nothing = Phrase(.reviewNone)

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.phrases.number(list.count))", .quiet)] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(StakeholdersToReview(on: look.asOf)) { $0.list.take($1) }]
  }

  static let commands: [Command<ReviewPane>] = actions + moves

  private static let actions: [Command<ReviewPane>] = [
    Command("review.open", .commandOpen, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      pane.selected.map { [.present(PrivacyPane($0))] } ?? []
    },
    Command("review.keep", .commandKeepYear, ["+"], rank: 2, needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      guard let stakeholder = pane.selected else { return [] }
      var kept = stakeholder
      kept.retainUntil = look.asOf + 365
      let until = Phrase(.keptUntil, .text(stakeholder.title), .text(look.day(look.asOf + 365)))
      return [.apply(EditStakeholder(base: stakeholder, edited: kept), then: [.announce(until)])]
    },
    Command("review.retire", .commandRetire, ["D"], rank: 3, needs: .edit, unless: lacking(\.selected)) {
      pane, look in
      guard let stakeholder = pane.selected else { return [] }
      let news = Phrase(.retired, .text(stakeholder.title), .text("u"))
      return [.apply(RetireStakeholder([stakeholder.id], on: look.asOf), then: [.announce(news)])]
    },
  ]

  mutating func visit(_ destination: Destination) -> Bool { destination == .review }

  func table(_ look: Look, columns: Int) -> ListTable<Stakeholder> {
    ListTable(columns: [
      .init(look.say(.reviewUntil), 13) { Span($0.retainUntil.map(look.day) ?? "", .late) }.whole,
      .init(look.word("field", "name"), 34, text: \.title),
      .init(look.word("field", "source"), 0) { Span($0.source, .quiet) },
    ])
  }
}
