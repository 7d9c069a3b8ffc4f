import Model
import Office
import Phrases
import Store
import Terminal

/// What is followed over the years.
enum Trend: Sendable, Equatable {
  case participation
  case measure(Measure)
}

extension EvaluationPane {
  /// Participation first, then the measures in the order of the descriptions.
  var trends: [Trend] {
    let measures = descriptions.flatMap { book.measures(of: $0.id) }
    return [.participation] + measures.map(Trend.measure)
  }

  var trend: Trend { trends[max(0, min(trends.count - 1, trendAt.index))] }

  /// The list of trends takes a third of the rows at most.
  var trendRows: Int { min(trends.count, max(1, tableRows(.trends) / 3)) }

  func drawTrends(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (list, below) = area.split(top: trendRows)
    var rest = below
    // Where the list has no room for them, the numbers of the selected measure stand below it.
    let isNarrow = !area.size.isWide
    if isNarrow, case .measure(let measure) = trend {
      let standing = look.standing(of: measure)
      canvas.lines([[standing]], in: rest)
      rest = rest.inset(top: 1)
    }
    table(look, isNarrow: isNarrow).draw(trends, trendAt, on: &canvas, in: list, hasCursor: view == .trends)
    chart(look).draw(on: &canvas, in: rest.inset(top: 1, left: 1, right: 1), look: look)
  }

  private func table(_ look: Look, isNarrow: Bool) -> ListTable<Trend> {
    func name(_ trend: Trend) -> String {
      switch trend {
      case .participation: "3.1 " + look.say(.evaluationTrendParticipation)
      case .measure(let measure): "\(measure.indicator) \(measure.name)"
      }
    }
    guard !isNarrow else { return ListTable(columns: [.init("", 0, text: name)]) }
    let widest = trends.map { CellText.width(name($0)) }.max() ?? 0
    return ListTable(columns: [
      .init("", min(widest + 1, size.columns / 2), text: name),
      .init("", 0) { trend in
        if case .measure(let measure) = trend { look.standing(of: measure) } else { Span("") }
      },
    ])
  }

  func chart(_ look: Look) -> Chart {
    switch trend {
    case .participation: participationChart(look)
    case .measure(let measure): chart(of: measure, look)
    }
  }

  private func participationChart(_ look: Look) -> Chart {
    let dated = (participation?.years ?? [:]).keys.filter { $0 > 0 }
    let years = dated.min().map { Array($0...max($0, look.asOf.parts.year)) } ?? []
    return Chart(
      .stacked, title: participation == nil ? look.say(.working) : look.say(.evaluationTrendActs),
      categories: years.map(String.init),
      series: ParticipationKind.allCases.map { kind in
        .init(
          look.word("participation", kind.rawValue),
          years.map { Double(participation?.years[$0]?[kind] ?? 0) })
      })
  }

  /// The last value of each year up to the as-of day, the baseline among them; a year without one is a gap.
  private func chart(of measure: Measure, _ look: Look) -> Chart {
    var values: [Int: (day: Day, value: Double)] = [:]
    let baseline = measure.baseline.flatMap { value in measure.baselineDay.map { ($0, value.value) } }
    let readings = measure.readings.map { ($0.day, $0.value.value) } + (baseline.map { [$0] } ?? [])
    for (day, value) in readings where day <= look.asOf {
      let year = day.parts.year
      if values[year].map({ $0.day <= day }) ?? true { values[year] = (day, value) }
    }
    let last = max(look.asOf.parts.year, values.keys.max() ?? 0)
    // A baseline of long ago does not push the years that matter out of sight.
    let years = values.keys.min().map { Array(max($0, last - 60)...last) } ?? []
    return Chart(
      .lines, title: measure.name, categories: years.map(String.init),
      series: [.init(look.say(.evaluationActual), years.map { values[$0]?.value })], unit: measure.unit)
  }

  // MARK: Measures

  func measure(_ id: RecordID?) -> Measure? { book.measures.first { $0.id == id } }

