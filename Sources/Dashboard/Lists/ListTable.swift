import Model
import Phrases
import Terminal

/// A list as columns under headings; only the rows in sight are ever made. No other place knows in which column of the
/// screen a cell or a cursor of a list stands.
struct ListTable<Row> {
  struct Column {
    let heading: String
    /// 0 takes what the others leave.
    let width: Int
    let alignment: Alignment
    let cell: (Row) -> [Span]
    /// What a click on its heading puts the list in the order of.
    var order: String?
    /// It shows whether a row is chosen: a click there presses this.
    var ticks: KeyChord?
    /// Whether it takes more than its width where words of a language need that, and others can spare it.
    private(set) var isGrowing = false
    /// Whether its cells are shown whole before others get what there is to spare: half a date says nothing.
    private(set) var isWhole = false
    /// The same, growing before all others, and until the column that takes the rest has hardly anything left.
    var whole: Column {
      var column = growing
      column.isWhole = true
      return column
    }
    /// The same, taking what its cells need.
    var growing: Column {
      var column = self
      column.isGrowing = true
      return column
    }

    init(
      _ heading: String, _ width: Int, aligned alignment: Alignment = .leading,
      spans cell: @escaping (Row) -> [Span]
    ) {
      (self.heading, self.width, self.alignment, self.cell) = (heading, width, alignment, cell)
    }

    init(
      _ heading: String, _ width: Int, aligned alignment: Alignment = .leading,
      _ cell: @escaping (Row) -> Span
    ) {
      self.init(heading, width, aligned: alignment, spans: { [cell($0)] })
    }

    init(
      _ heading: String, _ width: Int, aligned alignment: Alignment = .leading,
      text: @escaping (Row) -> String
    ) {
      self.init(heading, width, aligned: alignment, spans: { [Span(text($0))] })
    }

    /// Whether a row is chosen.
    static func check(_ isChosen: @escaping (Row) -> Bool) -> Column {
      var column = Column("", 1) { isChosen($0) ? Mark.ticked.span : Span("") }
      column.ticks = "Space"
      return column
    }
  }

  let columns: [Column]
  /// How many lines a heading may take.
  var headLines = 1
  /// Before the first column, for what marks rows.
  var margin = 1
  /// A line below the headings.
  var isRuled = false
  /// What stands before a row where the marker does not.
  var sign: ((Row) -> Span?)?
  /// The columns that are one cell in a row, that of the first of them.
  var joined: ((Row) -> Range<Int>?)?
  /// Where the keys move from cell to cell: the cell is tinted, and the row marked; else the marker stands in the cell.
  var tintsCell = false
  /// The arrows move in it, though somebody types in a line above it: so its rows take clicks.
  var hasArrows = false
  /// The keys that lead to it from the record that is open beside it: so its rows take clicks.
  var wayThere: [Hit.Press] = []
  /// A row that is one line of its own, instead of cells.
  var across: ((Row) -> [Span]?)?
  /// The lines above a row: the heading of the group that begins with it. The first row in sight has none before it,
  /// so that its heading stays in sight.
  var above: ((Row, _ before: Row?) -> [[Span]])?
  /// The lines below a row that belong to it.
  var below: ((Row) -> [[Span]])?
  /// The column below which they begin.
  var belowColumn = 0

  /// Where a list says by itself what its columns are, it has no headings.
  var headRows: Int {
    columns.contains { !$0.heading.isEmpty } ? headLines + (isRuled ? 1 : 0) : 0
  }

  /// How many lines the rows from one through another take.
  func lines(of rows: some RandomAccessCollection<Row>, _ first: Int, _ last: Int) -> Int {
    guard first <= last else { return 0 }
    guard above != nil || below != nil else { return last - first + 1 }
    var (lines, before): (Int, Row?) = (0, nil)
    for row in rows.dropFirst(first).prefix(last - first + 1) {
      lines += (above?(row, before).count ?? 0) + 1 + (below?(row).count ?? 0)
      before = row
    }
    return lines
  }

  /// - Parameters:
  ///   - rows: all of them; or of a longer list a window, to which the selection was not fitted.
  ///   - cell: the column under the cursor, where the keys move from cell to cell.
  ///   - hasCursor: whether the keys are in the list, not in a line above it.
  func draw(
    _ rows: some RandomAccessCollection<Row>, _ selection: Selection, cell: Int? = nil,
    on canvas: inout Canvas, in area: Rect, hasCursor: Bool
  ) {
    draw(
      rows.dropFirst(selection.top), cursor: selection.index - selection.top, cell: cell,
      at: selection.count == rows.count ? (selection.index + 1, rows.count) : nil, on: &canvas, in: area,
      hasCursor: hasCursor)
  }

