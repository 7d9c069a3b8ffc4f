import Model
import Office
import Phrases
import Terminal

extension TimelinePane {
  func axis(_ look: Look) -> TimelineAxis {
    TimelineAxis(unit, from: origin ?? opening(unit, look), width: columns.chartWidth)
  }

  /// Where the timeline opens: the year of the as-of day, or where nothing is planned then, the first of the decision.
  private func opening(_ unit: TimelineUnit, _ look: Look) -> Int {
    let year = look.asOf.parts.year
    let first = Month(year: tree.reaches(year) ? year : OccurrenceRule.firstYear, month: 1).first
    if unit == .month { return unit.index(of: first) }
    let now = tree.reaches(year) ? look.asOf : first
    return unit.index(of: now) - TimelineAxis(unit, from: 0, width: columns.chartWidth).count / 3
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard editor != nil else { return drawList(on: &canvas, in: area, look: look) }
    if isWide { drawList(on: &canvas, in: area.split(left: listWidth).left, look: look) }
    drawRecord(on: &canvas, in: area, look: look)
  }

  private func drawList(on canvas: inout Canvas, in whole: Rect, look: Look) {
    guard isKnown else { return }
    let area = search == nil ? whole : drawSearch(on: &canvas, in: whole, look: look)
    guard outline.count > 0 else {
      return _ = canvas.text(
        look.say(.timelineNoneFits), row: area.row + 1, column: 2, width: area.columns - 3, ink: .quiet)
    }
    var visible = Array(outline.rows.dropFirst(top).prefix(max(0, area.rows - 1)))
    while let last = visible.last, last.line == nil { visible.removeLast() }
    let chart = TimelineChart(pane: self, axis: axis(look), look: look, area: area)
    guard !canvas.isSpoken else { return chart.sayLine(on: &canvas) }
    let first = visible.lazy.compactMap(\.line).first.flatMap { outline.item($0, in: tree) }
    chart.drawScale(first.map { tree.groups[$0.group] }, on: &canvas)
    for (offset, row) in visible.enumerated() {
      chart.draw(row, on: &canvas, row: area.row + 1 + offset)
    }
  }

  /// The line that is typed in; what is left for the list.
  private func drawSearch(on canvas: inout Canvas, in area: Rect, look: Look) -> Rect {
    if let search { SearchLine(field: search).draw(on: &canvas, in: area) }
    return area.inset(top: 1)
  }
}

/// Draws the rows of the list, each with its strip of time.
struct TimelineChart {
  let pane: TimelinePane
  let axis: TimelineAxis
  let look: Look
  let area: Rect
  private let columns: TimelineColumns
  private let today: Int

  init(pane: TimelinePane, axis: TimelineAxis, look: Look, area: Rect) {
    (self.pane, self.axis, self.look, self.area) = (pane, axis, look, area)
    columns = pane.columns
    today = axis.column(of: look.asOf)
  }

  private func text(
    _ text: String, _ row: Int, _ column: Int, _ width: Int, _ ink: Ink = .quiet,
    _ side: Alignment = .leading, on canvas: inout Canvas
  ) {
    guard width > 0, !text.isEmpty else { return }
    canvas.text(
      text, row: row, column: area.column + column, width: width, ink: ink, alignment: side, clip: area)
  }

  /// The line under the cursor for somebody who listens: what its bar shows as days and numbers.
  func sayLine(on canvas: inout Canvas) {
    guard let item = pane.outline.item(pane.index, in: pane.tree) else { return }
    let words = TimelineWords(item, in: pane.tree, look, drag: pane.drag)
    let group = pane.tree.groups[item.group]
    var parts = SpokenParts([("", look.label(of: item, in: pane.tree)), ("", words.steps)])
    parts.add(words.state.text, as: look.say(.timelineState))
    if item.source == .activity {
      parts.add(words.words.dates(columns: 60), as: look.say(.timelineDates))
      parts.add(words.progress, as: look.say(.timelineProgress))
      parts.add(words.words.budget, as: look.say(.timelineBudget))
      parts.add(words.activity.owner, as: look.say(.timelineOwner))
    }
    canvas.say(
      parts, below: look.words([look.heading(group), slip(group)]),
      at: (pane.index + 1, pane.outline.count), in: area)
  }

  // MARK: The axis

