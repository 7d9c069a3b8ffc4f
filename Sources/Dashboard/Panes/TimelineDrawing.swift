import Model
import Phrases
import Terminal

extension TimelinePane {
  private func axis(_ look: Look) -> TimelineAxis {
    TimelineAxis(year: year(look), perMonth: columns.perMonth)
  }

  /// The year whose months are shown: that of the as-of day, or where it lies outside the adopted plan (2015 to
  /// 2018), the first of the plan.
  private func year(_ look: Look) -> Int {
    let year = look.asOf.parts.year
    return ((2015...2018).contains(year) ? year : 2015) + yearShift
  }

  // MARK: Around the list

  func heading(_ look: Look) -> [Span] {
    if !isWide, let editor { return [Span(" › \(look.title(of: editor.base))")] }
    let narrowed = filter.phrase.map { " · " + look.say(Phrase($0)) } ?? ""
    return [Span(" · \(year(look))"), Span(narrowed, .match)]
  }

  func aside(_ look: Look) -> [Span] {
    if !isWide, let editor { return [Span(look.say(.formVersion, .number(editor.base.version)), .quiet)] }
    let delay = activities.delayDays(asOf: look.asOf)
    let slip = delay > 0 ? look.say(.timelineSlip, .number(delay)) : look.say(.timelineNoSlip)
    return [Span(look.say(.asOf, .text(look.day(look.asOf))) + " · " + slip, .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    if let hint = editor?.hint(look), !hint.isEmpty { return hint }
    guard let activity = current, let adopted = activity.adopted else { return [] }
    let spans = disagreement(adopted, look, isShort: false)
    if !spans.isEmpty {
      let width = spans.reduce(0) { $0 + CellText.width($1.text) }
      return width <= size.columns - 2 ? spans : disagreement(adopted, look, isShort: true)
    }
    let words = ActivityWords(activity: activity, look: look)
    var parts = [ActivityWords.printedTiming(adopted, look)]
    if let budget = adopted.printedBudget {
      parts.append(look.say(.timelineBudgetPrinted, .text(budget.text(in: look.language))))
    }
    if !columns.isRich, activity.progress > 0 { parts.append("\(activity.progress) %") }
    if !columns.isRich, !activity.owner.isEmpty { parts.append(activity.owner) }
    if CellText.width(words.label) > columns.label { parts.append(words.label) }
    parts.append(isWide ? adopted.citation.text(in: look.language) : ActivityWords.reference(adopted, look))
    return [Span(parts.joined(separator: " · "), .quiet)]
  }

  /// The two printed timings of a pair that does not agree; nothing where the text is at one with itself.
  private func disagreement(_ adopted: AdoptedActivity, _ look: Look, isShort: Bool) -> [Span] {
    guard let contradiction = Decision.adopted.contradiction(of: adopted.id) else { return [] }
    let sides = [contradiction.first, contradiction.second].compactMap(Decision.adopted.activity).map {
      side in
      let source = isShort ? ActivityWords.reference(side, look) : side.citation.text(in: look.language)
      return "\(source) \(ActivityWords.printedTiming(side, look))"
    }
    return [Span(sides.joined(separator: " ≠ "), .quiet)]
  }

  // MARK: The list

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard editor != nil else { return drawList(on: &canvas, in: area, look: look) }
    if isWide { drawList(on: &canvas, in: area.split(left: listWidth).left, look: look) }
    drawRecord(on: &canvas, in: area, look: look)
  }

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    let rows = rows
    guard !listed.isEmpty else {
      if !activities.isEmpty {
        canvas.text(
          look.say(.timelineNothing), row: area.row + 1, column: 2, width: area.columns - 3, ink: .quiet)
      }
      return
    }
    var visible = Array(rows.dropFirst(top).prefix(max(0, area.rows - 1)))
    while let last = visible.last, last.activity == nil { visible.removeLast() }
    drawMonths(group(of: visible), on: &canvas, in: area, look: look)
    for (offset, row) in visible.enumerated() {
      draw(row, on: &canvas, in: area, row: area.row + 1 + offset, look: look)
    }
  }

  /// The group of the first activity in sight.
  private func group(of rows: [TimelineRow]) -> Plan {
    let first = rows.lazy.compactMap(\.activity).first
    return first.flatMap { listed[$0].adopted?.plan } ?? .table1
  }

  private func drawMonths(_ plan: Plan, on canvas: inout Canvas, in area: Rect, look: Look) {
    let columns = columns
    drawHeading(plan, on: &canvas, in: area, row: area.row, look: look)
    let letters = look.say(.timelineMonths).split(separator: " ").map(String.init)
    for month in 1...12 {
      let name = look.say(Phrase(month: month))
      let letter = month <= letters.count ? letters[month - 1] : ""
      let short = CellText.width(letter) < columns.perMonth ? letter : String(letter.suffix(1))
      let ink: Ink = month == look.asOf.parts.month ? .today : .heading
      canvas.text(
        CellText.width(name) < columns.perMonth ? name : short, row: area.row,
        column: area.column + columns.chart + (month - 1) * columns.perMonth, width: columns.perMonth,
        ink: ink,
        clip: area)
    }
    let titles: [(PhraseKey, Int, Int)] = [
      (.timelineState, columns.stateAt, columns.state), (.timelineDates, columns.datesAt, columns.dates),
      (.timelineProgress, columns.progressAt, columns.progress),
      (.timelineBudget, columns.budgetAt, columns.budget), (.timelineOwner, columns.ownerAt, columns.owner),
    ]
    for (title, column, width) in titles where width > 0 {
      canvas.text(
        look.say(Phrase(title)), row: area.row, column: area.column + column, width: width, ink: .heading,
        clip: area)
    }
  }

