import Model

/// Sets the day of a release. The cells of the launch-week board keep their distance from it, and move along.
public struct MoveLaunch: Change {
  public var name: String { "edit" }
  let base: Launch
  let day: Day

  /// - Parameter base: the launch as it was when the day was asked for.
  public init(_ base: Launch, to day: Day) {
    self.base = base
    self.day = day
  }

  public func perform(in transaction: Transaction) throws {
    var edited = base
    edited.day = day
    try EditRecord(base: base, edited: edited).perform(in: transaction)
    guard let before = base.day, before != day else { return }
    let cells = try transaction.fetchAll(LaunchCell.self).filter {
      $0.launch == base.id && Day($0.slot) != nil
    }
    // All leave their places before any takes a new one, which may be another's old one.
    for cell in cells { try transaction.remove(cell) }
    for cell in cells {
      let slot = (Day(cell.slot)! + (day - before)).description
      var moved = LaunchCell(launch: cell.launch, activity: cell.activity, slot: slot)
      (moved.state, moved.note) = (cell.state, cell.note)
      try transaction.put(moved)
    }
  }
}
