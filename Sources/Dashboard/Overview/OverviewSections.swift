import Model
import Office
import Phrases
import Store
import Terminal

/// What the sections of the overview say, from what the pane knows.
struct OverviewSections {
  let pane: OverviewPane
  let look: Look

  /// What stands first: what is due, or in a store that holds nothing yet, what to do first.
  var top: OverviewSection { pane.isNew(look) ? FirstSteps(look: look).section : due }

  // MARK: What is due

  var due: OverviewSection {
    var lines = pane.work.items.map { line($0.activity, $0.standing) }
    if let plan = pane.work.closedPlans.first {
      let words = look.say(.overviewClosed, .text(String(plan.lastYear)))
      lines.append(OverviewLine(spans: [Mark.gone.said(words)], destination: .activity(nil)))
    }
    if lines.isEmpty { lines = [OverviewLine(spans: [Span(look.say(.overviewNothingDue), .quiet)])] }
    return OverviewSection(heading: look.say(.overviewDue), figure: dueCounts, lines: lines, fewest: 4)
  }

  private var dueCounts: String {
    var counts: [String] = []
    if pane.work.lateCount > 0 { counts.append(look.say(.overviewLateCount, .number(pane.work.lateCount))) }
    if pane.work.dueCount > 0 { counts.append(look.say(.overviewDueCount, .number(pane.work.dueCount))) }
    return counts.joined(separator: " · ")
  }

  private func line(_ activity: Activity, _ standing: Standing) -> OverviewLine {
    let (mark, word): (Mark, PhraseKey) =
      switch standing {
      case .late: (.late, .overviewLate)
      case .due: (.pressing, .overviewDueWord)
      case .early: (.underWay, .overviewEarly)
      case .next: (.unsaid, .overviewNext)
      default: (.underWay, .overviewUnderWay)
      }
    // Of what comes again the day is that of the time that presses.
    let day: Day? =
      switch standing {
      case .late(let days): look.asOf + -days
      case .due(let days), .next(let days): look.asOf + days
      default: activity.plan(in: look.asOf.parts.year).end
      }
    let label = ActivityWords(activity: activity, look: look).label
    let state = mark.said(look.say(Phrase(word)))
    let padding = String(repeating: " ", count: max(1, 8 - CellText.width(state.text)))
    return OverviewLine(
      spans: [state, Span(padding + label)], figure: day.map(look.shortDay) ?? "",
      destination: .activity(activity.id))
  }

  /// What is left to do after contacts; no section where nothing is.
  var followUps: [OverviewSection] {
    let answer = pane.followUps
    guard answer.overdue + answer.soon > 0 else { return [] }
    let lines = answer.first.map { item in
      let words = EngagementWords(engagement: item.engagement, look: look)
      let due = words.briefFollowUp
      return OverviewLine(
        spans: [Span("\(due.text)  ", due.ink), Span(look.about(item.title, item.engagement.subject))],
        destination: .log(item.engagement.stakeholder))
    }
    return [
      OverviewSection(
        heading: look.say(.overviewFollowUps), figure: counts(overdue: answer.overdue, soon: answer.soon),
        lines: lines, fewest: 2)
    ]
  }

  /// "3 overdue · 2 soon"; what there is none of goes unsaid.
  private func counts(overdue: Int, soon: Int) -> String {
    var counts: [String] = []
    if overdue > 0 { counts.append(look.say(.followUpsOverdue, .number(overdue))) }
    if soon > 0 { counts.append(look.say(.followUpsSoon, .number(soon))) }
    return counts.joined(separator: " · ")
  }

  /// What others were promised or wait for; no section where nothing is.
  var voices: [OverviewSection] { pressing(pane.voices, .overviewVoices) }

  /// The reviews of partnerships (annex III, paragraph 10).
  var partnerships: [OverviewSection] { pressing(pane.reviews, .overviewPartnerships) }

