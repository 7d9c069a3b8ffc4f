/// Why a file of XML cannot be read on, and where.
public struct MarkupProblem: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Neither a tag nor anything else that may stand there.
    case malformed(String)
    /// One element is closed while another, begun in that line, is open.
    case mismatch(open: String, line: Int, closed: String)
    case unclosed(String, line: Int)
    case endsEarly
    case tooDeep(Int)
    case tooLong(Int)
    /// No feed and no list of feeds, but this element.
    case notAFeed(String)
    case notText
    /// More bytes than anybody's feed has.
    case tooBig(Int)
  }

  /// From 1.
  public let line: Int
  public let kind: Kind

  public init(line: Int, _ kind: Kind) { (self.line, self.kind) = (line, kind) }
}

/// Reads XML piece by piece (XML 1.0, fifth edition, without validation), for files of strangers.
///
/// It is our own because feeds are seldom quite XML: they use the entities of HTML undeclared, and one that nobody
/// knows stays the text that it is written with; a blank line stands before the declaration. Expat, by which workbooks
/// are read, refuses both, so that it would be a second reader beside this one. Problems have their line, and an element
/// its end in depth and length. No other file and no connection is opened, whatever a file names, and the document type is skipped unread.
struct MarkupReader {
  enum Event: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  static let mostDepth = 100
  /// Of a text, an attribute, a tag, in bytes.
  static let mostLength = 1 << 20

