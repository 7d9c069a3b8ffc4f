import Terminal

extension Canvas {
  /// Lines one below the other, as far as the area goes, a margin at both sides.
  mutating func lines(_ lines: [[Span]], in area: Rect, margin: Int = 1) {
    lines.draw(on: &self, in: area.inset(left: margin, right: 1))
  }

  /// A line, and what stands at its right: the line gives way where there is no room for both.
  mutating func line(_ spans: [Span], aside: [Span], in area: Rect, margin: Int = 1) {
    let width = aside.reduce(0) { $0 + CellText.width($1.text) }
    let room = area.columns - margin - 1
    lines([spans], in: area.inset(right: width > 0 ? min(room, width + 1) : 0), margin: margin)
    lines([aside], in: area.inset(left: max(0, room - width)), margin: margin)
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
  func draw(on canvas: inout Canvas, in area: Rect) {
    for (offset, line) in prefix(area.rows).enumerated() {
      canvas.spans(line, row: area.row + offset, column: area.column, width: area.columns, clip: area)
    }
  }
}

/// A page of text longer than the screen, through which the moves of all lists lead.
struct TextPage: Sendable, Movable {
  private var lines: [[Span]] = []
  private var scroll = Scroll()

  mutating func move(_ move: ListMove) { scroll.move(move) }

  /// - Parameters:
  ///   - lines: as they fit between the margins.
  ///   - height: in rows.
  mutating func fit(_ lines: [[Span]], height: Int) {
    self.lines = lines
    scroll.fit(count: lines.count, height: height)
  }

  func draw(on canvas: inout Canvas, in area: Rect, margin: Int = 1) {
    canvas.lines(Array(lines.dropFirst(scroll.top)), in: area, margin: margin)
    canvas.cursor = Point(row: area.row, column: area.column)
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
