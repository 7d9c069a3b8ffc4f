import Workbooks

/// A workbook that is written sheet by sheet and row by row, however many there are.
public struct SheetFile {
  private let path: String
  private let writer: WorkbookWriter

  /// - Parameters:
  ///   - temporary: where it is made; see `NewFile.write`.
  ///   - path: where it will stand, for messages.
  /// - Throws: `FileProblem` or `WorkbookWriter.Problem`.
  public init(_ temporary: String, for path: String) throws {
    self.path = path
    writer = try Self.told(path) { () throws(WorkbookWriter.Problem) in try WorkbookWriter(temporary) }
  }

  /// Begins a sheet.
  /// - Parameter name: made legal.
  func begin(_ name: String, _ columns: [SheetColumn], isRightToLeft: Bool = false) throws {
    try Self.told(path) { () throws(WorkbookWriter.Problem) in
      try writer.begin(name, columns, isRightToLeft: isRightToLeft)
    }
  }

  /// - Parameter columns: their titles, and whether each holds days.
  public func begin(_ name: String, columns: [(title: String, isDay: Bool)]) throws {
    try begin(
      name, columns.map { SheetColumn($0.title, $0.isDay ? .date : .text, width: $0.isDay ? 12 : 24) })
  }

  public func append(_ cells: [String]) throws {
    try Self.told(path) { () throws(WorkbookWriter.Problem) in try writer.append(cells) }
  }

  /// Puts the file together.
  public func close() throws {
    try Self.told(path) { () throws(WorkbookWriter.Problem) in try writer.close() }
  }

  /// A file that cannot be written is told as any other.
  private static func told<T>(_ path: String, _ body: () throws(WorkbookWriter.Problem) -> T) throws -> T {
    do { return try body() } catch .unwritable(let code) { throw FileProblem.unwritable(path, errno: code) }
  }
}
