import Model
import Office
import Phrases
import Terminal

/// A line of the outline: a group, a description, or both where a group has only one.
struct OutlineLine {
  var group: Indicator?
  var description: Indicator.Description?
}

extension EvaluationPane {
  /// Above the tables, where all is in sight.
  static let upperRows = 20

  private var upper: Int { isFull ? Self.upperRows - 1 : size.rows }
  /// Below the outline the list of evidence keeps its heading and three lines.
  var outlineRows: Int { isWide ? upper : min(outlineLines.count + 1, max(2, size.rows - 4)) }

  /// The rows of evidence, without their heading.
  var listRows: Int {
    if isWide { return max(1, upper - 4) }
    return max(1, isInList ? size.rows - 4 : size.rows - outlineRows - 1)
  }

  /// Where the fields of an open piece of evidence lie: below its title, in place of the list.
  var evidenceSize: Size {
    let rows = isWide ? upper : size.rows
    return Size(columns: isWide ? size.columns - size.columns / 2 : size.columns, rows: max(1, rows - 2))
  }

  /// Where rows are few, a group with one description shares its line.
  var outlineLines: [OutlineLine] {
    Decision.adopted.indicators.flatMap { indicator -> [OutlineLine] in
      if size.rows < 24, indicator.descriptions.count == 1 {
        return [OutlineLine(group: indicator, description: indicator.descriptions[0])]
      }
      return [OutlineLine(group: indicator)] + indicator.descriptions.map { OutlineLine(description: $0) }
    }
  }

  // MARK: Frame

  func heading(_ look: Look) -> [Span] {
    let part: PhraseKey? =
      switch view {
      case .outline: nil
      case .participation: .evaluationParticipationPart
      case .diversity: .evaluationDiversityPart
      case .years: .evaluationYearsPart
      case .representation: .evaluationRepresentationPart
      case .trends: .evaluationTrendsPart
      }
    if !isFull, let part { return [Span(" › \(look.say(Phrase(part)))")] }
    return isInList && !isWide ? [Span(" › \(selected.id)")] : []
  }

  func aside(_ look: Look) -> [Span] {
    let asOf = look.say(.asOf, .text(look.day(look.asOf)))
    if view != .outline && !isFull { return [Span(asOf, .quiet)] }
    let shown = descriptions.filter { isShown($0.id, look) }.count
    return [
      Span(look.say(.overviewEvidence, .number(shown), .number(descriptions.count)), .quiet),
      Span(" · \(asOf)", .quiet),
    ]
  }

  /// Where the decision says it; for a piece of evidence its note.
  func status(_ look: Look) -> [Span] {
    if view != .outline { return [Span(citation(indicatorInSight, look), .quiet)] }
    let items = items(of: selected.id)
    guard isInList, items.indices.contains(list.index), let evidence = items[list.index].evidence else {
      return [Span(selected.citation.text(in: look.language), .quiet)]
    }
    if let day = evidence.day, day > look.asOf { return [Span(look.say(.evaluationLater), .due)] }
    return [Span(evidence.note.isEmpty ? evidence.source : evidence.note, .quiet)]
  }

  /// The description that is looked at: that of the table, the measure or the outline.
  var indicatorInSight: RecordID {
    switch view {
    case .participation, .years: "3.1"
    case .diversity, .representation: "4.1"
    case .trends: chosenMeasure?.indicator ?? "3.1"
    case .outline: selected.id
    }
  }

  private func citation(_ id: RecordID, _ look: Look) -> String {
    Decision.adopted.description(id)?.citation.text(in: look.language) ?? ""
  }

