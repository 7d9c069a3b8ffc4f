import Interchange
import Model

/// A file as its suggested mapping reads it.
struct MappedFile {
  let survey: FileSurvey
  let mapping: ColumnMapping
  /// What each row says, by field.
  let rows: [[String: String]]
  /// The records that the rows make, nil for one with a value that its field does not take.
  let records: [Stakeholder?]

  init(_ text: String, change: (inout ColumnMapping) -> Void = { _ in }) throws {
    let file = ImportFile(bytes: Array(text.utf8))
    survey = try FileSurvey(file)
    var mapping = survey.mapping()
    change(&mapping)
    self.mapping = mapping
    var source = try MappedRows(file, mapping)
    var rows: [[String: String]] = []
    while let row = try source.next() {
      let pairs = zip(source.columns, row.cells).compactMap { column, cell in
        column.field.flatMap { field in cell.map { (field, $0) } }
      }
      rows.append(Dictionary(uniqueKeysWithValues: pairs))
    }
    self.rows = rows
    records = rows.map { row in
      var record = Stakeholder(id: "a")
      do {
        for (field, text) in row { try Stakeholder.field(field)?.write(text, to: &record) }
        return record
      } catch { return nil }
    }
  }

  subscript(row: Int, field: String) -> String { rows[row][field] ?? "" }

  func target(_ title: String) -> String {
    let position = mapping.titles.firstIndex(of: title)
    let target = position.map { mapping.targets[$0] } ?? .leftOut
    return "\(target.field) \(target.transform)".trimmed
  }
}
