import Model

/// The words of a column's title, whatever stands between them: exports join groups, questions and choices with any
/// sign, in brackets, with blanks or without, and change quotes and hyphens on the way.
struct TitleWords {
  /// Folded letters and digits.
  let words: [String]
  /// What stands before each word, folded.
  private let gaps: [String]

  /// A title of more words is no question's.
  private static let most = 120

  init(_ title: String, most: Int = Self.most) {
    var (words, gaps): ([String], [String]) = ([], [])
    var (word, gap) = ("", "")
    for character in Folding.folded(title) {
      if character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        words.append(word)
        gaps.append(gap)
        (word, gap) = ("", "")
      }
      gap.append(character)
      if words.count > most { break }
    }
    if !word.isEmpty {
      words.append(word)
      gaps.append(gap)
    }
    (self.words, self.gaps) = (words, gaps)
  }

  var isOverlong: Bool { words.count > Self.most }

  /// The words from one on, joined.
  func joined(from start: Int, to end: Int? = nil) -> String {
    words[start..<(end ?? words.count)].joined()
  }

  /// Whether a sign that is no blank stands before a word: that of a path, a bracket, the end of a question.
  func isApart(at index: Int) -> Bool {
    index == 0 || gaps[index].contains { !$0.isWhitespace } || index == 1 && isNumber
  }

  /// Whether it begins with a number: `3 Where do you work?`, `Q3 Where …`.
  private var isNumber: Bool {
    let digits = words[0].hasPrefix("q") ? words[0].dropFirst() : words[0][...]
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether a sign stands before a word by which programs join the parts of a title.
  func isJoined(at index: Int) -> Bool { index > 0 && gaps[index].contains { Self.joints.contains($0) } }

  private static let joints: Set<Character> = [
    "/", "[", "|", ":", "-", "–", "—", "_", ".", ">", "~", "#", "\\", "→", "*", "+", "=", ",", ";", "(",
  ]

  /// The words of a text of any length that an answer may have.
  static func all(_ text: String) -> [String] { TitleWords(text, most: 1_000).words }

  /// Letters and digits of a text alone, as titles are compared by.
  static func key(_ text: String) -> String { TitleWords(text).words.joined() }
}