  private func pressing(_ alarms: [Alarm], _ heading: PhraseKey) -> [OverviewSection] {
    guard !alarms.isEmpty else { return [] }
    let lines = alarms.prefix(8).map { alarm in
      let words = AlarmWords(alarm: alarm, look: look)
      return OverviewLine(
        spans: [Span("\(words.state.text)  ", words.ink), Span(look.about(words.kind, words.title))],
        figure: words.when, destination: alarm.destination)
    }
    let over = alarms.count(where: \.isOver)
    return [
      OverviewSection(
        heading: look.say(Phrase(heading)),
        figure: counts(overdue: over, soon: alarms.count - over), lines: lines, fewest: min(2, lines.count))
    ]
  }

  /// The records whose retention date has come, as one more line of what is due; none where there are none.
  var review: [OverviewSection] {
    guard pane.toReview > 0 else { return [] }
    let count = Span(look.say(.overviewReview, .number(pane.toReview)))
    let line = OverviewLine(spans: [Mark.late.said("      "), count], destination: .review)
    return [OverviewSection(heading: "", lines: [line], isContinued: true)]
  }

  // MARK: Who is there

  var regions: OverviewSection {
    let dimension = look.regions.dimension
    let counts = pane.tallies?[dimension] ?? [:]
    let lines = shownRegions(counts).map { code in
      let word = FieldWords.word(dimension.rawValue, code, look)
      return bar(word, counts[code] ?? 0, mostCounted, .init(facets: [dimension: [code]]))
    }
    let total = pane.tallies.map { look.phrases.number($0.total) } ?? "…"
    return OverviewSection(
      heading: look.say(.overviewStakeholders), figure: total, lines: lines, fewest: 5)
  }

  /// All regions where there is room, else those with the most stakeholders.
  private func shownRegions(_ counts: [String: Int]) -> [String] {
    // The usual groups are known without their table, which the first screen would wait for.
    let codes = look.regions == .unGroups ? UNRegion.codes : look.regions.regions.map(\.code)
    guard codes.count > 6, pane.size.rows < 40 else { return codes }
    let places = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let most = codes.sorted { (-(counts[$0] ?? 0), places[$0]!) < (-(counts[$1] ?? 0), places[$1]!) }
    return Array(most.prefix(5))
  }

  /// Bars that stand together have one scale.
  private var mostCounted: Int {
    [look.regions.dimension, .kind].compactMap { pane.tallies?[$0].values.max() }.max() ?? 0
  }

  var kinds: OverviewSection {
    let kinds = pane.tallies?[.kind] ?? [:]
    var lines = StakeholderKind.codes.map { code in
      bar(look.word("kind", code), kinds[code] ?? 0, mostCounted, .init(facets: [.kind: [code]]))
    }
    let roles = pane.tallies?[.roles] ?? [:]
    let counts = look.say(
      .overviewRoles, .number(roles["contributor"] ?? 0), .number(roles["end-user"] ?? 0),
      .number(pane.tallies?.bothRoles ?? 0))
    lines.append(
      OverviewLine(
        spans: figures(counts), destination: .stakeholders(.init(facets: [.roles: ["contributor"]]))))
    return OverviewSection(heading: "", lines: lines, fewest: 5, isContinued: true)
  }

  /// A line of figures, whose words give way in a narrow column.
  private func figures(_ line: String) -> [Span] {
    [Span(CellText.keepingFigures(line, columns: pane.columnWidth(look) - 3), .quiet)]
  }

  private func bar(_ label: String, _ value: Int, _ most: Int, _ filter: StakeholderFilter) -> OverviewLine {
    OverviewLine(
      spans: [Span(label)], bar: (value, most), figure: look.phrases.number(value),
      destination: .stakeholders(filter))
  }

  // MARK: Launch

