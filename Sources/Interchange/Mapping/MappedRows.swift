import Model

/// The rows of a CSV file by a mapping of its columns.
public struct MappedRows: ImportSource {
  public let columns: [ImportColumn]
  private let mapper: RowMapper
  private let unknown: [String]
  private var reader: CSVReader

  /// - Throws: `ImportFailure`, `ImportFile.Unreadable`. Where the header is not that of the mapping, columns are
  ///   taken by their place.
  public init(_ file: ImportFile, _ mapping: ColumnMapping) throws {
    do { reader = try CSVReader(file) } catch let problem as CSVProblem { throw ImportFailure.file(problem) }
    mapper = mapping.mapper
    unknown = mapping.unknownTitles
    columns = mapper.columns
  }

  public mutating func next() throws -> ImportRow? {
    guard let row = reader.next() else {
      if let failure = reader.failure { throw failure }
      return nil
    }
    return ImportRow(
      line: row.line, cells: mapper.cells(row.fields), problem: row.problem.map(ImportProblem.row))
  }

  public var bytesRead: Int { reader.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = ImportRemarks()
    remarks.encoding = reader.table.encoding
    remarks.notes = reader.table.notes
    remarks.unknownColumns = unknown
    return remarks
  }
}
