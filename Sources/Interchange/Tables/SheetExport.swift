import Model
import Workbooks

/// Writes records as a sheet of an `.xlsx`, row by row: days are days, numbers are numbers, and all else is the text
/// that an import takes.
public struct SheetExport<R: Exchangeable> {
  private let file: SheetFile

  /// - Parameters:
  ///   - temporary: where it is made; see `NewFile.write`.
  ///   - path: where it will stand, for messages.
  /// - Throws: `FileProblem` or `WorkbookWriter.Problem`.
  public init(_ temporary: String, for path: String) throws {
    file = try SheetFile(temporary, for: path)
    try file.begin(R.file, R.idColumns.map { SheetColumn($0) } + R.fields.map { Self.column($0) })
  }

  private static func column(_ field: Field<R>) -> SheetColumn {
    switch field.entry {
    case .day: SheetColumn(field.name, .date, width: 12)
    case .number: SheetColumn(field.name, .number, width: 12)
    case .flag, .choice, .time: SheetColumn(field.name, width: 12)
    case .text: SheetColumn(field.name, width: 48)
    case .line, .list, .choices, .references, .items, .moment, .reference: SheetColumn(field.name, width: 24)
    }
  }

  public func append(_ records: some Sequence<R>) throws {
    for record in records {
      try file.append(R.idCells(of: record.id) + R.fields.map { $0.read(record) })
    }
  }

  /// Puts the file together.
  public func close() throws { try file.close() }
}
