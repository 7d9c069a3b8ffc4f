/// What signs are folded to that neither compatibility decomposition (NFKD, UAX #15) nor small letters make one.
///
/// Which letters are one for who searches: the collation for searching of CLDR (`root.xml`, type `search`: teh marbuta
/// is heh, alef maksura is yeh, tatweel is nothing), that for Persian and Pashto (`fa.xml`: the other forms of alef, kaf,
/// heh and yeh; without yeh barree, which is a letter of its own in Urdu), and UTS #10 (what has no primary weight is
/// nothing, final sigma is sigma, katakana is hiragana). Malayalam chillus and Bengali khanda ta are what they were
/// written with before they had a sign of their own (Unicode, chapters 12.9 and 12.2). Decimal digits of any script are
/// those of ASCII (Unicode Character Database, Numeric_Type). What no font draws is nothing
/// (Default_Ignorable_Code_Point): joiners, soft hyphens, marks of direction, selectors of variants; the fillers of
/// Hangul are letters all the same. Of Chinese characters see `HanForms`.
enum LetterForms {
  /// Adds what a sign is folded to, one that is decomposed and small; white space as a blank.
  static func append(_ sign: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    switch sign.value {
    case 0..<0x80: folded.append(sign.properties.isWhitespace ? " " : sign)
    case HanForms.range: folded.append(HanForms.form(of: sign))
    // Small kana stay small: つ and っ are two syllables. The stroke for long vowels stays too.
    case 0x30A1...0x30F6, 0x30FD: folded.append(Unicode.Scalar(sign.value - 0x60) ?? sign)
    default: appendOther(sign, to: &folded)
    }
  }

  /// By the category first: most signs are letters, and to ask for more of each costs more than all else.
  private static func appendOther(_ sign: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    switch sign.properties.generalCategory {
    case .lowercaseLetter, .otherLetter:
      if let letters = letters[sign] {
        folded.append(contentsOf: letters.unicodeScalars)
      } else {
        folded.append(sign)
      }
    case .nonspacingMark, .enclosingMark, .modifierLetter, .format, .unassigned:
      if !isMark(sign) && !sign.properties.isDefaultIgnorableCodePoint { folded.append(sign) }
    case .decimalNumber:
      let value = sign.properties.numericValue.map { UInt8($0) } ?? 0
      folded.append(Unicode.Scalar(UInt8(ascii: "0") + value))
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      folded.append(sign.properties.isWhitespace ? " " : sign)
    default: folded.append(sign)
    }
  }

  /// Whether a sign says nothing of which letter stands there. Marks of Indic and Thai script are letters; those of
  /// Latin, Greek, Cyrillic, Hebrew, Arabic (with the small letters of the Quran) and Syriac are not, nor is what
  /// lengthens the line below a word of Arabic or N'Ko.
  static func isMark(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1ACE, 0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE20...0xFE2F,
      0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0xFB1E,
      0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED, 0x898...0x89F,
      0x8CA...0x8E1, 0x8E3...0x8FF, 0x711, 0x730...0x74A, 0x640, 0x7FA:
      true
    default: false
    }
  }

  private static let letters: [Unicode.Scalar: String] = {
    let forms: [(letters: String, signs: String)] = [
      ("l", "ł"), ("o", "ø"), ("d", "đð"), ("th", "þ"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("i", "ı"),
      ("h", "ħ"), ("σ", "ς"),
      // By their numbers, because few fonts tell them apart. Alef: wasla, with wavy hamza above and below.
      ("\u{627}", "\u{671}\u{672}\u{673}"),
      // Kaf: Persian keheh, swash.
      ("\u{643}", "\u{6A9}\u{6AA}"),
      // Heh: teh marbuta, Urdu goal, its teh marbuta, doachashmee, Kurdish and Uyghur ae.
      ("\u{647}", "\u{629}\u{6C1}\u{6C3}\u{6BE}\u{6D5}"),
      // Yeh: alef maksura, Farsi yeh, Pashto e, with tail, Kurdish with a small v.
      ("\u{64A}", "\u{649}\u{6CC}\u{6D0}\u{6CD}\u{6CE}"),
      ("\u{9A4}\u{9CD}", "\u{9CE}"),
      ("\u{D23}\u{D4D}", "\u{D7A}"), ("\u{D28}\u{D4D}", "\u{D7B}"), ("\u{D30}\u{D4D}", "\u{D7C}"),
      ("\u{D32}\u{D4D}", "\u{D7D}"), ("\u{D33}\u{D4D}", "\u{D7E}"), ("\u{D15}\u{D4D}", "\u{D7F}"),
    ]
    return Dictionary(
      uniqueKeysWithValues: forms.flatMap { form in form.signs.unicodeScalars.map { ($0, form.letters) } })
  }()
}
