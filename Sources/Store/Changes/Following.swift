import Model

extension Transaction {
  /// What follows the edit of a record, in the same change: said here for every kind of which anything follows.
  func follow<R: Record>(from before: R, to after: R) throws {
    switch (before, after) {
    case (let before as Launch, let after as Launch): try moveBoard(from: before, to: after)
    default: break
    }
  }

  /// What is planned around a release keeps its distance from it: when the day moves, the cards of the board move
  /// along, and the months of Table 2 where they are reckoned from the release, in the same change.
  private func moveBoard(from before: Launch, to after: Launch) throws {
    guard let old = before.day, let new = after.day, old != new else { return }
    for card in try fetchAll(Card.self) where card.launch == after.id {
      guard let day = card.day else { continue }
      var moved = card
      moved.day = day + (new - old)
      try put(moved)
    }
    // The columns of the model are those that were adopted: they stay.
    guard after.id != Launch.pollination, old.month != new.month else { return }
    try moveMonths(of: after, by: new.month - old.month)
  }

  private func moveMonths(of launch: Launch, by months: Int) throws {
    let cells = try fetchAll(LaunchCell.self).filter { $0.launch == launch.id && Month($0.slot) != nil }
    // All leave their places before any takes a new one, which may be another's old one.
    for cell in cells { try remove(cell) }
    for cell in cells {
      let slot = (Month(cell.slot)! + months).description
      var moved = LaunchCell(launch: cell.launch, activity: cell.activity, slot: slot)
      (moved.state, moved.note) = (cell.state, cell.note)
      try put(moved)
    }
  }
}