  private let bytes: [UInt8]
  private var at = 0
  private(set) var line = 1
  private var open: [(name: String, line: Int)] = []
  /// An element closed in its own tag.
  private var closing: String?
  private var hasBegun = false
  /// The file has a document type, of which nothing was read.
  private(set) var hasDocumentType = false

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) { bytes = text }

  var depth: Int { open.count }

  /// The next piece; nil at the end.
  mutating func next() throws(MarkupProblem) -> Event? {
    if let name = closing {
      closing = nil
      open.removeLast()
      return .end(name)
    }
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        try take(until: UInt8(ascii: "<"), into: &text)
      } else if starts("<![CDATA[") {
        skip(9)
        text += try taken(until: "]]>")
      } else if starts("<!--") {
        skip(4)
        _ = try taken(until: "-->")
      } else if starts("<?") {
        skip(2)
        _ = try taken(until: "?>")
      } else if starts("<!") {
        try skipDocumentType()
      } else if open.isEmpty {
        // Outside the root there is nothing to read.
        text = []
        return try tag()
      } else if !text.isEmpty {
        break
      } else {
        return try tag()
      }
      guard text.count <= Self.mostLength else { throw problem(.tooLong(Self.mostLength)) }
    }
    if !text.isEmpty, !open.isEmpty { return .text(String(decoding: text, as: UTF8.self)) }
    if let last = open.last { throw problem(.unclosed(last.name, line: last.line)) }
    if !hasBegun { throw problem(.endsEarly) }
    return nil
  }

  /// Skips the rest of the element that was begun last, what is in it too.
  mutating func skipElement() throws(MarkupProblem) {
    let depth = depth
    while let event = try next() {
      if case .end = event, self.depth < depth { return }
    }
  }

  /// All text of the element that was begun last, whatever elements are in it, up to its end.
  mutating func wholeText() throws(MarkupProblem) -> String {
    let depth = depth
    var whole = ""
    while let event = try next() {
      switch event {
      case .text(let text): whole += text
      case .start(let name, _): whole += FeedText.isInline(name) ? "" : " "
      case .end(let name):
        if self.depth < depth { return whole }
        whole += FeedText.isInline(name) ? "" : " "
      }
      guard whole.utf8.count <= Self.mostLength else { throw problem(.tooLong(Self.mostLength)) }
    }
    return whole
  }

  func problem(_ kind: MarkupProblem.Kind) -> MarkupProblem { MarkupProblem(line: line, kind) }

  // MARK: Bytes

  private func starts(_ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(_ count: Int) {
    for byte in bytes[at..<min(bytes.count, at + count)] where byte == UInt8(ascii: "\n") { line += 1 }
    at = min(bytes.count, at + count)
  }

  private mutating func taken(until end: StaticString) throws(MarkupProblem) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, !starts(end) {
      skip(1)
      guard at - start <= Self.mostLength else { throw problem(.tooLong(Self.mostLength)) }
    }
    guard at < bytes.count else { throw problem(.endsEarly) }
    let taken = bytes[start..<at]
    skip(end.utf8CodeUnitCount)
    return taken
  }

  /// Text with its references read.
  private mutating func take(until end: UInt8, into text: inout [UInt8]) throws(MarkupProblem) {
    while at < bytes.count, bytes[at] != end {
      if bytes[at] == UInt8(ascii: "&") {
        let (length, scalar) = MarkupReference.read(bytes[at...])
        if let scalar { text += scalar.utf8 } else { text.append(bytes[at]) }
        skip(scalar == nil ? 1 : length)
      } else {
        if bytes[at] == UInt8(ascii: "\n") { line += 1 }
        if bytes[at] != 0 { text.append(bytes[at]) }
        at += 1
      }
      guard text.count <= Self.mostLength else { throw problem(.tooLong(Self.mostLength)) }
    }
  }

  /// The document type and what is declared in it, unread.
  private mutating func skipDocumentType() throws(MarkupProblem) {
    let start = at
    hasDocumentType = true
    var (brackets, quote) = (0, UInt8(0))
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        brackets += 1
      } else if byte == UInt8(ascii: "]") {
        brackets -= 1
      } else if byte == UInt8(ascii: ">"), brackets <= 0 {
        return skip(1)
      }
      skip(1)
      guard at - start <= Self.mostLength else { throw problem(.tooLong(Self.mostLength)) }
    }
    throw problem(.endsEarly)
  }

  // MARK: Tags

  private mutating func tag() throws(MarkupProblem) -> Event {
    skip(1)
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { return try endTag() }
    let begun = line
    guard let name = name() else { throw problem(.malformed(around)) }
    var attributes: [String: String] = [:]
    while true {
      let hasSpace = skipSpace()
      guard at < bytes.count else { throw problem(.endsEarly) }
      if bytes[at] == UInt8(ascii: ">") {
        skip(1)
        break
      }
      if starts("/>") {
        skip(2)
        closing = name
        break
      }
      guard hasSpace, let attribute = self.name() else { throw problem(.malformed(around)) }
      let value = try value()
      guard attributes.count < 256 else { throw problem(.tooLong(256)) }
      attributes[attribute] = value
    }
    guard open.count < Self.mostDepth else { throw problem(.tooDeep(Self.mostDepth)) }
    open.append((name, begun))
    hasBegun = true
    return .start(name, attributes)
  }

  private mutating func endTag() throws(MarkupProblem) -> Event {
    skip(1)
    guard let name = name() else { throw problem(.malformed(around)) }
    _ = skipSpace()
    guard at < bytes.count else { throw problem(.endsEarly) }
    guard bytes[at] == UInt8(ascii: ">") else { throw problem(.malformed(around)) }
    guard let last = open.last else { throw problem(.malformed("</\(name)>")) }
    guard last.name == name else {
      throw problem(.mismatch(open: last.name, line: last.line, closed: name))
    }
    skip(1)
    open.removeLast()
    return .end(name)
  }

  private mutating func value() throws(MarkupProblem) -> String {
    _ = skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw problem(.malformed(around)) }
    skip(1)
    _ = skipSpace()
    guard at < bytes.count else { throw problem(.endsEarly) }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw problem(.malformed(around)) }
    skip(1)
    var value: [UInt8] = []
    try take(until: quote, into: &value)
    guard at < bytes.count else { throw problem(.endsEarly) }
    skip(1)
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func name() -> String? {
    let start = at
    while at < bytes.count, Self.isNamePart(bytes[at], isFirst: at == start), at - start < 200 { at += 1 }
    return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x80...: true
    case 0x30...0x39, 0x2D, 0x2E: !isFirst
    default: false
    }
  }

  private mutating func skipSpace() -> Bool {
    let start = at
    while at < bytes.count, bytes[at] == 0x20 || 0x09...0x0D ~= bytes[at] { skip(1) }
    return at > start
  }

  /// A few characters from here, for the sentence that says what is wrong.
  private var around: String {
    String(decoding: bytes[max(0, at - 1)..<min(bytes.count, at + 20)], as: UTF8.self)
  }
}