  /// - Parameters:
  ///   - rows: those in sight.
  ///   - cursor: the place of the selected one among them; nil where none is. -1 where the keys are in a line above it
  ///     from which they go to the first.
  ///   - place: which row that is of how many; nil where nobody has counted.
  func draw(
    _ rows: some RandomAccessCollection<Row>, cursor: Int?, cell: Int? = nil,
    at place: (number: Int, count: Int)? = nil, on canvas: inout Canvas, in area: Rect, hasCursor: Bool
  ) {
    guard !canvas.isSpoken else {
      return say(rows, cursor: cursor, cell: cell, at: place, on: &canvas, in: area, hasCursor: hasCursor)
    }
    let places = places(of: rows.prefix(max(0, area.rows)), in: area)
    drawHeadings(places, on: &canvas, in: area)
    let body = area.inset(top: headRows)
    if cursor == nil, hasCursor { canvas.cursor = Point(row: body.row, column: body.column) }
    var (line, before): (Int, Row?) = (body.row, nil)
    for (place, row) in rows.prefix(max(0, body.rows)).enumerated() {
      guard line < body.endRow else { break }
      if let above {
        draw(above(row, before), from: &line, on: &canvas, in: body)
        guard line < body.endRow else { break }
        before = row
      }
      if let spans = across?(row) {
        canvas.lines([spans], in: body.inset(top: line - body.row), margin: margin)
      } else {
        drawRow(line, joined?(row).map { joining($0, of: places) } ?? places, on: &canvas) { $0.cell(row) }
      }
      if let cursor, hasCursor || hasArrows || !wayThere.isEmpty {
        hit(line, by: place - cursor, places, on: &canvas, in: body)
      }
      if place == cursor {
        let cell = cell.flatMap { places.indices.contains($0) ? places[$0] : nil }
        let point = Point(row: line, column: body.column)
        mark(cell, at: point, on: &canvas, hasCursor: hasCursor)
        // Both are to be seen, that the row is under the cursor and what its sign says.
        if cell == nil, let sign = sign?(row) {
          canvas.spans(
            [Span(sign.text, .selection)], row: line, column: body.column, width: margin, clip: body)
        }
      } else if let sign = sign?(row) {
        canvas.spans([sign], row: line, column: body.column, width: margin, clip: body)
      }
      line += 1
      guard let below else { continue }
      let indent = places.indices.contains(belowColumn) ? places[belowColumn].start - places[0].start : 0
      draw(below(row), from: &line, on: &canvas, in: body.inset(left: indent))
    }
  }

  /// What is said where there is no row.
  func draw(nothing sentence: String, on canvas: inout Canvas, in area: Rect, hasCursor: Bool) {
    let body = area.inset(top: canvas.isSpoken ? 0 : headRows)
    canvas.paragraph(sentence, in: body, margin: canvas.isSpoken ? 0 : 2)
    if hasCursor { canvas.cursor = Point(row: body.row, column: body.column) }
  }

  /// A click on a row goes there, and on its box ticks it.
  private func hit(_ line: Int, by step: Int, _ places: [Place], on canvas: inout Canvas, in area: Rect) {
    canvas.hits.append(
      Hit(
        Rect(row: line, column: area.column, rows: 1, columns: area.columns), .row(by: step).after(wayThere)))
    for place in places {
      guard let key = place.column.ticks else { continue }
      let box = Rect(row: line, column: place.start, rows: 1, columns: place.width + 1)
      canvas.hits.append(Hit(box, .row(by: step, then: key).after(wayThere)))
    }
  }

  private func mark(_ cell: Place?, at row: Point, on canvas: inout Canvas, hasCursor: Bool) {
    guard let cell else { return canvas.mark(row, hasCursor: hasCursor) }
    let point = Point(row: row.row, column: cell.start)
    guard tintsCell else { return canvas.mark(point, hasCursor: hasCursor) }
    canvas.mark(row, hasCursor: false)
    canvas.tint(row: row.row, columns: cell.start..<(cell.start + cell.width), ink: .selection)
    if hasCursor { canvas.cursor = point }
  }

  private func draw(_ lines: [[Span]], from row: inout Int, on canvas: inout Canvas, in area: Rect) {
    canvas.lines(lines, in: area.inset(top: row - area.row), margin: margin)
    row += lines.count
  }

  private typealias Place = (column: Column, start: Int, width: Int)

