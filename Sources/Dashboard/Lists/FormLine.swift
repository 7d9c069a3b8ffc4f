import Terminal

/// A line of a form: its label, and beside it the room for its value.
struct FormLine {
  let label: String
  /// Of the label.
  let width: Int
  var margin = 2
  /// Between label and value.
  var gap = 2

  /// Draws the label in the first row of an area.
  /// - Returns: the room for the value.
  func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
    let cut = CellText.fitting(label, columns: width).map(\.text).joined()
    canvas.lines([[Span(cut, .quiet)]], in: area, margin: margin)
    return area.split(top: 1).top.inset(left: margin + width + gap)
  }
}
