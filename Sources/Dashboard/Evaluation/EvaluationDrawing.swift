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
    switch view {
    case .participation, .years: return [Span(citation("3.1", look), .quiet)]
    case .diversity, .representation: return [Span(citation("4.1", look), .quiet)]
    case .trends: return [Span(citation(chosenMeasure?.indicator ?? "3.1", look), .quiet)]
    case .outline: break
    }
    let items = items(of: selected.id)
    guard isInList, items.indices.contains(list.index), let evidence = items[list.index].evidence else {
      return [Span(selected.citation.text(in: look.language), .quiet)]
    }
    if let day = evidence.day, day > look.asOf { return [Span(look.say(.evaluationLater), .due)] }
    return [Span(evidence.note.isEmpty ? evidence.source : evidence.note, .quiet)]
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
      drawPreview(on: &canvas, in: rest, look: look)
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
    let room = max(0, area.columns - stateWidth - 2)
    let state = area.column + 1 + room
    canvas.text(
      look.say(.evaluationIndicators), row: area.row, column: area.column + 1, width: room - 1, ink: .heading)
    canvas.text(look.say(.evaluationEvidence), row: area.row, column: state, width: stateWidth, ink: .heading)
    for (offset, line) in outlineLines.dropFirst(outlineTop).prefix(max(0, area.rows - 1)).enumerated() {
      let row = area.row + 1 + offset
      canvas.spans(spans(line, look), row: row, column: area.column + 1, width: room - 1)
      guard let description = line.description else { continue }
      let standing = standing(of: description.id, look)
      canvas.text(standing.text, row: row, column: state, width: stateWidth, ink: standing.ink)
      guard description.id == selected.id else { continue }
      canvas.mark(Point(row: row, column: area.column), hasCursor: view == .outline && !isInList)
    }
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
    case (0, false): return Span("○ " + look.say(.evaluationNone), .due)
    case (0, true): return Span("● " + look.say(.evaluationCounted), .done)
    case (_, false): return Span("● " + look.phrases.number(number), .done)
    default: return Span("● \(look.phrases.number(number)) + \(look.say(.evaluationCounted))", .done)
    }
  }

  // MARK: Evidence

  /// The evidence of the selected description in a few lines.
  private func drawPreview(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard area.rows > 0 else { return }
    let title = "\(selected.id) \(selected.label.text(in: look.language))"
    canvas.text(title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
    let items = items(of: selected.id)
    if items.isEmpty { drawNone(on: &canvas, row: area.row + 1, in: area, look: look) }
    let ladder = area.rows >= 4 && !items.isEmpty ? 1 : 0
    if ladder > 0 { drawLadder(on: &canvas, row: area.row + 1, in: area, look: look) }
    for (offset, item) in items.prefix(area.rows - 1 - ladder).enumerated() {
      draw(item, on: &canvas, in: area, row: area.row + 1 + ladder + offset, look: look)
    }
  }

  /// All evidence of the selected description, each in two lines, below its text in full.
  private func drawEvidence(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let editor {
      canvas.text(
        editor.base.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .title)
      return editor.draw(on: &canvas, in: area.inset(top: 2), look: look)
    }
    let text = "\(selected.id) \(selected.label.text(in: look.language))"
    let title = Wrapping.lines(text, columns: area.columns - 2).prefix(min(3, area.rows))
    for (offset, line) in title.enumerated() {
      canvas.text(
        line, row: area.row + offset, column: area.column + 1, width: area.columns - 2, ink: .heading)
    }
    drawLadder(on: &canvas, row: area.row + title.count, in: area, look: look)
    let rows = area.inset(top: title.count + 1)
    let items = items(of: selected.id)
    if items.isEmpty { drawNone(on: &canvas, row: rows.row, in: area, look: look) }
    for (offset, item) in items.dropFirst(list.top).prefix(rows.rows / 2).enumerated() {
      let row = rows.row + offset * 2
      draw(item, on: &canvas, in: area, row: row, isBrief: false, look: look)
      if let measure = item.measure {
        let standing = look.standing(of: measure)
        canvas.text(
          standing.text, row: row + 1, column: area.column + 15, width: area.columns - 16, ink: standing.ink,
          clip: area)
      }
      if let evidence = item.evidence {
        let known = RecordReference(evidence.reference).flatMap { referred[$0] }.map { look.title(of: $0) }
        let gone = isGone(evidence) ? look.say(.evidenceRecordGone) : nil
        let more = [known ?? gone ?? "", evidence.link, evidence.source, evidence.note]
          .filter { !$0.isEmpty && $0 != evidence.name }.joined(separator: " · ")
        canvas.text(
          more, row: row + 1, column: area.column + 15, width: area.columns - 16, ink: .quiet, clip: area)
      }
      guard isInList, list.top + offset == list.index else { continue }
      canvas.mark(Point(row: row, column: area.column))
    }
  }

  /// The ladder from participation to impact: how many pieces of evidence reach each rung, those that none reaches
  /// said as well.
  private func drawLadder(on canvas: inout Canvas, row: Int, in area: Rect, look: Look) {
    guard row < area.endRow else { return }
    let ladder = ladder(of: selected.id, look)
    var spans: [Span] = []
    for rung in Rung.allCases {
      let count = ladder[rung] ?? 0
      if !spans.isEmpty { spans.append(Span(" › ", .quiet)) }
      let word = look.word("rung", rung.rawValue)
      spans.append(
        count > 0
          ? Span("● \(word) \(look.phrases.number(count))", .done) : Span("○ \(word)", .due))
    }
    canvas.spans(spans, row: row, column: area.column + 1, width: area.columns - 2, clip: area)
  }

  private func drawNone(on canvas: inout Canvas, row: Int, in area: Rect, look: Look) {
    canvas.text(
      look.say(.evaluationNoneHere, .text("n")), row: row, column: area.column + 1, width: area.columns - 2,
      ink: .due, clip: area)
  }

  /// When and what; what is dated after the as-of day does not count yet.
  /// - Parameter isBrief: there is one line only, so a measure's numbers stand in it too.
  private func draw(
    _ item: EvidenceItem, on canvas: inout Canvas, in area: Rect, row: Int, isBrief: Bool = true, look: Look
  ) {
    var (date, text, word, ink) = ("", "", "", Ink.text)
    switch item {
    case .counted(let view):
      date = look.say(.evaluationCounted)
      text = summary(view, look)
    case .numbers(let numbers):
      date = look.say(.evaluationCounted)
      text =
        numbers.map { "\(look.word("counted", $0.key)) \(look.phrases.number($0.count))" }
        .joined(separator: " · ")
    case .measure(let measure):
      let standing = look.standing(of: measure)
      date = look.say(.evaluationMeasure)
      text = isBrief ? "\(measure.name): \(standing.text)" : measure.name
      ink = isBrief ? standing.ink : .text
    case .record(let evidence):
      date = evidence.day.map(look.day) ?? look.say(.evaluationUndated)
      text = evidence.title
      if let rung = evidence.rung, area.columns >= 60 { word = look.word("rung", rung.rawValue) }
      if let day = evidence.day, day > look.asOf { ink = .quiet }
    }
    canvas.text(date, row: row, column: area.column + 1, width: 13, ink: .quiet, clip: area)
    let room = word.isEmpty ? 0 : CellText.width(word) + 2
    canvas.text(
      text, row: row, column: area.column + 15, width: area.columns - 16 - room, ink: ink, clip: area)
    canvas.text(
      word, row: row, column: area.endColumn - room, width: max(0, room - 1), ink: .quiet,
      alignment: .trailing, clip: area)
  }
}
