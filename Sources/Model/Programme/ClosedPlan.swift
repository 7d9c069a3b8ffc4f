extension Plan {
  /// The last year that its text names; work that goes on or comes again names none.
  public var lastYear: Int { Self.lastYears[self] ?? OccurrenceRule.firstYear }

  private static let lastYears: [Plan: Int] = {
    var years: [Plan: Int] = [:]
    for activity in Decision.adopted.activities {
      let year: Int? =
        switch activity.timing {
        case .by(let month), .window(_, let month): month.year
        case .allYear(let year): year
        case .yearly, .regular, .ongoing, .beforePlenary: nil
        }
      if let year { years[activity.plan] = max(years[activity.plan] ?? year, year) }
    }
    return years
  }()

  /// Whether the year for which it was adopted is over.
  public func isOver(on day: Day) -> Bool { day.parts.year > lastYear }
}

extension Activity {
  /// As the store was made with it: nobody has said anything of it, or all was taken back.
  public var isUntouched: Bool {
    let first = Activity(id: id)
    return Self.fields.allSatisfy { $0.read(self) == $0.read(first) }
  }
}

extension Programme {
  /// The adopted plans with which somebody has begun to work: an activity says more than the decision, one of its times
  /// was noted, a step or an activity of the office's own stands in it, or it was decided which of two texts is followed.
  public var touchedPlans: Set<Plan> {
    var touched: Set<Plan> = []
    func touch(_ id: RecordID) {
      if let plan = Decision.adopted.activity(id)?.plan { touched.insert(plan) }
    }
    for activity in activities where touched.count < Plan.allCases.count {
      if let adopted = activity.adopted {
        if !touched.contains(adopted.plan), !activity.isUntouched { touched.insert(adopted.plan) }
      } else {
        if case .adopted(let plan)? = activity.plan { touched.insert(plan) }
        touch(activity.parent)
      }
    }
    for occurrence in occurrences { touch(occurrence.activity) }
    for ruling in rulings where ruling.side != nil {
      guard let pair = Decision.adopted.contradictions.first(where: { $0.id == ruling.id }) else { continue }
      touch(pair.first)
      touch(pair.second)
    }
    return touched
  }

  /// The adopted plans that count as closed: their year is over and nobody has started them. Nothing of them is late,
  /// due or behind until somebody does.
  public func closedPlans(asOf day: Day) -> [Plan] {
    let touched = touchedPlans
    return Plan.allCases.filter { $0.isOver(on: day) && !touched.contains($0) }
  }
}
