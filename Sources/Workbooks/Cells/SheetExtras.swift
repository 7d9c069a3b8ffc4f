/// What cells of a sheet have besides what they show.
public struct SheetExtras: Sendable, Equatable {
  /// How many cells have a comment.
  public internal(set) var comments = 0
  /// The first cell that has one, `B2`; empty where nobody knows.
  public internal(set) var firstComment = ""
  /// Where links lead that cells have besides their text, some thousands at most.
  public internal(set) var links: [String] = []

  /// The same by the names of the cells, `B2`, as far as the sheet was read.
  public internal(set) var targets: [String: String] = [:]
  private static let most = 10_000

  /// - Parameter column: from 0.
  mutating func link(_ column: Int, _ row: Int, to target: String) {
    guard links.count < Self.most, !target.isEmpty else { return }
    links.append(target)
    point(column, row, to: target)
  }

  mutating func point(_ column: Int, _ row: Int, to target: String) {
    if targets.count < Self.most { targets["\(CellName.column(column))\(row)"] = target }
  }
}
