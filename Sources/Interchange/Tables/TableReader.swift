import Workbooks

extension ImportFile: WorkbookBytes {}

/// The rows of a table in a file, whatever it is written as: text (CSV), or a sheet of a workbook, of which the headings
/// may be below titles.
public struct TableReader {
  private var text: CSVReader?
  private let sheet: SheetTable?

  /// Finds out what the file is, and reads its headings.
  /// - Parameters:
  ///   - delimiter: of text; found out where it is nil.
  ///   - fit: how many of some headings mean something, so that the sheet of a workbook and its row of headings are
  ///     found.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, delimiter: UInt8? = nil,
    limits: CSVReader.Limits = .init(), fit: ([String]) -> Int
  ) throws {
    do {
      sheet = try Workbook(file).map { try SheetTable($0, named: file.sheet, limits, fit: fit) }
      if sheet == nil {
        text = try CSVReader(file, delimiter: delimiter, limits: limits)
      }
    } catch let problem as CSVProblem {
      throw ImportFailure.file(problem)
    } catch let problem as WorkbookProblem { throw ImportFailure.workbook(problem) }
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

  public var header: [String] { sheet?.header ?? text?.header ?? [] }

  /// The next row that is not blank; nil at the end.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable` where the file cannot be read on.
  public mutating func next() throws -> CSVRow? {
    if let sheet {
      do { return try sheet.next() } catch let problem as WorkbookProblem {
        throw ImportFailure.workbook(problem)
      }
    }
    let row = text?.next()
    if row == nil, let failure = text?.failure { throw failure }
    return row
  }

  /// How far the rows reach into the file.
  public var bytesRead: Int { sheet?.bytesRead ?? text?.bytesRead ?? 0 }
  /// What is known so far of the file besides its rows: how it was read, and what was put right.
  public var remarks: ImportRemarks {
    var remarks = ImportRemarks()
    remarks.encoding = text?.table.encoding ?? .utf8
    remarks.notes = sheet?.notes ?? text?.table.notes ?? []
    remarks.sheet = sheet?.remark
    return remarks
  }
}
