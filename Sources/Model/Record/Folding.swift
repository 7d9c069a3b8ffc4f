import Foundation

/// Makes text comparable: for search, for order and for finding the same name again.
public enum Folding {
  /// Lower case without accents; white space of any kind becomes one space. Letters that one person writes so and
  /// another so are one (`LetterForms`), and what nobody sees is left out.
  public static func folded(_ text: String) -> String {
    var folder = Folder(dividesIdeographs: false)
    folder.append(text)
    return folder.text
  }

  /// What a person is told from others by who is called so: the words of the name in no order, without marks.
  /// "Okafor, Ngozi" is "Ngozi Okafor".
  public static func person(_ name: String) -> String {
    words(name).sorted().joined(separator: " ")
  }

  /// The words of a text, folded and without marks.
  public static func words(_ text: String) -> [Substring] {
    folded(text).split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether another text says all that one says: each of its words is there, or its letters in a row where they need no
  /// blanks between words.
  public static func says(_ text: String, in other: String) -> Bool {
    let letters = words(text).joined()
    return Set(words(text)).isSubset(of: words(other))
      || letters.unicodeScalars.contains(where: isIdeograph) && words(other).joined().contains(letters)
  }

  /// What the full-text index holds: folded, with each Chinese character a word of its own, so that 小明 is
  /// found inside 王小明.
  public static func searchable(_ text: String) -> String {
    var folder = Folder(dividesIdeographs: true)
    folder.append(text)
    return folder.text
  }

  /// The same for texts that belong together, without joining them before.
  public static func searchable(_ texts: some Sequence<String>) -> String {
    var folder = Folder(dividesIdeographs: true)
    for text in texts {
      folder.append(text)
      folder.endWord()
    }
    return folder.text
  }

  /// Han, kana and Hangul: scripts whose words no space divides, or which people search by part.
  public static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x1100...0x11FF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// What a text is folded to, white space as it comes: the rule that all shortcuts follow.
  static func thoroughly(_ text: String) -> String.UnicodeScalarView {
    var folded = String.UnicodeScalarView()
    for sign in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      LetterForms.append(sign, to: &folded)
    }
    return folded
  }
}
