import Model
import Workbooks

/// The rows of a sheet below its headings, as those of a table of text: days in ISO 8601, numbers as they are seen.
final class SheetTable {
  let header: [String]
  let headerLine: Int
  private(set) var remark: SheetRemark
  private(set) var notes: [CSVNote] = []
  private let rows: SheetRows
  private let begin: () throws -> SheetRows
  private struct Behind {
    /// The rows of which cells are shown as one across columns.
    let across: Set<Int>
    /// Where links lead, by the names of their cells.
    let targets: [String: String]
  }

  /// Nil until somebody asks.
  private var whole: Behind?
  private let columns: ClosedRange<Int>
  private let limits: CSVReader.Limits
  /// Where links lead that no cell has said so far.
  private var links: [String: String] = [:]
  private var linksSeen = 0
  /// The row that was read last, from 1; blank ones are not.
  private var lastRow: Int

  /// So many places of a kind are named; the others are counted.
  private static let named = 100

  /// - Throws: `ImportFailure`, `CSVProblem`, `WorkbookProblem` or `ImportFile.Unreadable`.
  init(_ book: Workbook, named name: String?, _ limits: CSVReader.Limits, fit: ([String]) -> Int) throws {
    let place = try SheetPlace.find(in: book, named: name, fit: fit)
    (header, headerLine, columns, self.limits) = (place.titles, place.row, place.columns, limits)
    lastRow = place.row
    guard header.count <= limits.columns else { throw CSVProblem.tooManyColumns(limit: limits.columns) }
    let open = { try book.rows(of: place.sheet) }
    begin = open
    rows = try open()
    let others = try book.sheets.indices.filter { try $0 != place.sheet && !book.head(of: $0).isEmpty }
    remark = SheetRemark(
      name: book.sheets[place.sheet].name, headingRow: place.row, above: place.above,
      others: others.map { book.sheets[$0].name })
    while let row = try rows.next(), row.number < headerLine {}
    for column in rows.hiddenColumns.flatMap({ $0.clamped(to: columns) }) where isHeaded(column) {
      if remark.hiddenColumns.count < Self.named {
        remark.hiddenColumns.append(header[column - columns.lowerBound])
      }
    }
  }

  /// What stands behind the rows in an `.xlsx`: they are read once more, and only where somebody asks.
  /// - Throws: `WorkbookProblem`, or what the file throws.
  private func behind() throws -> Behind {
    if let whole { return whole }
    let all = try begin()
    while try all.next() != nil {}
    let merged = all.merged.filter {
      $0.columns.count > 1 && $0.rows.count == 1 && $0.columns.overlaps(columns)
    }
    let found = Behind(across: Set(merged.map(\.rows.lowerBound)), targets: all.extras.targets)
    whole = found
    return found
  }

  /// Whether cells of a row are shown as one across columns.
  /// - Throws: `WorkbookProblem`, or what the file throws.
  func isAcross(_ row: Int) throws -> Bool { try behind().across.contains(row) }

  var hasLinks: Bool { !rows.extras.links.isEmpty }

  /// Where the link of a cell leads; nil where it has none.
  /// - Throws: `WorkbookProblem`, or what the file throws.
  func target(of place: Int, in row: Int) throws -> String? {
    let targets = rows.extras.targets
    let target = try (targets.isEmpty ? behind().targets : targets)[
      "\(CellName.column(place + columns.lowerBound))\(row)"]
    if let target { find(target) }
    return target
  }

  private func isHeaded(_ column: Int) -> Bool {
    columns.contains(column) && !header[column - columns.lowerBound].isEmpty
  }

  var bytesRead: Int { rows.bytesRead }

  /// The next row that is not blank; nil at the end.
  func next() throws -> CSVRow? {
    while let row = try rows.next() {
      if let row = taken(row) { return row }
    }
    noteMerged()
    noteExtras()
    return nil
  }

