import Model

/// Reads a file of vCards card by card, as RFC 6350 and its forerunners describe them and as address books really
/// write them.
///
/// A bad card comes with its problem and does not stop the reading. Only one card is in memory. Pictures,
/// sounds and keys are passed over unread.
public struct VCardReader {
  /// The sizes a reader accepts, so that no file takes more memory than planned.
  public struct Limits: Sendable, Equatable {
    public var lineBytes: Int
    public var cardBytes: Int
    /// How many notes to keep at most.
    public var notes: Int

    public init(lineBytes: Int = 1 << 20, cardBytes: Int = 4 << 20, notes: Int = 1_000) {
      self.lineBytes = lineBytes
      self.cardBytes = cardBytes
      self.notes = notes
    }
  }

  /// What was put right in the part of the file read so far, in the order of its lines.
  public private(set) var notes: [VCardNote] = []
  private var lines: VCardLineScanner
  private let decoder: VCardDecoder
  private let limits: Limits
  private var isAnyRead = false
  /// The BEGIN of a card that cut off the one before it.
  private var begin: VCardLine?
  private var strayLine: Int?
  /// Cards whose END and BEGIN are lost, behind the one that was read with them.
  private var waiting: [VCard] = []

  /// - Throws: `VCardProblem.notText` or `ImportFile.Unreadable`.
  public init(_ file: ImportFile, limits: Limits = .init()) throws {
    try self.init(file, limits: limits, piece: .max)
  }

  /// - Parameter piece: how many bytes are looked at once at most.
  init(_ file: ImportFile, limits: Limits, piece: Int) throws {
    if let token = try CSVSignature.token(of: file) { throw VCardProblem.notText(token) }
    let pieces = try TextPieces(file, atMost: piece)
    if CSVSignature.isBinary(pieces.beginning) { throw VCardProblem.notText("binary") }
    decoder = try VCardDecoder(file)
    lines = VCardLineScanner(pieces, limit: limits.lineBytes)
    self.limits = limits
  }

  /// How far the file was read.
  public var bytesRead: Int { lines.bytesRead }

  /// How the part of the file read so far was written, where lines do not say it themselves.
  public var encoding: TextEncoding { decoder.encoding }

  /// The next card; nil after the last one.
  /// - Throws: `VCardProblem.noCard` or `ImportFile.Unreadable`.
  public mutating func next() throws -> VCard? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    if let line = begin {
      begin = nil
      return try card(from: line)
    }
    while let line = try lines.next() {
      if line.says("begin:vcard") {
        isAnyRead = true
        guard let stray = takeStray() else { return try card(from: line) }
        begin = line
        return stray
      }
      take(stray: line)
    }
    guard isAnyRead else { throw VCardProblem.noCard }
    return takeStray()
  }

  // MARK: Between cards

  /// An END alone is left behind by a card that another cut off, of which is told already.
  private mutating func take(stray line: VCardLine) {
    let isBlank = line.bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x1A }
    if strayLine == nil, !isBlank, !line.says("end:vcard") { strayLine = line.number }
  }

  private mutating func takeStray() -> VCard? {
    guard let line = strayLine else { return nil }
    strayLine = nil
    var card = VCard(line: line)
    card.problem = .linesOutside(line: line)
    return card
  }

  // MARK: A card

  private mutating func card(from begin: VCardLine) throws -> VCard {
    var card = VCard(line: begin.number)
    var content: [VCardLine] = []
    var size = 0
    while let line = try lines.next() {
      if line.says("end:vcard") { return finish(&card, content) }
      // Some programs write no line end between two cards.
      if line.says("end:vcard", then: "begin:vcard") {
        self.begin = line
        return finish(&card, content)
      }
      if line.says("begin:vcard") {
        if content.last.map(Self.announcesCard) == true {
          note(.skippedInnerCard(line: line.number))
          try skipInnerCard()
          content.removeLast()
          continue
        }
        note(.addedEnd(line: line.number))
        self.begin = line
        return finish(&card, content)
      }
      size += line.bytes.count + 64
      if size > limits.cardBytes {
        card.problem = card.problem ?? .cardTooLong(line: card.line, limit: limits.cardBytes)
      } else {
        content.append(line)
      }
    }
    card.problem = card.problem ?? .unclosedCard(line: card.line)
    return finish(&card, content)
  }

  /// Whether a line is an AGENT whose card follows (vCard 2.1, section 2.4.4).
  private static func announcesCard(_ line: VCardLine) -> Bool {
    let name = line.head.prefix { $0 != UInt8(ascii: ";") }
    let isAgent = ASCII.starts(name, with: "agent") || ASCII.contains(name, ".agent")
    return isAgent && line.bytes.dropFirst(line.head.count + 1).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func skipInnerCard() throws {
    var depth = 1
    while depth > 0, let line = try lines.next() {
      if line.says("end:vcard") { depth -= 1 }
      if line.says("begin:vcard") { depth += 1 }
    }
  }

  private mutating func finish(_ card: inout VCard, _ lines: [VCardLine]) -> VCard {
    let parts = VCardSeam.parts(of: lines)
    let first = filled(&card, parts[0])
    for part in parts.dropFirst() {
      var next = VCard(line: part[0].number)
      note(.addedEnd(line: next.line))
      next.problem = card.problem
      waiting.append(filled(&next, part))
    }
    return first
  }

  private mutating func filled(_ card: inout VCard, _ lines: [VCardLine]) -> VCard {
    card.version = Self.version(in: lines)
    var properties: [VCardRawProperty] = []
    for line in lines {
      if line.hadNUL { note(.removedNUL(line: line.number)) }
      guard let property = VCardRawProperty(line, version: card.version) else {
        if !line.says("") { note(.skippedLine(line: line.number)) }
        continue
      }
      if property.hasCutValue, !VCardFields.isLeftOut(property.name) {
        card.problem = card.problem ?? .lineTooLong(line: line.number, limit: limits.lineBytes)
      }
      properties.append(property)
    }
    let decoded = decoder.decode(properties)
    card.properties = decoded.properties
    if let line = decoded.brokenLine { card.problem = card.problem ?? .undecodable(line: line) }
    for line in decoded.replacedLines { note(.replacedBytes(line: line)) }
    if let line = VCardSeam.secondPerson(in: card) {
      card.problem = card.problem ?? .twoPersons(line: line)
    }
    return card
  }

  /// What the card says; 3.0 where it says nothing that we know.
  private static func version(in lines: [VCardLine]) -> VCardVersion {
    for line in lines where ASCII.starts(line.bytes[...], with: "version") {
      let value = String(decoding: line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
      if let version = VCardVersion(rawValue: value.trimmed) { return version }
    }
    return .v30
  }

  private mutating func note(_ note: VCardNote) {
    if notes.count < limits.notes { notes.append(note) }
  }
}
