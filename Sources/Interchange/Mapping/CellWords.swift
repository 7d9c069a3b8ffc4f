import Model

/// Reads the cells of a field as people write them: words for codes, yes and no, names of countries and languages.
/// What it does not know it leaves as it is, for the field to refuse.
struct CellWords: Sendable {
  private indirect enum Manner: Sendable {
    case code(OwnWords)
    case codes(OwnWords)
    case answer, country, language, languages, addresses
    case parts([CellWords?])
  }

  private let manner: Manner

  /// Nil for a field that takes any text, or other texts than words.
  init?(_ field: String, _ entry: Entry) {
    switch (entry, field) {
    case (.choice(let codes), _): manner = .code(OwnWords(field, codes))
    case (.choices(let codes), _): manner = .codes(OwnWords(field, codes))
    case (.flag, _): manner = .answer
    case (.line, "country"): manner = .country
    case (.line, "language"): manner = .language
    case (.list, "languages"): manner = .languages
    case (.list, "emails"): manner = .addresses
    case (.items(let parts), _):
      let words = parts.map { CellWords($0.name, $0.entry) }
      if words.allSatisfy({ $0 == nil }) { return nil }
      manner = .parts(words)
    default: return nil
    }
  }

  /// Those of the fields of a kind, by name.
  static func all<R: Record>(of _: R.Type) -> [String: CellWords] {
    Dictionary(
      uniqueKeysWithValues: R.fields.compactMap { field in
        CellWords(field.name, field.entry).map { (field.name, $0) }
      })
  }

  /// The cell as its field takes it.
  func read(_ cell: String) -> String {
    if cell.isEmpty { return cell }
    return switch manner {
    case .code(let words): words.code(cell.trimmed) ?? cell
    case .codes(let words): Self.list(cell, words.code)
    case .answer: Wordings.answer(cell).map { $0 ? "yes" : "no" } ?? cell
    case .country: Wordings.country(cell.trimmed) ?? cell
    case .language: Wordings.language(cell.trimmed) ?? cell
    // "en, fr": a code is known as well as a name.
    case .languages: Self.list(cell) { Wordings.language($0) ?? (try? Language.checked($0)) }
    case .addresses:
      cell.contains(where: { ",<:".contains($0) })
        ? ListText.entries(of: cell).flatMap(Self.addresses).joined(separator: "; ") : cell
    // Without a bar an entry has its first part alone, and that is mostly a name.
    case .parts(let words):
      words.first.map { $0 == nil } == true && !cell.utf8.contains(UInt8(ascii: "|"))
        ? cell : Self.entries(cell, words)
    }
  }

  /// `Name <address>`, `mailto:address`, several with commas.
  static func addresses(in entry: String) -> [String] {
    entry.split(separator: ",").compactMap { piece -> String? in
      var text = String(piece).trimmed
      if let open = text.lastIndex(of: "<"), text.hasSuffix(">") {
        text = String(text[text.index(after: open)...].dropLast()).trimmed
      }
      if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7).prefix { $0 != "?" }) }
      return text.isEmpty ? nil : text
    }
  }

  /// Several values; where others than semicolons part them, each has to be known.
  private static func list(_ cell: String, _ code: (String) -> String?) -> String {
    if code(cell.trimmed) == cell { return cell }
    let codes = cell.items.map { item -> String in
      if let known = code(item) { return known }
      let pieces = pieces(of: item).map(code)
      return pieces.count < 2 || pieces.contains(nil)
        ? ListText.entry(item) : pieces.compactMap(\.self).joined(separator: "; ")
    }
    return codes.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What stands between the commas of the six languages, and other marks that people put between words.
  static func pieces(of text: String) -> [String] {
    text.split { ",،、，/|+".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func entries(_ cell: String, _ words: [CellWords?]) -> String {
    let entries = ListText.entries(of: cell)
    let read = entries.map { entry -> String in
      let parts = ListText.parts(of: entry)
      let known = parts.enumerated().map { place, part in
        words.indices.contains(place) ? words[place]?.read(part) ?? part : part
      }
      return known == parts ? entry : ListText.entry(parts: known)
    }
    return read == entries ? cell : read.joined(separator: "; ")
  }
}

/// The words of a column, with what was made of its cells so far: in a million rows stand the same few.
struct ReadWords: Sendable {
  private let words: CellWords
  private var known: [String: String] = [:]
  /// A column with more different cells than these repeats itself little.
  private static let most = 500

  init(_ words: CellWords) { self.words = words }

  mutating func read(_ cell: String) -> String {
    if cell.isEmpty { return cell }
    if let known = known[cell] { return known }
    let read = words.read(cell)
    if known.count < Self.most { known[cell] = read }
    return read
  }
}
