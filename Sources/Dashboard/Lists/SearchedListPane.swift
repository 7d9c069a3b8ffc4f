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

  mutating func fit(to size: Size, look: Look) {
    let rows = size.rows - searchRows - head(look, columns: size.columns).count
    list.fit(to: rows, as: table(look, columns: size.columns))
  }

  /// Puts the cursor on a row, and ends a search that leaves it out.
  mutating func seekListed(_ id: Row.ID?) {
    if search.isOpen, let id, list.rows?.contains(where: { $0.id == id }) == false { closeSearch() }
    list.seek(id)
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

/// What is listed says, folded once for each version of it, to be looked through for words.
struct FoldedTexts: Sendable {
  private struct Text: Sendable {
    let version: Int
    let text: String
  }

  private var texts: [RecordID: Text] = [:]

  /// Which records hold all of the words; nil where there are no words.
  mutating func holding<R: Record>(_ words: String, _ records: [R]) -> Set<RecordID>? {
    holding(words, records, version: \.version) { record in
      Language.official.map { record.title(in: $0) } + R.fields.map { $0.read(record) }
    }
  }

  /// The same of anything.
  /// - Parameter texts: what one of them says.
  mutating func holding<Entry: Identifiable>(
    _ words: String, _ entries: [Entry], version: (Entry) -> Int, texts: (Entry) -> [String]
  ) -> Set<RecordID>? where Entry.ID == RecordID {
    let words = Folding.folded(words).split(separator: " ")
    guard !words.isEmpty else { return nil }
    var found: Set<RecordID> = []
    for entry in entries {
      let text = folded(entry.id, version(entry)) { texts(entry) }
      if words.allSatisfy({ text.contains($0) }) { found.insert(entry.id) }
    }
    return found
  }

  private mutating func folded(_ id: RecordID, _ version: Int, _ said: () -> [String]) -> String {
    if let known = texts[id], known.version == version { return known.text }
    let text = Folding.folded(said().joined(separator: " "))
    texts[id] = Text(version: version, text: text)
    return text
  }
}
