import Workbooks

extension ImportFile: WorkbookBytes {}

/// The rows of a table in a file, whatever it is written as: text (CSV), or a sheet of a workbook, of which the headings
/// may be below titles.
public struct TableReader {
  private var text: CSVReader?
  private let sheet: SheetTable?
  /// Where headings mean something, what rows are no records; nil takes every row for one.
  private var strays: StrayRows?
  /// The column that says why rows were rejected, which is passed over.
  private let reasons: Int?
  public let header: [String]
  /// Rows that were read to see how the table stands.
  private var ahead: [CSVRow] = []
  private static let mostAhead = 30
  /// Of text; a sheet tells of its own.
  private var unheaded: [UnheadedColumn] = []

  /// Finds out what the file is, and reads its headings.
  /// - Parameters:
  ///   - delimiter: of text; found out where it is nil.
  ///   - headings: how many of some titles are headings of such a table, so that rows are told that are no records;
  ///     nil takes every row for one.
  ///   - fit: how many of some headings mean something, so that the sheet of a workbook and its row of headings are
  ///     found.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, delimiter: UInt8? = nil,
    limits: CSVReader.Limits = .init(), headings: (([String]) -> Int)? = nil, fit: ([String]) -> Int
  ) throws {
    if let token = try ForeignText.token(of: file) { throw ImportFailure.workbook(.foreign(token)) }
    do {
      sheet = try Workbook(file).map { book in
        try SheetTable(book, named: file.sheet, limits) { fit(RejectedRows.without($0).titles) }
      }
      if sheet == nil {
        text = try CSVReader(file, delimiter: delimiter, limits: limits) {
          fit(RejectedRows.without($0).titles)
        }
      }
    } catch let problem as CSVProblem {
      throw ImportFailure.file(problem)
    } catch let problem as WorkbookProblem { throw ImportFailure.workbook(problem) }
    (header, reasons) = RejectedRows.without(sheet?.header ?? text?.header ?? [])
    if sheet == nil { unheaded = UnheadedColumn.all(in: header) }
    strays = headings.map { [header] in StrayRows(header, headings: $0) }
    if let headings { try refuseUpright(headings) }
  }

  /// Refuses a table that stands on end: its first column holds more headings than its first row.
  private mutating func refuseUpright(_ headings: ([String]) -> Int) throws {
    guard header.count > 1, let first = header.first else { return }
    while ahead.count < Self.mostAhead, let row = try readOn() { ahead.append(row) }
    let column = ([first] + ahead.map { $0.fields.first ?? "" }).map(\.trimmed).filter { !$0.isEmpty }
    let known = headings(column)
    if known > 2, known > headings(header), known * 2 > column.count {
      throw ImportFailure.upright(Array(column.prefix(4)))
    }
  }

  /// The names of the sheets of a workbook, and which of them hold nothing; nil where the file is none.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  static func sheets(of file: ImportFile) throws -> [(name: String, isEmpty: Bool)]? {
    do {
      guard let book = try Workbook(file) else { return nil }
      return try book.sheets.indices.map { (book.sheets[$0].name, try book.head(of: $0).isEmpty) }
    } catch let problem as WorkbookProblem {
      throw ImportFailure.workbook(problem)
    }
  }

  /// How well headings fit that are known from an earlier look at the same file: the row that has them is found again,
  /// and no other.
  public static func fit(to titles: [String]) -> ([String]) -> Int {
    // More than a single value could mean.
    { $0 == titles ? max(2, titles.count) : 0 }
  }

  /// The next row that is not blank, and no stray one; nil at the end.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable` where the file cannot be read on.
  public mutating func next() throws -> CSVRow? {
    while let row = try read() {
      let bare = reasons.map(row.without) ?? row
      let isStray = try strays?.leavesOut(bare) { [sheet] in try sheet?.isAcross(row.line) == true }
      if isStray == true { continue }
      for index in unheaded.indices { unheaded[index].look(at: bare.fields) }
      return bare
    }
    return nil
  }

  private mutating func read() throws -> CSVRow? {
    ahead.isEmpty ? try readOn() : ahead.removeFirst()
  }

  private mutating func readOn() throws -> CSVRow? {
    if let sheet {
      do { return try sheet.next() } catch let problem as WorkbookProblem {
        throw ImportFailure.workbook(problem)
      }
    }
    let row = text?.next()
    if row == nil, let failure = text?.failure { throw failure }
    return row
  }

  /// Whether cells of a sheet have links.
  var hasLinks: Bool { sheet?.hasLinks == true }

  /// Where the link of a cell leads; nil where it has none.
  /// - Throws: what the file throws.
  func target(of column: Int, in row: CSVRow) throws -> String? {
    let place = reasons.map { column < $0 ? column : column + 1 } ?? column
    do { return try sheet?.target(of: place, in: row.line) } catch let problem as WorkbookProblem {
      throw ImportFailure.workbook(problem)
    }
  }

  /// What parts the cells of text; a comma of a sheet.
  var delimiter: UInt8 { text?.table.delimiter ?? UInt8(ascii: ",") }

  /// How far the rows reach into the file.
  public var bytesRead: Int { sheet?.bytesRead ?? text?.bytesRead ?? 0 }
  /// What is known so far of the file besides its rows: how it was read, and what was put right.
  public var remarks: ImportRemarks {
    var remarks = ImportRemarks()
    remarks.encoding = text?.table.encoding ?? .utf8
    remarks.notes = ((sheet?.notes ?? text?.table.notes ?? []) + (strays?.notes ?? [])).sorted {
      $0.line < $1.line
    }
    remarks.sheet = sheet?.remark
    remarks.unheadedColumns = unheaded.filter { $0.count > 0 }
    return remarks
  }
}
