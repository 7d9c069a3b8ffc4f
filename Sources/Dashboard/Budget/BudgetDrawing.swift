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
    guard isWide else { return }
    canvas.lines(self.details(columns: details.columns - 4, look), in: details.inset(left: 2), margin: 0)
  }

  private func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    let table = table(look)
    let (list, foot) = area.split(top: area.rows - 1 - leftOut.count)
    table.draw(
      rows.dropFirst(selection.top).prefix(listRows), cursor: selection.index - selection.top, on: &canvas,
      in: list, hasCursor: true)
    if rows.isEmpty {
      table.draw(nothing: look.say(.budgetNothing, .text("f")), on: &canvas, in: list, hasCursor: true)
    }
    totals(look).draw([sheet.figures], cursor: nil, on: &canvas, in: foot, hasCursor: false)
    canvas.lines(leftOut.map { [Span($0, .due)] }, in: foot.inset(top: 1))
  }

  private func totals(_ look: Look) -> ListTable<BudgetFigures> {
    ListTable(
      columns: [.init("", labelWidth - 1) { _ in Span(look.say(.budgetInAll), .heading) }]
        + Self.stages.map { stage in
          .init("", Self.pitch - 1, aligned: .trailing) { figure($0, stage, look: look) }
        })
  }

  private func table(_ look: Look) -> ListTable<BudgetRow> {
    ListTable(
      columns: [.init(look.say(.budgetDollars), labelWidth - 1) { label($0, look) }]
        + Self.stages.map { stage in
          .init(look.word("stage", stage.rawValue).uppercased(), Self.pitch - 1, aligned: .trailing) {
            cell($0, stage, look)
          }
        },
      joined: { row in
        switch row {
        case .consultancy, .overrun: 0..<(Self.stages.count + 1)
        // Its formula takes the columns that it does not fill, so that it is read whole.
        case .item(let group, let entry, let index):
          0..<(shown(sheet.groups[group].entries[entry].items, index) ?? Self.stages.count) + 1
        case .blank, .group, .entry: nil
        }
      })
  }

  /// The column that holds the sum of an item; none where it stands alone, and its activity says the sum.
  private func shown(_ items: [BudgetItem], _ index: Int) -> Int? {
    items.count == 1 ? nil : Self.stages.firstIndex(of: items[index].stage)
  }

  private func label(_ row: BudgetRow, _ look: Look) -> Span {
    let words = BudgetWords(look: look)
    switch row {
    case .blank: return Span("")
    case .group(let index):
      return Span(
        look.title(of: sheet.groups[index].plan, plans: plans, launches: launches).uppercased(), .heading)
    case .consultancy(let index):
      guard case .launch(let id) = sheet.groups[index].plan, let launch = launches[id] else {
        return Span("")
      }
      return Span(" " + words.consultancy(launch), .quiet)
    case .entry(let group, let index):
      return Span("  " + name(of: sheet.groups[group].entries[index], look))
    case .item(let group, let entry, let index):
      let item = sheet.groups[group].entries[entry].items[index]
      let formula = words.formula(item)
      guard case .line(let line) = item else { return Span("    = " + formula, .quiet) }
      return Span("    " + [line.name, formula].joinedWords, .quiet)
    case .overrun(_, _, let overrun): return Span("    " + Mark.late.said(words.overrun(overrun)).text, .late)
    }
  }

  private func cell(_ row: BudgetRow, _ stage: BudgetStage, _ look: Look) -> Span {
    switch row {
    case .blank, .consultancy, .overrun: return Span("")
    case .group(let index): return figure(sheet.groups[index].figures, stage, look: look)
    case .entry(let group, let index):
      let figures = sheet.groups[group].entries[index].figures
      return figure(figures, stage, overruns: figures.overruns, look: look)
    case .item(let group, let entry, let index):
      let items = sheet.groups[group].entries[entry].items
      guard shown(items, index) != nil, items[index].stage == stage else { return Span("") }
      return BudgetWords(look: look).sum(items[index], among: items)
    }
  }

  private func name(of entry: BudgetSheet.Entry, _ look: Look) -> String {
    BudgetWords(look: look).name(of: entry, activities)
  }

  /// - Parameter overruns: of one activity; a total of several would set the money of one against another.
  private func figure(
    _ figures: BudgetFigures, _ stage: BudgetStage, overruns: [Overrun] = [], look: Look
  ) -> Span {
    let words = BudgetWords(look: look)
    let isUnsaid = stage == .indicative && figures.isNotApplicable && figures.indicative.isEmpty
    let span = isUnsaid ? words.sum(nil) : words.figure(figures[stage])
    return isOver(stage, overruns) ? Mark.late.said(span.text) : span
  }

  private func isOver(_ stage: BudgetStage, _ overruns: [Overrun]) -> Bool {
    overruns.contains { overrun in
      switch overrun {
      case .spentBeyondCommitted, .spentBeyondIndicative: stage == .spent
      case .committedBeyondIndicative: stage == .committed
      }
    }
  }

  // MARK: Details

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
      lines += .labelled(name, [words.figure(figures[stage])], width: 16, columns: columns)
    }
    for overrun in entry?.figures.overruns ?? [] {
      lines += wrapped(Mark.late.said(words.overrun(overrun)).text, .late)
    }
    if entry == nil {
      for entry in group.entries {
        for overrun in entry.figures.overruns {
          lines += wrapped(
            Mark.late.said(look.about(name(of: entry, look), words.overrun(overrun))).text, .late)
        }
      }
    }
    for text in words.leftOut(figures.leftOut) { lines += wrapped(text, .due) }
    return lines
  }
}
