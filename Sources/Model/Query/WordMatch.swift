/// Whether words stand in a text, by the same rule as the full-text index of the store: no case, no accents,
/// each character of Chinese a word, and a word may be cut short at its end.
public enum WordMatch {
  /// The words of a text, folded: runs of letters, numbers and marks (Unicode categories L, N, M and Co).
  public static func words(_ text: String) -> [String] {
    Folding.searchable(text).unicodeScalars.split { !isPart($0) }.map(String.init)
  }

  /// Whether the words of a phrase stand in the text one after the other, the last perhaps cut short.
  public static func contains(_ phrase: [String], in text: String) -> Bool {
    guard let last = phrase.last else { return false }
    let words = words(text)
    guard words.count >= phrase.count else { return false }
    return (0...words.count - phrase.count).contains { start in
      words[start + phrase.count - 1].unicodeScalars.starts(with: last.unicodeScalars)
        && zip(phrase.dropLast(), words[start...]).allSatisfy { $0 == $1 }
    }
  }

  /// Whether each of the words that people type with spaces between them begins a word of the text.
  public static func containsAll(_ typed: String, in text: String) -> Bool {
    let phrases = phrases(typed)
    return !phrases.isEmpty && phrases.allSatisfy { contains($0, in: text) }
  }

  /// What is looked for: the words of each run of letters and signs that was typed (`o'neill` is two), and
  /// ideographs side by side as one phrase.
  public static func phrases(_ typed: String) -> [[String]] {
    var phrases: [[String]] = []
    var isRun = false
    for chunk in Folding.searchable(typed).split(separator: " ") {
      let scalars = chunk.unicodeScalars
      let isIdeograph = scalars.count == 1 && scalars.first.map(Folding.isIdeograph) == true
      let found = words(String(chunk))
      if isIdeograph, isRun, !found.isEmpty {
        phrases[phrases.count - 1] += found
      } else if !found.isEmpty {
        phrases.append(found)
      }
      isRun = isIdeograph && !found.isEmpty
    }
    return phrases
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if scalar.isASCII { return (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
      .privateUse:
      return true
    default: return false
    }
  }
}
