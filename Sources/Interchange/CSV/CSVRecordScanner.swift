/// One record as it stands in the file, before it is compared with the header.
struct CSVRecord {
  let line: Int
  var fields: [String] = []
  var problem: CSVProblem?
  var notes: [CSVNote] = []

  init(line: Int, expectedFields: Int) {
    self.line = line
    fields.reserveCapacity(expectedFields)
  }

  var isBlank: Bool { problem == nil && fields.allSatisfy(Self.isBlank) }

  /// Whether there is nothing in a field but spaces and tabs.
  static func isBlank(_ field: String) -> Bool {
    field.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  mutating func report(_ newProblem: CSVProblem) {
    problem = problem ?? newProblem
  }

  mutating func note(_ note: CSVNote) {
    if !notes.contains(note) { notes.append(note) }
  }
}

/// Splits bytes into records and fields by the grammar of RFC 4180, section 2.
///
/// The bytes are passed in anew for each record, so that nothing is copied but the fields: a window of the
/// file that begins at the record or before it. A failed quoted field is read again as plain text. That stays
/// linear: all quotes it ran over are doubled, so none of them can open a field that runs over the same bytes
/// once more.
struct CSVRecordScanner {
  let delimiter: UInt8
  let limits: CSVReader.Limits
  var expectedFields = 0
  /// Where the next record begins in the window.
  var offset: Int
  var line: Int
  /// Whether what was read last depends on bytes behind the window.
  private(set) var wantsMore = false

  init(dialect: CSVDialect, limits: CSVReader.Limits) {
    delimiter = dialect.delimiter
    self.limits = limits
    offset = dialect.start
    line = dialect.line
  }

  /// Reads the record at the current place, or nothing at the end of the window.
  mutating func next(in source: Span<UInt8>) -> CSVRecord? {
    wantsMore = true
    guard offset < source.count else { return nil }
    wantsMore = false
    var record = CSVRecord(line: line, expectedFields: expectedFields)
    repeat {
      let isQuoted = offset < source.count && source[offset] == Self.quote
      if !isQuoted || !scanQuotedField(in: source, into: &record) {
        scanPlainField(in: source, into: &record)
      }
    } while skipDelimiter(in: source)
    skipLineEnd(in: source)
    wantsMore = wantsMore || offset == source.count
    return record
  }

  // MARK: Fields

  private static let quote: UInt8 = 0x22
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  private mutating func scanPlainField(in source: Span<UInt8>, into record: inout CSVRecord) {
    let end = plainTextEnd(from: offset, in: source)
    append(source.extracting(offset..<end), to: &record)
    offset = end
  }

  /// Reads a quoted field and says whether it is one; if not, its quote is to be taken literally.
  private mutating func scanQuotedField(in source: Span<UInt8>, into record: inout CSVRecord) -> Bool {
    let body = QuotedBody(after: offset, in: source, maxLength: limits.fieldBytes)
    wantsMore = wantsMore || body.isCutOff
    guard let close = body.end else {
      record.report(.unclosedQuote(line: line))
      return false
    }
    let textStart = skipSpaces(from: close + 1, in: source)
    let end = plainTextEnd(from: textStart, in: source)
    // Text after the quote on a later line is the beginning of a field there, by all likelihood.
    if end > textStart && body.lineEnds > 0 {
      record.report(.unclosedQuote(line: line))
      return false
    }
    appendQuoted(body, in: source, tail: (close + 1, textStart, end), to: &record)
    line += body.lineEnds
    offset = end
    return true
  }

  private func appendQuoted(
    _ body: QuotedBody, in source: Span<UInt8>, tail: (start: Int, text: Int, end: Int),
    to record: inout CSVRecord
  ) {
    let content = source.extracting(body.start..<tail.start - 1)
    let hasRest = tail.end > tail.text
    if hasRest { record.report(.textAfterQuote(line: line)) }
    if !hasRest && tail.text > tail.start { record.note(.repairedQuote(line: record.line)) }
    guard hasRest || body.hasDoubledQuote, content.count <= limits.fieldBytes else {
      append(content, to: &record)
      return
    }
    var text = Self.copy(content, undoublingQuotes: true)
    if hasRest {
      // One byte over the limit is enough to see that it is too long.
      let rest = source.extracting(tail.start..<min(tail.end, tail.start + limits.fieldBytes + 1))
      text += Self.copy(rest, undoublingQuotes: false)
    }
    append(text.span, to: &record)
  }

  private func append(_ content: Span<UInt8>, to record: inout CSVRecord) {
    if record.fields.count == limits.columns {
      record.report(.tooManyColumns(limit: limits.columns))
    } else if content.count > limits.fieldBytes {
      record.report(.fieldTooLong(line: record.line, limit: limits.fieldBytes))
      record.fields.append("")
    } else {
      record.fields.append(CSVFieldDecoder.decode(content, in: &record))
    }
  }

  private static func copy(_ content: Span<UInt8>, undoublingQuotes: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      result.append(content[index])
      index += undoublingQuotes && content[index] == quote ? 2 : 1
    }
    return result
  }

  // MARK: Between the fields

  private func plainTextEnd(from start: Int, in source: Span<UInt8>) -> Int {
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      index += 1
    }
    return index
  }

  private func skipSpaces(from start: Int, in source: Span<UInt8>) -> Int {
    var index = start
    while index < source.count, source[index] == 0x20, delimiter != 0x20 { index += 1 }
    return index
  }

  private mutating func skipDelimiter(in source: Span<UInt8>) -> Bool {
    guard offset < source.count, source[offset] == delimiter else { return false }
    offset += 1
    return true
  }

  mutating func skipLineEnd(in source: Span<UInt8>) {
    offset = Self.lineStart(after: offset, in: source)
    line += 1
  }

  /// The place after a CR, LF or CR LF; RFC 4180 knows only the last.
  fileprivate static func lineStart(after end: Int, in source: Span<UInt8>) -> Int {
    guard end < source.count else { return end }
    let isPair =
      source[end] == carriageReturn && end + 1 < source.count && source[end + 1] == lineFeed
    return end + (isPair ? 2 : 1)
  }
}

/// The inside of a quoted field, found by its closing quote.
private struct QuotedBody {
  let start: Int
  /// Where the closing quote is, or nothing if there is none at a believable place.
  private(set) var end: Int?
  private(set) var lineEnds = 0
  private(set) var hasDoubledQuote = false
  /// Whether the window ended before anything was decided.
  private(set) var isCutOff = false

  /// Looks for the closing quote up to the end of the window.
  ///
  /// A body that goes on in a new line beyond `maxLength` has none: giving up a cell of that size
  /// is a smaller loss than giving up all the rows a stray quote would take in.
  init(after quote: Int, in source: Span<UInt8>, maxLength: Int) {
    start = quote + 1
    var index = start
    while index < source.count {
      switch source[index] {
      case 0x22 where index + 1 < source.count && source[index + 1] == 0x22:
        hasDoubledQuote = true
        index += 2
      case 0x22:
        end = index
        return
      case 0x0A, 0x0D:
        if index - start > maxLength { return }
        lineEnds += 1
        index = CSVRecordScanner.lineStart(after: index, in: source)
      default: index += 1
      }
    }
    isCutOff = true
  }
}
