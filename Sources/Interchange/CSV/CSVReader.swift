/// Reads a CSV file row by row, as RFC 4180 describes it and as spreadsheets really write it.
///
/// Bad rows come with their problem and do not stop the reading. Rows that are all blank are left
/// out. Only a window of the file is in memory, whatever the file is like. A `for` loop reads a copy, so call
/// `next()` where the notes in `table` matter.
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
  /// The sizes a reader accepts, so that no file takes more memory than planned.
  public struct Limits: Sendable, Equatable {
    public var fieldBytes: Int
    public var columns: Int
    /// How many notes to keep at most; the header may add a few more.
    public var notes: Int
    /// How long a row may be: the largest window of the file that is in memory.
    public var rowBytes: Int { 4 * fieldBytes + (1 << 20) }

    public init(fieldBytes: Int = 1 << 20, columns: Int = 2_000, notes: Int = 1_000) {
      self.fieldBytes = fieldBytes
      self.columns = columns
      self.notes = notes
    }
  }

  /// What is known of the file so far besides its rows.
  public private(set) var table: CSVTable
  public var header: [String] { table.header }
  /// How far the rows reach into the file, in bytes; about, where it is not stored as UTF-8.
  public var bytesRead: Int {
    let ahead = window.count - scanner.offset
    let isWide = table.encoding == .utf16LittleEndian || table.encoding == .utf16BigEndian
    return Swift.max(0, text.bytesRead - ahead * (isWide ? 2 : 1))
  }
  /// Why reading ended before the file did, if it did.
  public private(set) var failure: ImportFile.Unreadable?

  private let limits: Limits
  private var text: TextStream
  /// The window: text that was read, from the next record on or from a little before it.
  private var window: [UInt8] = []
  private var scanner: CSVRecordScanner

  /// Finds out how bytes in memory are written, and reads their header.
  public init(
    bytes: [UInt8], delimiter: UInt8? = nil, limits: Limits = .init()
  ) throws(CSVProblem) {
    do {
      try self.init(ImportFile(bytes: bytes), delimiter: delimiter, limits: limits)
    } catch let error as CSVProblem { throw error } catch { throw .empty }
  }

  /// Finds out how the file is written, and reads its header.
  ///
  /// - Parameters:
  ///   - delimiter: What separates the fields; found from the `sep=` line or by counting if
  ///     nil. A quote or a line end makes no sense here, but does no harm.
  ///   - limits: The sizes to accept.
  ///   - fit: How many of some headings mean something, so that they are found below titles.
  /// - Throws: `CSVProblem`: `notText` for workbooks and the like, `empty` if there is no row that is not
  ///   blank, `tooManyColumns`, `fieldTooLong` or `rowTooLong` if the header goes over a limit; or
  ///   `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, delimiter: UInt8? = nil, limits: Limits = .init(), fit: ([String]) -> Int = { _ in 1 }
  ) throws {
    if let token = try CSVSignature.token(of: file) { throw CSVProblem.notText(token) }
    text = TextStream(file, encoding: try TextSurvey(of: file).encoding)
    while window.count < 65_536, !text.isAtEnd { window += try text.next() }
    if CSVSignature.isBinary(window[...]) { throw CSVProblem.notText("binary") }
    var dialect = CSVDialect(of: window)
    dialect.delimiter = delimiter ?? dialect.delimiter
    self.limits = limits
    scanner = CSVRecordScanner(dialect: dialect, limits: limits)
    table = CSVTable(
      header: [], headerLine: 1, delimiter: dialect.delimiter, encoding: text.encoding, notes: [])
    let titles = titles(fit)
    for _ in titles { while let record = nextRecord(), record.isBlank {} }
    try readHeader()
    if let first = titles.first {
      let text = titles.flatMap(\.fields).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " · ")
      table.notes.insert(.aboveHeadings(line: first.line, text: text), at: 0)
    }
  }

  /// So many rows are looked at for headings.
  private static let lookedThrough = 30

  /// The rows above the headings: where the first row means nothing, that of the headings is the one that means most, as
  /// in a sheet.
  private func titles(_ fit: ([String]) -> Int) -> [CSVRecord] {
    var scanner = scanner
    let window = window
    var head: [CSVRecord] = []
    while head.count < Self.lookedThrough, let record = scanner.next(in: window.span),
      !scanner.wantsMore || isAtEnd
    {
      if record.isBlank { continue }
      if head.isEmpty, fit(record.fields) > 0 { return [] }
      head.append(record)
    }
    let scores = head.map { $0.problem == nil ? fit($0.fields) : 0 }
    guard let best = scores.max(), let place = scores.firstIndex(of: best) else { return [] }
    // A single word may be a value as well, unless it is all that stands there.
    let isAll = head[place].fields.count { !CSVRecord.isBlank($0) } == best
    return best > 1 || best == 1 && isAll ? Array(head.prefix(place)) : []
  }

  /// Reads the next row that is not blank, or returns nothing at the end of the file.
  public mutating func next() -> CSVRow? {
    var isAfterBlank = false
    while let record = nextRecord() {
      if record.isBlank {
        isAfterBlank = true
        continue
      }
      table.notes += record.notes.prefix(Swift.max(0, limits.notes - table.notes.count))
      return row(from: record, isAfterBlank)
    }
    return nil
  }

  // MARK: The window

  private mutating func nextRecord() -> CSVRecord? {
    while true {
      let (offset, line) = (scanner.offset, scanner.line)
      let record = scan()
      if !scanner.wantsMore || isAtEnd { return record }
      if window.count - offset > limits.rowBytes { return longRecord(record) }
      (scanner.offset, scanner.line) = (offset, line)
      slide()
    }
  }

  private mutating func scan() -> CSVRecord? {
    let window = window
    return scanner.next(in: window.span)
  }

  private var isAtEnd: Bool { text.isAtEnd || failure != nil }

  /// Drops what was read and reads on; a long record doubles the window, so that it is begun anew a few times
  /// only.
  private mutating func slide() {
    window.removeFirst(scanner.offset)
    scanner.offset = 0
    let wanted = 2 * window.count
    repeat { window += piece() } while window.count < wanted && !isAtEnd
  }

  private mutating func piece() -> [UInt8] {
    do { return try text.next() } catch {
      failure = error
      return []
    }
  }

  /// What was read of a record that no window holds, and the place behind its line.
  private mutating func longRecord(_ record: CSVRecord?) -> CSVRecord? {
    guard var record, scanner.offset == window.count else { return record }
    switch record.problem {
    case .tooManyColumns, .fieldTooLong: break
    default: record.problem = .rowTooLong(line: record.line, limit: limits.rowBytes)
    }
    repeat {
      window = piece()
      scanner.offset = window.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? window.count
    } while scanner.offset == window.count && !isAtEnd
    // A CR and its LF may be in two pieces.
    if scanner.offset == window.count - 1 { window += piece() }
    let window = window
    scanner.skipLineEnd(in: window.span)
    // The line was counted when its beginning was read.
    scanner.line -= 1
    return record
  }

  // MARK: Rows

  private func row(from record: CSVRecord, _ isAfterBlank: Bool) -> CSVRow {
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
    return CSVRow(
      line: record.line, fields: fields, isShort: missing > 0, problem: problem, isAfterBlank: isAfterBlank)
  }

  /// Reads the first record that is not blank; what can be put right in it turns into notes.
  private mutating func readHeader() throws {
    while var record = nextRecord() {
      if record.isBlank { continue }
      switch record.problem {
      case .unclosedQuote, .textAfterQuote: record.note(.repairedQuote(line: record.line))
      case .undecodable(let line): record.note(.replacedBytes(line: line))
      case .some(let problem): throw problem
      case nil: break
      }
      scanner.expectedFields = record.fields.count
      table = CSVTable(
        header: record.fields, headerLine: record.line, delimiter: table.delimiter,
        encoding: table.encoding, notes: record.notes)
      return
    }
    if let failure { throw failure }
    throw CSVProblem.empty
  }
}
