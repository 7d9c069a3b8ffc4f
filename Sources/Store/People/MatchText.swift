import Model

/// Writes questions to the full-text index.
enum MatchText {
  /// More words than anybody looks for, and fewer than the index refuses.
  static let most = 60

  /// The fields that the index holds: words in one of them are in the index too.
  private static let indexed: Set<String> = [
    "name", "native_name", "city", "country", "affiliations", "emails", "tags", "interests", "notes",
    "acronyms", "aliases", "issues", "orcid", "ror",
  ]

  /// Words one after the other. They hold letters, numbers and marks only: no sign can be taken for syntax.
  static func phrase(_ words: [String]) -> String {
    let phrase = "\"\(words.joined(separator: " "))\""
    guard let last = words.last?.unicodeScalars, last.count == 1, last.first.map(Folding.isIdeograph) == true
    else { return phrase + "*" }
    return phrase
  }

  /// What has to be in the index where a condition holds; nil where that says nothing.
  static func beforehand(_ condition: QueryCondition) -> String? {
    switch condition {
    case .words(let words):
      let phrases = WordMatch.phrases(words).prefix(most)
      return phrases.isEmpty ? nil : "(\(phrases.map(phrase).joined(separator: " AND ")))"
    case .phrase(let words): return phrase(WordMatch.words(words))
    case .text(let fields, let words):
      return indexed.isSuperset(of: fields) ? phrase(WordMatch.words(words)) : nil
    case .any(let conditions):
      let parts = conditions.compactMap(beforehand)
      guard parts.count == conditions.count, parts.count <= most else { return nil }
      return "(\(parts.joined(separator: " OR ")))"
    default: return nil
    }
  }
}
