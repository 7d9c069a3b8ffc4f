extension ReportFacts {
  /// Takes in what was promised and done: plans, budget, launches, events and products.
  public mutating func take(_ programme: Programme) {
    guard let from = Day(from), let to = Day(to), let asOf = Day(asOf) else { return }
    takeActivities(programme, from, to, asOf)
    takeRulings(programme.rulings, upTo: asOf)
    takeBudget(programme, upTo: asOf)
    launches = programme.launches.map { launch in Self.work(on: launch, programme, from, to) }
      .sorted { ($0.day.isEmpty ? "~" : $0.day, $0.id) < ($1.day.isEmpty ? "~" : $1.day, $1.id) }
    takeEvents(programme.events, from, to)
    takeProducts(programme, from, to)
    partnerships = PartnershipWork.all(programme.partnerships, asOf: asOf)
  }

  // MARK: Activities

  private mutating func takeActivities(_ programme: Programme, _ from: Day, _ to: Day, _ asOf: Day) {
    let book = OccurrenceBook(programme)
    let stored = programme.activities.byID
    let adopted = Decision.adopted.activities.map { stored[$0.id] ?? Activity(id: $0.id) }
    let overruled = Set(programme.rulings.flatMap(\.overruled))
    activities = adopted.map { activity in
      var work = Self.work(activity, book, from, to, asOf)
      // What the Bureau decided not to follow is neither late nor slips.
      if overruled.contains(activity.id) {
        (work.standing, work.days, work.slipDays) = ("overruled", nil, nil)
      }
      work.isUnrecorded = stored[activity.id] == nil
      return work
    }
    delayDays = activities.reduce(0) { $0 + max(0, $1.slipDays ?? 0) }
    var own: [String: [RecordID]] = [:]
    var late: [PlannedWork] = []
    for activity in programme.activities where activity.adopted == nil {
      let work = Self.work(activity, book, from, to, asOf)
      own[work.standing, default: []].append(activity.id)
      if work.standing == "late" { late.append(work) }
    }
    ownActivities = own.mapValues { ReportCount(.activity, $0, query: "activities") }
    // Of ten thousand those that press most; how many there are is said besides.
    activities += late.sorted { (-($0.days ?? 0), $0.id) < (-($1.days ?? 0), $1.id) }.prefix(20)
  }

  private static func work(
    _ activity: Activity, _ book: OccurrenceBook, _ from: Day, _ to: Day, _ asOf: Day
  ) -> PlannedWork {
    var (standing, days): (String, Int?) = ("", nil)
    switch book.standing(of: activity, asOf: asOf) {
    case .done: standing = "done"
    case .late(let late): (standing, days) = ("late", late)
    case .early: standing = "early"
    case .due(let left): (standing, days) = ("due", left)
    case .underWay: standing = "under-way"
    case .next(let left): (standing, days) = ("next", left)
    case .ongoing: standing = "ongoing"
    case .cancelled: standing = "cancelled"
    case .closed: standing = "closed"
    }
    var work = PlannedWork(
      id: activity.id, plan: activity.plan?.text ?? "", name: activity.adopted == nil ? activity.title : "",
      standing: standing, days: days,
      plannedEnd: activity.plan(in: asOf.parts.year).end?.description ?? "",
      actualEnd: standing == "done" ? activity.actualEnd?.description ?? "" : "",
      slipDays: book.slipDays(of: activity, asOf: asOf), isUnrecorded: false)
    // Of what comes again: when the time that is late was to be over.
    if standing == "late", let days { work.plannedEnd = (asOf + -days).description }
    if activity.isRecurring {
      let times = book.occurrences(of: activity, from: from, to: to).filter { $0.end <= to }
      work.timesDue = times.count
      work.timesDone = times.count { if case .done(let day) = $0.state { day <= asOf } else { false } }
    }
    return work
  }

  private mutating func takeRulings(_ rulings: [Ruling], upTo day: Day) {
    let known = rulings.filter { ($0.day ?? day) <= day }.byID
    disagreements = Decision.adopted.contradictions.map { one in
      let ruling = known[one.id]
      return Disagreement(
        id: one.id, first: one.first, second: one.second, side: ruling?.side?.rawValue ?? "",
        by: ruling?.by ?? "", day: ruling?.day?.description ?? "", reason: ruling?.reason ?? "")
    }
  }

  // MARK: Budget

  private mutating func takeBudget(_ programme: Programme, upTo day: Day) {
    let sheet = BudgetSheet(
      activities: programme.activities, plans: programme.plans, launches: programme.launches,
      lines: programme.budget.filter { ($0.day ?? day) <= day })
    let plans = programme.plans.byID
    let launches = programme.launches.byID
    budget = sheet.groups.compactMap { group in
      let figures = group.figures
      guard BudgetStage.allCases.contains(where: { !figures[$0].isEmpty }) else { return nil }
      let name: String =
        switch group.plan {
        case .own(let id): plans[id]?.name ?? id
        case .launch(let id): launches[id]?.title ?? id
        case .adopted, nil: ""
        }
      var overruns: [String: Int] = [:]
      for overrun in figures.overruns {
        switch overrun {
        case .spentBeyondCommitted(let sum): overruns["spent-committed"] = sum.hundredths
        case .committedBeyondIndicative(let sum): overruns["committed-indicative"] = sum.hundredths
        case .spentBeyondIndicative(let sum): overruns["spent-indicative"] = sum.hundredths
        }
      }
      let lines = group.entries.flatMap(\.items).compactMap { item -> RecordID? in
        if case .line(let line) = item { line.id } else { nil }
      }
      return BudgetGroup(
        plan: group.plan?.text ?? "", name: name, indicative: Self.sum(figures.indicative),
        committed: Self.sum(figures.committed), spent: Self.sum(figures.spent),
        leftOut: figures.leftOut.reduce(into: [:]) { $0[$1.gap.rawValue, default: 0] += 1 },
        overruns: overruns, sources: ReportSources(.budgetLine, lines, query: "budget-lines"))
    }
  }

  private static func sum(_ figure: BudgetFigure) -> Int? {
    figure.counted == 0 ? nil : figure.dollars.hundredths
  }

  // MARK: Outreach

  private static func work(
    on launch: Launch, _ programme: Programme, _ from: Day, _ to: Day
  ) -> LaunchWork {
    func isIn(_ moment: Moment?) -> Bool { moment.map { from...to ~= $0.day } ?? false }
    let enquiries = programme.enquiries.filter { $0.launch == launch.id && isIn($0.received) }
    let answered = enquiries.filter { isIn($0.answered) }
    let responses = programme.responses.filter { $0.launch == launch.id && isIn($0.opened) }
    let cells = programme.cells.filter { $0.launch == launch.id }.compactMap { $0.state?.rawValue }
    return LaunchWork(
      id: launch.id, name: launch.title, day: launch.day?.description ?? "",
      cells: cells.reduce(into: [:]) { $0[$1, default: 0] += 1 },
      enquiries: ReportCount(.enquiry, enquiries.map(\.id), query: "enquiries"),
      answered: ReportCount(.enquiry, answered.map(\.id), query: "enquiries"),
      responses: ReportCount(.response, responses.map(\.id), query: "responses"))
  }

  private mutating func takeEvents(_ all: [Event], _ from: Day, _ to: Day) {
    var held: [String: (count: Int, ids: Set<RecordID>)] = [:]
    let moved = MovedTimes(all)
    for event in all {
      guard let start = event.start?.day else { continue }
      var times = from...to ~= start ? 1 : 0
      if event.isSeries {
        // A day is that of the place: zones differ by at most one from that of Greenwich.
        times = event.instances(from: from + -1, through: to + 1, in: .utc, without: moved[event])
          .count { from...to ~= $0.start.day }
      }
      guard times > 0 else { continue }
      let kind = event.status == .cancelled ? "" : event.type.rawValue
      held[kind, default: (0, [])].count += times
      held[kind]?.ids.insert(event.id)
    }
    events = held.mapValues { ReportCount($0.count, ReportSources(.event, $0.ids, query: "events")) }
  }

  private mutating func takeProducts(_ programme: Programme, _ from: Day, _ to: Day) {
    productCount = ReportCount(.product, programme.products.map(\.id), query: "products")
    parity = ProductBoard(programme.products, programme.translations).parity.map { one in
      LanguageParity(
        language: one.language, published: one.published, stale: one.stale, underWay: one.underWay,
        notFeasible: one.notFeasible, notPlanned: one.notPlanned)
    }
    let fresh = programme.translations.filter { $0.published.map { from...to ~= $0 } ?? false }
    published = ReportCount(.translation, fresh.map(\.id), query: "translations")
  }
}
