import Model
import Office
import Phrases
import Store
import Terminal

/// What left the house, and what was erased in it.
struct DisclosuresPane: ListPane {
  static let name = "disclosures"
  static let title = PhraseKey.paneDisclosures
  static let commands: [Command<DisclosuresPane>] = moves

  var list = RowList<Disclosure>()
  let nothing = Phrase(.disclosuresNone)

  func asks(_ look: Look) -> [Ask<Self>] { [Ask(Disclosures()) { $0.list.take($1) }] }

  func table(_ look: Look, columns: Int) -> ListTable<Disclosure> {
    ListTable(columns: [
      .init("", 12) { Span(look.moment($0.at), .quiet) }.whole,
      .init("", 10) { Span($0.who, .quiet) },
      .init("", 19, text: { look.word("disclosure", $0.name) }),
      .init("", 9, aligned: .trailing, text: { look.phrases.number($0.records) }),
      .init("", 0) { Span(look.dotted([$0.format, $0.selection, $0.purpose]), .quiet) },
    ])
  }
}