  /// Where each column stands, as far as there is room.
  private func places(of rows: some Collection<Row>, in area: Rect) -> [Place] {
    let widths = widths(of: rows, in: area)
    let fixed = widths.reduce(0) { $0 + ($1 == 0 ? 0 : $1 + 1) }
    let free = max(6, area.columns - fixed - margin - 1)
    var at = area.column + margin
    return zip(columns, widths).compactMap { column, width in
      guard at < area.endColumn else { return nil }
      let width = min(width == 0 ? free : width, area.endColumn - at)
      defer { at += width + 1 }
      return (column, at, width)
    }
  }

  /// So much the column that takes the rest keeps when others grow, and when those grow that are shown whole.
  private static var least: (usual: Int, besideWhole: Int) { (20, 8) }
  /// So much a column grows at most; the fourth part of what there is to spare, where that is more.
  private static var growth: Int { 6 }

  /// The columns were measured for English and Chinese: the words of other languages take what there is to spare.
  private func widths(of rows: some Collection<Row>, in area: Rect) -> [Int] {
    var widths = columns.map(\.width)
    func spare(leaving least: Int) -> Int {
      area.columns - widths.reduce(margin + 1) { $0 + ($1 == 0 ? least : $1) + 1 }
    }
    func grow(_ place: Int, most: Int, leaving least: Int) {
      guard columns[place].width > 0 else { return }
      let more = min(needed(columns[place], of: rows) - widths[place], most, spare(leaving: least))
      if more > 0 { widths[place] += more }
    }
    for place in columns.indices where columns[place].isWhole {
      grow(place, most: .max, leaving: Self.least.besideWhole)
    }
    let most = max(Self.growth, spare(leaving: Self.least.usual) / 4)
    for place in columns.indices { grow(place, most: most, leaving: Self.least.usual) }
    return widths
  }

  /// The columns of a heading in one line, and of cells where these make a column grow.
  private func needed(_ column: Column, of rows: some Collection<Row>) -> Int {
    let heading = headLines == 1 ? CellText.width(column.heading) : 0
    guard column.isGrowing else { return heading }
    return rows.reduce(heading) { most, row in
      max(most, column.cell(row).reduce(0) { $0 + CellText.width($1.text) })
    }
  }

  private func joining(_ joined: Range<Int>, of places: [Place]) -> [Place] {
    let joined = joined.clamped(to: places.indices)
    guard let first = joined.first, let last = joined.last else { return places }
    let end = places[last].start + places[last].width
    return places[..<first] + [(places[first].column, places[first].start, end - places[first].start)]
      + places[joined.upperBound...]
  }

  /// Headings of fewer lines than others stand at the bottom.
  private func drawHeadings(
    _ places: [Place], on canvas: inout Canvas, in area: Rect
  ) {
    guard headRows > 0 else { return }
    for place in places {
      guard let order = place.column.order else { continue }
      let heading = Rect(row: area.row, column: place.start, rows: headLines, columns: place.width)
      canvas.hits.append(Hit(heading, .order(order)))
    }
    if isRuled {
      let rule = Rect(row: area.row + headLines, column: area.column + 1, rows: 1, columns: area.columns - 2)
      canvas.fill(rule, with: "─", ink: .rule)
    }
    for line in 0..<headLines {
      drawRow(area.row + line, places, on: &canvas) { column in
        guard headLines > 1 else { return [Span(column.heading, .heading)] }
        // The column that takes what the others leave has room for its heading.
        let room = column.width == 0 ? CellText.width(column.heading) : column.width - 1
        let lines = Wrapping.lines(column.heading, columns: max(1, room)).prefix(headLines)
        let place = line - headLines + lines.count
        return place < 0 ? [] : [Span(lines[place], .heading)]
      }
    }
  }

  private func drawRow(
    _ row: Int, _ places: [Place], on canvas: inout Canvas, _ cell: (Column) -> [Span]
  ) {
    for (column, start, width) in places {
      let spans = cell(column)
      let used = column.alignment == .leading ? 0 : spans.reduce(0) { $0 + CellText.width($1.text) }
      let indent = column.alignment == .leading ? 0 : max(0, width - used)
      canvas.spans(spans, row: row, column: start + indent, width: width - indent)
    }
  }
}

extension ListTable<Int> {
  /// A list of so many rows, from the first one in sight.
  func draw(
    _ count: Int, _ selection: Selection, on canvas: inout Canvas, in area: Rect, hasCursor: Bool
  ) {
    draw(0..<count, selection, on: &canvas, in: area, hasCursor: hasCursor)
  }
}
