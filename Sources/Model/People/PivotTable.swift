/// Counts over two dimensions, or over one: what people ask of a list when they want numbers.
public struct PivotTable: Sendable, Equatable {
  /// Values, the empty one for "not stated".
  public let rows: [String]
  /// Values; empty where there is one dimension only.
  public let columns: [String]
  /// By row and column.
  public let counts: [[Int]]
  public let rowTotals: [Int]
  public let columnTotals: [Int]
  /// All stakeholders that were counted, each once.
  public let total: Int

  public enum Order: Sendable {
    /// As the vocabulary has them; regions by their geography.
    case vocabulary
    /// The most first; "not stated" stays last.
    case most
  }

  /// - Parameters:
  ///   - facets: what the list is narrowed to. Where it is one of the two dimensions, only the chosen values
  ///     stand: a stakeholder with several would open more records than its number says.
  public init(
    _ table: CrossTable, rows: Dimension, columns: Dimension?, facets: [Dimension: Set<String>] = [:],
    order: Order = .vocabulary
  ) {
    let counted = table.counts(rows)
    let others = columns.map { table.counts($0) } ?? []
    let shownRows = Self.shown(rows, table, counted, facets, order: rows == .country ? .most : order)
    let shownColumns =
      columns.map { Self.shown($0, table, others, facets, order: $0 == .country ? .most : .vocabulary) } ?? []
    let cells = columns.map { table.counts(rows, $0) } ?? []
    self.rows = shownRows.map(\.value)
    self.columns = shownColumns.map(\.value)
    rowTotals = shownRows.map { counted[$0.place] }
    columnTotals = shownColumns.map { others[$0.place] }
    counts = shownRows.map { row in shownColumns.map { cells[row.place][$0.place] } }
    total = table.total
  }

  /// The values that stand in the table: all of a vocabulary, of the countries those that occur; "not stated"
  /// where somebody states nothing.
  private static func shown(
    _ dimension: Dimension, _ table: CrossTable, _ counts: [Int], _ facets: [Dimension: Set<String>],
    order: Order
  ) -> [(value: String, place: Int)] {
    guard let at = table.dimensions.firstIndex(of: dimension) else { return [] }
    let values = table.values[at].enumerated().map { (value: $1, place: $0) }
    let shown = values.filter { value, place in
      if let chosen = facets[dimension] { return chosen.contains(value) }
      return counts[place] > 0 || (dimension.vocabulary != nil && !value.isEmpty)
    }
    guard order == .most else { return shown }
    return shown.sorted { a, b in
      (a.value.isEmpty ? 1 : 0, -counts[a.place], a.place) < (
        b.value.isEmpty ? 1 : 0, -counts[b.place], b.place
      )
    }
  }
}
