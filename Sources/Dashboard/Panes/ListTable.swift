import Model
import Phrases
import Terminal

/// A list as columns under headings; only the rows in sight are ever made.
struct ListTable {
  struct Column {
    let heading: String
    /// 0 takes what is left.
    let width: Int
    let cell: (Int) -> Span

    init(_ heading: String, _ width: Int, _ cell: @escaping (Int) -> Span) {
      (self.heading, self.width, self.cell) = (heading, width, cell)
    }

    init(_ heading: String, _ width: Int, text: @escaping (Int) -> String) {
      self.init(heading, width) { Span(text($0)) }
    }
  }

  let columns: [Column]
  let count: Int

  /// - Parameter hasCursor: whether the keys are in the list, not in a line above it.
  func draw(on canvas: inout Canvas, in area: Rect, _ selection: Selection, hasCursor: Bool) {
    let fixed = columns.reduce(0) { $0 + ($1.width == 0 ? 0 : $1.width + 1) }
    let free = max(6, area.columns - fixed - 2)
    func drawRow(_ row: Int, _ cell: (Column) -> Span) {
      var at = area.column + 1
      for column in columns where at < area.endColumn {
        let width = min(column.width == 0 ? free : column.width, area.endColumn - at)
        let span = cell(column)
        canvas.text(span.text, row: row, column: at, width: width, ink: span.ink)
        at += width + 1
      }
    }
    drawRow(area.row) { Span($0.heading, .heading) }
    let body = area.inset(top: 1)
    for (offset, index) in (0..<count).dropFirst(selection.top).prefix(body.rows).enumerated() {
      drawRow(body.row + offset) { $0.cell(index) }
    }
    let row = body.row + selection.index - selection.top
    guard count > 0, row < body.endRow else { return }
    canvas.text("▌", row: row, column: body.column, ink: .marker)
    if hasCursor { canvas.cursor = Point(row: row, column: body.column) }
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