  // MARK: Body

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if isFull {
      let (upper, lower) = area.split(top: Self.upperRows)
      drawBesides(on: &canvas, in: upper.inset(bottom: 1), look: look)
      if [.years, .representation, .trends].contains(view) {
        return draw(view, on: &canvas, in: lower, look: look)
      }
      let (left, right) = lower.split(left: area.columns / 2)
      draw(.participation, on: &canvas, in: left.inset(right: 2), look: look)
      draw(.diversity, on: &canvas, in: right, look: look)
    } else if view != .outline {
      draw(view, on: &canvas, in: area, look: look)
    } else if isWide {
      drawBesides(on: &canvas, in: area, look: look)
    } else if isInList {
      drawEvidence(on: &canvas, in: area, look: look)
    } else {
      let (top, rest) = area.split(top: outlineRows)
      drawOutline(on: &canvas, in: top, look: look)
      // Somebody who listens goes in with Enter.
      if !canvas.isSpoken { drawPreview(on: &canvas, in: rest, look: look) }
    }
  }

  private func draw(_ view: View, on canvas: inout Canvas, in area: Rect, look: Look) {
    if let names { return drawNames(names.title, names.names, on: &canvas, in: area, look: look) }
    if view == .trends { return drawTrends(on: &canvas, in: area, look: look) }
    if view == .years || view == .representation {
      return grid(view, look).draw(
        on: &canvas, in: area, cursor: grids[view] ?? GridCursor(), isActive: self.view == view, look: look)
    }
    table(view, look).draw(
      on: &canvas, in: area, cursor: tables[view] ?? CountCursor(), isActive: self.view == view, look: look)
  }

  private func drawBesides(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (left, right) = area.split(left: area.columns / 2)
    drawOutline(on: &canvas, in: left.inset(right: 2), look: look)
    drawEvidence(on: &canvas, in: right, look: look)
  }

  // MARK: Outline

  private func drawOutline(on canvas: inout Canvas, in area: Rect, look: Look) {
    let stateWidth =
      2 + max(12, CellText.width(look.say(.overviewNoEvidence)), CellText.width(look.say(.evaluationNone)))
    let table = ListTable<OutlineLine>(columns: [
      .init(
        look.say(.evaluationIndicators), max(1, area.columns - stateWidth - 3), spans: { spans($0, look) }),
      .init(look.say(.evaluationEvidence), stateWidth) {
        $0.description.map { standing(of: $0.id, look) } ?? Span("")
      },
    ])
    let lines = outlineLines.dropFirst(outlineTop)
    let place = lines.firstIndex { $0.description?.id == selected.id }
    table.draw(
      lines, cursor: place.map { $0 - lines.startIndex }, on: &canvas, in: area,
      hasCursor: view == .outline && !isInList)
  }

  private func spans(_ line: OutlineLine, _ look: Look) -> [Span] {
    let group = line.group.map { [Span("\($0.id) \($0.label.text(in: look.language))", .heading)] } ?? []
    let description = line.description.map { [Span("  \($0.id) \($0.label.text(in: look.language))")] } ?? []
    return group + description
  }

  /// How much shows a description; that nothing does is said as loudly.
  private func standing(of id: RecordID, _ look: Look) -> Span {
    let number = count(of: id, look)
    switch (number, isCounted(id)) {
    case (0, false): return Mark.missing.said(look.say(.evaluationNone))
    case (0, true): return Mark.done.said(look.say(.evaluationCounted))
    case (_, false): return Mark.done.said(look.phrases.number(number))
    default: return Mark.done.said("\(look.phrases.number(number)) + \(look.say(.evaluationCounted))")
    }
  }

  // MARK: Evidence

  /// The evidence of the selected description in a few lines.
  private func drawPreview(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    let items = items(of: selected.id)
    let head =
      [[Span(title(look), .heading)]]
      + (items.isEmpty ? [none(look)] : area.rows >= 4 ? [ladderLine(look)] : [])
    canvas.lines(head, in: area)
    table(items, isBrief: true, columns: area.columns, look).draw(
      items, cursor: nil, on: &canvas, in: area.inset(top: head.count), hasCursor: false)
  }

  /// All evidence of the selected description, each in two lines, below its text in full.
  private func drawEvidence(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let editor {
      canvas.lines([[Span(look.title(of: editor.base), .title)]], in: area)
      return editor.draw(on: &canvas, in: area.inset(top: 2), look: look)
    }
    let title = Wrapping.lines(title(look), columns: area.columns - 2).prefix(min(3, area.rows))
    let items = items(of: selected.id)
    let head = title.map { [Span($0, .heading)] } + [ladderLine(look)] + (items.isEmpty ? [none(look)] : [])
    canvas.lines(head, in: area)
    let rows = area.inset(top: title.count + 1)
    table(items, columns: area.columns, look).draw(
      items.dropFirst(list.top).prefix(max(0, rows.rows / 2)), cursor: isInList ? list.index - list.top : nil,
      on: &canvas, in: rows, hasCursor: isInList)
  }

  private func title(_ look: Look) -> String { "\(selected.id) \(selected.label.text(in: look.language))" }

  private func none(_ look: Look) -> [Span] { [Span(look.say(.evaluationNoneHere, .text("n")), .due)] }

  /// The ladder from participation to impact: how many pieces of evidence reach each rung, those that none reaches
  /// said as well.
  private func ladderLine(_ look: Look) -> [Span] {
    let ladder = ladder(of: selected.id, look)
    let rungs = Rung.allCases.map { rung in
      let (count, word) = (ladder[rung] ?? 0, look.word("rung", rung.rawValue))
      return count > 0 ? Mark.done.said("\(word) \(look.phrases.number(count))") : Mark.missing.said(word)
    }
    return Array(rungs.map { [$0] }.joined(separator: [Span(" › ", .quiet)]))
  }

  /// When and what, and which rung it reaches; below it how it stands or what more is known.
  /// - Parameter isBrief: there is one line only, so a measure's numbers stand in it too.
  private func table(
    _ items: [EvidenceItem], isBrief: Bool = false, columns: Int, _ look: Look
  ) -> ListTable<EvidenceItem> {
    func rung(_ item: EvidenceItem) -> String {
      columns < 60 ? "" : item.evidence?.rung.map { look.word("rung", $0.rawValue) } ?? ""
    }
    let rungs = items.map { CellText.width(rung($0)) }.max() ?? 0
    return ListTable(
      columns: [
        .init("", 13) { Span(date($0, look), .quiet) }.whole,
        .init("", 0) { text($0, isBrief: isBrief, look) },
      ] + (rungs > 0 ? [.init("", rungs, aligned: .trailing) { Span(rung($0), .quiet) }] : []),
      joined: { rung($0).isEmpty ? 1..<3 : nil }, below: { isBrief ? [] : [[more($0, look)]] }, belowColumn: 1
    )
  }

  private func date(_ item: EvidenceItem, _ look: Look) -> String {
    switch item {
    case .counted, .numbers: look.say(.evaluationCounted)
    case .measure: look.say(.evaluationMeasure)
    case .record(let evidence): evidence.day.map(look.day) ?? look.say(.evaluationUndated)
    }
  }

  /// What is dated after the as-of day does not count yet.
  private func text(_ item: EvidenceItem, isBrief: Bool, _ look: Look) -> Span {
    switch item {
    case .counted(let view): return Span(summary(view, look))
    case .numbers(let numbers):
      let said = numbers.map { "\(look.word("counted", $0.key)) \(look.phrases.number($0.count))" }
      return Span(said.joined(separator: " · "))
    case .measure(let measure):
      let standing = look.standing(of: measure)
      return isBrief ? Span(look.labelled(measure.name, standing.text), standing.ink) : Span(measure.name)
    case .record(let evidence):
      let isLater = evidence.day.map { $0 > look.asOf } ?? false
      return Span(evidence.title, isLater ? .quiet : .text)
    }
  }

  private func more(_ item: EvidenceItem, _ look: Look) -> Span {
    if let measure = item.measure { return look.standing(of: measure) }
    guard let evidence = item.evidence else { return Span("") }
    let known = RecordReference(evidence.reference).flatMap { referred[$0] }.map { look.title(of: $0) }
    let gone = isGone(evidence) ? look.say(.evidenceRecordGone) : nil
    let parts = [known ?? gone ?? "", evidence.link, evidence.source, evidence.note]
    return Span(parts.filter { !$0.isEmpty && $0 != evidence.name }.joined(separator: " · "), .quiet)
  }
}

extension EvaluationPane {
  static let legend: [LegendLine] = [
    LegendLine(.done, .legendEvidence), LegendLine(.missing, .legendNoEvidence),
  ]
}
