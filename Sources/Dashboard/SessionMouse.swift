import Office
import Terminal

/// The mouse: a click does what the keys do, by what was drawn where it fell.
extension Session {
  /// - Returns: whether it was a click.
  func click(_ chord: KeyChord) -> Bool {
    guard case .click(let row, let column) = chord.key else { return false }
    let point = Point(row: row, column: column)
    guard let hit = hits.last(where: { $0.holds(point) }) else { return true }
    switch hit.action {
    case .keys(let presses): for one in presses { press(one.key, times: one.times) }
    case .command(let name): perform([.run(CommandName(name))], from: shell.topNumber)
    case .chosen(let name): perform([.close, .run(CommandName(name))], from: shell.topNumber)
    case .order(let column): perform(shell.top.ordering(by: column), from: shell.topNumber)
    }
    return true
  }

  private func press(_ chord: KeyChord, times: Int) {
    for _ in 0..<times {
      let sender = shell.topNumber
      let effects = shell.press(chord, look: look)
      perform(effects, from: sender, after: shell.ran)
      shell.fit(to: size, look: look)
    }
  }
}
