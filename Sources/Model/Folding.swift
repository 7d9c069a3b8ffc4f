import Foundation

/// Makes text comparable: for search, for order and for finding the same name again.
public enum Folding {
  /// Letters that canonical decomposition leaves as they are.
  private static let letters: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
  ]

  /// Lower case without accents; white space of any kind becomes one space.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return squeezed(text.lowercased()) }
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar)
      } else if let letter = letters[scalar] {
        folded.append(contentsOf: letter.unicodeScalars)
      } else if !isLatinMark(scalar) {
        folded.append(scalar)
      }
    }
    return squeezed(String(folded))
  }

  /// What the full-text index holds: folded, with each Chinese character a word of its own, so that 小明 is
  /// found inside 王小明.
  public static func searchable(_ text: String) -> String {
    let folded = folded(text)
    if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
    var spaced = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      if isIdeograph(scalar) {
        spaced.append(contentsOf: [" ", scalar, " "])
      } else {
        spaced.append(scalar)
      }
    }
    return squeezed(String(spaced))
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

  /// Marks of Indic and Thai script are letters; those of Latin, Greek, Cyrillic and Arabic are not.
  private static func isLatinMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || (0x610...0x61A).contains(scalar.value)
      || (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
  }

  private static func squeezed(_ text: String) -> String {
    var squeezed = String.UnicodeScalarView()
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isAfterSpace = !squeezed.isEmpty
        continue
      }
      if isAfterSpace { squeezed.append(" ") }
      squeezed.append(scalar)
      isAfterSpace = false
    }
    return String(squeezed)
  }

  /// Asking for a property costs far more than a comparison, and most text is ASCII.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }
}
