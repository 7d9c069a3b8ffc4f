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

  static let commands: [Command<TimelineFilterPane>] =
    actions + moves { $0.selections[$0.part].move($1) }

  private static let actions: [Command<TimelineFilterPane>] = [
    Command("planfilter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      pane.toggle()
      return [.fill(.timeline(pane.filter))]
    },
    .moving("planfilter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) {
      $0.part = min(2, $0.part + 1)
    },
    .moving("planfilter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.part = max(0, $0.part - 1) },
    Command("planfilter.clear", .commandClear, ["x"], rank: 4) { pane, _ in
      pane.filter = TimelineFilter()
      return [.fill(.timeline(pane.filter))]
    },
  ]

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
    for part in values.indices {
      selections[part].fit(count: values[part].count, height: max(1, size.rows - 1))
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let titles: [PhraseKey] = [.timelineState, .timelineOwner, .timelinePlans]
    let width = (area.columns - 2) / 3
    for part in values.indices {
      let table = ListTable<Value>(columns: [
        .init(look.say(Phrase(titles[part])), 0) { value in
          let isChosen = isChosen(value.key, part)
          return Span((isChosen ? "● " : "○ ") + value.text, isChosen ? .match : .text)
        },
        .init("", 4, aligned: .trailing) { Span(look.phrases.number($0.count), .quiet) },
      ])
      let (selection, isOpen) = (selections[part], part == self.part)
      table.draw(
        values[part].dropFirst(selection.top), cursor: isOpen ? selection.index - selection.top : nil,
        on: &canvas, in: area.split(left: (part + 1) * width).0.inset(left: part * width), hasCursor: isOpen)
    }
  }
}
