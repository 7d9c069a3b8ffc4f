import Terminal

extension Array<[Span]> {
  /// Lines of text, one below the other, as far as there is room.
  /// - Parameter first: the line at the top.
  func draw(from first: Int = 0, on canvas: inout Canvas, in area: Rect) {
    for (offset, line) in dropFirst(first).prefix(area.rows).enumerated() {
      canvas.spans(line, row: area.row + offset, column: area.column, width: area.columns, clip: area)
    }
  }
}

extension Array<String> {
  /// What there is to say of something, in a line.
  var dotted: String { filter { !$0.isEmpty }.joined(separator: " · ") }
}
