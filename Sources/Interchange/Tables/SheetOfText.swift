import Model
import Workbooks

/// A table that was written as CSV, as a sheet of an `.xlsx`: columns of nothing but days or numbers hold real ones.
public struct SheetOfText {
  private var rows: [[String]] = []
  private let header: [String]
  private let name: String

  /// - Parameters:
  ///   - csv: as `CSVWriter` writes it, in either style.
  ///   - name: of the sheet; made legal.
  /// - Throws: `CSVProblem`.
  public init(csv: [UInt8], named name: String) throws {
    self.name = name
    var reader = try CSVReader(ImportFile(bytes: csv, encoding: .utf8), delimiter: UInt8(ascii: ","))
    header = reader.header.map(Self.bare)
    while let row = reader.next() { rows.append(row.fields.map(Self.bare)) }
  }

  /// Without the mark that keeps a spreadsheet from taking a text for a formula: a cell of text is none.
  private static func bare(_ text: String) -> String {
    guard text.hasPrefix("'"), let next = text.dropFirst().first, "=+-@\t\r\n".contains(next) else {
      return text
    }
    return String(text.dropFirst())
  }

  /// - Parameter record: writes down what leaves the house, when the file is whole and before it has its name.
  /// - Throws: `FileProblem` or `WorkbookWriter.Problem`, and what `record` throws.
  public func write(
    to path: String, isRightToLeft: Bool = false, readers: Readers? = nil, replacing: Replacing,
    recording record: (() throws -> Void)? = nil
  ) throws {
    try NewFile.write(to: path, readers: readers, replacing: replacing, recording: record) { temporary in
      let file = try SheetFile(temporary, for: path)
      try file.begin(name, header.indices.map(column), isRightToLeft: isRightToLeft)
      for row in rows { try file.append(row) }
      try file.close()
    }
  }

  private func column(_ position: Int) -> SheetColumn {
    let cells = rows.map { $0[position] }.filter { !$0.isEmpty }
    let longest = ([header[position]] + cells).map(\.count).max() ?? 0
    return SheetColumn(
      header[position], SheetColumn.kind(of: cells), width: Double(min(60, max(8, longest + 2))))
  }
}
