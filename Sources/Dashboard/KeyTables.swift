import Phrases
import Terminal

/// The keys of a pane, as `Keys.md` of the manual prints them.
struct KeyTable: Sendable {
  struct Row: Sendable {
    let name: CommandName
    let title: PhraseKey
    let keys: [KeyChord]
    /// Its own row in the manual: all lists share their moves, and only what one adds is said there again.
    let isOwn: Bool
  }

  /// Where the pane's own title does not say it.
  let heading: String?
  let title: PhraseKey
  let rows: [Row]

  init<P: Pane>(_ pane: P.Type, heading: String? = nil) {
    self.init(P.commands, heading: heading, title: P.title)
  }

  init<Owner>(_ commands: [Command<Owner>], heading: String? = nil, title: PhraseKey) {
    self.heading = heading
    self.title = title
    rows = commands.map {
      Row(name: $0.name, title: $0.title, keys: $0.keys, isOwn: !$0.isOfEveryList)
    }
  }

  /// The keys of every pane, those of all panes first.
  static var all: [KeyTable] {
    [KeyTable(Shell.commands, heading: "Every pane", title: .program)]
      + PaneRegistry.entries.map { $0.keys() } + PaneRegistry.layers
  }

  /// The page of the manual: written by `OUTREACH_WRITE_DOCS=1 swift test --filter KeyTableTests`.
  static func page(_ phrases: Phrasebook = Phrasebook("en")) -> String {
    """
    # Keys

    The commands of each pane with their keys, from the tables that the program itself reads.

    The name at the right is what a keymap file calls the command. What lies on top takes a key first; while
    somebody types in a field, letters go there. `?` in the program shows the keys that mean something now.

    <!-- Written from the command tables; `OUTREACH_WRITE_DOCS=1 swift test --filter KeyTableTests` renews it. -->
    \(KeyGrammar.markdown)\(all[0].markdown(phrases))\(moves(phrases))\(all.dropFirst().map { $0.markdown(phrases) }.joined())
    """
  }

  /// What every list knows, said once.
  private static func moves(_ phrases: Phrasebook) -> String {
    let rows = ListMove.allCases.map { line($0.keys, $0.title, "NAME.\($0.rawValue)", phrases) }
    return "\n## In every list\n\n" + """
      A page leaves one row in sight. `NAME` stands for the list's own first word: `log.down`, `reports.top`. In a page
      of text the same keys move the text.


      """ + head + rows.joined()
  }

  private static let head = "| Keys | Does | Command |\n|---|---|---|\n"

  private static func line(
    _ keys: [KeyChord], _ title: PhraseKey, _ name: String, _ phrases: Phrasebook
  ) -> String {
    "| \(keys.map { "`\($0)`" }.joined(separator: " ")) | \(phrases.say(title)) | `\(name)` |\n"
  }

  private func markdown(_ phrases: Phrasebook) -> String {
    let lines = rows.filter(\.isOwn).map { Self.line($0.keys, $0.title, $0.name.text, phrases) }
    guard !lines.isEmpty else { return "" }
    return "\n## \(heading ?? phrases.say(title))\n\n\(Self.head)\(lines.joined())"
  }
}