  func drawScale(_ group: TimelineGroup?, on canvas: inout Canvas) {
    let row = area.row
    if let group { text(look.heading(group), row, 1, columns.label, .heading, on: &canvas) }
    for mark in TimelineScale(axis: axis, look: look).marks {
      text(mark.text, row, columns.chart + mark.column, axis.per, mark.ink, on: &canvas)
    }
    let state = group.map(slip) ?? ""
    text(
      state.isEmpty ? look.say(.timelineState) : state, row, columns.stateAt, columns.state, .heading,
      on: &canvas)
    let titles: [(PhraseKey, Int, Int)] = [
      (.timelineDates, columns.datesAt, columns.dates),
      (.timelineProgress, columns.progressAt, columns.progress),
      (.timelineBudget, columns.budgetAt, columns.budget), (.timelineOwner, columns.ownerAt, columns.owner),
    ]
    for (title, column, width) in titles {
      text(look.say(Phrase(title)), row, column, width, .heading, on: &canvas)
    }
  }

  /// "slip 362 d"; empty where a plan is not behind.
  private func slip(_ group: TimelineGroup) -> String {
    if pane.tree.isClosed(group) { return look.say(.timelineClosed) }
    return group.slip > 0 ? look.say(.timelinePlanSlip, .number(group.slip)) : ""
  }

  // MARK: Rows

  func draw(_ row: TimelineRow, on canvas: inout Canvas, row line: Int) {
    var chart = Gantt(width: axis.width)
    switch row {
    case .blank: break
    case .heading(let index):
      let group = pane.tree.groups[index]
      text(look.heading(group), line, 1, columns.label, .heading, on: &canvas)
      text(slip(group), line, columns.stateAt, columns.state, .heading, on: &canvas)
    case .first(let index):
      guard let item = pane.outline.item(index, in: pane.tree) else { return }
      let words = TimelineWords(item, in: pane.tree, look, drag: pane.drag)
      drawName(words, on: &canvas, row: line)
      drawFigures(words, on: &canvas, row: line)
      chart = first(words)
      if index == pane.index { mark(on: &canvas, row: line) }
    case .second(let index):
      guard let item = pane.outline.item(index, in: pane.tree) else { return }
      let words = TimelineWords(item, in: pane.tree, look, drag: pane.drag)
      drawSecond(words, on: &canvas, row: line)
      if pane.hasOwnPlan(item) { chart = plan(words) }
    }
    if let index = row.line { hit(index, on: &canvas, row: line) }
    chart.cross(at: today, ink: .today)
    chart.draw(on: &canvas, row: line, column: area.column + columns.chart, clip: area)
    if case .first(let index) = row { drawPrinted(index, on: &canvas, row: line) }
  }

  /// A click on a line or on its bar selects the step, and opens it where it is selected; not while the keys mean
  /// something else.
  private func hit(_ index: Int, on canvas: inout Canvas, row line: Int) {
    guard pane.editor == nil || pane.isReading, pane.search == nil, pane.drag == nil else { return }
    let place = Rect(row: line, column: area.column, rows: 1, columns: area.columns)
    let wayThere = pane.isReading ? [Hit.Press("Left")] : []
    canvas.hits.append(Hit(place, .row(by: index - pane.index).after(wayThere)))
  }

  /// What was planned at first, or where nobody planned at first, what is planned now.
  private func first(_ words: TimelineWords) -> Gantt {
    let item = words.item
    guard item.source == .activity else {
      return item.source == .group ? Gantt(width: axis.width) : plan(words)
    }
    if item.isOverruled { return Gantt(width: axis.width) }
    let hasBaseline = words.activity.adopted != nil || words.activity.baselineEnd != nil
    var chart =
      pane.showsBaseline && hasBaseline ? axis.baseline(of: words.activity) : Gantt(width: axis.width)
    if !pane.showsBaseline || !hasBaseline, !words.activity.isRecurring { chart = plan(words) }
    guard words.activity.isRecurring else { return chart }
    let times = pane.tree.book.occurrences(of: words.activity, from: axis.first, to: axis.last)
    axis.add(times, to: &chart, asOf: look.asOf)
    return chart
  }

  private func plan(_ words: TimelineWords) -> Gantt {
    if case .launch(_, nil) = words.item.source {
      var chart = Gantt(width: axis.width)
      if let day = words.activity.start {
        chart.mark(axis.columns(day, day), (day < look.asOf ? Mark.past : .ahead).glyph, ink: .due)
      }
      return chart
    }
    let isDragged = pane.drag?.base.id == words.item.id
    if !isDragged, words.item.standing == .closed { return Gantt(width: axis.width) }
    return axis.plan(of: words.activity, asOf: look.asOf, ink: isDragged ? .selection : words.words.ink)
      ?? Gantt(width: axis.width)
  }

