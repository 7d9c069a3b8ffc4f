import Model

/// The rows of a table by a mapping of its columns.
public struct MappedRows: ImportSource {
  public let columns: [ImportColumn]
  private let mapper: RowMapper
  private let unknown: [String]
  private var repeated: [ImportRemarks.RepeatedColumn]
  private var optOuts: OptOutWords.Columns
  private var reader: TableReader
  private var care: CellCare
  private let cells: SheetCells

  /// - Throws: `ImportFailure`, `ImportFile.Unreadable`. Where the header is not that of the mapping, columns are
  ///   taken by their place.
  public init(_ file: ImportFile, _ mapping: ColumnMapping) throws {
    reader = try TableReader(
      file, headings: { ColumnMapping.meaning($0) }, fit: TableReader.fit(to: mapping.titles))
    let mapper = mapping.mapper
    self.mapper = mapper
    (unknown, repeated) = (mapping.unknownTitles, mapping.repeatedColumns)
    optOuts = .init(unknown, in: mapper.titles)
    columns = mapper.columns.map { $0.ofSheet() }
    let isOwn = !columns.contains(where: \.isForeignID)
    care = CellCare(
      Stakeholder.self, titles: mapper.titles,
      fields: mapper.targets.map { $0.field == "id" && !isOwn ? "" : $0.field })
    cells = SheetCells(mapper.targets.map { Stakeholder.field($0.field) })
    care.rules = ValueRules.rules(mapping.values) { mapper.words(at: $0) }
  }

  public mutating func next() throws -> ImportRow? {
    guard let row = try reader.next() else { return nil }
    for index in repeated.indices { repeated[index].look(at: row.fields) }
    optOuts.look(at: row.fields)
    let read = try self.cells.read(row, reader, &care)
    let (cells, problem) = care.tend(read.fields, line: row.line)
    return ImportRow(
      line: row.line, cells: mapper.cells(cells.map { $0 ?? "" }),
      problem: row.problem.map(ImportProblem.row) ?? problem)
  }

  public var bytesRead: Int { reader.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = reader.remarks
    remarks.cellNotes = care.notes
    (remarks.unknownColumns, remarks.repeatedColumns) = (optOuts.without(unknown), repeated)
    remarks.unknownOptOuts = optOuts.all
    let isNamed = mapper.targets.contains { $0.field == "name" }
    remarks.perhapsNames = isNamed ? nil : unknown.first?.trimmed
    remarks.foreignID = columns.first(where: \.isForeignID)?.title
    return remarks
  }
}
