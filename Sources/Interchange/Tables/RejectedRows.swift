import Model
import Phrases

/// Writes the rows of a table that were not taken: as they stand in it, in their order, with a last column that says
/// why. Mended, the file comes in as it is: that column is passed over.
public enum RejectedRows {
  /// Whether a heading is that of the column which says why a row was rejected.
  static func isReason(_ title: String) -> Bool { reasons.contains(ColumnNames.key(title)) }

  private static let reasons = Set(
    Phrasebook.languages.map { ColumnNames.key(Phrasebook($0).say(.importRejectReason)) })

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
    var reader = try TableReader(file, fit: fit)
    let isSheet = path.lowercased().hasSuffix(".xlsx")
    var csv = CSVWriter(style: .exact, delimiter: isSheet ? UInt8(ascii: ",") : reader.delimiter)
    csv.append(reader.header + [book.say(.importRejectReason)])
    var bytes = csv.drain()
    var count = 0
    while let row = try reader.next() {
      guard let reason = reasons[row.line] else { continue }
      // What stands beyond the last heading stays beyond it.
      csv.append(
        row.fields.prefix(reader.header.count) + [reason] + row.fields.dropFirst(reader.header.count))
      bytes += csv.drain()
      count += 1
    }
    if isSheet {
      try SheetOfText(csv: bytes, named: "outreach").write(to: path, replacing: replacing)
    } else {
      // Spreadsheets take text for UTF-8 by the mark alone.
      try NewFile.write([0xEF, 0xBB, 0xBF] + bytes, to: path, replacing: replacing)
    }
    return count
  }
}

extension CSVRow {
  /// Without the cell of one column.
  func without(_ column: Int) -> CSVRow {
    var fields = fields
    if column < fields.count { fields.remove(at: column) }
    return CSVRow(
      line: line, fields: fields, isShort: isShort, problem: problem, isAfterBlank: isAfterBlank)
  }
}
