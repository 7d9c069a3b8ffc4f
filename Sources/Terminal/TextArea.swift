import Typesetting

/// A long text that somebody types in, in as many lines as it takes at a width: paragraphs stay paragraphs, the arrows go
/// from line to line, and signs say where it goes on beyond what is in sight.
public struct TextArea: Sendable, Equatable {
  public private(set) var field: TextField
  /// In columns, as it was drawn last.
  private var width = 60
  /// The first line in sight.
  private var top = 0
  private var lines: [Range<Int>] = []
  /// The column in which the caret goes up and down.
  private var column: Int?

  public init(_ text: String = "") {
    field = TextField(text, isLong: true)
    lay()
  }

  public var text: String { field.text }
  /// How many lines it takes.
  public var count: Int { lines.count }

  /// How many words it has: what spaces part, and each character of a script without spaces.
  public var words: Int {
    field.text.split(whereSeparator: \.isWhitespace).reduce(0) { sum, word in
      let wide = word.filter { CellText.width(String($0)) == 2 }.count
      return sum + max(1, wide)
    }
  }

  /// Takes a key; false where it means nothing here: an arrow up in the first line, Enter.
  public mutating func take(_ chord: KeyChord) -> Bool {
    switch chord.key {
    case .up where !chord.alt: return move(by: -1, marking: chord.shift)
    case .down where !chord.alt: return move(by: 1, marking: chord.shift)
    case .home where !chord.control: field.go(to: lines[line].lowerBound, marking: chord.shift)
    case .end where !chord.control: field.go(to: end(of: line), marking: chord.shift)
    default: guard field.take(chord) else { return false }
    }
    column = nil
    lay()
    return true
  }

  /// Goes so many lines up or down, as far as there are any.
  public mutating func page(by step: Int) {
    let goal = max(0, min(lines.count - 1, line + step))
    _ = move(by: goal - line, marking: false)
  }

  public mutating func insert(_ text: String) {
    field.insert(text)
    column = nil
    lay()
  }

  public mutating func set(_ text: String) {
    field.set(text)
    lay()
  }

  /// Before drawing: takes up its width and keeps the caret in sight.
  public mutating func fit(to size: Size) {
    width = max(2, size.columns - 1)
    lay()
    top = max(0, min(top, line, lines.count - size.rows))
    top = max(top, line - max(1, size.rows) + 1)
  }

  private mutating func lay() {
    lines = LineBreaks.ranges(of: field.characters, width: width)
  }

  /// The line with the caret.
  private var line: Int { lines.lastIndex { $0.lowerBound <= field.caret } ?? 0 }

  /// The last place in a line for the caret: before what ends it.
  private func end(of line: Int) -> Int {
    line == lines.count - 1 ? lines[line].upperBound : max(lines[line].lowerBound, lines[line].upperBound - 1)
  }

  private mutating func move(by step: Int, marking: Bool) -> Bool {
    let (now, goal) = (line, line + step)
    guard lines.indices.contains(goal), step != 0 else { return false }
    let column = self.column ?? columns(lines[now].lowerBound..<field.caret)
    var place = lines[goal].lowerBound
    while place < end(of: goal), columns(lines[goal].lowerBound..<place + 1) <= column { place += 1 }
    field.go(to: place, marking: marking)
    self.column = column
    return true
  }

  private func columns(_ range: Range<Int>) -> Int {
    field.characters[range].reduce(0) { $0 + CellText.width(String($1)) }
  }

  /// Draws the lines in sight and puts the canvas' cursor on the caret.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard area.rows > 0, area.columns > 1 else { return }
    canvas.fill(area, ink: .entry)
    for (offset, range) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.asOne { draw(range, on: &$0, row: area.row + offset, column: area.column) }
    }
    let before = columns(lines[line].lowerBound..<field.caret)
    let row = area.row + max(0, min(area.rows - 1, line - top))
    canvas.type(
      from: Point(row: row, column: area.column),
      caret: Point(row: row, column: area.column + min(area.columns - 1, before)))
    let edge = area.endColumn - 1
    if top > 0 { canvas.text("↑", row: area.row, column: edge, width: 1, ink: .quiet) }
    if top + area.rows < lines.count {
      canvas.text("↓", row: area.endRow - 1, column: edge, width: 1, ink: .quiet)
    }
  }

  private func draw(_ range: Range<Int>, on canvas: inout Canvas, row: Int, column: Int) {
    var used = 0
    for place in range where !field.characters[place].isNewline {
      let character = String(field.characters[place])
      let columns = CellText.width(character)
      guard used + columns <= width else { break }
      let ink: Ink = field.marked?.contains(place) == true ? .selection : .entry
      canvas.text(character, row: row, column: column + used, width: columns, ink: ink)
      used += columns
    }
  }
}
