import Model

/// What the names on a card say of a stakeholder.
struct VCardNames {
  /// Citation form, in Latin letters where there is one; empty where the card has no name.
  private(set) var name = ""
  private(set) var nativeName = ""
  private(set) var isFamilyFirst = false
  /// Other names.
  private(set) var aliases: [String] = []
  private(set) var sortName = ""
  private(set) var honorific = ""
  /// The person on a card that shows an organization.
  private(set) var contact = ""
  /// How the name is read out, where it is no other way to write it.
  private(set) var reading = ""

  /// - Parameter isPerson: whether the parts of N are those of a person's name.
  init(_ card: VCard, isPerson: Bool) {
    take(card.all("FN").filter { !$0.text.isEmpty })
    let parts = card.all("N").map { Parts($0.componentLists) }.filter { !$0.isEmpty }
    let isLatin = Script.isLatin(name)
    if let fitting = parts.first(where: { $0.isLatin == isLatin }) ?? parts.first {
      honorific = fitting.prefix
      if isPerson {
        take(fitting)
      } else if !fitting.citation.isEmpty, !Folding.says(fitting.citation, in: name) {
        contact = fitting.citation
      }
    }
    if isPerson { takeReading(card) }
    aliases += card.all("NICKNAME").flatMap(\.list)
    aliases = aliases.filter { $0 != name && $0 != nativeName }
    sortName = Self.sortName(of: card)
  }

  private struct Parts {
    let family: String
    /// Given and additional names.
    let given: String
    let prefix: String
    let suffix: String

    /// - Parameter components: those of N, each a list.
    init(_ components: [[String]]) {
      func part(_ index: Int, _ separator: String = " ") -> String {
        let texts = components.count > index ? components[index] : []
        return texts.map(\.inOneLine).joined(separator: separator)
      }
      family = part(0)
      given = [part(1), part(2)].filter { !$0.isEmpty }.joined(separator: " ")
      (prefix, suffix) = (part(3), part(4, ", "))
    }

    var isEmpty: Bool { [family, given, prefix, suffix].allSatisfy(\.isEmpty) }
    var isLatin: Bool { Script.isLatin(family + given) }
    /// `Banda, Thandiwe`.
    var citation: String { [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ") }
    /// As people write it who have the family name first, in letters that need no spaces between words.
    var joined: String { family + given }
  }

  /// The first name in Latin letters is the citation form. Another one that stands for the same (ALTID) or is in
  /// another script is the native name.
  private mutating func take(_ names: [VCardProperty]) {
    guard let main = names.first(where: { Script.isLatin($0.text) }) ?? names.first else { return }
    name = main.text.inOneLine
    let others = names.filter { $0.text != main.text }
    let native = others.first { !Script.isLatin($0.text) }
    let alternative = others.first { main.altID != nil && $0.altID == main.altID }
    nativeName = (native ?? alternative)?.text ?? ""
    aliases = others.map(\.text)
  }

  /// What N says is surer than the guess where a family name ends.
  private mutating func take(_ parts: Parts) {
    guard !parts.family.isEmpty, !parts.given.isEmpty else {
      if name.isEmpty { name = parts.joined }
      if !Folding.says(parts.joined, in: name) { aliases.append(parts.joined) }
      return
    }
    if isWrong(parts) { return }
    let before = name
    defer {
      if !Folding.says(before, in: "\(name) \(nativeName) \(parts.prefix) \(parts.citation)") {
        aliases.append(before)
      }
    }
    let shown = Folding.folded(name)
    let isInOrder = shown == Folding.folded(parts.family + " " + parts.given)
    if isInOrder || (!parts.isLatin && shown == Folding.folded(parts.joined)) {
      isFamilyFirst = true
    } else if name.isEmpty || Script.isLatin(name) == parts.isLatin {
      name = parts.citation
    } else if parts.isLatin {
      if nativeName.isEmpty { nativeName = name }
      name = parts.citation
    } else if nativeName.isEmpty {
      nativeName = Script.isIdeographic(parts.family) ? parts.joined : "\(parts.given) \(parts.family)"
    }
  }

  /// abook writes a single name twice, and cuts a citation form at its last blank: there FN is right.
  private func isWrong(_ parts: Parts) -> Bool {
    if parts.family == parts.given { return parts.family == name }
    let sides = name.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    return sides.count == 2 && sides[1] == parts.family && parts.given == sides[0]
  }

  /// A name in Latin letters beside one in others (Apple's, where the reading is in Latin letters too).
  private mutating func takeReading(_ card: VCard) {
    let family = card.text("X-PHONETIC-LAST-NAME")?.inOneLine ?? ""
    let given = [card.text("X-PHONETIC-FIRST-NAME"), card.text("X-PHONETIC-MIDDLE-NAME")].compactMap(\.self)
      .map(\.inOneLine).joined(separator: " ")
    let whole = [family, given].filter { !$0.isEmpty }
    guard !whole.isEmpty, !Folding.says(whole.joined(separator: " "), in: name) else { return }
    let isTelling = !Script.isLatin(name) && nativeName.isEmpty && Script.isLatin(family + given)
    guard isTelling else {
      reading = whole.joined(separator: " ")
      return
    }
    nativeName = name
    isFamilyFirst = Script.isIdeographic(name)
    name = whole.joined(separator: isFamilyFirst ? " " : ", ")
  }

  private static func sortName(of card: VCard) -> String {
    let keys = card.all("N").compactMap { $0.parameter("SORT-AS") }
    let sorted = keys.first.map {
      $0.split(separator: ",").map { String($0).trimmed }.joined(separator: ", ")
    }
    return sorted ?? card.text("SORT-STRING") ?? card.text("X-EVOLUTION-FILE-AS") ?? ""
  }
}

extension VCardProperty {
  /// What properties share that say the same in several languages (RFC 6350, section 5.4).
  var altID: String? { parameter("ALTID") }
}

/// In which letters a text is written.
enum Script {
  /// Whether the first letter is a Latin one, or there is none.
  static func isLatin(_ text: String) -> Bool {
    guard let letter = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return true }
    return isLatin(letter)
  }