  /// The launch that is nearest in full, each of the others in a line.
  var launch: OverviewSection {
    guard let launch = nearestLaunch else {
      return OverviewSection(heading: look.say(.overviewLaunch), lines: [])
    }
    let here = Destination.launch(launch.id, activity: nil, slot: nil)
    var lines = [OverviewLine(spans: [Span(look.title(of: launch))], destination: here)]
    let months = pane.cells.filter { $0.launch == launch.id && Month($0.slot) != nil }
    let states = Dictionary(grouping: months.compactMap(\.state)) { $0 }.mapValues(\.count)
    if states.isEmpty {
      lines.append(
        OverviewLine(
          spans: [Span(look.say(months.isEmpty ? .overviewNoCells : .launchNothingYet), .quiet)],
          destination: here))
    } else {
      let counts = look.say(
        .overviewCells, .number(states[.planned] ?? 0), .number(states[.underWay] ?? 0),
        .number(states[.done] ?? 0))
      lines.append(OverviewLine(spans: figures(counts), destination: here))
    }
    lines += pane.launches.filter { $0.id != launch.id }.sorted { nearness($0) < nearness($1) }.map { other in
      OverviewLine(
        spans: [Span(look.title(of: other))], figure: other.day.map(daysLeft) ?? "",
        destination: .launch(other.id, activity: nil, slot: nil))
    }
    // Where there is little room every launch stands before what comes next in one.
    if let next = next(months) { lines.insert(next, at: pane.size.rows < 30 ? lines.count : 2) }
    return OverviewSection(
      heading: look.say(.overviewLaunch), figure: countdown(launch), lines: lines, fewest: 3,
      tellsHidden: false)
  }

  private var nearestLaunch: Launch? { pane.launches.min { nearness($0) < nearness($1) } }

  /// What lies ahead or still has attention, before what is over, before what has no day.
  private func nearness(_ launch: Launch) -> (Int, Int, Int) {
    let place = Decision.adopted.launches.firstIndex { $0.id == launch.id } ?? .max
    guard let day = launch.day else { return (2, 0, place) }
    let attention = launch.attentionMonths * 31
    return day + attention >= look.asOf ? (0, abs(day - look.asOf), place) : (1, look.asOf - day, place)
  }

  /// Where the column has no room for the sentence, the day stands alone: half a date says nothing.
  private func countdown(_ launch: Launch) -> String {
    guard let day = launch.day else { return look.say(.overviewNoRelease) }
    let (left, date) = (daysLeft(day), look.day(day))
    let choices = ["\(left) · \(look.say(.overviewRelease, .text(date)))", "\(left) · \(date)"]
    let room = pane.columnWidth(look) - CellText.width(look.say(.overviewLaunch)) - 4
    return choices.first { CellText.width($0) <= room } ?? date
  }

  private func daysLeft(_ day: Day) -> String {
    let days = day - look.asOf
    return days == 0
      ? look.say(.overviewToday) : look.say(days > 0 ? .overviewBefore : .overviewAfter, .number(abs(days)))
  }

  /// The first cell from the as-of month on that is not done.
  private func next(_ cells: [LaunchCell]) -> OverviewLine? {
    let month = look.asOf.month.description
    let open = cells.filter { $0.state != .done && $0.state != nil && $0.slot >= month }
    guard let cell = open.min(by: { ($0.slot, $0.activity) < ($1.slot, $1.activity) }),
      let slot = Month(cell.slot)
    else { return nil }
    let label = Decision.adopted.launchActivity(cell.activity)?.label.text(in: look.language) ?? ""
    func sentence(_ label: String) -> String {
      look.say(.overviewNextCell, .text(label), .text(look.month(slot)))
    }
    // Rather the label is cut than the month behind it.
    let room = pane.columnWidth(look) - 4 - CellText.width(sentence(""))
    return OverviewLine(
      spans: [Span(sentence(CellText.shown(label, columns: max(4, room))), .quiet)],
      destination: .launch(cell.launch, activity: cell.activity, slot: cell.slot))
  }

  // MARK: Indicators

  var indicators: OverviewSection {
    let indicators = Decision.adopted.indicators
    let shown = Set(pane.evidence.filter { ($0.day ?? look.asOf) <= look.asOf }.map(\.indicator))
      .union(pane.tallies?.shownDescriptions ?? []).union(pane.counted)
    let all = indicators.flatMap(\.descriptions).count
    let lines = indicators.map { indicator in
      let count = indicator.descriptions.filter { shown.contains($0.id) }.count
      let figure = look.say(.overviewOf, .number(count), .number(indicator.descriptions.count))
      return OverviewLine(
        spans: [Span("\(indicator.id) \(indicator.label.text(in: look.language))")],
        figure: (count == 0 ? Mark.missing.said(look.say(.overviewNoEvidence)) : Mark.done.said(figure)).text,
        destination: .indicator(indicator.id))
    }
    return OverviewSection(
      heading: look.say(.overviewIndicators),
      figure: look.say(.overviewEvidence, .number(shown.count), .number(all)), lines: lines, fewest: 6)
  }

