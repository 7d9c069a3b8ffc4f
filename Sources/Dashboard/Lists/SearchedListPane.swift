import Model
import Office
import Phrases
import Terminal

/// A pane of one list that is looked through for words, as those under tabs are.
protocol SearchedListPane: ListPane {
  var search: WordSearch { get set }
  /// Lists what holds the words of `search`; everything where there are none.
  mutating func narrow()
}

extension SearchedListPane {
  var isTyping: Bool { search.isTyping }
  /// The list has the keys, not the line above it.
  var isListing: Bool { !isTyping }
  /// Rows of the screen that the line takes.
  var searchRows: Int { search.isOpen ? 1 : 0 }

  var searchWords: String? { isTyping ? search.words : nil }

  mutating func seek(_ words: String) {
    search.open()
    _ = paste(words)
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard search.take(chord) else { return nil }
    narrow()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard search.paste(text) else { return false }
    narrow()
    return true
  }

  mutating func closeSearch() {
    search.close()
    narrow()
  }

  private mutating func acceptSearch() {
    search.accept()
    if !search.isOpen { closeSearch() }
  }

  /// The pane's own commands, which wait while somebody types, and those of the line.
  static func searching(_ commands: [Command<Self>]) -> [Command<Self>] {
    func name(_ command: String) -> CommandName { CommandName("\(Self.name).\(command)") }
    return commands.map { $0.only(when: \.isListing) } + [
      .moving(name("search"), .commandSearch, ["/"], rank: 12, when: \.isListing) { $0.search.open() },
      .moving(name("found"), .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
      .moving(name("clear"), .commandClear, ["Esc"], rank: 8, when: \.search.isOpen) { $0.closeSearch() },
    ]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    search.draw(on: &canvas, in: area)
    let area = area.inset(top: searchRows)
    let (head, table) = (head(look, columns: area.columns), table(look, columns: area.columns))
    canvas.lines(head, in: area, margin: table.margin)
    list.draw(
      table, else: search.words.trimmed.isEmpty ? nothing : Phrase(.listNotFound), on: &canvas,
      in: area.inset(top: head.count), look: look, hasCursor: isListing)
  }
}

/// What records say, folded once for each of their versions, to be looked through for words.
struct FoldedRecords: Sendable {
  private struct Text: Sendable {
    let version: Int
    let text: String
  }

  private var texts: [RecordID: Text] = [:]

  /// Which of them hold all of the words; nil where there are no words.
  mutating func holding<R: Record>(_ words: String, _ records: [R]) -> Set<RecordID>? {
    let words = Folding.folded(words).split(separator: " ")
    guard !words.isEmpty else { return nil }
    var found: Set<RecordID> = []
    for record in records {
      let text = text(of: record)
      if words.allSatisfy({ text.contains($0) }) { found.insert(record.id) }
    }
    return found
  }

  private mutating func text<R: Record>(of record: R) -> String {
    if let known = texts[record.id], known.version == record.version { return known.text }
    let titles = Language.official.map { record.title(in: $0) }
    let text = Folding.folded((titles + R.fields.map { $0.read(record) }).joined(separator: " "))
    texts[record.id] = Text(version: record.version, text: text)
    return text
  }
}
