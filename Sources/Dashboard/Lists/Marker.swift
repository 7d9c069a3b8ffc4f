import Terminal

extension Canvas {
  /// Marks the selected row or cell. The hardware cursor stands there too, so that screen readers follow.
  /// - Parameter hasCursor: whether the keys are there, not in a line above or in another list.
  mutating func mark(_ point: Point, hasCursor: Bool = true) {
    text("▌", row: point.row, column: point.column, ink: .marker)
    if hasCursor { cursor = point }
  }
}
