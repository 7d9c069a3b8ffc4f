import Model
import Office
import Phrases
import Terminal

/// How wide the parts of a table are: labels at the left and totals at the right always in sight, between them as
/// many columns as fit.
struct PivotLayout: Sendable, Equatable {
  let label: Int
  /// A number, without the marker before it.
  let number: Int
  let cell: Int
  /// How many columns fit.
  let visible: Int
  /// Behind a number in its cell; 0 where there is no room.
  let cellBar: Int
  let totalBar: Int
  /// Rows of the table between headings and totals.
  let height: Int
  let headings: Int

  init(labels: [String], headings words: [String], numbers: Int, notes: Int, size: Size) {
    let longest = labels.map(CellText.width).max() ?? 0
    label = max(8, min(longest + 1, 22, size.columns / 3))
    number = max(5, numbers + 1)
    let room = max(0, size.columns - 1 - label - number - 2)
    let (least, most) = (number + 1, size.isWide ? 24 : 16)
    // A heading may take two lines.
    let wish = words.map { word in
      (least...most).first { Wrapping.lines(word, columns: $0 - 1).count <= 2 } ?? most
    }
    let count = max(1, words.count)
    let even = room / count
    cell = words.isEmpty ? 0 : max(max(least, min(wish.max() ?? least, 14)), min(most, even - 1))
    visible = words.isEmpty ? 0 : max(1, min(count, room / max(1, cell)))
    cellBar = cell - number - 2 >= 4 ? cell - number - 2 : 0
    let rest = room - visible * cell - 1
    totalBar = rest >= 4 ? min(rest, words.isEmpty ? 60 : 24) : 0
    let widest = words.map(CellText.width).max() ?? 0
    headings = widest > max(0, cell - 1) ? 2 : 1
    height = max(1, size.rows - headings - 1 - notes)
  }
}

extension PivotPane {
  func layout(_ look: Look) -> PivotLayout? {
    guard let table else { return nil }
    return PivotLayout(
      labels: table.rows.map { word(rows, $0, look) } + [look.say(.pivotAll)],
      headings: table.columns.map { heading($0, look) }, numbers: look.phrases.number(table.total).count,
      notes: note(look) == nil ? 0 : 2, size: size)
  }

  private func word(_ dimension: Dimension, _ value: String, _ look: Look) -> String {
    FieldWords.word(dimension.rawValue, value, look)
  }

  private func heading(_ value: String, _ look: Look) -> String {
    columns.map { word($0, value, look) } ?? ""
  }

  private func note(_ look: Look) -> String? { PivotReport.note(rows, columns, look) }

  // MARK: Frame

  func heading(_ look: Look) -> [Span] {
    let names = [rows] + (columns.map { [$0] } ?? [])
    let text = names.map { look.phrases.label("field", $0.rawValue) }.joined(separator: " × ")
    return [Span(" › \(text)")]
  }

  func aside(_ look: Look) -> [Span] {
    let number = table.map { look.phrases.number($0.total) } ?? "…"
    return [Span(look.say(filter.isEmpty ? .stakeholderCount : .matchCount, .text(number)), .quiet)]
  }

  /// The selected number in words, with its share of the row.
  func status(_ look: Look) -> [Span] {
    guard let table else { return [Span(look.say(.working), .quiet)] }
    let all = look.say(.pivotAll)
    let isRow = table.rows.indices.contains(row)
    let isColumn = table.columns.indices.contains(column)
    let names =
      [isRow ? word(rows, table.rows[row], look) : all]
      + (columns == nil ? [] : [isColumn ? heading(table.columns[column], look) : all])
    let whole = isColumn && isRow ? table.rowTotals[row] : table.total
    let share = look.say(
      .pivotShare, .text(look.phrases.number(number(row, column))), .text(look.phrases.number(whole)))
    return [Span("\(names.joined(separator: " × ")) · \(share)", .quiet)]
  }

  /// The number at a place; behind the last row and column stand the totals.
  func number(_ row: Int, _ column: Int) -> Int {
    guard let table else { return 0 }
    let isColumn = table.columns.indices.contains(column)
    guard table.rows.indices.contains(row) else { return isColumn ? table.columnTotals[column] : table.total }
    return isColumn ? table.counts[row][column] : table.rowTotals[row]
  }

  // MARK: Body

