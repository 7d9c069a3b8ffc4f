import Model
import Phrases
import Store
import Terminal

extension LaunchPane {
  static let commands: [Command<LaunchPane>] = cellCommands + moves

  private static func noCell(_ pane: Self, _ look: Look) -> Phrase? {
    if look.isReadOnly { return Phrase(.storeIsReadOnly) }
    return pane.selected == nil ? Phrase(.launchNoDay) : nil
  }

  private static func noLaunch(_ pane: Self, _ look: Look) -> Phrase? {
    if look.isReadOnly { return Phrase(.storeIsReadOnly) }
    return pane.launch == nil ? Phrase(.nothingSelected) : nil
  }

  private static let cellCommands: [Command<LaunchPane>] = [
    Command("launch.state", .commandState, ["Space"], rank: 1, unless: noCell) { pane, look in
      guard let cell = pane.selected else { return [] }
      var edited = cell
      edited.state = CellState.next(after: cell.state)
      pane.written = edited
      let news = Phrase(.launchSet, .text(look.title(of: cell)), .text(LaunchMark(edited.state).word(look)))
      return [.apply(EditLaunchCell(base: cell, edited: edited), then: [.announce(news)])]
    },
    Command("launch.note", .commandNote, ["Enter"], rank: 2, unless: noCell) { pane, look in
      pane.selected.map { [.present(NoteSheet($0, of: look.title(of: $0)))] } ?? []
    },
    .moving("launch.week", .commandLaunchWeek, ["b"], rank: 3, when: \.isTable) { $0.turn(toBoard: true) },
    .moving("launch.months", .commandLaunchMonths, ["b"], rank: 3, when: \.isBoard) {
      $0.turn(toBoard: false)
    },
    Command("launch.day", .commandReleaseDay, ["d"], rank: 85, unless: noLaunch) { pane, look in
      guard let launch = pane.launch else { return [] }
      pane.written = nil
      return [
        .present(
          DayPrompt(launch.day, title: .paneReleaseDay) { day in
            var edited = launch
            edited.day = day
            return [.close, .apply(EditLaunch(base: launch, edited: edited))]
          })
      ]
    },
    Command("launch.edit", .commandEdit, ["e"], unless: noLaunch) { pane, _ in
      pane.launch.map { [.present(RecordForm($0))] } ?? []
    },
  ]

  private static let moves: [Command<LaunchPane>] = [
    .moving("launch.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("launch.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("launch.right", .commandRight, ["Right", "l"]) { $0.column += 1 },
    .moving("launch.left", .commandLeft, ["Left", "h"]) { $0.column = max(0, $0.column - 1) },
    .moving("launch.pageDown", .commandPageDown, ["PgDn"]) { $0.move(5) },
    .moving("launch.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-5) },
    .moving("launch.top", .commandTop, ["g", "Home"]) { $0.move(-$0.activities.count) },
    .moving("launch.bottom", .commandBottom, ["G", "End"]) { $0.move($0.activities.count) },
  ]

  private mutating func move(_ step: Int) { rows.move(by: step, count: activities.count) }

  private mutating func turn(toBoard: Bool) {
    isBoard = toBoard
    // The release stands in the middle of its week.
    column = toBoard ? slots.count / 2 : 0
  }
}
