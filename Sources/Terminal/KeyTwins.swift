/// What a keyboard layout writes on the keys of a Latin one, so that a command's key is found by its place while another
/// script is typed.
///
/// The rows are the first two levels of the layouts of xkeyboard-config 2.35, in the order of `latin`; a blank stands for
/// a key that writes nothing by itself, or what another key is better known for.
public enum KeyLayout: Sendable, CaseIterable {
  case russian, ukrainian, greek, hebrew, arabic, persian

  /// The same keys on a layout of the United States, without and with Shift.
  static let latin = (
    plain: "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    shifted: "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
  )

  var rows: (plain: String, shifted: String) {
    switch self {
    case .russian:
      (
        "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
        "Ё!\"\u{2116};%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
      )
    case .ukrainian:
      (
        "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю.",
        "\u{2BC}!\"\u{2116};%:?*()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"
      )
    case .greek:
      (
        "`1234567890-=;ςερτυθιοπ[]\\ασδφγηξκλ 'ζχψωβνμ,./",
        "~!@#$%^&*()_+: ΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ \"ΖΧΨΩΒΝΜ<>?"
      )
    case .hebrew:
      (
        ";1234567890-=/'\u{5E7}\u{5E8}\u{5D0}\u{5D8}\u{5D5}\u{5DF}\u{5DD}\u{5E4}][\\\u{5E9}\u{5D3}\u{5D2}\u{5DB}"
          + "\u{5E2}\u{5D9}\u{5D7}\u{5DC}\u{5DA}\u{5E3},\u{5D6}\u{5E1}\u{5D1}\u{5D4}\u{5E0}\u{5DE}\u{5E6}\u{5EA}"
          + "\u{5E5}.",
        "~!@#$%^&*)(_+QWERTYUIOP}{|ASDFGHJKL:\"ZXCVBNM><?"
      )
    case .arabic:
      (
        "\u{630}1234567890-=\u{636}\u{635}\u{62B}\u{642}\u{641}\u{63A}\u{639}\u{647}\u{62E}\u{62D}\u{62C}\u{62F}"
          + "\\\u{634}\u{633}\u{64A}\u{628}\u{644}\u{627}\u{62A}\u{646}\u{645}\u{643}\u{637}\u{626}\u{621}\u{624}"
          + "\u{631}\u{FEFB}\u{649}\u{629}\u{648}\u{632}\u{638}",
        "\u{651}!@#$%^&*)(_+\u{64E}\u{64B}\u{64F}\u{64C}\u{FEF9}\u{625}`\u{F7}\u{D7}\u{61B}<>\u{2026}\u{650}"
          + "\u{64D}][\u{FEF7}\u{623}\u{640}\u{60C}/:\"~\u{652}}{\u{FEF5}\u{622}',.\u{61F}"
      )
    case .persian:
      (
        "\u{200D}\u{6F1}\u{6F2}\u{6F3}\u{6F4}\u{6F5}\u{6F6}\u{6F7}\u{6F8}\u{6F9}\u{6F0}-=\u{636}\u{635}\u{62B}"
          + "\u{642}\u{641}\u{63A}\u{639}\u{647}\u{62E}\u{62D}\u{62C}\u{686}\\\u{634}\u{633}\u{6CC}\u{628}\u{644}"
          + "\u{627}\u{62A}\u{646}\u{645}\u{6A9}\u{6AF}\u{638}\u{637}\u{632}\u{631}\u{630}\u{62F}\u{67E}\u{648}./",
        "\u{F7}!\u{66C}\u{66B}\u{FDFC}\u{66A}\u{D7}\u{60C}*)(\u{640}+\u{652}\u{64C}\u{64D}\u{64B}\u{64F}\u{650}"
          + "\u{64E}\u{651}][}{|\u{624}\u{626}\u{64A}\u{625}\u{623}\u{622}\u{629}\u{BB}\u{AB}:\u{61B}\u{643}\u{653}"
          + "\u{698}\u{670}\u{200C}\u{654}\u{621}><\u{61F}"
      )
    }
  }

  /// What each of its letters and signs would be on a Latin layout.
  private static let latinByLayout: [KeyLayout: [Unicode.Scalar: Character]] = Dictionary(
    uniqueKeysWithValues: allCases.map { layout in
      let pairs = zip(layout.rows.plain.unicodeScalars, latin.plain)
      let shifted = zip(layout.rows.shifted.unicodeScalars, latin.shifted)
      // What is written without Shift is the likelier where a layout writes it twice.
      return (layout, Dictionary(Array(pairs) + Array(shifted)) { first, _ in first })
    })

  /// What stands on a Latin layout where this one writes `character`; nil where it does not write it.
  public func latin(for character: Character) -> Character? {
    guard let scalar = character.onlyScalar, scalar != " " else { return nil }
    return Self.latinByLayout[self]?[scalar]
  }
}

/// Finds the Latin key that somebody means who types another script: by its place on the layout, by the full-width form
/// of a Chinese or Japanese input method, by the digit.
public struct KeyTwins: Sendable {
  /// The layout that the letters so far came from.
  private var layout: KeyLayout?
  /// The last letter was of that layout: its signs stand elsewhere too.
  private var isForeign = false

  public init() {}

  /// Learns from a key, whatever it was for, which layout is on.
  public mutating func notice(_ chord: KeyChord) {
    guard let character = chord.typed else { return }
    if character.isASCII {
      // Capitals are Latin on some of the layouts too.
      if character.isLowercase { isForeign = false }
    } else if let found = Self.layout(of: character, after: layout) {
      (layout, isForeign) = (found, true)
    }
  }

  /// The key that is meant, where `chord` itself means nothing; nil where there is none.
  public func twin(of chord: KeyChord) -> KeyChord? {
    guard let character = chord.typed, let twin = twin(of: character), twin != character else { return nil }
    return KeyChord(.character(twin))
  }

  private func twin(of character: Character) -> Character? {
    if character.isASCII { return isForeign ? layout?.latin(for: character) : nil }
    return (isForeign ? layout?.latin(for: character) : nil) ?? Self.narrow(character)
      ?? Self.layout(of: character, after: layout)?.latin(for: character)
  }

  /// The layout that writes the letter: the one that was on where it has it.
  private static func layout(of character: Character, after known: KeyLayout?) -> KeyLayout? {
    if let known, known.latin(for: character) != nil { return known }
    return KeyLayout.allCases.first { $0.latin(for: character) != nil }
  }

  /// A digit of any script, a full-width form, or the sign that an input method writes in the place of an ASCII one.
  private static func narrow(_ character: Character) -> Character? {
    guard let scalar = character.onlyScalar else { return nil }
    if scalar.properties.generalCategory == .decimalNumber, let digit = scalar.properties.numericValue {
      return Character(String(Int(digit)))
    }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
    }
    return signs[character]
  }

  /// What Chinese and Japanese input methods write with the keys of ASCII signs.
  private static let signs: [Character: Character] = [
    "\u{3000}": " ", "。": ".", "、": "/", "・": "/", "《": "<", "》": ">", "〈": "<", "〉": ">", "【": "[", "】": "]",
    "「": "[", "」": "]", "『": "{", "』": "}", "￥": "$", "—": "_", "…": "^", "·": "`", "“": "\"", "”": "\"",
    "‘": "'",
    "’": "'",
  ]
}

extension Character {
  fileprivate var onlyScalar: Unicode.Scalar? { unicodeScalars.count == 1 ? unicodeScalars.first : nil }
}
