import Terminal

extension Canvas {
  /// Lines one below the other, as far as the area goes, a margin at both sides.
  mutating func lines(_ lines: [[Span]], in area: Rect, margin: Int = 1) {
    lines.draw(on: &self, in: area.inset(left: margin, right: 1))
  }

  /// A text in as many lines as it takes; returns how many those are.
  @discardableResult
  mutating func paragraph(_ text: String, in area: Rect, margin: Int = 1, ink: Ink = .quiet) -> Int {
    let lines = Wrapping.lines(text, columns: area.columns - margin - 1)
    self.lines(lines.map { [Span($0, ink)] }, in: area, margin: margin)
    return lines.count
  }
}

extension Array<[Span]> {
  /// Lines of text, one below the other, as far as there is room.
  /// - Parameter first: the line at the top.
  func draw(from first: Int = 0, on canvas: inout Canvas, in area: Rect) {
    for (offset, line) in dropFirst(first).prefix(area.rows).enumerated() {
      canvas.spans(line, row: area.row + offset, column: area.column, width: area.columns, clip: area)
    }
  }
}

/// The line above a list in which what is looked for is typed.
struct SearchLine {
  var sign = "/"
  let field: TextField
  /// Whether somebody types in it now, so that the cursor stands there.
  var isTyping = true

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.text(sign, row: area.row, column: area.column + 1, ink: .key)
    let (column, width) = (area.column + 3, max(1, area.columns - 4))
    if isTyping {
      field.draw(on: &canvas, row: area.row, column: column, width: width)
    } else {
      canvas.text(field.text, row: area.row, column: column, width: width, ink: .entry)
    }
  }
}
