/// A column of Table 2 for one launch.
public struct LaunchColumn: Sendable, Hashable {
  /// Months from the one of the release.
  public let offset: Int
  /// Nil while no release day is set.
  public let month: Month?

  /// What its cells are called; an offset names no cell.
  public var slot: String { month?.description ?? "" }
}

/// Table 2 as the plan of any launch: the one for pollination is the model for all others (annex I, paragraph 11).
public enum LaunchTable {
  /// The month of release that the adopted columns go around: four before it, one after it. The text names the
  /// fourth session of the Plenary and no date; the table "before, during and after" ends with March 2016.
  static let adoptedRelease = Decision.adopted.launchMonths.dropLast().last!

  /// The columns of a launch: for the model those that were adopted, for others the same distances from the month
  /// of their release.
  public static func columns(of launch: Launch) -> [LaunchColumn] {
    if launch.id == Launch.pollination {
      return Decision.adopted.launchMonths.map { LaunchColumn(offset: $0 - adoptedRelease, month: $0) }
    }
    let release = launch.day?.month
    return offsets.map { offset in LaunchColumn(offset: offset, month: release.map { $0 + offset }) }
  }

  static let offsets = Decision.adopted.launchMonths.map { $0 - adoptedRelease }

  /// What a launch takes over: each cell of the model that has a state, planned anew, as far from its release as
  /// the model's is from its own. Where the model says nothing, nothing is said.
  /// - Parameter cells: of any launches.
  public static func planned(_ launch: Launch, like model: Launch, _ cells: [LaunchCell]) -> [LaunchCell] {
    guard let release = launch.day?.month, launch.id != model.id else { return [] }
    let from = model.id == Launch.pollination ? adoptedRelease : model.day?.month ?? release
    return cells.compactMap { cell in
      guard cell.launch == model.id, cell.state != nil, let month = Month(cell.slot) else { return nil }
      let slot = (release + (month - from)).description
      var planned = LaunchCell(launch: launch.id, activity: cell.activity, slot: slot)
      planned.state = .planned
      return planned
    }
  }
}

extension Month {
  /// How many months lie between.
  public static func - (a: Month, b: Month) -> Int { (a.year - b.year) * 12 + a.month - b.month }
}

/// Where a day lies in the time for which a launch has attention: about three months (annex I, paragraph 5).
public enum Attention: Sendable, Equatable {
  /// So many days from now.
  case ahead(Int)
  case day(Int, of: Int)
  case over(Day)
}

extension Launch {
  /// The days of attention, the release first; nil while no release day is set.
  public var attention: ClosedRange<Day>? {
    guard let day else { return nil }
    let month = day.month + attentionMonths
    return day...max(day, min(month.first + (day.parts.day - 1), month.last) + -1)
  }

  public func attention(on today: Day) -> Attention? {
    attention.map { days in
      if today < days.lowerBound { return .ahead(days.lowerBound - today) }
      if today > days.upperBound { return .over(days.upperBound) }
      return .day(today - days.lowerBound + 1, of: days.upperBound - days.lowerBound + 1)
    }
  }
}
