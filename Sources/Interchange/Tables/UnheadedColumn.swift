/// A column of a table that has no heading, so that nobody knows what its cells are: they are left out.
public struct UnheadedColumn: Sendable, Equatable {
  /// Counted from 1.
  public let number: Int
  /// How many of its cells hold something.
  public private(set) var count = 0
  /// What the first of them hold.
  public private(set) var samples: [String] = []

  init(number: Int) { self.number = number }

  /// Those that a row of headings has.
  static func all(in header: [String]) -> [UnheadedColumn] {
    header.indices.filter { header[$0].trimmed.isEmpty }.map { UnheadedColumn(number: $0 + 1) }
  }

  /// Takes up what a row has there.
  mutating func look(at row: [String]) {
    guard number <= row.count, !row[number - 1].isEmpty else { return }
    let cell = row[number - 1].inOneLine.trimmed
    if cell.isEmpty { return }
    count += 1
    if samples.count < 3, !samples.contains(cell) { samples.append(cell) }
  }
}
