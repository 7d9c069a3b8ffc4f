/// Whether words stand in a text, by the same rule as the full-text index of the store: no case, no accents,
/// each character of Chinese a word, and a word may be cut short at its end.
public enum WordMatch {
  /// The words of a text, folded: runs of letters, numbers and marks (Unicode categories L, N, M and Co).
  public static func words(_ text: String) -> [String] {
    Folding.searchable(text).unicodeScalars.split { !isPart($0) }.map(String.init)
  }

  /// Whether the words of a phrase, as `words` cuts them, stand in the text one after the other, the last
  /// perhaps cut short.
  public static func contains(_ phrase: [String], in text: String) -> Bool {
    guard !phrase.isEmpty else { return false }
    return contains(needle(phrase), inFolded: Folding.searchable(text))
  }

  /// A phrase as bytes to look for, once for many texts.
  public static func needle(_ phrase: [String]) -> [UInt8] { phrase.flatMap { [space] + $0.utf8 } }

  /// The same for a text that is folded already, and for text in ASCII.
  public static func contains(_ needle: [UInt8], inFolded text: String) -> Bool {
    let bytes = spaced(text)
    guard needle.count > 1, bytes.count >= needle.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        (0...bytes.count - needle.count).contains { start in
          bytes[start] == space && bytes[start + 1] == needle[1]
            && (2..<needle.count).allSatisfy { bytes[start + $0] == needle[$0] }
        }
      }
    }
  }

  private static let space = UInt8(ascii: " ")

  /// A folded text with one space before each word, and nothing else between them.
  private static func spaced(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    var isBetween = true
    for scalar in text.unicodeScalars {
      guard isPart(scalar) else {
        isBetween = true
        continue
      }
      if isBetween { bytes.append(space) }
      isBetween = false
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  /// What is looked for: the words of each run of letters and signs that was typed (`o'neill` is two), and
  /// ideographs side by side as one phrase.
  public static func phrases(_ typed: String) -> [[String]] {
    typed.split(whereSeparator: \.isWhitespace).flatMap { phrases(inWord: String($0)) }
  }

  private static func phrases(inWord typed: String) -> [[String]] {
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
    if scalar.isASCII {
      return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value)
    }
    // What is most usual in names, without asking for properties.
    if (0x4E00...0x9FFF).contains(value) || (0x430...0x44F).contains(value) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
      .privateUse:
      return true
    default: return false
    }
  }
}
