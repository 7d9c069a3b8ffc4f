import Model

/// The rows of a table by a mapping of its columns.
public struct MappedRows: ImportSource {
  public let columns: [ImportColumn]
  private let mapper: RowMapper
  private let unknown: [String]
  private var reader: TableReader

  /// - Throws: `ImportFailure`, `ImportFile.Unreadable`. Where the header is not that of the mapping, columns are
  ///   taken by their place.
  public init(_ file: ImportFile, _ mapping: ColumnMapping) throws {
    reader = try TableReader(file) { $0 == mapping.titles ? 1 : 0 }
    mapper = mapping.mapper
    unknown = mapping.unknownTitles
    columns = mapper.columns
  }

  public mutating func next() throws -> ImportRow? {
    guard let row = try reader.next() else { return nil }
    return ImportRow(
      line: row.line, cells: mapper.cells(row.fields), problem: row.problem.map(ImportProblem.row))
  }

  public var bytesRead: Int { reader.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = reader.remarks
    remarks.unknownColumns = unknown
    return remarks
  }
}
