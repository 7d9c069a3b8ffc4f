/// Rows of cells under one another in columns as wide as they need, for where there is no screen.
public enum TextTable {
  /// - Parameter rows: the headings first; each has as many cells.
  public static func lines(_ rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { CellText.width($0[column]) }.max() ?? 0 }
    return rows.map { cells in
      var row = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - CellText.width($0)) }
        .joined(separator: "  ")
      while row.hasSuffix(" ") { row.removeLast() }
      return row
    }
  }
}
