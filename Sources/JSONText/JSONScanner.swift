/// Reads values of JSON (RFC 8259) from a text in memory, or from one that comes in pieces.
///
/// What breaks the grammar is thrown, since nobody knows where the next value begins. What is only too long or no
/// text is kept as the `problem` of the record.
public struct JSONScanner {
  private struct Limits {
    var textBytes = 1 << 20
    var recordBytes = 4 << 20
    let depth = 8
  }

  /// The line that is looked at, counted from 1.
  public private(set) var line = 1
  /// The first thing wrong with the record, beside its grammar.
  public private(set) var problem: JSONProblem?
  /// What follows the piece; nil where the piece is all.
  private var pieces: (any JSONPieces)?
  private var piece: ArraySlice<UInt8>
  /// Where it reads in the piece.
  private var at: Int
  private let limits: Limits
  private var recordLine = 1
  private var recordBytes = 0

  /// Of a file that a stranger wrote: its texts and records have an end.
  public init(_ pieces: any JSONPieces) {
    self.pieces = pieces
    (piece, at) = ([], 0)
    limits = Limits()
  }

  /// Of a text that is there as a whole: UTF-8, of any length.
  public init(_ text: [UInt8]) {
    (piece, at) = (text[...], 0)
    limits = Limits(textBytes: .max, recordBytes: .max)
  }

  /// How far the text was read.
  public var bytesRead: Int { pieces.map { $0.bytesRead - (piece.endIndex - at) } ?? at }

  public mutating func beginRecord() { (problem, recordLine, recordBytes) = (nil, line, 0) }

  /// The next byte that is no white space, which stays there.
  public mutating func peek() throws -> UInt8? {
    while let byte = try current() {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A: skip(byte)
      default: return byte
      }
    }
    return nil
  }

  /// Takes a mark; anything else is a mistake.
  public mutating func expect(_ mark: UInt8) throws {
    if try takes(mark) { return }
    guard let byte = try peek() else { throw JSONProblem.endsEarly(line: line) }
    throw unexpected(byte)
  }

  /// Takes a mark if it stands here.
  public mutating func takes(_ mark: UInt8) throws -> Bool {
    // White space is rare.
    if at < piece.endIndex, piece[at] == mark {
      at += 1
      return true
    }
    guard try peek() == mark else { return false }
    at += 1
    return true
  }

  public mutating func value(depth: Int = 0) throws -> JSONValue {
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

  public func unexpected(_ byte: UInt8) -> JSONProblem {
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

  public mutating func text() throws -> String {
    try expect(Self.quote)
    // Most texts lie in one piece and have no escapes.
    let start = at
    passPlain()
    if at < piece.endIndex, piece[at] == Self.quote {
      at += 1
      return finished(piece[start..<at - 1])
    }
    var bytes = Array(piece[start..<at])
    var isTooLong = false
    while let byte = try current(), byte != Self.quote {
      if let scalar = try escape(byte) { bytes += UTF8.encode(scalar)! } else { bytes += plainRun() }
      guard bytes.count > limits.textBytes else { continue }
      isTooLong = true
      bytes = []
    }
    try expect(Self.quote)
    return finished(bytes[...], isTooLong: isTooLong)
  }

  mutating func skipText() throws {
    try expect(Self.quote)
    while let byte = try current(), byte != Self.quote {
      if try escape(byte) == nil { passPlain() }
    }
    try expect(Self.quote)
  }

  private mutating func plainRun() -> ArraySlice<UInt8> {
    let start = at
    passPlain()
    return piece[start..<at]
  }

  /// Goes to the next mark of a text, or to the end of the piece.
  private mutating func passPlain() {
    var end = at
    while end < piece.endIndex, Self.isPlain(piece[end]) { end += 1 }
    at = end
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != quote && byte != UInt8(ascii: "\\") && byte >= 0x20
  }

  private mutating func finished(_ bytes: ArraySlice<UInt8>, isTooLong: Bool = false) -> String {
    guard !isTooLong, bytes.count <= limits.textBytes else {
      problem = problem ?? .textTooLong(line: line, limit: limits.textBytes)
      return ""
    }
    guard hasRoom(for: bytes.count) else { return "" }
    if let text = try? UTF8Span(validating: bytes.span) { return String(copying: text) }
    problem = problem ?? .undecodable(line: line)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The character that is escaped here; nil where none is.
  private mutating func escape(_ mark: UInt8) throws -> Unicode.Scalar? {
    guard mark == UInt8(ascii: "\\") else {
      guard mark >= 0x20 else { throw unexpected(mark) }
      return nil
    }
    skip(mark)
    let byte = try any()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
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
    while at == piece.endIndex {
      guard let more = try pieces?.next() else { return nil }
      (piece, at) = (more, more.startIndex)
    }
    return piece[at]
  }

  private mutating func skip(_ byte: UInt8) {
    at += 1
    if byte == 0x0A { line += 1 }
  }

  private static let quote = UInt8(ascii: "\"")
}
