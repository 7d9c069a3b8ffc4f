/// A cursor in a list longer than the screen: which row is selected, and which is at the top.
public struct Selection: Sendable, Equatable {
  public var index = 0
  public var top = 0

  public init() {}

  public mutating func move(by step: Int, count: Int) {
    index = max(0, min(count - 1, index + step))
  }

  /// Keeps the selected row among `height` rows in sight.
  public mutating func fit(count: Int, height: Int) {
    index = max(0, min(count - 1, index))
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    top = max(0, min(top, max(0, count - height)))
  }
}
