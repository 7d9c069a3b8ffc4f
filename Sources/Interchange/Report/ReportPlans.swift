import Model
import Phrases

/// What was promised and done, and what it cost.
extension ReportBuilder {
  mutating func introduction() {
    say(
      "introduction.mandate",
      book.say(.reportMandate, words.day(facts.from), words.day(facts.to), words.day(facts.asOf)))
    say("introduction.method", .reportMethod)
  }

  private static let standings = [
    "done", "under-way", "early", "ongoing", "due", "late", "next", "cancelled", "closed", "overruled",
  ]

  private var adopted: [ReportFacts.PlannedWork] { facts.activities.filter { $0.name.isEmpty } }
  private var late: [ReportFacts.PlannedWork] { facts.activities.filter { $0.standing == "late" } }

  private func sources(_ works: [ReportFacts.PlannedWork]) -> ReportSources {
    ReportSources(.activity, works.filter { !$0.isUnrecorded }.map(\.id), query: "activities")
  }

  mutating func implementation() {
    for plan in Plan.allCases {
      let works = adopted.filter { $0.plan == plan.rawValue }
      let counts = works.reduce(into: [:]) { $0[$1.standing, default: 0] += 1 }
      say(
        "implementation.\(plan.rawValue)",
        book.say(
          .reportActivities, book.label("plan", plan.rawValue), words.number(works.count),
          words.day(facts.asOf)),
        items(counts, "standing", order: Self.standings), sources(works))
    }
    let unrecorded = adopted.filter(\.isUnrecorded)
    if !unrecorded.isEmpty {
      say(
        "implementation.unrecorded", book.say(.reportUnrecorded),
        unrecorded.map { Item(words.activity($0.id)) })
    }
    if late.isEmpty {
      say("implementation.late", .reportNoneLate)
    } else {
      say(
        "implementation.late", book.say(.reportLate, words.number(lateCount)),
        late.map { Item(lateText($0)) }, sources(late))
    }
    say("implementation.slip", book.say(.reportSlip, words.number(facts.delayDays)), [], sources(adopted))
    if !facts.ownActivities.isEmpty {
      let counts = facts.ownActivities.mapValues(\.count)
      let found = facts.ownActivities.sorted { $0.key < $1.key }.map(\.value.sources)
      say(
        "implementation.own", book.say(.reportOwnActivities, words.number(counts.values.reduce(0, +))),
        items(counts, "standing", order: Self.standings), found.reduce(ReportSources(), +))
    }
    let slips = facts.activities.filter { ($0.slipDays ?? 0) > 0 && $0.name.isEmpty }
    figure(
      "implementation.chart",
      Chart(
        .bars, title: book.say(.reportSlipChart), categories: slips.map { words.activity($0.id) },
        series: [Chart.Series("", slips.map { Double($0.slipDays ?? 0) })]), sources(slips))
    disagreements()
  }

  /// The decision's own late ones are all listed; of the office's the first.
  private var lateCount: Int {
    adopted.count { $0.standing == "late" } + (facts.ownActivities["late"]?.count ?? 0)
  }

  private func lateText(_ work: ReportFacts.PlannedWork) -> String {
    book.say(
      .reportLateItem, words.activity(work.id, named: work.name),
      work.plannedEnd.isEmpty ? book.say(.reportNoDay) : words.day(work.plannedEnd),
      words.number(work.days ?? 0))
  }

  private mutating func disagreements() {
    guard !facts.disagreements.isEmpty else { return }
    let decided = facts.disagreements.filter { !$0.side.isEmpty }
    say(
      "implementation.disagreements", book.say(.reportDisagreements),
      facts.disagreements.map { Item(text(of: $0)) }, ReportSources(.ruling, decided.map(\.id)))
  }

  private func timing(_ id: RecordID) -> String {
    Decision.adopted.activity(id).map { words.timing($0.timing) } ?? book.say(.reportNoDay)
  }

  private func text(of one: ReportFacts.Disagreement) -> String {
    let (name, first, second) = (words.activity(one.first), timing(one.first), timing(one.second))
    guard !one.side.isEmpty else { return book.say(.reportUndecided, name, first, second) }
    let followed: String =
      switch one.side {
      case "first": book.label("plan", Plan.table1.rawValue)
      case "second": book.label("plan", Plan.implementation.rawValue)
      default: book.label("side", one.side)
      }
    return book.say(
      .reportDecided, name, first, second, followed, one.by,
      one.day.isEmpty ? book.say(.reportNoDay) : words.day(one.day), one.reason)
  }

