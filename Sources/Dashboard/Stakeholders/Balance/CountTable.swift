import Office
import Phrases
import Store
import Terminal

/// A counted number, and the filter that opens the records behind it.
struct CountLine: Sendable {
  let label: String
  /// From left to right; the first is what the bar shows. Empty while it is being counted.
  let numbers: [Int?]
  let filter: StakeholderFilter
  var hasBar = true
}

/// Counted numbers under one heading.
struct CountBlock: Sendable {
  let heading: String
  /// Above each number.
  var columns: [String] = []
  let lines: [CountLine]
}

/// Blocks of counted numbers, in columns beside one another.
struct CountTable: Sendable {
  var columns: [[CountBlock]]

  /// A row on the screen; nil between two blocks.
  enum Row: Sendable {
    case heading(CountBlock)
    case line(CountLine, most: Int, widths: [Int])
    case blank
  }

  func rows(_ column: Int) -> [Row] {
    guard columns.indices.contains(column) else { return [] }
    return Array(
      columns[column].map { block -> [Row] in
        let most = block.lines.filter(\.hasBar).compactMap { $0.numbers.first ?? nil }.max() ?? 0
        let widths = block.lines[0].numbers.indices.map { index in
          max(6, block.columns.indices.contains(index) ? CellText.width(block.columns[index]) + 2 : 0)
        }
        return [.heading(block)] + block.lines.map { .line($0, most: most, widths: widths) }
      }.joined(separator: [.blank]))
  }

  func lines(_ column: Int) -> [CountLine] {
    columns.indices.contains(column) ? columns[column].flatMap(\.lines) : []
  }

  /// The row on the screen of the line of that number.
  func row(of line: Int, _ column: Int) -> Int {
    var number = -1
    return rows(column).firstIndex { row in
      if case .line = row { number += 1 }
      return number == line
    } ?? 0
  }
}

/// The selected number of a table.
struct CountCursor: Sendable {
  private(set) var column = 0
  private(set) var index = 0
  private(set) var top = 0

  func line(in table: CountTable) -> CountLine? {
    let lines = table.lines(column)
    return lines.indices.contains(index) ? lines[index] : nil
  }

  mutating func move(_ step: Int, in table: CountTable) {
    index = max(0, min(table.lines(column).count - 1, index + step))
  }

  /// Goes to the next column, to the line that stands nearest.
  mutating func turn(_ step: Int, in table: CountTable) {
    let row = table.row(of: index, column)
    column = max(0, min(table.columns.count - 1, column + step))
    let lines = table.lines(column).indices
    index = lines.min { abs(table.row(of: $0, column) - row) < abs(table.row(of: $1, column) - row) } ?? 0
  }

  /// Keeps the selected row among `rows` in sight, its heading too where it is the first.
  mutating func fit(_ table: CountTable, rows: Int) {
    column = max(0, min(table.columns.count - 1, column))
    move(0, in: table)
    var window = Selection()
    window.top = top
    window.index = index == 0 ? 0 : table.row(of: index, column)
    let most = table.columns.indices.map { table.rows($0).count }.max() ?? 0
    window.fit(count: most, height: max(1, rows))
    if index == 0, rows > 1 { window.top = 0 }
    top = window.top
  }
}

extension CountTable {
  /// Draws the columns; the cursor where there is one.
  func draw(on canvas: inout Canvas, in area: Rect, cursor: CountCursor, isActive: Bool, look: Look) {
    guard !canvas.isSpoken else { return say(cursor, on: &canvas, in: area, look: look) }
    let width = area.columns / max(1, columns.count)
    for column in columns.indices {
      let part = area.inset(left: column * width, right: max(0, area.columns - (column + 1) * width))
      let selected = isActive && cursor.column == column ? row(of: cursor.index, column) : nil
      for (offset, row) in rows(column).dropFirst(cursor.top).prefix(area.rows).enumerated() {
        canvas.lines([spans(row, columns: part.columns - 2, look)], in: part.inset(top: offset))
        guard cursor.top + offset == selected else { continue }
        canvas.mark(Point(row: area.row + offset, column: part.column))
      }
    }
  }

  /// The number under the cursor for somebody who listens.
  private func say(_ cursor: CountCursor, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let line = cursor.line(in: self), columns.indices.contains(cursor.column) else { return }
    let (blocks, count) = (columns[cursor.column], lines(cursor.column).count)
    var (block, left) = (blocks.first, cursor.index)
    for next in blocks {
      block = next
      if left < next.lines.count { break }
      left -= next.lines.count
    }
    var parts = SpokenParts([("", line.label)])
    for (place, number) in line.numbers.enumerated() {
      let names = block?.columns ?? []
      parts.add(number.map(look.phrases.number) ?? "…", as: names.indices.contains(place) ? names[place] : "")
    }
    canvas.say(parts, below: block?.heading ?? "", at: (cursor.index + 1, count), in: area)
  }

  /// A row: what is counted, a bar, and the numbers at the right.
  private func spans(_ row: Row, columns: Int, _ look: Look) -> [Span] {
    func fitting(_ text: String, _ width: Int) -> String {
      CellText.fitting(text, columns: max(0, width)).map(\.text).joined()
    }
    switch row {
    case .blank: return []
    case .heading(let block):
      let widths = block.columns.map { CellText.width($0) + 2 }
      let head = columns - widths.reduce(0, +)
      let table = LineColumns([(head, .leading)] + widths.map { ($0, .trailing) })
      return table.line(([fitting(block.heading, head - 1)] + block.columns).map { Span($0, .heading) })
    case .line(let line, let most, let widths):
      let numbers = line.numbers.map { Span($0.map(look.phrases.number) ?? "…") }
      let head = columns - widths.prefix(numbers.count).reduce(0, +)
      let trailing = widths.map { ($0, Alignment.trailing) }
      guard line.hasBar else {
        return LineColumns([(head, .leading)] + trailing).line(
          [Span(fitting(line.label, head - 1))] + numbers)
      }
      let label = min(21, max(0, head - 1))
      let bar = Bars.bar((line.numbers.first ?? nil) ?? 0, of: most, width: max(0, head - label - 2))
      return LineColumns([(label + 1, .leading), (head - label - 1, .leading)] + trailing)
        .line([Span(fitting(line.label, label)), Span(bar, .bar)] + numbers)
    }
  }
}
