/// Who puts text that runs from right to left in the order in which it is seen.
public enum TextOrder: String, Sendable, CaseIterable {
  /// The terminal, each line by itself: this program keeps the columns of a line apart.
  case terminal
  /// This program, and the terminal shows what it is given.
  case program
  /// Nobody.
  case nobody
}

extension TextOrder {
  /// Where nobody has chosen: in a language that runs from right to left the program, which then turns the screen too.
  public static func usual(isRightToLeft: Bool) -> TextOrder { isRightToLeft ? .program : .terminal }

  /// What is known of a terminal by its name, whatever the language; nil for most. mlterm gives a column to the marks that
  /// keep columns apart, and can be told to leave the order to others.
  public static func known(of terminal: String) -> TextOrder? {
    terminal.hasPrefix("mlterm") ? .program : nil
  }

  /// A text that runs from right to left, letter by letter as it is seen from left to right.
  public static func seen(_ text: String) -> String {
    let groups = CellText.groups(text).map(\.text)
    let scalars = groups.map { $0.unicodeScalars.first ?? " " }
    guard let line = BidiLine(scalars, isRightToLeft: true) else { return text }
    return line.order.map { String(line.shown[$0]) }.joined()
  }
}

extension Canvas {
  /// What the terminal is given: the same in the order in which it is seen, and from right to left where the screen is.
  public var seen: Canvas {
    switch order {
    case .nobody: self
    case .terminal: guarded
    case .program: ordered
    }
  }

  // MARK: The terminal orders

  /// A mark of direction where two texts of Arabic or Hebrew, or a number behind one, would be one run of text to the
  /// terminal, which changes their places, and where a line begins with one, which is else turned round as a whole
  /// (UAX #9, P2 and N1).
  private var guarded: Canvas {
    let mark = "\u{200E}"
    var seen = self
    for row in 0..<size.rows where runsBackwards(row) {
      var before: LetterDirection?
      for text in texts(in: row) {
        let directions = text.compactMap { self[row, $0].text.unicodeScalars.first }.compactMap(
          LetterDirection.init)
        let joins =
          directions.first == .rightToLeft && before != .leftToRight
          || directions.isEmpty && before == .rightToLeft
        let gap = text.lowerBound - 1
        // Behind a letter the mark would come between two of one text.
        if joins, gap >= 0, !self[row, gap].text.isEmpty, LetterDirection(first: self[row, gap].text) == nil {
          seen.replace(row, gap, Cell(text: self[row, gap].text + mark, ink: self[row, gap].ink))
        }
        before = directions.last ?? (joins ? .leftToRight : before)
      }
    }
    return seen
  }

  /// The texts of a row, each with its columns.
  private func texts(in row: Int) -> [Range<Int>] {
    let line = Array(pieces[row * size.columns..<(row + 1) * size.columns])
    var texts: [Range<Int>] = []
    var start = 0
    while start < line.count {
      let end = line[start...].firstIndex { $0 != line[start] } ?? line.count
      if line[start] != 0 { texts.append(start..<end) }
      start = end
    }
    return texts
  }

  private func runsBackwards(_ row: Int) -> Bool {
    (0..<size.columns).contains { column in
      let text = self[row, column].text
      return text.utf8.count > 1 && text.unicodeScalars.first.map(LetterDirection.isRightToLeft) == true
    }
  }

  // MARK: The program orders

  /// Whether somebody types in a text that runs from left to right as a whole: there the arrows go the way they point. In
  /// one that runs from right to left they go along it all the way, the Latin words in it too.
  public var isCaretInLeftToRight: Bool {
    guard showsCursor, let cursor, order == .program, (0..<size.rows).contains(cursor.row) else {
      return false
    }
    let line = cursor.row * size.columns
    let near = [cursor.column, cursor.column - 1].filter((0..<size.columns).contains)
    guard let piece = near.map({ pieces[line + $0] }).first(where: { $0 > 0 }) else { return false }
    let letters = (0..<size.columns).filter { pieces[line + $0] == piece }
      .compactMap { self[cursor.row, $0].text.unicodeScalars.first }
    return !SeenRow.runsBackwards(letters, isMirrored: isMirrored)
  }