  /// Whether the first letter is a Chinese one.
  static func isIdeographic(_ text: String) -> Bool {
    text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isIdeographic == true
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: true
    default: false
    }
  }

  /// The language tag of a name (RFC 5646): that of the first language whose script it is, else the script
  /// alone.
  static func tag(of text: String, among languages: [String]) -> String {
    guard let letter = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return "und" }
    let script = isLatin(letter) ? "Latn" : code(of: letter)
    let fitting = languages.first { tag in
      let subtags = tag.split(separator: "-").map(String.init)
      if let own = subtags.dropFirst().first(where: { $0.count == 4 }) {
        return own == script || (script == "Hani" && own.hasPrefix("Han"))
      }
      return usual[subtags.first ?? ""]?.contains(script) == true
    }
    return fitting ?? "und-\(script)"
  }

  private static func code(of letter: Unicode.Scalar) -> String {
    ranges.first { $0.range.contains(letter.value) }?.code
      ?? (letter.properties.isIdeographic ? "Hani" : "Zyyy")
  }

  /// ISO 15924 codes of the scripts of names, by the blocks of their letters.
  private static let ranges: [(range: ClosedRange<UInt32>, code: String)] = [
    (0x370...0x3FF, "Grek"), (0x400...0x52F, "Cyrl"), (0x530...0x58F, "Armn"), (0x590...0x5FF, "Hebr"),
    (0x600...0x77F, "Arab"), (0x900...0x97F, "Deva"), (0x980...0x9FF, "Beng"), (0xB80...0xBFF, "Taml"),
    (0xD80...0xDFF, "Sinh"), (0xE00...0xE7F, "Thai"), (0xE80...0xEFF, "Laoo"), (0xF00...0xFFF, "Tibt"),
    (0x1000...0x109F, "Mymr"), (0x10A0...0x10FF, "Geor"), (0x1100...0x11FF, "Hang"),
    (0x1200...0x137F, "Ethi"), (0x1780...0x17FF, "Khmr"), (0x3040...0x30FF, "Jpan"),
    (0xAC00...0xD7AF, "Hang"),
  ]

  /// The scripts that languages are usually written in, where that is not Latin.
  private static let usual: [String: Set<String>] = [
    "am": ["Ethi"], "ar": ["Arab"], "be": ["Cyrl"], "bg": ["Cyrl"], "bn": ["Beng"], "bo": ["Tibt"],
    "dz": ["Tibt"], "el": ["Grek"], "fa": ["Arab"], "he": ["Hebr"], "hi": ["Deva"], "hy": ["Armn"],
    "ja": ["Jpan", "Hani"], "ka": ["Geor"], "kk": ["Cyrl"], "km": ["Khmr"], "ko": ["Hang", "Hani"],
    "ky": ["Cyrl"], "lo": ["Laoo"], "mk": ["Cyrl"], "mn": ["Cyrl"], "mr": ["Deva"], "my": ["Mymr"],
    "ne": ["Deva"], "ps": ["Arab"], "ru": ["Cyrl"], "si": ["Sinh"], "sr": ["Cyrl"], "ta": ["Taml"],
    "tg": ["Cyrl"], "th": ["Thai"], "ti": ["Ethi"], "uk": ["Cyrl"], "ur": ["Arab"], "zh": ["Hani"],
  ]
}
