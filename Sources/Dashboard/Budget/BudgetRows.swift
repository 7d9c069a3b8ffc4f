import Model

/// A row of the budget on the screen.
enum BudgetRow: Sendable, Equatable {
  case blank
  case group(Int)
  /// The period and the supervisors of a launch's consultancy, below its group.
  case consultancy(Int)
  case entry(Int, Int)
  case item(Int, Int, Int)
  /// In words, below an entry or item that went too far.
  case overrun(Int, Int, Overrun)

  var isStop: Bool {
    switch self {
    case .group, .entry, .item: true
    case .blank, .consultancy, .overrun: false
    }
  }
}

/// Which activities the budget shows.
enum BudgetFilter: Sendable, CaseIterable {
  /// Those that have a sum of any kind.
  case budgeted
  case all
  /// Those that went beyond what there was to be.
  case overrun
  /// Those of which the totals leave something out.
  case leftOut

  var next: BudgetFilter {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  func includes(_ entry: BudgetSheet.Entry) -> Bool {
    switch self {
    case .budgeted: !entry.items.isEmpty
    case .all: true
    case .overrun: !entry.figures.overruns.isEmpty
    case .leftOut: !entry.figures.leftOut.isEmpty
    }
  }

  /// Groups without a row of their own are shown where they are looked for.
  private var showsEmptyGroups: Bool { self == .budgeted || self == .all }

  func rows(of sheet: BudgetSheet) -> [BudgetRow] {
    var rows: [BudgetRow] = []
    for (number, group) in sheet.groups.enumerated() {
      let entries = group.entries.indices.filter { includes(group.entries[$0]) }
      guard !entries.isEmpty || showsEmptyGroups else { continue }
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.group(number))
      if case .launch? = group.plan { rows.append(.consultancy(number)) }
      for index in entries {
        let entry = group.entries[index]
        rows.append(.entry(number, index))
        rows += entry.items.indices.filter { entry.items[$0] != .notApplicable(entry.activity) }
          .map { .item(number, index, $0) }
        rows += entry.figures.overruns.map { .overrun(number, index, $0) }
      }
    }
    return rows
  }
}