  /// Whether somebody types behind a letter or digit that runs from left to right: there the caret goes on to the right.
  private var isCaretInLatin: Bool {
    guard showsCursor, let cursor, cursor.column > 0, order == .program,
      (0..<size.rows).contains(cursor.row), cursor.column <= size.columns
    else { return false }
    let piece = pieces[cursor.row * size.columns + cursor.column - 1]
    let before = self[cursor.row, cursor.column - 1].text.unicodeScalars.first
    guard piece > 0, let before else { return false }
    return LetterDirection(before) == .leftToRight
  }

  private var ordered: Canvas {
    var seen = self
    var rows: [Int: [Int]] = [:]
    for row in 0..<size.rows where isMirrored || runsBackwards(row) {
      var order = SeenRow(self, row)
      order.arrange()
      for column in 0..<size.columns { seen.replace(row, column, order.cells[column]) }
      rows[row] = order.places
    }
    if let cursor, let places = rows[cursor.row], places.indices.contains(cursor.column) {
      seen.cursor?.column =
        isCaretInLatin && cursor.column > 0 ? places[cursor.column - 1] + 1 : places[cursor.column]
    }
    if isMirrored {
      seen.hits = hits.map { hit in
        var area = hit.area
        area.column = size.columns - area.endColumn
        return Hit(area, hit.action)
      }
    }
    return seen
  }
}

/// A row of a canvas as it is seen.
private struct SeenRow {
  let drawn: [Cell]
  let pieces: [Int]
  let isMirrored: Bool
  private(set) var cells: [Cell]
  /// Where each column of what was drawn is now.
  private(set) var places: [Int]

  init(_ canvas: Canvas, _ row: Int) {
    let columns = 0..<canvas.size.columns
    drawn = columns.map { canvas[row, $0] }
    pieces = columns.map { canvas.pieces[row * canvas.size.columns + $0] }
    isMirrored = canvas.isMirrored
    cells = drawn
    places = Array(columns)
  }

  mutating func arrange() {
    var start = 0
    while start < drawn.count {
      var end = start + 1
      while end < drawn.count, pieces[start] != 0 && pieces[end] == pieces[start] || drawn[end].text.isEmpty {
        end += 1
      }
      if pieces[start] == Canvas.asGiven {
        keep(start..<end)
      } else {
        for part in parts(start..<end) {
          let sign = leadingSigns(part)
          if sign > part.lowerBound { arrange(part.lowerBound..<sign) }
          arrange(sign..<part.upperBound)
        }
      }
      start = end
    }
  }