  // MARK: Contradictions and news

  var disagreement: OverviewSection {
    let decision = Decision.adopted
    let lines = decision.contradictions.compactMap { contradiction -> OverviewLine? in
      guard let first = decision.activity(contradiction.first),
        let second = decision.activity(contradiction.second)
      else { return nil }
      let ruling = pane.rulings.first { $0.id == contradiction.id && $0.side != nil }
      let spans = ruling.map { decided($0, first, second) } ?? [Span(sentence(first, second))]
      return OverviewLine(spans: spans, destination: .list(.ruling, contradiction.id))
    }
    return OverviewSection(heading: look.say(.overviewDisagree), lines: lines, fewest: 2)
  }

  /// What is followed, and who decided so.
  private func decided(_ ruling: Ruling, _ first: AdoptedActivity, _ second: AdoptedActivity) -> [Span] {
    let what =
      switch ruling.side {
      case .first: brief(first)
      case .second: brief(second)
      default: ruling.decision.isEmpty ? look.word("side", ruling.side?.rawValue ?? "") : ruling.decision
      }
    let name = first.label.text(in: look.language)
    return [
      Mark.done.said(""), Span(look.say(.overviewDecided, .text(name), .text(what), .text(ruling.by))),
    ]
  }

  /// Both times as printed, or their months alone where the column is narrow: one side would mislead.
  private func sentence(_ first: AdoptedActivity, _ second: AdoptedActivity) -> String {
    func sentence(_ time: (AdoptedActivity) -> String) -> String {
      look.say(
        .overviewOr, .text(first.label.text(in: look.language)), .text(time(first)), .text(time(second)))
    }
    let printed = sentence { $0.printedTiming.text(in: look.language) }
    return CellText.width(printed) <= pane.columnWidth(look) - 3 ? printed : sentence(brief)
  }

  private func brief(_ activity: AdoptedActivity) -> String {
    func name(_ month: Int) -> String { look.say(Phrase(month: month)) }
    switch activity.timing {
    case .by(let month): return name(month.month)
    case .window(let first, let last): return "\(name(first.month))-\(name(last.month))"
    case .yearly(let month): return name(month)
    default: return activity.printedTiming.text(in: look.language)
    }
  }

  var changes: OverviewSection {
    var lines = pane.changes.map { entry in
      let what = entry.isUndo ? PhraseKey.changeUndo : entry.isRedo ? .changeRedo : nil
      let name = look.say(Phrase(entry, look: look))
      let sentence = what.map { look.say($0, .text(name)) } ?? name
      return OverviewLine(
        spans: [Span("\(look.moment(entry.at)) ", .quiet), Span("\(entry.who) ", .quiet), Span(sentence)],
        destination: Destination(entry))
    }
    if lines.isEmpty { lines = [OverviewLine(spans: [Span(look.say(.overviewNoChanges), .quiet)])] }
    return OverviewSection(heading: look.say(.overviewChanges), lines: lines, fewest: 2, tellsHidden: false)
  }
}

extension OverviewPane {
  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let columns = layout(look)
    guard !canvas.isSpoken else { return OverviewSection.say(columns[0], line, on: &canvas, in: area) }
    let width = area.columns / max(1, columns.count)
    for (index, sections) in columns.enumerated() {
      let part = Rect(
        row: area.row, column: area.column + index * width, rows: area.rows,
        columns: index == columns.count - 1 ? area.columns - index * width : width)
      let hasCursor = index == min(column, columns.count - 1)
      let last = sections.reduce(0) { $0 + $1.lines.count } - 1
      let turns = index - min(column, columns.count - 1)
      OverviewSection.draw(
        sections, on: &canvas, in: part, selected: hasCursor ? min(line, last) : nil,
        hit: { number in
          let step = number - min(line, last)
          if turns == 0 { return .row(by: step) }
          return .keys([
            .init(turns > 0 ? "Right" : "Left", abs(turns)), .init(step > 0 ? "Down" : "Up", abs(step)),
          ])
        })
    }
  }
}
