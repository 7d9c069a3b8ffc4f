/// What a saved view counts: the values of a dimension, or of one by those of another.
public struct Grouping: Sendable, Equatable {
  public let rows: Dimension
  /// Nil where only rows are counted.
  public let columns: Dimension?

  public init(rows: Dimension, columns: Dimension?) {
    self.rows = rows
    self.columns = columns == rows ? nil : columns
  }

  /// Reads `region` or `region x disciplines`; nil for anything else, as for a view that is only a list.
  public init?(_ text: String) {
    let names = text.split(separator: " ").map(String.init)
    let dimensions = names.enumerated().filter { $0.offset % 2 == 0 }.compactMap {
      Dimension.named($0.element)
    }
    switch (names.count, dimensions.count) {
    case (1, 1): self.init(rows: dimensions[0], columns: nil)
    case (3, 2) where names[1] == "x": self.init(rows: dimensions[0], columns: dimensions[1])
    default: return nil
    }
  }

  /// As a view keeps it, in the names of the command line.
  public var text: String { dimensions.map(\.optionName).joined(separator: " x ") }

  public var dimensions: [Dimension] { [rows] + (columns.map { [$0] } ?? []) }
}