  /// Two spaces or more part what is beside each other: columns of a line that was drawn as one text.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var column = start
    while column < range.upperBound {
      var end = column
      while end < range.upperBound, drawn[end].text == " " { end += 1 }
      // What a dot parts is each a text of its own.
      if isMirrored, column > start, isDot(column, in: range) {
        parts += [start..<column, column..<column + 3]
        start = column + 3
        column = start
        continue
      }
      if end - column > 1 || end > column && (column == range.lowerBound || end == range.upperBound) {
        if column > start { parts.append(start..<column) }
        parts.append(column..<end)
        start = end
      }
      column = max(end, column + 1)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// Whether " · " begins there.
  private func isDot(_ column: Int, in range: Range<Int>) -> Bool {
    column + 3 < range.upperBound && [" ", "·", " "].elementsEqual(drawn[column..<column + 3].map(\.text))
  }

  private mutating func arrange(_ range: Range<Int>) {
    // The right half of a wide character goes with the left one.
    let letters = range.filter { !drawn[$0].text.isEmpty }
    let scalars = letters.map { drawn[$0].text.unicodeScalars.first ?? " " }
    let isRightToLeft = Self.runsBackwards(scalars, isMirrored: isMirrored)
    guard isMirrored || isRightToLeft, let line = BidiLine(scalars, isRightToLeft: isRightToLeft) else {
      return
    }
    var column = isMirrored ? drawn.count - range.upperBound : range.lowerBound
    for place in line.order {
      let from = letters[place]
      var cell = drawn[from]
      cell.text = text(of: cell.text, as: line.shown[place], isTurned: isRightToLeft)
      let isWide = from + 1 < drawn.count && drawn[from + 1].text.isEmpty
      cells[column] = cell
      places[from] = column
      if isWide {
        cells[column + 1] = drawn[from + 1]
        places[from + 1] = column + 1
      }
      column += isWide ? 2 : 1
    }
  }

  /// Where the words begin behind what parts them from the words before: " · ", a mark, a dash.
  private func leadingSigns(_ range: Range<Int>) -> Int {
    let signs: Set = [
      " ", "·", "›", "‹", "-", "–", "—", ":", ",", "|", "▌", "●", "○", "◐", "◎", "×", "!", "*", "✓",
    ]
    let end = range.first { !signs.contains(drawn[$0].text) } ?? range.lowerBound
    // A sign at a number belongs to it.
    return end < range.upperBound && drawn[end].text.first?.isLetter == true ? end : range.lowerBound
  }

  private mutating func keep(_ range: Range<Int>) {
    let first = isMirrored ? drawn.count - range.upperBound : range.lowerBound
    for (offset, from) in given(range).enumerated() {
      (cells[first + offset], places[from]) = (drawn[from], first + offset)
    }
  }

  /// Blanks before and behind change sides with what they part it from.
  private func given(_ range: Range<Int>) -> [Int] {
    guard isMirrored, let first = range.first(where: { drawn[$0].text != " " }),
      let last = range.last(where: { drawn[$0].text != " " })
    else { return Array(range) }
    return Array(last + 1..<range.upperBound) + Array(first...last) + Array(range.lowerBound..<first)
  }

  /// From right to left where most of a text does: a sentence of Arabic may begin with the name of a file.
  static func runsBackwards(_ scalars: [Unicode.Scalar], isMirrored: Bool) -> Bool {
    let directions = scalars.compactMap(LetterDirection.init)
    guard isMirrored else { return directions.first == .rightToLeft }
    let backwards = directions.count { $0 == .rightToLeft }
    return directions.isEmpty || directions.first == .rightToLeft || backwards * 4 >= directions.count
  }

  private func text(of text: String, as scalar: Unicode.Scalar, isTurned: Bool) -> String {
    let turned = isMirrored && isTurned ? Self.turned[scalar] ?? scalar : scalar
    guard turned != text.unicodeScalars.first else { return text }
    var scalars = text.unicodeScalars
    scalars.replaceSubrange(scalars.startIndex..<scalars.index(after: scalars.startIndex), with: [turned])
    return String(scalars)
  }

  /// Signs that say left or right and that Unicode does not turn: corners, bars that grow, arrows. A part of a cell that
  /// has no opposite is rounded to one that has.
  private static let turned: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("▌", "▐"), ("▏", "▕"), ("┌", "┐"), ("└", "┘"), ("├", "┤"), ("╭", "╮"), ("╰", "╯"), ("▶", "◀"),
      ("▸", "◂"), ("►", "◄"), ("→", "←"), ("╶", "╴"), ("╺", "╸"), ("▖", "▗"), ("▘", "▝"), ("◐", "◑"),
    ]
    let parts: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("▉", "█"), ("▊", "█"), ("▋", "▐"), ("▍", "▐"), ("▎", "▕"),
    ]
    return Dictionary(
      pairs + pairs.map { ($1, $0) } + parts, uniquingKeysWith: { one, _ in one })
  }()
}