  private func mark(on canvas: inout Canvas, row: Int) {
    canvas.mark(Point(row: row, column: area.column), hasCursor: pane.editor == nil && pane.search == nil)
  }

  private func drawName(_ words: TimelineWords, on canvas: inout Canvas, row: Int) {
    let item = words.item
    let isFolded =
      pane.folded.contains(item.id) || item.source == .group && words.tree.groups[item.group].count > 0
    let hasSteps = words.tree.places[item.id].map { item.end > $0 + 1 } ?? false
    let glyph = isFolded ? "▸ " : hasSteps ? "▾ " : ""
    var marks: [Span] = []
    if !words.steps.isEmpty { marks.append(Span(" \(words.steps)", .quiet)) }
    if item.source == .activity, Decision.adopted.contradiction(of: item.id) != nil {
      marks.append(Span(" ≠", isDecided(item) ? .quiet : .due))
    }
    if item.isHeldUp { marks.append(Span(" ←", .late)) }
    let taken = marks.reduce(0) { $0 + CellText.width($1.text) }
    let indent = min(2 * item.depth, max(0, columns.label / 2))
    let room = max(1, columns.label - indent - taken)
    let label = glyph + look.label(of: item, in: words.tree)
    let ink: Ink = item.source == .group ? .quiet : .text
    let used = canvas.text(
      label, row: row, column: area.column + 1 + indent, width: room, ink: ink, clip: area)
    canvas.spans(
      marks, row: row, column: area.column + 1 + indent + used, width: columns.label - indent - used,
      clip: area)
  }

  private func isDecided(_ item: TimelineItem) -> Bool {
    let contradiction = Decision.adopted.contradiction(of: item.id)
    return pane.tree.programme.rulings.contains { $0.id == contradiction?.id && $0.side != nil }
  }

  /// The adopted timing in its own words, where it has no days: no session is known.
  private func drawPrinted(_ index: Int, on canvas: inout Canvas, row: Int) {
    guard let item = pane.outline.item(index, in: pane.tree), let adopted = item.activity.adopted,
      case .beforePlenary = adopted.timing, !pane.tree.book.knowsSessions, pane.showsBaseline
    else { return }
    text(
      adopted.printedTiming.text(in: look.language), row, columns.chart, columns.chartWidth, .baseline,
      on: &canvas)
  }

  /// What stands behind the chart.
  private func drawFigures(_ words: TimelineWords, on canvas: inout Canvas, row: Int) {
    let state = words.state
    text(state.text, row, columns.stateAt, columns.state, state.ink, on: &canvas)
    guard words.item.source == .activity else { return }
    text(words.words.dates(columns: columns.dates), row, columns.datesAt, columns.dates, on: &canvas)
    text(words.progress, row, columns.progressAt, columns.progress - 1, .quiet, .trailing, on: &canvas)
    text(words.words.budget, row, columns.budgetAt, columns.budget, on: &canvas)
    text(words.activity.owner, row, columns.ownerAt, columns.owner, on: &canvas)
  }

  /// The second row: where there are no columns for them, the budget below the name and the days below the state.
  private func drawSecond(_ words: TimelineWords, on canvas: inout Canvas, row: Int) {
    guard !columns.isRich else { return }
    if ActivityWords.hasBudget(words.activity) {
      text(words.words.budget, row, 3, columns.label - 2, on: &canvas)
    }
    let dates = words.words.dates(columns: columns.state + 1)
    let indent = CellText.width(dates) <= columns.state - 2 ? 2 : 0
    text(dates, row, columns.stateAt + indent, columns.state + 1, on: &canvas)
  }
}

extension TimelinePane {
  static let legend: [LegendLine] = [
    LegendLine(.open, .legendPlanned), LegendLine(.underWay, .legendUnderWay),
    LegendLine(.missing, .legendDueNotBegun), LegendLine(.pressing, .legendPressing),
    LegendLine(.late, .legendLate), LegendLine(.done, .legendDone), LegendLine(.gone, .legendGone),
    LegendLine(Span("═══", .baseline), .legendAdopted), LegendLine(Span("━━━", .bar), .legendPlan),
    LegendLine(Span("╍╍╍", .late), .legendOverrun), LegendLine(Span("┄┄┄", .baseline), .legendOngoing),
    LegendLine(Span("‹══", .baseline), .legendNoStart), LegendLine(.ahead, .legendTimeAhead),
    LegendLine(.past, .legendTimeDone), LegendLine(Span("≠", .due), .legendDisagrees),
    LegendLine(Span("←", .late), .legendWaits), LegendLine("▸ ▾", .legendFolded),
  ]
}