  private func taken(_ row: SheetRow) -> CSVRow? {
    var fields = Array(repeating: "", count: header.count)
    var problem = row.overlong.map { _ in CSVProblem.fieldTooLong(line: row.number, limit: limits.fieldBytes)
    }
    var isBlank = problem == nil
    var hasGap = false
    var units: [Int: CellUnit] = [:]
    for cell in row.cells {
      let text = text(of: cell, in: row.number)
      guard let text else {
        (hasGap, isBlank) = (true, false)
        continue
      }
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { continue }
      isBlank = false
      if !links.isEmpty || linksSeen < rows.extras.links.count { find(text) }
      guard isHeaded(cell.column) else {
        leaveOut(cell.column, row.number)
        continue
      }
      if text.utf8.count > limits.fieldBytes {
        problem = problem ?? .fieldTooLong(line: row.number, limit: limits.fieldBytes)
      } else {
        fields[cell.column - columns.lowerBound] = text
        if case .quantity(_, let unit) = cell.value { units[cell.column - columns.lowerBound] = unit }
      }
    }
    if isBlank { return nil }
    if row.isHidden {
      if remark.hiddenRows == 0 { remark.firstHidden = row.number }
      remark.hiddenRows += 1
    }
    // What could not be computed says nothing: nothing that is stored is cleared by it.
    defer { lastRow = row.number }
    return CSVRow(
      line: row.number, fields: fields, isShort: hasGap, problem: problem,
      isAfterBlank: row.number > lastRow + 1, units: units)
  }

  /// The text of a cell; nil where it says nothing, which is noted.
  private func text(of cell: SheetCell, in row: Int) -> String? {
    switch cell.value {
    case .error(let code):
      note(cell.column, row) { .cellError(line: row, cell: $0, code: code) }
      return nil
    case .uncomputed:
      note(cell.column, row) { .cellNotComputed(line: row, cell: $0) }
      return nil
    // Many programs write every day with a time.
    case .dateTime(let day, 0): return day.description
    default: return cell.value.text
    }
  }

  private func note(_ column: Int, _ row: Int, _ make: (String) -> CSVNote) {
    guard isHeaded(column), notes.count < limits.notes else { return }
    notes.append(make("\(CellName.column(column))\(row)"))
  }

  private func leaveOut(_ column: Int, _ row: Int) {
    remark.unheadedCount += 1
    if remark.unheaded.count < 3 { remark.unheaded.append("\(CellName.column(column))\(row)") }
  }

  /// A link that leads where its cell says, or another, loses nothing.
  private func find(_ text: String) {
    let all = rows.extras.links
    while linksSeen < all.count {
      links[Self.bare(all[linksSeen])] = all[linksSeen]
      linksSeen += 1
    }
    links[Self.bare(text)] = nil
  }

  /// An address without what programs add to it.
  private static func bare(_ text: String) -> String {
    var text = text.trimmed.lowercased()
    for scheme in ["mailto:", "https://", "http://", "tel:"] where text.hasPrefix(scheme) {
      text = String(text.dropFirst(scheme.count))
    }
    if text.hasPrefix("www.") { text = String(text.dropFirst(4)) }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private func noteExtras() {
    (remark.comments, remark.firstComment) = (rows.extras.comments, rows.extras.firstComment)
    let lost = links.values.sorted()
    (remark.lostLinks, remark.lostLinkCount) = (Array(lost.prefix(3)), lost.count)
  }

  /// Cells below each other that are shown as one have their value in the first row only.
  private func noteMerged() {
    for cells in rows.merged where cells.rows.count > 1 && cells.rows.lowerBound > headerLine {
      guard notes.count < limits.notes, isHeaded(cells.columns.lowerBound) else { continue }
      let first = "\(CellName.column(cells.columns.lowerBound))\(cells.rows.lowerBound)"
      let last = "\(CellName.column(cells.columns.upperBound))\(cells.rows.upperBound)"
      notes.append(.cellsMerged(line: cells.rows.lowerBound, cells: "\(first):\(last)"))
    }
  }
}
