import Model

extension Transaction {
  /// The cells of the launch-week board keep their distance from the release: when its day moves, they move
  /// along, in the same change.
  func moveBoard(from before: Launch, to after: Launch) throws {
    guard let old = before.day, let new = after.day, old != new else { return }
    let cells = try fetchAll(LaunchCell.self).filter { $0.launch == after.id && Day($0.slot) != nil }
    // All leave their places before any takes a new one, which may be another's old one.
    for cell in cells { try remove(cell) }
    for cell in cells {
      let slot = (Day(cell.slot)! + (new - old)).description
      var moved = LaunchCell(launch: cell.launch, activity: cell.activity, slot: slot)
      (moved.state, moved.note) = (cell.state, cell.note)
      try put(moved)
    }
  }
}
