import Glibc
import Model
import Workbooks

/// Writes records as a sheet of an `.xlsx`, row by row: days are days, numbers are numbers, and all else is the text
/// that an import takes.
public struct SheetExport<R: Exchangeable> {
  private let path: String
  private let writer: WorkbookWriter

  /// - Parameters:
  ///   - temporary: where it is made; see `NewFile.write`.
  ///   - path: where it will stand, for messages.
  /// - Throws: `FileProblem` or `WorkbookWriter.Problem`.
  public init(_ temporary: String, for path: String) throws {
    self.path = path
    let columns = R.idColumns.map { SheetColumn($0) } + R.fields.map { Self.column($0) }
    writer = try Self.told(path) { () throws(WorkbookWriter.Problem) in
      let writer = try WorkbookWriter(temporary)
      try writer.begin(R.file, columns)
      return writer
    }
  }

  private static func column(_ field: Field<R>) -> SheetColumn {
    switch field.entry {
    case .day: SheetColumn(field.name, .date, width: 12)
    case .number: SheetColumn(field.name, .number, width: 12)
    case .flag, .choice, .time: SheetColumn(field.name, width: 12)
    case .line, .list, .choices, .references, .items, .moment, .reference: SheetColumn(field.name, width: 24)
    }
  }

  public func append(_ records: some Sequence<R>) throws {
    try Self.told(path) { () throws(WorkbookWriter.Problem) in
      for record in records {
        try writer.append(R.idCells(of: record.id) + R.fields.map { $0.read(record) })
      }
    }
  }

  /// Puts the file together.
  public func close() throws {
    try Self.told(path) { () throws(WorkbookWriter.Problem) in try writer.close() }
  }

  /// A file that cannot be written is told as any other.
  private static func told<T>(
    _ path: String, _ body: () throws(WorkbookWriter.Problem) -> T
  ) throws -> T {
    do { return try body() } catch .unwritable(let code) { throw FileProblem.unwritable(path, errno: code) }
  }
}
