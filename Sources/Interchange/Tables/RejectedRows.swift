import Model
import Phrases

/// Writes the rows of a table that were not taken: as they stand in it, in their order, with a last column that says
/// why. Mended, the file comes in as it is: that column is passed over.
public enum RejectedRows {
  /// Some headings without that of the column which says why a row was rejected, and where it stands.
  static func without(_ titles: [String]) -> (titles: [String], place: Int?) {
    guard titles.count > 1, let place = titles.lastIndex(where: { reasons.contains(ColumnNames.key($0)) })
    else {
      return (titles, nil)
    }
    var titles = titles
    titles.remove(at: place)
    return (titles, place)
  }

  private static let reasons = Set(
    Phrasebook.languages.map { ColumnNames.key(Phrasebook($0).say(.importRejectReason)) })

  /// Whether a file of that name would have to be a workbook of a kind that is only read.
  public static func isOnlyRead(_ path: String) -> Bool {
    ["ods", "fods", "xls", "xlsb", "xlsm", "numbers"].contains(
      path.split(separator: ".").last?.lowercased() ?? "")
  }

  /// - Parameters:
  ///   - reasons: why, in words, by the line of the row.
  ///   - path: of a workbook where it ends so, else of text.
  ///   - fit: how many of some headings mean something; see `TableReader`.
  /// - Returns: how many rows were written; where there is none, no file is made.
  /// - Throws: `ImportFailure`, `ImportFile.Unreadable`, `FileProblem` or `WorkbookWriter.Problem`.
  public static func write(
    of file: ImportFile, _ reasons: [Int: String], to path: String, replacing: Replacing, in book: Phrasebook,
    fit: ([String]) -> Int
  ) throws -> Int {
    if reasons.isEmpty { return 0 }
    let rows = try Rows(file, reasons, title: book.say(.importRejectReason), fit: fit)
    guard path.lowercased().hasSuffix(".xlsx") else { return try rows.write(to: path, replacing: replacing) }
    var (csv, count): ([UInt8], Int) = ([], 0)
    count = try rows.each(delimiter: UInt8(ascii: ",")) { csv += $0 }
    try SheetOfText(csv: csv, named: "outreach").write(to: path, replacing: replacing)
    return count
  }

  /// The rows of one file.
  private struct Rows {
    private let reader: TableReader
    private let reasons: [Int: String]
    private let title: String

    init(_ file: ImportFile, _ reasons: [Int: String], title: String, fit: ([String]) -> Int) throws {
      reader = try TableReader(file, fit: fit)
      (self.reasons, self.title) = (reasons, title)
    }

    func write(to path: String, replacing: Replacing) throws -> Int {
      let file = try NewFile(path, replacing: replacing)
      // Spreadsheets take text for UTF-8 by the mark alone.
      try file.write([0xEF, 0xBB, 0xBF])
      let count = try each(delimiter: reader.delimiter) { try file.write($0) }
      try file.commit()
      return count
    }

    /// Hands over the headings and the rows piece by piece.
    func each(delimiter: UInt8, _ take: ([UInt8]) throws -> Void) throws -> Int {
      var (reader, count) = (reader, 0)
      var csv = CSVWriter(style: .exact, delimiter: delimiter)
      csv.append(reader.header + [title])
      try take(csv.drain())
      while let row = try reader.next() {
        guard let reason = reasons[row.line] else { continue }
        // What stands beyond the last heading stays beyond it.
        let width = reader.header.count
        csv.append(row.fields.prefix(width) + [reason] + row.fields.dropFirst(width))
        try take(csv.drain())
        count += 1
      }
      return count
    }
  }
}

extension CSVRow {
  /// Without the cell of one column.
  func without(_ column: Int) -> CSVRow {
    var fields = fields
    if column < fields.count { fields.remove(at: column) }
    let units = Dictionary(
      uniqueKeysWithValues: units.compactMap { place, unit in
        place == column ? nil : (place > column ? place - 1 : place, unit)
      })
    return CSVRow(
      line: line, fields: fields, isShort: isShort, problem: problem, isAfterBlank: isAfterBlank, units: units
    )
  }
}
