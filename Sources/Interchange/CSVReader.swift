/// Reads a CSV file row by row, as RFC 4180 describes it and as spreadsheets really write it.
///
/// Bad rows come with their problem and do not stop the reading. Rows that are all blank are left
/// out. Besides the file itself only one row is in memory; UTF-16 and GB18030 are rewritten as UTF-8 once. A
/// `for` loop reads a copy, so call `next()` where the notes in `table` matter.
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
  /// The sizes a reader accepts, so that no file takes more memory than planned.
  public struct Limits: Sendable, Equatable {
    public var fieldBytes: Int
    public var columns: Int
    /// How many notes to keep at most; the header may add a few more.
    public var notes: Int

    public init(fieldBytes: Int = 1 << 20, columns: Int = 2_000, notes: Int = 1_000) {
      self.fieldBytes = fieldBytes
      self.columns = columns
      self.notes = notes
    }
  }

  /// What is known of the file so far besides its rows.
  public private(set) var table: CSVTable
  public var header: [String] { table.header }

  private let bytes: [UInt8]
  private let limits: Limits
  private var scanner: CSVRecordScanner

  /// Finds out how the file is written, and reads its header.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - delimiter: What separates the fields; found from the `sep=` line or by counting if
  ///     nil. A quote or a line end makes no sense here, but does no harm.
  ///   - encoding: How the characters are stored; found from the bytes if nil.
  ///   - limits: The sizes to accept.
  /// - Throws: `notText` for workbooks and the like, `empty` if there is no row that is not blank,
  ///   `tooManyColumns` or `fieldTooLong` if the header goes over a limit.
  public init(
    bytes: [UInt8], delimiter: UInt8? = nil, encoding: TextEncoding? = nil, limits: Limits = .init()
  ) throws(CSVProblem) {
    let text = try Self.text(of: bytes, encoding: encoding)
    var dialect = CSVDialect(of: text)
    dialect.delimiter = delimiter ?? dialect.delimiter
    let decoder = CSVFieldDecoder(encoding: text.encoding, mayContainNUL: text.bytes.contains(0))
    var scanner = CSVRecordScanner(dialect: dialect, decoder: decoder, limits: limits)
    let record = try Self.headerRecord(from: &scanner, in: text.bytes)
    scanner.expectedFields = record.fields.count
    table = CSVTable(
      header: record.fields, headerLine: record.line, delimiter: dialect.delimiter,
      encoding: text.encoding, notes: record.notes)
    self.bytes = text.bytes
    self.limits = limits
    self.scanner = scanner
  }

  /// Reads the next row that is not blank, or returns nothing at the end of the file.
  public mutating func next() -> CSVRow? {
    let bytes = bytes
    while let record = scanner.next(in: bytes.span) {
      if record.isBlank { continue }
      table.notes += record.notes.prefix(Swift.max(0, limits.notes - table.notes.count))
      return row(from: record)
    }
    return nil
  }

  private static func text(
    of bytes: [UInt8], encoding: TextEncoding?
  ) throws(CSVProblem) -> ASCIICompatibleText {
    if let token = CSVSignature.token(of: bytes) { throw .notText(token) }
    let text = ASCIICompatibleText(bytes, encoding: encoding ?? .detect(in: bytes))
    if CSVSignature.isBinary(text.bytes[text.start...]) { throw .notText("binary") }
    return text
  }

  // MARK: Rows

  private func row(from record: CSVRecord) -> CSVRow {
    var fields = record.fields
    var problem = record.problem
    let missing = header.count - fields.count
    if missing > 0 {
      fields.append(contentsOf: repeatElement("", count: missing))
    } else if missing < 0, fields[header.count...].allSatisfy(CSVRecord.isBlank) {
      // Spreadsheets write empty cells as far as their widest row goes.
      fields.removeLast(-missing)
    } else if missing < 0 {
      problem =
        problem
        ?? .wrongFieldCount(line: record.line, found: fields.count, expected: header.count)
    }
    return CSVRow(line: record.line, fields: fields, isShort: missing > 0, problem: problem)
  }

  /// The first record that is not blank, with what can be put right in it turned into notes.
  private static func headerRecord(
    from scanner: inout CSVRecordScanner, in bytes: [UInt8]
  ) throws(CSVProblem) -> CSVRecord {
    while var record = scanner.next(in: bytes.span) {
      if record.isBlank { continue }
      switch record.problem {
      case .unclosedQuote, .textAfterQuote: record.note(.repairedQuote(line: record.line))
      case .undecodable(let line): record.note(.replacedBytes(line: line))
      case .some(let problem): throw problem
      case nil: break
      }
      return record
    }
    throw .empty
  }
}
