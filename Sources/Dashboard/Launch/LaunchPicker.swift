import Model
import Office
import Phrases
import Terminal

/// Chooses among the launches.
struct LaunchPicker: Pane {
  static let name = "launches"
  static let title = PhraseKey.paneLaunches

  private let launches: [Launch]
  private let chosen: RecordID
  private var selection = Selection()

  init(_ launches: [Launch], chosen: RecordID) {
    (self.launches, self.chosen) = (launches, chosen)
    selection.index = launches.firstIndex { $0.id == chosen } ?? 0
  }

  var placement: Placement { .sheet(rows: max(2, min(10, launches.count))) }

  static let commands: [Command<LaunchPicker>] = [
    Command("launches.show", .commandChoose, ["Enter", "Space"], rank: 1) { pane, _ in
      guard pane.launches.indices.contains(pane.selection.index) else { return [.close] }
      return [.close, .go(.launch(pane.launches[pane.selection.index].id, activity: nil, slot: nil))]
    },
    .moving("launches.down", .commandDown, ["Down", "j"]) { $0.move(1) },
    .moving("launches.up", .commandUp, ["Up", "k"]) { $0.move(-1) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: launches.count) }

  mutating func fit(to size: Size, look: Look) { selection.fit(count: launches.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let width = max(10, area.columns - 44)
    for (row, (index, launch)) in zip(
      area.row..., launches.enumerated().dropFirst(selection.top).prefix(area.rows))
    {
      canvas.text(launch.id == chosen ? "✓" : " ", row: row, column: area.column + 2, ink: .match)
      canvas.text(look.title(of: launch), row: row, column: area.column + 4, width: width)
      let release = launch.day.map { look.say(.overviewRelease, .text(look.day($0))) }
      canvas.text(
        release ?? look.say(.overviewNoRelease), row: row, column: area.column + width + 6,
        width: area.columns - width - 7, ink: .quiet)
      guard index == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }
}
