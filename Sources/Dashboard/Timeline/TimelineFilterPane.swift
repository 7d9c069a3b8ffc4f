import Model
import Office
import Phrases
import Terminal

/// Narrows the timeline by state, owner and plan; the list follows at once.
struct TimelineFilterPane: Pane {
  static let name = "planfilter"
  static let title = PhraseKey.paneFilter

  private enum Part: CaseIterable { case state, owner, plan }

  private struct Value: Sendable {
    let key: String
    let text: String
    let count: Int
  }

  private var filter: TimelineFilter
  private let values: [[Value]]
  private var part = 0
  private var selections = [Selection(), Selection(), Selection()]
  private var height = 8

  init(_ filter: TimelineFilter, of tree: TimelineTree, _ look: Look) {
    self.filter = filter
    let items = tree.items.filter { $0.source != .group }
    var states: [TimelineFilter.State: Int] = [:]
    var owners: [String: Int] = [:]
    for item in items {
      states[TimelineFilter.State(item.standing, item.activity, asOf: tree.asOf), default: 0] += 1
      if item.source == .activity { owners[item.activity.owner, default: 0] += 1 }
    }
    let people = owners.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    values = [
      TimelineFilter.State.allCases.map {
        Value(key: $0.rawValue, text: look.state($0), count: states[$0] ?? 0)
      },
      people.map { Value(key: $0.key, text: look.owner($0.key), count: $0.value) },
      tree.groups.map { Value(key: $0.key, text: look.name($0), count: $0.count) },
    ]
  }

  var placement: Placement { .sheet(rows: 10) }

  static let commands: [Command<TimelineFilterPane>] = [
    Command("planfilter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      pane.toggle()
      return [.fill(.timeline(pane.filter))]
    },
    .moving("planfilter.down", .commandDown, ["Down", "j"], rank: 2) { $0.move(1) },
    .moving("planfilter.up", .commandUp, ["Up", "k"]) { $0.move(-1) },
    .moving("planfilter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) {
      $0.part = min(2, $0.part + 1)
    },
    .moving("planfilter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.part = max(0, $0.part - 1) },
    Command("planfilter.clear", .commandClear, ["x"], rank: 4) { pane, _ in
      pane.filter = TimelineFilter()
      return [.fill(.timeline(pane.filter))]
    },
  ]

  private mutating func move(_ step: Int) { selections[part].move(by: step, count: values[part].count) }

  private mutating func toggle() {
    guard values[part].indices.contains(selections[part].index) else { return }
    let key = values[part][selections[part].index].key
    switch Part.allCases[part] {
    case .state: TimelineFilter.State(rawValue: key).map { filter.states.formSymmetricDifference([$0]) }
    case .owner: filter.owners.formSymmetricDifference([key])
    case .plan: filter.plans.formSymmetricDifference([key])
    }
  }

  private func isChosen(_ key: String, _ part: Int) -> Bool {
    switch Part.allCases[part] {
    case .state: TimelineFilter.State(rawValue: key).map(filter.states.contains) ?? false
    case .owner: filter.owners.contains(key)
    case .plan: filter.plans.contains(key)
    }
  }

  mutating func fit(to size: Size, look: Look) {
    height = max(1, size.rows - 1)
    for part in values.indices { selections[part].fit(count: values[part].count, height: height) }
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let titles: [PhraseKey] = [.timelineState, .timelineOwner, .timelinePlans]
    let width = (area.columns - 2) / 3
    for part in values.indices {
      let column = area.column + 1 + part * width
      canvas.text(
        look.say(Phrase(titles[part])), row: area.row, column: column, width: width - 1, ink: .heading)
      let selection = selections[part]
      for (offset, value) in values[part].dropFirst(selection.top).prefix(height).enumerated() {
        let row = area.row + 1 + offset
        let isChosen = isChosen(value.key, part)
        let figure = look.phrases.number(value.count)
        let room = width - 6 - CellText.width(figure)
        canvas.text(
          (isChosen ? "● " : "○ ") + value.text, row: row, column: column, width: room + 2,
          ink: isChosen ? .match : .text)
        canvas.text(figure, row: row, column: column + width - 3 - CellText.width(figure), ink: .quiet)
        guard part == self.part, selection.top + offset == selection.index else { continue }
        canvas.text("▌", row: row, column: column - 1, ink: .marker)
        canvas.cursor = Point(row: row, column: column - 1)
      }
    }
  }
}
