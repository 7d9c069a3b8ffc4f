import Model
import Phrases
import Terminal

/// A list as columns under headings; only the rows in sight are ever made.
struct ListTable<Row> {
  struct Column {
    let heading: String
    /// 0 takes what is left.
    let width: Int
    let cell: (Row) -> Span

    init(_ heading: String, _ width: Int, _ cell: @escaping (Row) -> Span) {
      (self.heading, self.width, self.cell) = (heading, width, cell)
    }

    init(_ heading: String, _ width: Int, text: @escaping (Row) -> String) {
      self.init(heading, width) { Span(text($0)) }
    }
  }

  let columns: [Column]
  /// Before the first column, for what marks rows.
  var margin = 1

  /// - Parameters:
  ///   - rows: those in sight.
  ///   - cursor: the place of the selected one among them.
  ///   - hasCursor: whether the keys are in the list, not in a line above it.
  func draw(
    _ rows: some RandomAccessCollection<Row>, cursor: Int, on canvas: inout Canvas, in area: Rect,
    hasCursor: Bool
  ) {
    draw(at: area.row, on: &canvas, in: area) { Span($0.heading, .heading) }
    let body = area.inset(top: 1)
    for (offset, row) in rows.prefix(body.rows).enumerated() {
      draw(at: body.row + offset, on: &canvas, in: area) { $0.cell(row) }
    }
    guard !rows.isEmpty, cursor < body.rows else { return }
    canvas.text("▌", row: body.row + cursor, column: body.column, ink: .marker)
    if hasCursor { canvas.cursor = Point(row: body.row + cursor, column: body.column) }
  }

  private func draw(at row: Int, on canvas: inout Canvas, in area: Rect, _ cell: (Column) -> Span) {
    let fixed = columns.reduce(0) { $0 + ($1.width == 0 ? 0 : $1.width + 1) }
    let free = max(6, area.columns - fixed - margin - 1)
    var at = area.column + margin
    for column in columns where at < area.endColumn {
      let width = min(column.width == 0 ? free : column.width, area.endColumn - at)
      let span = cell(column)
      canvas.text(span.text, row: row, column: at, width: width, ink: span.ink)
      at += width + 1
    }
  }
}

extension ListTable<Int> {
  /// A list of so many rows, from the first one in sight.
  func draw(
    _ count: Int, _ selection: Selection, on canvas: inout Canvas, in area: Rect, hasCursor: Bool
  ) {
    draw(
      (0..<count).dropFirst(selection.top), cursor: selection.index - selection.top, on: &canvas, in: area,
      hasCursor: hasCursor)
  }
}

/// The names of a pane's lists in one line; the one that is shown stands between angles. Where they do not all fit,
/// those before it give way.
struct TabLine {
  let names: [String]
  let shown: Int

  func draw(on canvas: inout Canvas, in area: Rect) {
    let widths = names.map { CellText.width($0) + 2 }
    var first = 0
    while first < shown, widths[first...].reduce(0, +) > area.columns { first += 1 }
    var column = area.column
    for index in first..<names.count {
      let isShown = index == shown
      guard column + widths[index] <= area.endColumn || isShown else { break }
      let text = isShown ? "‹\(names[index])›" : " \(names[index]) "
      canvas.text(
        text, row: area.row, column: column, width: area.endColumn - column, ink: isShown ? .title : .quiet)
      column += widths[index]
    }
  }
}
