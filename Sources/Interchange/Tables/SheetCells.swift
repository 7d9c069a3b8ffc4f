import Model

/// What cells of a sheet say besides their text, for the columns that take it: units of numbers, and where links lead.
struct SheetCells: Sendable {
  private let quantities: Set<Int>
  private let addresses: [Int]

  /// - Parameter fields: of the columns; nil where cells are left out.
  init<R: Record>(_ fields: [Field<R>?]) {
    quantities = Set(fields.indices.filter { fields[$0]?.takesUnits == true })
    addresses = fields.indices.filter { ["links", "link", "url", "emails"].contains(fields[$0]?.name) }
  }

  /// - Throws: what the file throws.
  func read(_ row: CSVRow, _ reader: TableReader, _ care: inout CellCare) throws -> CSVRow {
    let row = row.showing(quantities)
    guard reader.hasLinks else { return row }
    var fields = row.fields
    for place in addresses where place < fields.count && Self.isWord(fields[place]) {
      guard let target = try reader.target(of: place, in: row) else { continue }
      care.noteLink(fields[place], at: place, row.line)
      fields[place] = target
    }
    return row.with(fields)
  }

  /// Whether a cell shows something else than an address.
  private static func isWord(_ cell: String) -> Bool {
    if cell.trimmed.isEmpty || cell.contains("@") || cell.contains("://") { return false }
    return !cell.contains(".") || cell.trimmed.contains(where: \.isWhitespace)
  }
}

extension CSVRow {
  /// The cells as somebody saw them in a sheet: numbers with their units.
  var shownFields: [String] { showing(nil).fields }

  /// With the units of numbers in some columns, or in all.
  func showing(_ columns: Set<Int>?) -> CSVRow {
    if units.isEmpty { return self }
    var fields = fields
    for (place, unit) in units where columns?.contains(place) ?? true {
      fields[place] = unit.around(fields[place])
    }
    return with(fields)
  }

  fileprivate func with(_ fields: [String]) -> CSVRow {
    CSVRow(
      line: line, fields: fields, isShort: isShort, problem: problem, isAfterBlank: isAfterBlank, units: units
    )
  }
}

extension Field {
  /// Whether it takes what is written beside a number: a sum takes a currency, a text takes all.
  fileprivate var takesUnits: Bool { entry.isText || entry == .list || name == "amount" }
}
