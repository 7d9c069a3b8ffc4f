import Model
import Office
import Phrases
import Terminal

extension BudgetPane {
  private static let stages = BudgetStage.allCases
  /// Room for "! 99,999,999" and for "not applicable".
  private static let pitch = 15

  private var labelWidth: Int { max(8, listWidth - Self.stages.count * Self.pitch - 2) }

  func heading(_ look: Look) -> [Span] {
    switch filter {
    case .budgeted: []
    case .all: [Span(" · " + look.say(.budgetAll), .match)]
    case .overrun: [Span(" · " + look.say(.budgetOnlyOver), .match)]
    case .leftOut: [Span(" · " + look.say(.budgetOnlyLeftOut), .match)]
    }
  }

  func status(_ look: Look) -> [Span] {
    let words = BudgetWords(look: look)
    if let item { return [Span(words.all(item), .quiet)] }
    if let entry {
      let overruns = entry.figures.overruns.map(words.overrun)
      return overruns.isEmpty
        ? [Span(look.say(.budgetAdd, .text("n")), .quiet)] : [Span(overruns.joinedWords, .late)]
    }
    if let launch { return [Span(words.consultancy(launch), .quiet)] }
    return [Span(look.say(.budgetAdd, .text("n")), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (list, details) = area.split(left: listWidth)
    drawList(on: &canvas, in: list, look: look)
    if isWide { drawDetails(on: &canvas, in: details.inset(left: 2), look: look) }
  }

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(
      look.say(.budgetDollars), row: area.row, column: area.column + 1, width: labelWidth, ink: .heading,
      clip: area)
    for (index, stage) in Self.stages.enumerated() {
      cell(
        Span(look.word("stage", stage.rawValue).uppercased(), .heading), index, on: &canvas, in: area,
        row: area.row)
    }
    let visible = rows.dropFirst(selection.top).prefix(max(0, min(listRows, area.rows - 1)))
    for (offset, row) in visible.enumerated() {
      draw(row, on: &canvas, in: area, row: area.row + 1 + offset, look: look)
      guard selection.top + offset == selection.index else { continue }
      canvas.mark(Point(row: area.row + 1 + offset, column: area.column))
    }
    if rows.isEmpty {
      canvas.text(
        look.say(.budgetNothing, .text("f")), row: area.row + 1, column: area.column + 1,
        width: area.columns - 2, ink: .quiet, clip: area)
    }
    drawTotals(on: &canvas, in: area.inset(top: area.rows - 1 - leftOut.count), look: look)
  }

  private func drawTotals(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    label(look.say(.budgetInAll), .heading, on: &canvas, in: area, row: area.row)
    figures(sheet.figures, on: &canvas, in: area, row: area.row, look: look)
    for (offset, text) in leftOut.prefix(area.rows - 1).enumerated() {
      canvas.text(
        text, row: area.row + 1 + offset, column: area.column + 1, width: area.columns - 2, ink: .due,
        clip: area)
    }
  }

  private func draw(_ row: BudgetRow, on canvas: inout Canvas, in area: Rect, row line: Int, look: Look) {
    let words = BudgetWords(look: look)
    switch row {
    case .blank: break
    case .group(let index):
      let group = sheet.groups[index]
      let name = look.title(of: group.plan, plans: plans, launches: launches)
      label(name.uppercased(), .heading, on: &canvas, in: area, row: line)
      figures(group.figures, on: &canvas, in: area, row: line, look: look)
    case .consultancy(let index):
      guard case .launch(let id) = sheet.groups[index].plan, let launch = launches[id] else { return }
      canvas.text(
        words.consultancy(launch), row: line, column: area.column + 2, width: area.columns - 3, ink: .quiet,
        clip: area)
    case .entry(let group, let index):
      let entry = sheet.groups[group].entries[index]
      label("  " + name(of: entry, look), .text, on: &canvas, in: area, row: line)
      figures(entry.figures, overruns: entry.figures.overruns, on: &canvas, in: area, row: line, look: look)
    case .item(let group, let entry, let index):
      let items = sheet.groups[group].entries[entry].items
      drawItem(items[index], in: items, on: &canvas, in: area, row: line, look: look)
    case .overrun(_, _, let overrun):
      canvas.text(
        "    ! " + words.overrun(overrun), row: line, column: area.column + 1, width: area.columns - 2,
        ink: .late, clip: area)
    }
  }

  /// Its formula takes the columns that it does not fill, so that it is read whole. A sum that stands alone is said in
  /// the row of its activity.
  private func drawItem(
    _ item: BudgetItem, in items: [BudgetItem], on canvas: inout Canvas, in area: Rect, row: Int, look: Look
  ) {
    let words = BudgetWords(look: look)
    let (place, isAlone) = (Self.stages.firstIndex(of: item.stage) ?? 0, items.count == 1)
    let text =
      if case .line(let line) = item { [line.name, words.formula(item)].joinedWords } else {
        "= " + words.formula(item)
      }
    let room = isAlone ? area.columns - 2 : labelWidth + place * Self.pitch - 1
    canvas.text("    " + text, row: row, column: area.column + 1, width: room, ink: .quiet, clip: area)
    if !isAlone { cell(words.sum(item, among: items), place, on: &canvas, in: area, row: row) }
  }

  private func name(of entry: BudgetSheet.Entry, _ look: Look) -> String {
    BudgetWords(look: look).name(of: entry, activities)
  }

  private func label(_ text: String, _ ink: Ink, on canvas: inout Canvas, in area: Rect, row: Int) {
    canvas.text(text, row: row, column: area.column + 1, width: labelWidth - 1, ink: ink, clip: area)
  }

  /// - Parameter overruns: of one activity; a total of several would set the money of one against another.
  private func figures(
    _ figures: BudgetFigures, overruns: [Overrun] = [], on canvas: inout Canvas, in area: Rect, row: Int,
    look: Look
  ) {
    let words = BudgetWords(look: look)
    for (index, stage) in Self.stages.enumerated() {
      var span = words.figure(figures[stage])
      if stage == .indicative, figures.isNotApplicable, figures.indicative.isEmpty { span = words.sum(nil) }
      if isOver(stage, overruns) { span = Span("! " + span.text, .late) }
      cell(span, index, on: &canvas, in: area, row: row)
    }
  }

  private func isOver(_ stage: BudgetStage, _ overruns: [Overrun]) -> Bool {
    overruns.contains { overrun in
      switch overrun {
      case .spentBeyondCommitted, .spentBeyondIndicative: stage == .spent
      case .committedBeyondIndicative: stage == .committed
      }
    }
  }

  private func cell(_ span: Span, _ index: Int, on canvas: inout Canvas, in area: Rect, row: Int) {
    canvas.text(
      span.text, row: row, column: area.column + 1 + labelWidth + index * Self.pitch, width: Self.pitch - 1,
      ink: span.ink, alignment: .trailing, clip: area)
  }

  // MARK: Details

  private func drawDetails(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (row, line) in zip(area.row..<area.endRow, details(columns: area.columns - 2, look)) {
      canvas.spans(line, row: row, column: area.column, width: area.columns - 1, clip: area)
    }
  }

  private func details(columns: Int, _ look: Look) -> [[Span]] {
    let words = BudgetWords(look: look)
    func wrapped(_ text: String, _ ink: Ink = .text) -> [[Span]] {
      Wrapping.lines(text, columns: columns).map { [Span($0, ink)] }
    }
    guard let group else { return [] }
    var lines = wrapped(look.title(of: group.plan, plans: plans, launches: launches), .heading)
    if case .launch(let id) = group.plan, let launch = launches[id] {
      lines += wrapped(words.consultancy(launch), .quiet)
    }
    if let entry {
      lines += [[]] + wrapped(name(of: entry, look), .title)
      if let adopted = entry.activity.flatMap(Decision.adopted.activity) {
        lines += wrapped(adopted.citation.text(in: look.language), .quiet)
      }
      for item in entry.items {
        let isHere = item.id == self.item?.id
        lines += [[]] + wrapped(words.name(item), isHere ? .match : .text) + wrapped(words.all(item), .quiet)
        lines.append([Span("= "), words.sum(item, among: entry.items)])
      }
    }
    let figures = entry?.figures ?? group.figures
    lines.append([])
    for stage in Self.stages {
      let name = look.word("stage", stage.rawValue)
      let padding = String(repeating: " ", count: max(1, 16 - CellText.width(name)))
      lines.append([Span(name + padding, .quiet), words.figure(figures[stage])])
    }
    for overrun in entry?.figures.overruns ?? [] { lines += wrapped("! " + words.overrun(overrun), .late) }
    if entry == nil {
      for entry in group.entries {
        for overrun in entry.figures.overruns {
          lines += wrapped("! " + look.about(name(of: entry, look), words.overrun(overrun)), .late)
        }
      }
    }
    for text in words.leftOut(figures.leftOut) { lines += wrapped(text, .due) }
    return lines
  }
}
