import Model
import Office
import Phrases
import Terminal

extension LaunchPane {
  func heading(_ look: Look) -> [Span] {
    guard let launch else { return [] }
    let aside = aside(look).reduce(0) { $0 + CellText.width($1.text) }
    let stage = look.isRehearsal ? " · \(look.say(.rehearsal))" : ""
    let name = "\(look.say(.program))\(stage)  · \(look.say(.paneLaunch)) · "
    let room = size.columns - CellText.width(name) - aside - 3
    guard room > 3 else { return [] }
    return [Span(" · " + CellText.fitting(look.title(of: launch), columns: room).map(\.text).joined())]
  }

  /// The release, and the days to it from the as-of date.
  func aside(_ look: Look) -> [Span] {
    guard let launch else { return [] }
    guard let day = launch.day else { return [Span(look.say(.overviewNoRelease), .quiet)] }
    let days = day - look.asOf
    let count =
      days == 0
      ? look.say(.overviewToday) : look.say(days > 0 ? .overviewBefore : .overviewAfter, .number(abs(days)))
    return [Span("\(look.say(.overviewRelease, .text(look.day(day)))) · ", .quiet), Span(count, .today)]
  }

  /// The note of the cell; the legend where it has none.
  func status(_ look: Look) -> [Span] {
    if isBoard { return boardStatus(look) }
    if columns.first?.month == nil { return [Span(look.say(.launchNoMonths), .quiet)] }
    guard !look.isSpoken else { return outside(look) }
    guard let cell = selected, !cell.note.isEmpty else { return legend(look) }
    return [
      Span(LaunchSlot.name(cell.slot, look) + "  ", .quiet),
      cell.state.said(look), Span("  "),
      Span(cell.note),
    ]
  }

  private func legend(_ look: Look) -> [Span] {
    let states: [CellState?] = [nil] + CellState.allCases
    let marks = states.flatMap { [$0.said(look), Span("   ")] }
    let showsNotes = LaunchLayout(self, look: look).showsNotes
    return marks + (showsNotes ? [] : [Span(look.say(.launchNoteMark), .quiet)]) + outside(look)
  }

  /// What is planned in months that the columns do not show: nothing is out of sight unsaid.
  private func outside(_ look: Look) -> [Span] {
    let shown = Set(slots)
    let count = cells.values.count { $0.launch == id && !shown.contains($0.slot) && $0.state != nil }
    return count == 0 ? [] : [Span("   " + look.say(.launchOutsideMonths, .number(count)), .announcement)]
  }

  func drawTable(on canvas: inout Canvas, in whole: Rect, look: Look) {
    guard launch != nil else {
      return canvas.page([[Span(look.say(.working), .quiet)]], in: whole.inset(top: 1), margin: 2)
    }
    guard !canvas.isSpoken else { return sayCell(on: &canvas, in: whole, look: look) }
    let layout = LaunchLayout(self, look: look)
    let (area, side) = whole.split(left: whole.columns - layout.sideWidth)
    drawHeadings(layout, on: &canvas, in: area, look: look)
    let (grid, foot) = area.inset(top: 1).split(top: min(layout.gridRows, activities.count))
    for (offset, index) in activities.indices.dropFirst(rows.top).prefix(grid.rows).enumerated() {
      draw(index, layout, on: &canvas, in: grid, row: grid.row + offset, look: look)
    }
    drawCounts(layout, on: &canvas, in: foot, look: look)
    if let launch, side.columns > 0 {
      canvas.lines(
        LaunchDetails(launch, budget: budget, messages: messages, look: look).lines(
          columns: side.columns - 2), in: side)
    }
  }

  /// The cell under the cursor for somebody who listens: of what, when, how far, and where it is in the table.
  private func sayCell(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard activities.indices.contains(rows.index), columns.indices.contains(column) else { return }
    let activity = activities[rows.index]
    let cell = cell(activity.id, slots[column])
    // How far it is from the month of the release, where nobody knows when that is.
    let offset = columns[column].offset
    let month = columns[column].month.map(look.month) ?? "\(offset > 0 ? "+" : "")\(offset)"
    let place = look.say(
      .spokenCell, .number(rows.index + 1), .number(activities.count), .number(column + 1),
      .number(columns.count))
    canvas.say(
      SpokenParts([
        ("", activity.label.text(in: look.language)), ("", month), ("", cell.state.said(look).text),
        ("", cell.note), ("", place),
      ]), in: area)
  }

  // MARK: Headings

  private func drawHeadings(_ layout: LaunchLayout, on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(
      look.say(.launchMonthsHeading), row: area.row, column: area.column + 1, width: layout.labelWidth - 1,
      ink: .heading)
    for (index, column) in columns.enumerated() {
      canvas.text(
        heading(column, layout, look), row: area.row, column: layout.column(index, in: area),
        width: layout.pitch, ink: column.month == look.asOf.month ? .today : .heading)
    }
    guard layout.totalWidth > 0 else { return }
    canvas.text(
      look.say(.launchDoneHeading), row: area.row, column: layout.totalColumn(columns.count, in: area),
      width: layout.totalWidth - 1, ink: .heading, alignment: .trailing)
  }

