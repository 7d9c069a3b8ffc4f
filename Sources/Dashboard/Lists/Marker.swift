import Terminal

/// What stands before the selected row or cell.
enum Marker {
  static let sign = "▌"
}

extension Canvas {
  /// Marks the selected row or cell. The hardware cursor stands there too, so that screen readers follow.
  /// - Parameter hasCursor: whether the keys are there, not in a line above or in another list.
  mutating func mark(_ point: Point, hasCursor: Bool = true) {
    text(Marker.sign, row: point.row, column: point.column, ink: .marker)
    if hasCursor { cursor = point }
  }
}
