/// A value of JSON (RFC 8259, section 3).
enum JSONValue: Equatable {
  case null
  case flag(Bool)
  /// As it is written.
  case number(String)
  case text(String)
  case array([JSONValue])
  /// In the order of the file.
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }
}

/// Reads values of JSON from a file that comes in pieces.
///
/// What breaks the grammar is thrown, since nobody knows where the next value begins. What is only too long or no
/// text is kept as the `problem` of the record.
struct JSONScanner {
  struct Limits {
    var textBytes = 1 << 20
    var recordBytes = 4 << 20
    var depth = 8
  }

  /// The line that is looked at, counted from 1.
  private(set) var line = 1
  /// The first thing wrong with the record, beside its grammar.
  private(set) var problem: JSONProblem?
  private var pieces: TextPieces
  private var rest: ArraySlice<UInt8> = []
  private let limits: Limits
  private var recordLine = 1
  private var recordBytes = 0

  init(_ pieces: TextPieces, limits: Limits = Limits()) {
    self.pieces = pieces
    self.limits = limits
  }

  /// How far the file was read.
  var bytesRead: Int { pieces.bytesRead - rest.count }

  mutating func beginRecord() { (problem, recordLine, recordBytes) = (nil, line, 0) }

  /// The next byte that is no white space, which stays there.
  mutating func peek() throws -> UInt8? {
    while let byte = try current() {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A: skip(byte)
      default: return byte
      }
    }
    return nil
  }

  /// Takes a mark; anything else is a mistake.
  mutating func expect(_ mark: UInt8) throws {
    guard let byte = try peek() else { throw JSONProblem.endsEarly(line: line) }
    guard byte == mark else { throw unexpected(byte) }
    skip(byte)
  }

  /// Takes a mark if it stands here.
  mutating func takes(_ mark: UInt8) throws -> Bool {
    guard try peek() == mark else { return false }
    skip(mark)
    return true
  }

  mutating func value(depth: Int = 0) throws -> JSONValue {
    guard let byte = try peek() else { throw JSONProblem.endsEarly(line: line) }
    guard depth <= limits.depth else { throw JSONProblem.tooDeep(line: line) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth))
    case UInt8(ascii: "["): return .array(try elements(depth))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number(byte)
    }
  }

  func unexpected(_ byte: UInt8) -> JSONProblem {
    let isShown = 0x21...0x7E ~= byte
    let found = isShown ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16, uppercase: true)
    return .unexpected(line: line, found: found)
  }

  // MARK: Values

  private mutating func members(_ depth: Int) throws -> [JSONValue.Member] {
    try expect(UInt8(ascii: "{"))
    var members: [JSONValue.Member] = []
    if try takes(UInt8(ascii: "}")) { return members }
    repeat {
      guard let quote = try peek() else { throw JSONProblem.endsEarly(line: line) }
      guard quote == UInt8(ascii: "\"") else { throw unexpected(quote) }
      let name = try text()
      try expect(UInt8(ascii: ":"))
      let value = try value(depth: depth + 1)
      if hasRoom(for: 64) { members.append(.init(name: name, value: value)) }
    } while try takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return members
  }

  private mutating func elements(_ depth: Int) throws -> [JSONValue] {
    try expect(UInt8(ascii: "["))
    var elements: [JSONValue] = []
    if try takes(UInt8(ascii: "]")) { return elements }
    repeat {
      let value = try value(depth: depth + 1)
      if hasRoom(for: 64) { elements.append(value) }
    } while try takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return elements
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    for wanted in word.utf8 {
      guard let byte = try current() else { throw JSONProblem.endsEarly(line: line) }
      guard byte == wanted else { throw unexpected(byte) }
      skip(byte)
    }
    return value
  }

  private mutating func number(_ first: UInt8) throws -> JSONValue {
    var digits: [UInt8] = []
    while let byte = try current(), Self.isNumberByte(byte) {
      skip(byte)
      if digits.count < 100 { digits.append(byte) }
    }
    let text = String(decoding: digits, as: UTF8.self)
    guard Self.isNumber(text) else { throw unexpected(first) }
    return .number(text)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.first, first.isNumber, Double(text) != nil else { return false }
    return first != "0" || digits.count == 1 || digits.dropFirst().first?.isNumber == false
  }

  // MARK: Texts

  private mutating func text() throws -> String {
    try expect(UInt8(ascii: "\""))
    var bytes: [UInt8] = []
    let start = line
    var isTooLong = false
    while true {
      guard let byte = try current() else { throw JSONProblem.endsEarly(line: line) }
      if byte < 0x20 { throw unexpected(byte) }
      skip(byte)
      if byte == UInt8(ascii: "\"") { break }
      let more = byte == UInt8(ascii: "\\") ? try escape() : [byte]
      if bytes.count + more.count > limits.textBytes { isTooLong = true } else { bytes += more }
    }
    if isTooLong {
      problem = problem ?? .textTooLong(line: start, limit: limits.textBytes)
      return ""
    }
    return hasRoom(for: bytes.count) ? decoded(bytes, start) : ""
  }

  private mutating func decoded(_ bytes: [UInt8], _ start: Int) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    problem = problem ?? .undecodable(line: start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape() throws -> [UInt8] {
    let byte = try any()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: throw unexpected(byte)
    }
  }

  /// Two escapes make one character beyond the first 65,536; one of them alone makes none.
  private mutating func scalar() throws -> Unicode.Scalar {
    let first = try unit()
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard try current() == UInt8(ascii: "\\") else { return "\u{FFFD}" }
    _ = try any()
    let mark = try any()
    guard mark == UInt8(ascii: "u") else { throw unexpected(mark) }
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00) ?? "\u{FFFD}"
  }

  private mutating func unit() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let byte = try any()
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw unexpected(byte) }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  // MARK: Bytes

  private mutating func hasRoom(for bytes: Int) -> Bool {
    recordBytes += bytes
    guard recordBytes > limits.recordBytes else { return true }
    problem = problem ?? .recordTooLong(line: recordLine, limit: limits.recordBytes)
    return false
  }

  private mutating func any() throws -> UInt8 {
    guard let byte = try current() else { throw JSONProblem.endsEarly(line: line) }
    skip(byte)
    return byte
  }

  private mutating func current() throws -> UInt8? {
    while rest.isEmpty {
      guard let more = try pieces.next() else { return nil }
      rest = more
    }
    return rest[rest.startIndex]
  }

  private mutating func skip(_ byte: UInt8) {
    rest.removeFirst()
    if byte == 0x0A { line += 1 }
  }
}
