import Model
import Office
import Terminal

extension Canvas {
  /// Lines one below the other, as far as the area goes, a margin at both sides.
  mutating func lines(_ lines: [[Span]], in area: Rect, margin: Int = 1) {
    lines.draw(on: &self, in: area.inset(left: margin, right: 1))
  }

  /// Lines that have the keys: the hardware cursor stands at the first of them.
  mutating func page(_ lines: [[Span]], in area: Rect, margin: Int = 1) {
    self.lines(lines, in: area, margin: margin)
    cursor = Point(row: area.row, column: area.column)
  }

  /// A line, and what stands at its right: the line gives way where there is no room for both.
  mutating func line(_ spans: [Span], aside: [Span], in area: Rect, margin: Int = 1) {
    let width = aside.reduce(0) { $0 + CellText.width($1.text) }
    let room = area.columns - margin - 1
    lines([spans], in: area.inset(right: width > 0 ? min(room, width + 1) : 0), margin: margin)
    lines([aside], in: area.inset(left: max(0, room - width)), margin: margin)
  }

  /// The first row of an area ruled off, with the heading of what stands below it.
  mutating func rule(_ heading: String = "", in area: Rect) {
    fill(area.split(top: 1).top, with: "─", ink: .rule)
    if !heading.isEmpty { lines([[Span(" \(heading) ", .heading)]], in: area.split(top: 1).top, margin: 2) }
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
  /// A label, and what belongs to it beside it, in as many lines as it needs.
  /// - Parameters:
  ///   - width: of the label with the gap behind it.
  ///   - columns: of both.
  static func labelled(_ label: String, _ values: [Span], width: Int, columns: Int) -> [[Span]] {
    let lines = values.flatMap { value in
      Wrapping.lines(value.text, columns: Swift.max(8, columns - width)).map { Span($0, value.ink) }
    }
    let cut = CellText.fitting(label, columns: width - 1).map(\.text).joined()
    return lines.enumerated().map { number, line in
      [Span(CellText.padded(number == 0 ? cut : "", to: width), .quiet), line]
    }
  }

  /// Lines of text, one below the other, as far as there is room.
  func draw(on canvas: inout Canvas, in area: Rect) {
    for (offset, line) in prefix(Swift.max(0, area.rows)).enumerated() {
      canvas.spans(line, row: area.row + offset, column: area.column, width: area.columns, clip: area)
    }
  }
}

/// A page of text longer than the screen, through which the moves of all lists lead.
struct TextPage: Sendable, Movable {
  private var lines: [[Span]] = []
  private var scroll = Scroll()

  /// The first line in sight.
  var top: Int { scroll.top }

  mutating func move(_ move: ListMove) { scroll.move(move) }

  /// - Parameters:
  ///   - lines: as they fit between the margins.
  ///   - height: in rows.
  mutating func fit(_ lines: [[Span]], height: Int, _ look: Look) {
    // Somebody who listens goes from line to line, and over none that says nothing.
    self.lines = look.isSpoken ? lines.filter { $0.contains { !$0.text.trimmed.isEmpty } } : lines
    scroll.fit(count: self.lines.count, height: look.isSpoken ? 1 : height)
  }

  func draw(on canvas: inout Canvas, in area: Rect, margin: Int = 1) {
    guard !canvas.isSpoken else {
      let line = lines.dropFirst(scroll.top).first.flatMap { canvas.manner?.words($0) } ?? ""
      canvas.say(SpokenParts([("", line)]), at: (scroll.top + 1, lines.count), in: area)
      return
    }
    canvas.page(Array(lines.dropFirst(scroll.top)), in: area, margin: margin)
  }
}

/// The line above a list in which what is looked for is typed.
struct SearchLine {
  var sign = Span("/", .key)
  let field: TextField
  /// Whether somebody types in it now, so that the cursor stands there.
  var isTyping = true

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.lines([[sign]], in: area)
    let rest = area.inset(left: CellText.width(sign.text) + 2)
    if isTyping {
      field.draw(on: &canvas, row: rest.row, column: rest.column, width: max(1, rest.columns - 1))
    } else {
      canvas.lines([[Span(field.text, .entry)]], in: rest, margin: 0)
    }
  }
}
