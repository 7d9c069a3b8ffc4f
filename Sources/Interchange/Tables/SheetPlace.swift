import Model
import Workbooks

/// Where the table of a workbook stands: the sheet, and in it the row of the headings, which may be below titles.
struct SheetPlace {
  let sheet: Int
  /// From 1.
  let row: Int
  /// The columns from the first heading to the last, from 0.
  let columns: ClosedRange<Int>
  let titles: [String]
  let above: [String]
  fileprivate let score: Int

  /// Rows below these are no headings.
  private static let lookedThrough = 30

  /// - Parameters:
  ///   - name: the sheet that is meant; nil for the one that fits best.
  ///   - fit: how many of some headings mean something.
  /// - Throws: `ImportFailure`; `CSVProblem.empty` where no sheet holds anything.
  static func find(in book: Workbook, named name: String?, fit: ([String]) -> Int) throws -> SheetPlace {
    let names = book.sheets.map(\.name)
    if let name {
      // Exactly, or else as people type it.
      let index =
        names.firstIndex(of: name)
        ?? names.firstIndex { $0.trimmed.lowercased() == name.trimmed.lowercased() }
      guard let index else { throw ImportFailure.sheetUnknown(name, names) }
      guard let place = try place(in: book, index, fit) else { throw CSVProblem.empty }
      return place
    }
    let visible = names.indices.filter { !book.sheets[$0].isHidden }
    let places = try (visible.isEmpty ? Array(names.indices) : visible).compactMap {
      try place(in: book, $0, fit)
    }
    guard let best = places.max(by: { $0.score < $1.score }) else { throw CSVProblem.empty }
    let equals = places.filter { $0.score == best.score }
    if equals.count > 1 { throw ImportFailure.sheetOpen(equals.map { names[$0.sheet] }) }
    return best
  }

  /// The headings of a sheet: the row that means most, or where none means anything, the first that is about as wide
  /// as the table.
  private static func place(in book: Workbook, _ sheet: Int, _ fit: ([String]) -> Int) throws -> SheetPlace? {
    let head = try book.head(of: sheet).filter { row in
      row.cells.contains { !$0.value.text.trimmed.isEmpty }
    }
    let rows = head.prefix(lookedThrough).map { Self(sheet, $0, above: head, fit) }
    guard let best = rows.max(by: { $0.score < $1.score }) else { return nil }
    if best.score > 0 { return rows.first { $0.score == best.score } }
    let widest = rows.map { $0.titles.count { !$0.isEmpty } }.max() ?? 0
    return rows.first { 2 * $0.titles.count(where: { !$0.isEmpty }) > widest }
  }

  private init(_ sheet: Int, _ row: SheetRow, above head: [SheetRow], _ fit: ([String]) -> Int) {
    (self.sheet, self.row) = (sheet, row.number)
    let cells = Self.headings(row, below: head.first { $0.number == row.number - 1 })
    columns = (cells.first?.column ?? 0)...(cells.last?.column ?? 0)
    var titles = Array(repeating: "", count: columns.count)
    for cell in cells { titles[cell.column - columns.lowerBound] = cell.value.text }
    self.titles = titles
    let used = Set(cells.map(\.column)).subtracting(
      row.cells.filter { !$0.value.text.trimmed.isEmpty }.map(\.column))
    above = head.prefix { $0.number < row.number }.flatMap { upper in
      upper.cells.filter { upper.number != row.number - 1 || !used.contains($0.column) }
    }.map(\.value.text.trimmed)
    score = fit(titles)
  }

  /// The headings of a row, with those of the row above that stand over none of them, as a cell does that is merged over
  /// both. A single cell up there is a title.
  private static func headings(_ row: SheetRow, below upper: SheetRow?) -> [SheetCell] {
    let own = row.cells.filter { !$0.value.text.trimmed.isEmpty }
    let above = upper?.cells.filter { !$0.value.text.trimmed.isEmpty } ?? []
    guard above.count > 1, own.count > 1 else { return own }
    let columns = Set(own.map(\.column))
    return (own + above.filter { !columns.contains($0.column) }).sorted { $0.column < $1.column }
  }
}