  // MARK: Budget

  mutating func budget() {
    say("budget.method", .reportBudgetMethod)
    guard !facts.budget.isEmpty else { return say("budget.none", .reportBudgetNone) }
    let rows = facts.budget.map { group in
      [
        words.plan(group.plan, named: group.name), words.money(group.indicative),
        words.money(group.committed),
      ]
        + [words.money(group.spent), words.number(group.leftOut.values.reduce(0, +))]
    }
    table(
      "budget.table", book.say(.reportBudgetTable),
      [
        book.say(.columnPlan), book.label("stage", "indicative"), book.label("stage", "committed"),
        book.label("stage", "spent"), book.say(.columnLeftOut),
      ], rows, facts.budget.map(\.sources).reduce(ReportSources(), +))
    let gaps = facts.budget.reduce(into: [String: Int]()) { $0.merge($1.leftOut, uniquingKeysWith: +) }
    if !gaps.isEmpty {
      say("budget.gaps", book.say(.reportBudgetGaps), items(gaps, "budget_gap"))
    }
    let overruns = overrunItems
    if overruns.isEmpty {
      say("budget.overruns", .reportNoOverrun)
    } else {
      say("budget.overruns", book.say(.reportOverruns), overruns)
    }
  }

  private var overrunItems: [Item] {
    facts.budget.flatMap { group in
      group.overruns.sorted { $0.key < $1.key }.map { code, sum in
        Item(
          book.say(
            .reportOverrun, words.plan(group.plan, named: group.name), book.label("overrun", code),
            words.money(sum)))
      }
    }
  }

  // MARK: What has to be decided

  /// For the Bureau, before all else: what waits for a word of its own.
  mutating func decisions() {
    let open = facts.disagreements.filter(\.side.isEmpty)
    if !open.isEmpty {
      say("decisions.disagreements", book.say(.reportDisagreements), open.map { Item(text(of: $0)) })
    }
    if !late.isEmpty {
      say(
        "decisions.late", book.say(.reportLate, words.number(lateCount)), late.map { Item(lateText($0)) },
        sources(late))
    }
    let overruns = overrunItems
    if !overruns.isEmpty { say("decisions.overruns", book.say(.reportOverruns), overruns) }
    let ruleless = facts.voices.opportunities.filter(\.rule.isEmpty)
    if !ruleless.isEmpty {
      say(
        "decisions.rules", book.say(.reportNoRule), ruleless.map { Item($0.name) },
        ReportSources(.opportunity, ruleless.map(\.id), query: "opportunities"))
    }
    let gaps = facts.indicators.descriptions.filter(\.isGap)
    if !gaps.isEmpty {
      say("decisions.gaps", book.say(.reportGaps), gaps.map { Item(described($0.id)) })
    }
    if case .heading? = pieces.last { say("decisions.none", .reportNoDecision) }
  }

  // MARK: Annex

  mutating func activitiesAnnex() {
    let columns = [
      book.say(.columnActivity), book.say(.columnAdopted), book.say(.columnPlanned),
      book.say(.columnCompleted), book.say(.columnStanding), book.say(.columnSlip),
    ]
    for plan in Plan.allCases {
      let works = adopted.filter { $0.plan == plan.rawValue }
      let rows = works.map { work in
        [
          words.activity(work.id), timing(work.id),
          work.plannedEnd.isEmpty ? book.say(.reportNoDay) : words.day(work.plannedEnd),
          work.actualEnd.isEmpty ? times(work) : words.day(work.actualEnd),
          words.word("standing", work.standing), work.slipDays.map(words.number) ?? "–",
        ]
      }
      table(
        "activities.\(plan.rawValue)", book.label("plan", plan.rawValue), columns, rows, firstNumber: 5,
        sources(works))
    }
  }

  /// Of what comes again: how often it came.
  private func times(_ work: ReportFacts.PlannedWork) -> String {
    guard let due = work.timesDue, let done = work.timesDone, due > 0 else { return "–" }
    return book.say(.reportTimes, words.number(done), words.number(due))
  }
}
