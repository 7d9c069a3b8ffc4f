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
    let cells = row.cells.filter { !$0.value.text.trimmed.isEmpty }
    columns = (cells.first?.column ?? 0)...(cells.last?.column ?? 0)
    var titles = Array(repeating: "", count: columns.count)
    for cell in cells { titles[cell.column - columns.lowerBound] = cell.value.text }
    self.titles = titles
    above = head.prefix { $0.number < row.number }.flatMap(\.cells).map(\.value.text.trimmed)
    score = fit(titles)
  }
}