  /// The number under the cursor for somebody who listens, behind what it is counted of.
  private func say(_ table: PivotTable, on canvas: inout Canvas, in area: Rect, look: Look) {
    let all = look.say(.pivotAll)
    let (isRow, isColumn) = (table.rows.indices.contains(row), table.columns.indices.contains(column))
    var parts = SpokenParts()
    parts.add(
      isRow ? word(rows, table.rows[row], look) : all, as: look.phrases.label("column", rows.rawValue))
    if let columns {
      parts.add(
        isColumn ? heading(table.columns[column], look) : all,
        as: look.phrases.label("column", columns.rawValue))
    }
    parts.add(look.phrases.number(number(row, column)))
    canvas.say(parts, in: area)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let table, canvas.isSpoken, picker == nil { return say(table, on: &canvas, in: area, look: look) }
    if canvas.isSpoken, let picker { return picker.draw(on: &canvas, in: area, look: look) }
    if let table, let layout = layout(look) {
      drawHeadings(table, layout, on: &canvas, in: area, look: look)
      let rows = area.inset(top: layout.headings)
      let shown = Array(table.rows.indices.dropFirst(top).prefix(layout.height))
      for (offset, row) in shown.enumerated() {
        draw(row, table, layout, on: &canvas, in: rows, offset: offset, look: look)
      }
      draw(table.rows.count, table, layout, on: &canvas, in: rows, offset: shown.count, look: look)
      if let note = note(look), shown.count + 2 < rows.rows {
        canvas.text(
          note, row: rows.row + shown.count + 2, column: 1, width: area.columns - 2, ink: .quiet, clip: area)
      }
    } else {
      canvas.text("…", row: area.row, column: 1, ink: .quiet)
    }
    picker?.draw(on: &canvas, in: area, look: look)
  }

  private func drawHeadings(
    _ table: PivotTable, _ layout: PivotLayout, on canvas: inout Canvas, in area: Rect, look: Look
  ) {
    let last = area.row + layout.headings - 1
    canvas.text(
      look.phrases.label("column", rows.rawValue), row: last, column: 1, width: layout.label, ink: .heading)
    for (place, value) in table.columns.dropFirst(left).prefix(layout.visible).enumerated() {
      let start = 1 + layout.label + place * layout.cell
      // Of a heading the total is meant.
      if picker == nil {
        let above = Rect(row: area.row, column: start, rows: layout.headings, columns: layout.cell)
        hit(table.rows.count, left + place, on: &canvas, above)
      }
      let lines = Wrapping.lines(heading(value, look), columns: layout.cell - 1).prefix(layout.headings)
      for (offset, line) in lines.enumerated() {
        canvas.text(
          line, row: last - lines.count + 1 + offset, column: start + 1,
          width: layout.cellBar > 0 ? layout.cell - 2 : layout.number, ink: .heading,
          alignment: layout.cellBar > 0 ? .leading : .trailing)
      }
    }
    let total = 1 + layout.label + layout.visible * layout.cell
    if left > 0 { canvas.text("‹", row: area.row, column: layout.label, ink: .key) }
    if left + layout.visible < table.columns.count {
      canvas.text("›", row: area.row, column: total, ink: .key)
    }
    canvas.text(
      look.say(.pivotAll), row: last, column: total + 1, width: layout.number, ink: .heading,
      alignment: .trailing)
  }

  private func draw(
    _ row: Int, _ table: PivotTable, _ layout: PivotLayout, on canvas: inout Canvas, in area: Rect,
    offset: Int, look: Look
  ) {
    guard offset < area.rows else { return }
    let line = area.row + offset
    let isTotal = !table.rows.indices.contains(row)
    let label = isTotal ? look.say(.pivotAll) : word(rows, table.rows[row], look)
    canvas.text(label, row: line, column: 1, width: layout.label - 1, ink: isTotal ? .heading : .text)
    if picker == nil {
      hit(row, table.columns.count, on: &canvas, Rect(row: line, column: 0, rows: 1, columns: layout.label))
    }
    let most = table.counts.joined().max() ?? 0
    for (place, column) in table.columns.indices.dropFirst(left).prefix(layout.visible).enumerated() {
      let start = 1 + layout.label + place * layout.cell
      draw(
        row, column, bar: isTotal ? 0 : layout.cellBar, most, layout, on: &canvas, line: line, column: start,
        look: look)
    }
    draw(
      row, table.columns.count, bar: isTotal ? 0 : layout.totalBar, table.rowTotals.max() ?? 0, layout,
      on: &canvas, line: line, column: 1 + layout.label + layout.visible * layout.cell, look: look)
  }

  private func draw(
    _ row: Int, _ column: Int, bar: Int, _ most: Int, _ layout: PivotLayout, on canvas: inout Canvas,
    line: Int, column start: Int, look: Look
  ) {
    let number = number(row, column)
    canvas.text(
      look.phrases.number(number), row: line, column: start + 1, width: layout.number,
      ink: number == 0 ? .quiet : .text, alignment: .trailing)
    canvas.text(
      Bars.bar(number, of: most, width: bar), row: line, column: start + layout.number + 2, width: bar,
      ink: .bar)
    guard picker == nil else { return }
    hit(row, column, on: &canvas, Rect(row: line, column: start, rows: 1, columns: layout.number + 2 + bar))
    if row == self.row, column == self.column { canvas.mark(Point(row: line, column: start)) }
  }

  /// A click there goes to a number, and on the selected one opens who is behind it.
  private func hit(_ row: Int, _ column: Int, on canvas: inout Canvas, _ place: Rect) {
    canvas.hits.append(Hit(place, .cell(rows: row - self.row, columns: column - self.column)))
  }
}
