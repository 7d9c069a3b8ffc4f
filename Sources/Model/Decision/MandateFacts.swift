/// What the store holds on a day of all that can cover a paragraph, in numbers.
public struct MandateFacts: Sendable, Equatable {
  public let day: Day
  private var tallies: [MandateCover: MandateTally] = [:]

  public init(asOf day: Day) { self.day = day }

  public subscript(cover: MandateCover) -> MandateTally { tallies[cover] ?? MandateTally() }

  private mutating func add(_ state: MandateState, _ cover: MandateCover, _ number: Int = 1) {
    tallies[cover, default: MandateTally()].add(state, number)
  }

  // MARK: Records

  /// Takes in records, each as far as it had come on the day.
  public mutating func take<R: Traced>(_ records: [R]) {
    for record in records {
      guard let state = record.mandateState(asOf: day) else { continue }
      for type in record.mandateTypes { add(state, .records(R.kind, type: type)) }
    }
  }

  /// Takes in how many records there are where they are too many to be held.
  /// - Parameter type: of one type; those of all types are counted apart.
  public mutating func count(
    _ kind: RecordKind, type: String = "", _ number: Int, _ state: MandateState = .underWay
  ) {
    add(state, .records(kind, type: type), number)
  }

  /// Takes in what shows the indicators, with the surveys, the measures and the number of stakeholders.
  public mutating func take(_ book: IndicatorBook) {
    for id in Evidence.descriptions where book.isShown(id) { add(.done, .indicator(id)) }
    take(book.surveys)
    take(book.measures)
    count(.stakeholder, book.stakeholders)
  }

  /// Takes in what was promised and what happens when.
  public mutating func take(_ programme: Programme) {
    takeActivities(programme)
    takeLaunches(programme)
    takeProducts(programme)
    takeObjectives(programme.focusGroups)
    take(programme.events)
    take(programme.enquiries)
    take(programme.materials)
    take(programme.responses)
    take(programme.opportunities)
    take(programme.calls)
    take(programme.concerns)
    take(programme.focusGroups)
    take(programme.risks)
    take(programme.messages)
    take(programme.partnerships)
    for state in programme.partnerships.compactMap({ $0.reviewState(asOf: day) }) {
      add(state, .rule(.reviews))
    }
    count(.budgetLine, programme.budget.count { ($0.day ?? day) <= day })
  }

  // MARK: Activities

  private mutating func takeActivities(_ programme: Programme) {
    let book = OccurrenceBook(programme)
    let stored = programme.activities.byID
    let overruled = Set(programme.rulings.flatMap(\.overruled))
    let begun = Set(programme.occurrences.filter { $0.done.map { $0 <= day } ?? false }.map(\.activity))
    func state(of activity: Activity) -> MandateState {
      if overruled.contains(activity.id) { return .dropped }
      let isBegun = activity.isBegun(on: day) || begun.contains(activity.id)
      switch book.standing(of: activity, asOf: day) {
      case .done: return .done
      case .cancelled: return .dropped
      case .late: return .overdue
      case .early: return .underWay
      // Its year is over, and nobody began.
      case .closed: return .nothing
      // Nobody planned what the text gives no day and the office no word.
      case .ongoing: return isBegun ? .underWay : stored[activity.id] == nil ? .nothing : .planned
      case .due, .underWay, .next: return isBegun ? .underWay : .planned
      }
    }
    for one in Decision.adopted.activities {
      let activity = stored[one.id] ?? Activity(id: one.id)
      let state = state(of: activity)
      add(state, .activity(one.id))
      add(state, .rule(one.plan.rule))
      guard case .beforePlenary = one.timing, state != .dropped else { continue }
      for time in book.occurrences(of: activity, from: .first, to: .last) {
        add(time.mandateState(asOf: day), .rule(.beforeSession))
      }
    }
    for activity in programme.activities where activity.adopted == nil {
      add(state(of: activity), .records(.activity, type: ""))
    }
  }

  // MARK: Launches

  private mutating func takeLaunches(_ programme: Programme) {
    take(programme.launches)
    for cell in programme.cells {
      guard let state = cell.mandateState(asOf: day) else { continue }
      add(state, .launchActivity(cell.activity))
    }
    for one in Decision.adopted.launchActivities {
      add(self[.launchActivity(one.id)].state, .rule(.table2))
    }
    for launch in programme.launches where !launch.consultancy.isEmpty {
      let isAhead = launch.consultancyStart.map { $0 > day } ?? false
      let isOver = launch.consultancyEnd.map { $0 < day } ?? false
      add(isAhead ? .planned : isOver ? .done : .underWay, .rule(.consultancy))
    }
  }

  // MARK: Products

  private mutating func takeProducts(_ programme: Programme) {
    for row in ProductBoard(programme.products, programme.translations).rows {
      let isPublished = row.cells.contains { $0.state == .published && ($0.published ?? day) <= day }
      let isBegun = row.cells.contains { $0.state != nil && $0.state != .notFeasible }
      let state: MandateState = isPublished ? .done : isBegun ? .underWay : .planned
      add(state, .records(.product, type: ""))
      add(state, .records(.product, type: row.product.type.rawValue))
      add(row.isComplete ? .done : isBegun ? .underWay : .planned, .rule(.officialLanguages))
    }
  }

  // MARK: Objectives

  /// An objective is under way when a focus group found something of it, and never done.
  private mutating func takeObjectives(_ groups: [FocusGroup]) {
    let held = groups.filter { ($0.when?.day ?? day) <= day }
    let found = Set(held.flatMap(\.findings).flatMap(\.objectives))
    for objective in Objective.allCases {
      let rule: MandateRule = objective.rawValue.hasPrefix("A") ? .communications : .engagement
      add(found.contains(objective) ? .underWay : .nothing, .rule(rule))
    }
  }
}
