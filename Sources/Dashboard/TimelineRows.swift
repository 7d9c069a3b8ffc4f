import Model

/// A row of the timeline.
enum TimelineRow: Sendable, Equatable {
  case blank
  case heading(Plan)
  /// The first row of an activity: its name, the adopted plan and where it stands.
  case adopted(Int)
  /// Its second row: the current plan.
  case current(Int)

  /// The activity that it belongs to, by its place in the list.
  var activity: Int? {
    switch self {
    case .blank, .heading: nil
    case .adopted(let index), .current(let index): index
    }
  }
}

/// The rows in which activities are shown, group by group.
enum TimelineRows {
  /// - Parameter needsSecond: whether an activity has a row for its current plan.
  static func of(_ activities: [Activity], needsSecond: (Activity) -> Bool) -> [TimelineRow] {
    var rows: [TimelineRow] = []
    var plan: Plan?
    for (index, activity) in activities.enumerated() {
      if let own = activity.adopted?.plan, own != plan {
        // The first group is named in the row of months.
        if plan != nil { rows += [.blank, .heading(own)] }
        plan = own
      }
      rows.append(.adopted(index))
      if needsSecond(activity) { rows.append(.current(index)) }
    }
    return rows
  }

  /// The row at the top of the screen, from where it was: the rows of the selected activity stay in sight, and
  /// no heading stands alone below the row of months, which names the group.
  static func top(_ rows: [TimelineRow], selected: Int, from top: Int, height: Int) -> Int {
    guard let first = rows.firstIndex(where: { $0.activity == selected }),
      let last = rows.lastIndex(where: { $0.activity == selected })
    else { return 0 }
    var top = max(0, min(top, rows.count - height))
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    while top < first, rows[top].activity == nil { top += 1 }
    return top
  }
}
