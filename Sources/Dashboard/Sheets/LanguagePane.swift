import Model
import Office
import Phrases
import Terminal

/// The languages in which the program speaks, each under its own name. `Enter` keeps one for later visits.
struct LanguagePane: ListPane {
  static let name = "language"
  static let title = PhraseKey.paneLanguage

  /// A language as a row.
  struct Choice: Identifiable, Sendable { let id: String }

  private let current: String
  var list: RowList<Choice>
  let nothing = Phrase(.nothingSelected)

  init(_ languages: [String], current: String) {
    self.current = current
    list = RowList(languages.map(Choice.init))
    list.seek(current)
  }

  var placement: Placement { .sheet(rows: list.count + 3) }

  static let commands: [Command<LanguagePane>] =
    [
      Command("language.keep", .commandChoose, ["Enter"], rank: 1) { pane, _ in
        pane.selected.map { [.close, .keepLanguage($0.id)] } ?? []
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Choice> {
    ListTable(
      columns: [
        .check { $0.id == current },
        .init("", 18) { Span(Language.name($0.id, in: $0.id)) },
        .init("", 0) { Span(Language.name($0.id, in: look.language), .quiet) },
      ], margin: 2)
  }
}
