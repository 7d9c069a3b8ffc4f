/// The versions of vCard: 2.1 of the Versit Consortium (1996), 3.0 (RFC 2426) and 4.0 (RFC 6350).
public enum VCardVersion: String, Sendable, CaseIterable {
  case v21 = "2.1"
  case v30 = "3.0"
  case v40 = "4.0"
}

/// One card of a file, its properties in the order of the file.
public struct VCard: Sendable, Equatable {
  /// The line of its BEGIN, counted from 1.
  public let line: Int
  public internal(set) var version = VCardVersion.v30
  public internal(set) var properties: [VCardProperty] = [] {
    didSet { positions = Dictionary(grouping: properties.indices) { properties[$0].name } }
  }
  /// The first thing wrong with this card; its properties are then the best guess.
  public internal(set) var problem: VCardProblem?

  /// Where the properties of each name stand.
  private var positions: [String: [Int]] = [:]

  init(line: Int) { self.line = line }

  /// The properties of a name in capitals, those that their owner prefers first.
  public func all(_ name: String) -> [VCardProperty] {
    guard let places = positions[name] else { return [] }
    let found = places.map { properties[$0] }
    if found.count == 1 { return found }
    // Stable: those that are equally preferred stay as they stand.
    return found.enumerated().sorted {
      ($0.element.preference, $0.offset) < ($1.element.preference, $1.offset)
    }
    .map(\.element)
  }

  /// The first property of a name in each group; those in none are not among them.
  func byGroup(_ name: String) -> [String: VCardProperty] {
    let grouped = all(name).filter { !$0.group.isEmpty }.map { ($0.group, $0) }
    return Dictionary(grouped, uniquingKeysWith: { first, _ in first })
  }

  /// The preferred text of a property that is not blank.
  public func text(_ name: String) -> String? {
    all(name).lazy.map(\.text).first { !$0.isEmpty }
  }
}

/// One property of a card: `group.NAME;PARAMETER=value:value`.
public struct VCardProperty: Sendable, Equatable {
  /// The line of the file where it starts, counted from 1.
  public let line: Int
  /// What Apple and others tie properties together with, such as `item1`; empty without one.
  public let group: String
  /// In capitals.
  public let name: String
  public let parameters: [Parameter]
  /// As in the file, but without transfer encoding: backslashes still protect commas and semicolons.
  public let value: String
  /// Whether it is of version 2.1, which has fewer escapes.
  let isOld: Bool

  /// A parameter; the name in capitals, the value without quotes.
  public struct Parameter: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  public func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// What the property is for, in small letters: `work`, `home`, `cell`, `pref` …
  public var types: Set<String> {
    Set(
      parameters.filter { $0.name == "TYPE" }.flatMap { $0.value.split(separator: ",") }
        .map { $0.lowercased().trimmed })
  }

  /// 1 for the most preferred, 100 for the least, 101 where nothing is said.
  public var preference: Int {
    if let level = parameter("PREF").flatMap({ Int($0.trimmed) }) { return min(max(level, 1), 100) }
    return types.contains("pref") ? 1 : 101
  }

  /// The whole value as one text.
  public var text: String { VCardText.plain(value[...], isOld: isOld).trimmed }

  /// The parts that semicolons separate, as in N, ADR and ORG.
  public var components: [String] { parts(at: ";") }

  /// The parts that semicolons separate, each the values that commas separate in it, as in N (RFC 6350, section 6.2.2).
  public var componentLists: [[String]] {
    VCardText.split(value, at: ";").map { component in
      let values = isOld ? [component] : VCardText.split(String(component), at: ",")
      return values.map { VCardText.plain($0, isOld: isOld).trimmed }.filter { !$0.isEmpty }
    }
  }

  /// The values that commas separate, as in CATEGORIES.
  public var list: [String] { parts(at: ",").filter { !$0.isEmpty } }

  private func parts(at separator: Character) -> [String] {
    VCardText.split(value, at: separator).map { VCardText.plain($0, isOld: isOld).trimmed }
  }
}

/// The backslashes of vCard text (RFC 6350, section 3.4).
enum VCardText {
  /// Splits where the separator has no backslash before it.
  static func split(_ text: String, at separator: Character) -> [Substring] {
    guard let mark = separator.asciiValue else { return [text[...]] }
    var parts: [Substring] = []
    var start = text.startIndex
    var isProtected = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if byte == mark, !isProtected {
        parts.append(text[start..<index])
        start = text.utf8.index(after: index)
      }
      isProtected = byte == UInt8(ascii: "\\") && !isProtected
    }
    return parts + [text[start...]]
  }

  /// The text without its backslashes. Version 2.1 knows no line breaks among them, so that `C:\new` stays.
  static func plain(_ text: Substring, isOld: Bool) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isProtected = false
    for byte in text.utf8 {
      guard isProtected || byte != UInt8(ascii: "\\") else {
        isProtected = true
        continue
      }
      if isProtected { bytes += meaning(of: byte, isOld: isOld) } else { bytes.append(byte) }
      isProtected = false
    }
    if isProtected { bytes.append(UInt8(ascii: "\\")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func meaning(of byte: UInt8, isOld: Bool) -> [UInt8] {
    switch byte {
    // The quotation mark is Gmail's and Apple's own.
    case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""):
      [byte]
    case UInt8(ascii: "n") where !isOld, UInt8(ascii: "N") where !isOld: [0x0A]
    default: [UInt8(ascii: "\\"), byte]
    }
  }

  /// A text with what separates values protected.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The value of a parameter, where RFC 6868 says what stands for quotes and line breaks.
  static func caretDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "^", let next = scalars.next() else {
        result.append(scalar)
        continue
      }
      switch next {
      case "n": result.append("\n")
      case "'": result.append("\"")
      case "^": result.append("^")
      default: result += ["^", next]
      }
    }
    return String(result)
  }

  /// A parameter's value in quotes, with what quotes cannot hold written as RFC 6868 says.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "^n"
      case "\"": result += "^'"
      case "^": result += "^^"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
