/// How many columns of the screen a phrase has, where its place is fixed.
///
/// A line for each: a key or its beginning with `*`, the columns, and why.
public struct WidthLimits: Sendable {
  private let limits: [(key: String, columns: Int)]

  public init(_ text: String) {
    limits = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let columns = Int(cells[1]) else { return nil }
      return (String(cells[0]), columns)
    }
  }

  /// Nil where a phrase may be of any length.
  public subscript(_ key: String) -> Int? {
    limits.first { limit in
      limit.key.hasSuffix("*") ? key.hasPrefix(limit.key.dropLast()) : key == limit.key
    }?.columns
  }
}
