import Office
import Phrases
import Terminal

/// The themes that there are, and the one in use.
public struct Themes: Sendable, Equatable {
  /// The name that leaves it to the background of the terminal.
  public static let automatic = "auto"
  /// Those that come with the program.
  public static let embedded = [automatic, "dark", "light", "high-contrast", "plain", "monochrome"]

  public var names: [String]
  public var current: String

  public init(names: [String] = embedded, current: String = automatic) {
    (self.names, self.current) = (names, current)
  }
}

/// The themes to choose from: the screen wears the one under the cursor at once. `Enter` keeps it for later visits, `Esc`
/// goes back to what was.
struct ThemePane: ListPane {
  static let name = "theme"
  static let title = PhraseKey.paneTheme

  /// A theme as a row.
  struct Choice: Identifiable, Sendable { let id: String }

  private let current: String
  var list: RowList<Choice>
  let nothing = Phrase(.nothingSelected)

  init(_ themes: Themes) {
    current = themes.current
    list = RowList(themes.names.map(Choice.init))
    list.seek(themes.current)
  }

  var placement: Placement { .sheet(rows: min(12, max(6, list.count))) }
  var shownTheme: String? { selected?.id }

  static let commands: [Command<ThemePane>] =
    [
      Command("theme.keep", .commandChoose, ["Enter"], rank: 1) { pane, _ in
        pane.selected.map { [.close, .keepTheme($0.id)] } ?? []
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Choice> {
    ListTable(
      columns: [
        .check { $0.id == current },
        .init("", 18, text: \.id),
        .init("", 0) { choice in
          let isKnown = Themes.embedded.contains(choice.id)
          return Span(isKnown ? look.word("theme", choice.id) : look.say(.themeOwn), .quiet)
        },
      ], margin: 2)
  }
}