  /// A month; how far it is from that of the release where nobody knows when that is.
  private func heading(_ column: LaunchColumn, _ layout: LaunchLayout, _ look: Look) -> String {
    guard let month = column.month else {
      let sign = column.offset > 0 ? "+" : column.offset < 0 ? "−" : " "
      return " \(sign)\(abs(column.offset))"
    }
    if !layout.namesMonths { return month.month < 10 ? " \(month.month)" : String(month.month) }
    return (layout.showsNotes ? look.month(month) : look.say(Phrase(month: month.month))).uppercased()
  }

  // MARK: One activity

  private func draw(
    _ index: Int, _ layout: LaunchLayout, on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    let activity = activities[index]
    canvas.text(
      activity.label.text(in: look.language), row: row, column: area.column + 1, width: layout.labelWidth - 1)
    let step = index - rows.index
    canvas.hits.append(
      Hit(
        Rect(row: row, column: area.column, rows: 1, columns: layout.labelWidth + 1),
        .keys([.init(step > 0 ? "Down" : "Up", abs(step))])))
    for (number, slot) in slots.enumerated() {
      let isSelected = index == rows.index && number == column
      canvas.hits.append(
        Hit(
          Rect(row: row, column: layout.column(number, in: area), rows: 1, columns: layout.pitch),
          .cell(rows: step, columns: number - column)))
      draw(
        cell(activity.id, slot), layout, on: &canvas, row: row, column: layout.column(number, in: area),
        isSelected: isSelected)
    }
    if index == rows.index { canvas.mark(Point(row: row, column: area.column), hasCursor: false) }
    guard layout.totalWidth > 0 else { return }
    let total = total(slots.map { cell(activity.id, $0) })
    canvas.text(
      total.all == 0 ? "" : "\(total.done)/\(total.all)", row: row,
      column: layout.totalColumn(slots.count, in: area), width: layout.totalWidth - 1, ink: .quiet,
      alignment: .trailing)
  }

  private func draw(
    _ cell: LaunchCell, _ layout: LaunchLayout, on canvas: inout Canvas, row: Int, column: Int,
    isSelected: Bool
  ) {
    let mark = cell.state.mark
    let at = column + layout.glyphOffset
    canvas.text(mark.glyph, row: row, column: at, ink: mark.ink)
    if layout.showsNotes {
      canvas.text(cell.note, row: row, column: at + 2, width: layout.pitch - 3, ink: .quiet)
    } else if !cell.note.isEmpty {
      canvas.text("'", row: row, column: at + 1, ink: .quiet)
    }
    guard isSelected else { return }
    let end = layout.showsNotes ? at + layout.pitch - 2 : at + 2
    canvas.tint(row: row, columns: (at - 1)..<end, ink: .selection)
    canvas.cursor = Point(row: row, column: at)
  }

  // MARK: Counts

  private func total(_ cells: [LaunchCell]) -> (done: Int, all: Int) {
    (cells.filter { $0.state == .done }.count, cells.filter { $0.state != nil }.count)
  }

  private func drawCounts(_ layout: LaunchLayout, on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows >= 2 else { return }
    let top = area.row + (area.rows > 2 ? 1 : 0)
    let months = slots.map { slot in total(activities.map { cell($0.id, slot) }) }
    let all = months.reduce(0) { $0 + $1.all }
    let done = months.reduce(0) { $0 + $1.done }
    guard all > 0 else {
      canvas.lines([[Span(look.say(.launchNothingYet), .quiet)]], in: area.inset(top: top - area.row))
      return drawNotes(on: &canvas, in: area.split(top: top - area.row + 2).rest, look: look)
    }
    let lines = [
      (look.say(.launchAll), months.map(\.all), all), (look.say(.launchDone), months.map(\.done), done),
    ]
    for (offset, (label, numbers, sum)) in lines.enumerated() {
      let row = top + offset
      canvas.text(label, row: row, column: area.column + 1, width: layout.labelWidth - 1, ink: .quiet)
      for (index, number) in numbers.enumerated() {
        let column = layout.column(index, in: area)
        canvas.text(
          String(number), row: row, column: column, width: layout.showsNotes ? 3 : 2, ink: .quiet,
          alignment: layout.showsNotes ? .leading : .trailing)
      }
      canvas.text(
        String(sum), row: row, column: layout.totalColumn(slots.count, in: area),
        width: layout.totalWidth - 1,
        ink: .quiet, alignment: .trailing)
    }
    drawNotes(on: &canvas, in: area.split(top: top - area.row + 3).rest, look: look)
  }

  /// What the selected activity has in each month, in full, where there is room below.
  private func drawNotes(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 3, activities.indices.contains(rows.index) else { return }
    let activity = activities[rows.index]
    canvas.lines([[Span(activity.label.text(in: look.language), .heading)]], in: area)
    let cells = slots.map { cell(activity.id, $0) }.filter { $0.state != nil || !$0.note.isEmpty }
    LaunchLines.table(of: cells, look).draw(
      cells, cursor: nil, on: &canvas, in: area.inset(top: 1), hasCursor: false)
    if cells.isEmpty {
      canvas.lines([[Span(look.say(.launchEmpty), .quiet)]], in: area.inset(top: 1))
    }
  }
}

extension LaunchPane {
  static let legend: [LegendLine] =
    [LegendLine(.nothing, .legendNothing)] + LegendLine.states(CellState.self)
    + LegendLine.states(CardState.self) + [
      LegendLine(.event, .legendEvent), LegendLine(Phrase(.overviewBefore, .number(5)), .legendBefore),
      LegendLine(Phrase(.overviewAfter, .number(5)), .legendAfter),
    ]
}
