import Foundation

extension Folding {
  /// What `folded` was until schema 9 of the store: Arabic letters, digits, kana and Chinese characters stood as they
  /// were written, and so did what nobody sees. Of people who were erased by then, hashes of names that were folded so are
  /// all that is left, and nobody can make others from them.
  public static func firstEdition(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return folded(text) }
    var first = String.UnicodeScalarView()
    for sign in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if let letters = firstLetters[sign] {
        first.append(contentsOf: letters.unicodeScalars)
      } else if sign.properties.isWhitespace {
        first.append(" ")
      } else if !isFirstMark(sign) {
        first.append(sign)
      }
    }
    return first.split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  private static func isFirstMark(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0x300...0x36F, 0x610...0x61A, 0x64B...0x65F, 0x670: true
    default: false
    }
  }

  private static let firstLetters: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
  ]
}
