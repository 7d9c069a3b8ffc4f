/// What things are called in each language, and what is not said.
public struct Glossary: Sendable {
  public struct Entry: Sendable {
    /// In English, in small letters, without what only explains it: "slip", not "slip (days late)".
    public let term: String
    public let language: String
    /// A phrase holds one of these where its English holds the term.
    public let forms: [String]
    public let avoided: [String]
    /// The phrases where the English word means something else.
    public let others: Set<String>

    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { return nil }
      func parts(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
      // "slip (days late)" is looked for as "slip", "the Platform" as "platform".
      var bare = cells[0].prefix { $0 != "(" }.lowercased()
      while bare.hasSuffix(" ") { bare.removeLast() }
      term = bare.hasPrefix("the ") ? String(bare.dropFirst(4)) : bare
      (language, forms, avoided) = (cells[1], parts(cells[3]), parts(cells[5]))
      others = Set(cells[6].split(separator: " ").map(String.init))
    }
  }

  public let entries: [Entry]

  public init(_ text: String) {
    entries = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Entry.init)
  }

  /// What people type in searches has words beside the term.
  public static func rules(_ key: String) -> Bool { !key.hasPrefix("query.") && !key.hasPrefix("also.") }

  /// Whether a text says a word, both in small letters; in languages that set words apart, as a whole one.
  public static func says(_ text: String, _ word: String, in language: String) -> Bool {
    guard ["fr", "ru", "es"].contains(language) else { return text.contains(word) }
    return text.ranges(of: word).contains { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
    }
  }
}