  /// The measure under the cursor, or the only one of the selected description.
  var chosenMeasure: Measure? {
    if view == .trends {
      if case .measure(let measure) = trend { return measure }
      return nil
    }
    guard view == .outline else { return nil }
    let items = items(of: selected.id)
    if isInList, items.indices.contains(list.index), case .measure(let measure) = items[list.index] {
      return measure
    }
    let all = book.measures(of: selected.id)
    return all.count == 1 ? all[0] : nil
  }

  /// Which part has the keys, and the measure or description under its cursor.
  var place: String { "\(view) \(isInList) \(chosenMeasure?.id ?? selected.id)" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ").map(String.init)
    guard parts.count == 3, let view = View.allCases.first(where: { "\($0)" == parts[0] }) else { return }
    if view == .trends {
      let at = trends.firstIndex { if case .measure(let one) = $0 { one.id == parts[2] } else { false } }
      trendAt.index = at ?? trendAt.index
    } else {
      _ = visit(.indicator(parts[2]))
      isInList = parts[1] == "true"
    }
    self.view = view
  }

  static let measureCommands: [Command<EvaluationPane>] = [
    Command(
      "evaluation.measure", .commandMeasure, ["m"], rank: 9, when: { $0.editor == nil && !$0.isInTable },
      needs: .edit
    ) { pane, _ in
      var measure = Measure(id: NewID.make())
      measure.indicator = pane.selected.id
      return [.present(RecordForm(measure, isNew: true, at: "name"))]
    },
    Command(
      "evaluation.reading", .commandReading, ["r"], rank: 9,
      when: { $0.editor == nil && ($0.view == .outline || $0.view == .trends) },
      needs: .edit,
      unless: { pane, _ in pane.chosenMeasure == nil ? Phrase(.evaluationNoMeasure, .text("m")) : nil }
    ) { pane, look in
      pane.chosenMeasure.map { [.present(readingSheet(for: $0, look))] } ?? []
    },
    Command("evaluation.members", .commandMembers, ["M"], when: { $0.view == .representation }) { _, look in
      [.present(membersSheet(look))]
    },
  ]

  private static func readingSheet(for measure: Measure, _ look: Look) -> LinesSheet {
    let lines = [
      LinesSheet.Line(label: Phrase(.evaluationReadingValue), entry: .line, hint: .evaluationValueHint),
      LinesSheet.Line(label: Phrase(.evaluationReadingDay), entry: .day, text: look.asOf.description),
      LinesSheet.Line(label: Phrase(.evidenceNote), entry: .line),
    ]
    return LinesSheet(.paneReading, lines) { texts in
      guard let value = Quantity(texts[0]) else {
        return .problem(line: 0, Phrase(texts[0].isEmpty ? .missing : FieldProblem.notANumber(texts[0])))
      }
      guard let day = Day(texts[1]) else {
        return .problem(line: 1, Phrase(FieldProblem.malformedDay(texts[1])))
      }
      var edited = measure
      edited.readings.append(Reading(day: day, value: value, note: texts[2]))
      edited.readings.sort { $0.day < $1.day }
      let news = Phrase(.saved, .text(measure.title))
      return .effects([
        .apply(EditRecord(base: measure, edited: edited), closing: true, then: [.announce(news)])
      ])
    }
  }

  private static func membersSheet(_ look: Look) -> LinesSheet {
    let line = LinesSheet.Line(
      label: Phrase(.evaluationMembers), entry: .line, text: look.members.joined(separator: " "),
      hint: .evaluationMembersHint)
    return LinesSheet(.paneMembers, [line]) { texts in
      let read = Representation.members(texts[0])
      guard read.unknown.isEmpty else {
        return .problem(line: 0, Phrase(.evaluationUnknownCountry, .text(read.unknown[0])))
      }
      return .effects([.prefer(Representation.preference, read.known.joined(separator: " ")), .close])
    }
  }
}
