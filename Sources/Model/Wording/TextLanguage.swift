/// Guesses in which official language a text is: by its letters, and of those that share the Latin ones by the small
/// words that are most of any text.
public enum TextLanguage {
  /// Nil where nothing tells.
  public static func guess(_ text: String) -> String? {
    var (arabic, cyrillic, han, latin) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars.prefix(2_000) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x400...0x52F: cyrillic += 1
      case 0x600...0x6FF, 0x750...0x77F: arabic += 1
      case 0x3400...0x4DBF, 0x4E00...0x9FFF: han += 1
      default: break
      }
    }
    // A word is written with one Chinese character where others take three or four letters.
    let scores = [("ar", arabic), ("ru", cyrillic), ("zh", han * 3)]
    if let best = scores.max(by: { $0.1 < $1.1 }), best.1 > latin { return best.0 }
    return latin == 0 ? nil : ofLatin(text)
  }

  private static func ofLatin(_ text: String) -> String? {
    var counts: [String: Int] = [:]
    let words = Folding.folded(String(text.prefix(2_000))).split { !$0.isLetter }
    for word in words {
      for (language, set) in small where set.contains(String(word)) { counts[language, default: 0] += 1 }
    }
    // Of two that say as much nothing is known; English where there is no small word at all.
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return "en" }
    return counts.count { $0.value == best.value } == 1 ? best.key : nil
  }

  /// Folded, and no word stands in two sets but such as both have.
  private static let small: [(String, Set<String>)] = [
    (
      "en",
      [
        "the", "and", "of", "to", "in", "is", "are", "that", "for", "with", "should", "must", "by", "on",
        "this",
        "these", "be", "from", "where", "many", "they", "it", "as", "at", "or",
      ]
    ),
    (
      "fr",
      [
        "le", "la", "les", "des", "du", "et", "dans", "est", "sont", "que", "pour", "une", "un", "doivent",
        "avec",
        "sur", "ces", "aux", "par", "qui", "plus", "au", "ou", "il", "de", "en", "ne", "pas",
      ]
    ),
    (
      "es",
      [
        "el", "la", "los", "las", "del", "y", "es", "son", "que", "para", "una", "un", "deben", "con",
        "sobre",
        "estos", "estas", "por", "mas", "se", "al", "o", "de", "en", "no", "donde",
      ]
    ),
  ]
}
