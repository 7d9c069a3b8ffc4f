/// A cursor in a list longer than the screen: which row is selected, and which is at the top.
public struct Selection: Sendable, Equatable, Movable {
  public var index = 0
  public var top = 0
  /// How many rows there are, and how many are in sight, since it was last fitted.
  public private(set) var count = 0
  public private(set) var height = 1

  public init() {}

  public mutating func move(_ move: ListMove) {
    self.move(by: move.step(count: count, height: height), count: count)
  }

  public mutating func move(by step: Int, count: Int) {
    index = max(0, min(count - 1, index + step))
  }

  /// Keeps the selected row among `height` rows in sight.
  public mutating func fit(count: Int, height: Int) {
    fit(count: count, height: height) { top, index in index - top + 1 }
  }

  /// The same for rows of several lines.
  /// - Parameters:
  ///   - height: in lines.
  ///   - lines: how many they take from the first of these rows, at the top, through the other.
  mutating func fit(count: Int, height: Int, lines: (Int, Int) -> Int) {
    self.count = count
    index = max(0, min(count - 1, index))
    let first = Self.first(through: index, height: height, lines)
    // No room is left over below the last row.
    let last = Self.first(through: max(0, count - 1), height: height, lines)
    top = max(0, min(max(top, first), index, last))
    self.height = max(1, (top..<max(top, count)).prefix(height).prefix { lines(top, $0) <= height }.count)
  }

  /// The first row that can stand at the top with the row still in sight.
  private static func first(through row: Int, height: Int, _ lines: (Int, Int) -> Int) -> Int {
    var first = row
    while first > 0, lines(first - 1, row) <= height { first -= 1 }
    return first
  }
}

/// The window of a page of text, which has no cursor.
struct Scroll: Sendable, Equatable, Movable {
  private(set) var top = 0
  private var count = 0
  private var height = 1

  mutating func move(_ move: ListMove) {
    top += move.step(count: count, height: height)
    fit(count: count, height: height)
  }

  mutating func fit(count: Int, height: Int) {
    (self.count, self.height) = (count, max(1, height))
    top = max(0, min(top, count - self.height))
  }
}