  private func drawHeading(_ plan: Plan, on canvas: inout Canvas, in area: Rect, row: Int, look: Look) {
    let name = look.say(plan == .table1 ? .timelineTable1 : .timelinePlan)
    canvas.text(name, row: row, column: area.column + 1, width: columns.label, ink: .heading, clip: area)
  }

  private func draw(_ row: TimelineRow, on canvas: inout Canvas, in area: Rect, row line: Int, look: Look) {
    var chart: Gantt?
    switch row {
    case .blank: break
    case .heading(let plan): drawHeading(plan, on: &canvas, in: area, row: line, look: look)
    case .adopted(let index):
      let words = ActivityWords(activity: listed[index], look: look)
      drawName(words, on: &canvas, in: area, row: line)
      drawFigures(words, on: &canvas, in: area, row: line)
      chart = showsBaseline ? listed[index].adopted.map { axis(look).baseline($0.timing) } : plan(words)
      if index == self.index { mark(on: &canvas, in: area, row: line) }
    case .current(let index):
      let words = ActivityWords(activity: listed[index], look: look)
      drawSecond(words, on: &canvas, in: area, row: line)
      chart = hasOwnPlan(listed[index]) ? plan(words) : nil
    }
    let months = axis(look)
    var strip = chart ?? Gantt(width: months.width)
    strip.cross(at: months.column(of: look.asOf), ink: .today)
    strip.draw(on: &canvas, row: line, column: area.column + columns.chart, clip: area)
    if case .adopted(let index) = row, showsBaseline {
      drawPrinted(listed[index], on: &canvas, in: area, row: line, look: look)
    }
  }

  private func plan(_ words: ActivityWords) -> Gantt? {
    axis(words.look).plan(of: words.activity, asOf: words.look.asOf, ink: words.ink)
  }

  private func mark(on canvas: inout Canvas, in area: Rect, row: Int) {
    canvas.text("▌", row: row, column: area.column, ink: .marker)
    if editor == nil { canvas.cursor = Point(row: row, column: area.column) }
  }

  private func drawName(_ words: ActivityWords, on canvas: inout Canvas, in area: Rect, row: Int) {
    let isDisputed = Decision.adopted.contradiction(of: words.activity.id) != nil
    let used = canvas.text(
      words.label, row: row, column: area.column + 1, width: columns.label - (isDisputed ? 2 : 0), clip: area)
    guard isDisputed else { return }
    canvas.text("≠", row: row, column: area.column + 2 + used, width: 1, ink: .due, clip: area)
  }

  /// The adopted timing in its own words, where it is no time of the year.
  private func drawPrinted(
    _ activity: Activity, on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    guard let adopted = activity.adopted, case .beforePlenary = adopted.timing else { return }
    canvas.text(
      adopted.printedTiming.text(in: look.language), row: row, column: area.column + columns.chart,
      width: columns.chartWidth, ink: .baseline, clip: area)
  }

  /// What stands behind the chart.
  private func drawFigures(_ words: ActivityWords, on canvas: inout Canvas, in area: Rect, row: Int) {
    func text(_ text: String, _ column: Int, _ width: Int, _ ink: Ink = .quiet, _ side: Alignment = .leading)
    {
      guard width > 0 else { return }
      canvas.text(
        text, row: row, column: area.column + column, width: width, ink: ink, alignment: side, clip: area)
    }
    let columns = columns
    text(words.state.text, columns.stateAt, columns.state, words.state.ink)
    text(words.dates(columns: columns.dates), columns.datesAt, columns.dates)
    let progress = words.activity.progress
    text(progress > 0 ? "\(progress) %" : "", columns.progressAt, columns.progress - 1, .quiet, .trailing)
    text(words.budget, columns.budgetAt, columns.budget)
    text(words.activity.owner, columns.ownerAt, columns.owner)
  }

  /// The second row: where there are no columns for them, the budget below the name and the days below the state.
  private func drawSecond(_ words: ActivityWords, on canvas: inout Canvas, in area: Rect, row: Int) {
    guard !columns.isRich else { return }
    if ActivityWords.hasBudget(words.activity) {
      canvas.text(
        words.budget, row: row, column: area.column + 3, width: columns.label - 2, ink: .quiet, clip: area)
    }
    let dates = words.dates(columns: columns.state + 1)
    let indent = CellText.width(dates) <= columns.state - 2 ? 2 : 0
    canvas.text(
      dates, row: row, column: area.column + columns.stateAt + indent, width: columns.state + 1, ink: .quiet,
      clip: area)
  }
}
