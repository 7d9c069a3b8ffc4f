/// Languages of people, as BCP 47 tags (RFC 5646).
public enum Language {
  /// The official languages of the United Nations (annex I, paragraph 6).
  public static let official = ["ar", "zh", "en", "fr", "ru", "es"]

  /// The tag in its usual case (`zh-Hant`, `pt-BR`).
  /// - Throws: for a tag that is not well-formed (RFC 5646 section 2.1), and for a two-letter code that ISO
  ///   639-1 does not have. Three-letter codes become the two-letter one that the language has (section 2.2.1); others
  ///   are not looked up: there are over seven thousand.
  public static func checked(_ text: String) throws(FieldProblem) -> String {
    // Most are a bare code in small letters.
    if text.utf8.count == 2, names[text] != nil { return text }
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = subtags.first, (2...3).contains(primary.count),
      subtags.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }),
      primary.allSatisfy(\.isLetter)
    else {
      // A language that somebody calls by its name is meant all the same.
      if let tag = tag(named: text) { return tag }
      throw .malformedLanguage(text)
    }
    if primary.count == 2, names[primary.lowercased()] == nil { throw .unknownLanguage(text) }
    let usual = subtags.enumerated().map { usualCase(String($1), at: $0) }
    return ([LanguageCodes.short(usual[0]) ?? usual[0]] + usual.dropFirst()).joined(separator: "-")
  }

  /// The language's name in a language of the United Nations, else in English, else its tag.
  public static func name(_ tag: String, in language: String) -> String {
    let primary = tag.split(separator: "-").first.map { String($0).lowercased() } ?? tag
    guard let names = names[LanguageCodes.short(primary) ?? primary] else { return tag }
    let name = columns.firstIndex(of: language).map { names[$0] } ?? ""
    return name.isEmpty ? names[0] : name
  }

  /// The tag of the language of that name in a language of the United Nations; nil where nobody calls one so.
  public static func tag(named name: String) -> String? { tags[Folding.folded(name)] }

  /// The tag of a language by its name, or the tag itself in its usual case.
  static func named(_ text: String) -> String? { tag(named: text) ?? (try? checked(text.trimmed)) }

  /// The name of a language that somebody may have meant, as it is written; nil where none is near.
  public static func near(_ text: String) -> String? {
    EditDistance.nearest(Folding.folded(text), of: written.keys.sorted()).flatMap { written[$0] }
  }

  private static let written: [String: String] = Dictionary(
    names.values.flatMap { $0.filter { !$0.isEmpty }.map { (Folding.folded($0), $0) } },
    uniquingKeysWith: min)

  /// The codes of ISO 639-1 that have a name, sorted.
  public static let codes = names.keys.sorted()

  private static let tags = Dictionary(
    names.flatMap { tag, names in names.filter { !$0.isEmpty }.map { (Folding.folded($0), tag) } },
    uniquingKeysWith: min)

  /// In the order of the table.
  private static let columns = ["en", "zh", "ar", "fr", "ru", "es"]

  private static func usualCase(_ subtag: String, at index: Int) -> String {
    if index == 0 { return subtag.lowercased() }
    switch subtag.count {
    case 2: return subtag.uppercased()
    case 4: return subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
    default: return subtag.lowercased()
    }
  }

  private static let names: [String: [String]] = {
    var names: [String: [String]] = [:]
    for cells in EmbeddedTable.rows("languages.tsv") where cells.count == columns.count + 1 {
      names[cells[0]] = Array(cells.dropFirst())
    }
    return names
  }()
}
