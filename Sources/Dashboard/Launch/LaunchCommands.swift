import Model
import Office
import Phrases
import Store
import Terminal

extension LaunchPane {
  static let commands: [Command<LaunchPane>] =
    cellCommands + launchCommands + turns
    + moves { $0.move($1.step(count: $0.activities.count, height: 6)) } + boardCommands

  private static func noCell(_ pane: Self, _ look: Look) -> Phrase? {
    pane.selected == nil ? Phrase(.launchNoMonths) : nil
  }

  private static func noTemplate(_ pane: Self, _ look: Look) -> Phrase? {
    guard let launch = pane.launch else { return Phrase(.nothingSelected) }
    if pane.id == Launch.pollination { return Phrase(.launchIsModel) }
    return launch.day == nil ? Phrase(.launchNoMonths) : nil
  }

  private static func noMessage(_ pane: Self, _ look: Look) -> Phrase? {
    pane.messages.first(of: pane.id) == nil ? Phrase(.launchNoMessage, .text("n")) : nil
  }

  private static let cellCommands: [Command<LaunchPane>] = [
    Command(
      "launch.state", .commandState, ["Space"], rank: 1, when: \.isTable, needs: .campaign, unless: noCell
    ) {
      pane, look in
      guard let cell = pane.selected else { return [] }
      var edited = cell
      edited.state = CellState.next(after: cell.state)
      let news = Phrase(.labelled, .text(look.title(of: cell)), .text(edited.state.word(look)))
      return [.apply(EditLaunchCell(base: cell, edited: edited), then: [.announce(news)])]
    },
    Command(
      "launch.note", .commandNote, ["Enter"], rank: 2, when: \.isTable, needs: .campaign, unless: noCell
    ) {
      pane, look in
      pane.selected.map { [.present(NoteSheet($0, of: look.title(of: $0)))] } ?? []
    },
    .moving("launch.week", .commandLaunchWeek, ["b"], rank: 3, when: \.isTable) { $0.isBoard = true },
    .moving("launch.months", .commandLaunchMonths, ["b"], rank: 4, when: \.isBoard) { $0.isBoard = false },
  ]

  private static let launchCommands: [Command<LaunchPane>] = [
    Command("launch.choose", .commandChooseLaunch, ["c"], rank: 6) { pane, _ in
      [.present(LaunchPicker(pane.launches, chosen: pane.id))]
    },
    Command("launch.new", .commandNewLaunch, ["n"], when: \.isTable, needs: .edit) { pane, look in
      [.present(newLaunch(pane, look))]
    },
    Command("launch.template", .commandTemplate, ["t"], when: \.isTable, needs: .campaign, unless: noTemplate)
    {
      pane, look in
      guard let launch = pane.launch else { return [] }
      let news = Phrase(.launchFilled, .number(pane.toFill(launch)), .text(look.title(of: launch)))
      return [.apply(FillLaunch(launch), then: [.announce(news)])]
    },
    Command("launch.details", .commandLaunchDetails, ["i"], rank: 7) { pane, _ in
      [.present(LaunchSheet(pane.id))]
    },
    Command("launch.messages", .commandLaunchMessages, ["m"], when: \.isTable, unless: noMessage) { pane, _ in
      pane.messages.first(of: pane.id).map { [.go(.list(.message, $0.id))] } ?? []
    },
    Command("launch.day", .commandReleaseDay, ["d"], rank: 85, needs: .campaign, unless: lacking(\.launch)) {
      pane, look in
      guard let launch = pane.launch else { return [] }
      return [
        .present(
          DayPrompt(launch.day, title: .paneReleaseDay) { day in
            var edited = launch
            edited.day = day
            return [.apply(EditLaunch(base: launch, edited: edited), closing: true)]
          })
      ]
    },
    Command("launch.edit", .commandEdit, ["e"], when: \.isTable, needs: .campaign, unless: lacking(\.launch))
    {
      pane, _ in
      pane.launch.map { [.present(RecordForm($0))] } ?? []
    },
  ]

  /// How many cells the model would give to a launch.
  func toFill(_ launch: Launch) -> Int {
    guard let model = launches.first(where: { $0.id == Launch.pollination }) else { return 0 }
    return LaunchTable.planned(launch, like: model, Array(cells.values)).count { planned in
      cells[planned.id].map { $0.state == nil && $0.note.isEmpty } ?? true
    }
  }

  /// Asks for a name and the day of release; the months of the model come with it.
  private static func newLaunch(_ pane: Self, _ look: Look) -> LinesSheet {
    let lines = [
      LinesSheet.Line(label: Phrase(label: "field", "name"), entry: .line),
      LinesSheet.Line(label: Phrase(.paneReleaseDay), entry: .day, hint: .hintDay),
    ]
    return LinesSheet(.paneNewLaunch, lines) { texts in
      guard !texts[0].isEmpty else { return .problem(line: 0, Phrase(.problemMissing)) }
      let day = Day(texts[1])
      guard day != nil || texts[1].isEmpty else {
        return .problem(line: 1, Phrase(FieldProblem.malformedDay(texts[1])))
      }
      var launch = Launch(id: NewID.make())
      (launch.name, launch.day) = (texts[0], day)
      let news = Phrase(.launchFilled, .number(pane.toFill(launch)), .text(launch.name))
      return .effects([
        .apply(
          FillLaunch(launch), closing: true,
          then: [.go(.launch(launch.id, activity: nil, slot: nil)), .announce(news)])
      ])
    }
  }

  private static let turns: [Command<LaunchPane>] = [
    .moving("launch.right", .commandRight, ["Right", "l"]) { $0.turn(1) },
    .moving("launch.left", .commandLeft, ["Left", "h"]) { $0.turn(-1) },
  ]

  private mutating func move(_ step: Int) {
    guard isBoard else { return rows.move(by: step, count: activities.count) }
    view?.rows.move(by: step, count: activities.count)
    view?.picked = 0
  }

  private mutating func turn(_ step: Int) {
    if isBoard { view?.moveColumn(by: step) } else { column = max(0, column + step) }
  }
}
