import Foundation

/// A word of a name as it stands, and folded.
struct NameToken {
  /// As it is written, without what nobody sees.
  var raw: String
  var folded: String
  /// Behind it stands a point.
  var isPointed = false
  /// What joins it to the next word without a blank: a point or a hyphen.
  var joiner: Unicode.Scalar?
  /// Behind it stands a comma.
  var endsPart = false

  var isLetter: Bool {
    var scalars = folded.unicodeScalars.makeIterator()
    guard let first = scalars.next(), first.properties.isAlphabetic else { return false }
    return scalars.next() == nil
  }
  var isIdeographic: Bool { folded.unicodeScalars.first.map(Folding.isIdeograph) ?? false }
  /// Written in capitals only: "JA", not "Ja".
  var isInCapitals: Bool {
    raw.unicodeScalars.count > 1 && raw.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }
}

extension NameForm {
  /// The words; an apostrophe joins what it stands between, all other signs divide.
  static func tokens(_ text: String) -> [NameToken] {
    var tokens: [NameToken] = []
    var raw = String.UnicodeScalarView()
    var wasIdeograph = false
    func end() {
      if !raw.isEmpty {
        let word = String(raw)
        tokens.append(
          NameToken(raw: word, folded: wasIdeograph ? HanForm.unified(word) : Folding.folded(word)))
      }
      raw = String.UnicodeScalarView()
    }
    let text = needsComposing(text) ? text.precomposedStringWithCompatibilityMapping : text
    var divider: Unicode.Scalar?
    for scalar in text.unicodeScalars where !isUnseen(scalar) && !apostrophes.contains(scalar) {
      guard isWordPart(scalar) else {
        end()
        note(scalar, after: divider, in: &tokens)
        divider = scalar
        continue
      }
      if raw.isEmpty, divider == "." || divider == "-" || divider == "‐", !tokens.isEmpty {
        tokens[tokens.count - 1].joiner = divider == "." ? "." : "-"
      }
      divider = nil
      let isIdeograph = Folding.isIdeograph(scalar)
      if isIdeograph != wasIdeograph { end() }
      wasIdeograph = isIdeograph
      raw.append(scalar)
    }
    end()
    return tokens.filter { !$0.folded.isEmpty }
  }

  /// Whether there may be letters of Hangul that make syllables, or wide forms of letters and kana.
  private static func needsComposing(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0xEF || last == 0xE1 && (0x84...0x87).contains(byte) { return true }
      last = byte
    }
    return false
  }

  private static func note(
    _ sign: Unicode.Scalar, after divider: Unicode.Scalar?, in tokens: inout [NameToken]
  ) {
    guard !tokens.isEmpty else { return }
    if sign == ".", divider == nil { tokens[tokens.count - 1].isPointed = true }
    if sign == "," || sign == "，" || sign == "、" || sign == "،" { tokens[tokens.count - 1].endsPart = true }
  }

  /// Joiners, marks of direction, soft hyphens, and the stroke that lengthens Arabic words.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0xAD || (0xC0...0x4FF).contains(scalar.value) { return false }
    return scalar.value == 0x640 || scalar.properties.generalCategory == .format
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    // Latin and Cyrillic letters are most: asking for properties costs far more.
    if (0xC0...0x24F).contains(scalar.value) { return scalar != "×" && scalar != "÷" }
    if (0x400...0x481).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "ʼ", "ʻ", "`", "´", "\u{2BF}"]
}
