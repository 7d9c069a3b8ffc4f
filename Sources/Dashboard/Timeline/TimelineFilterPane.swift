import Model
import Office
import Phrases
import Terminal

/// Narrows the timeline by state, owner and plan; the list follows at once.
struct TimelineFilterPane: Pane {
  static let name = "planfilter"
  static let title = PhraseKey.paneFilter

  private enum Part: CaseIterable { case state, owner, plan }

  private var filter: TimelineFilter
  private var choices: ChoiceColumns

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
    func column(_ heading: PhraseKey, _ values: [ChoiceColumns.Value]) -> ChoiceColumns.Column {
      .init(heading: look.say(Phrase(heading)), values: values)
    }
    choices = ChoiceColumns([
      column(
        .timelineState,
        TimelineFilter.State.allCases.map {
          .init(key: $0.rawValue, text: look.state($0), count: states[$0] ?? 0)
        }),
      column(.timelineOwner, people.map { .init(key: $0.key, text: look.owner($0.key), count: $0.value) }),
      column(
        .timelinePlans, tree.groups.map { .init(key: $0.key, text: look.name($0), count: $0.count) }),
    ])
  }

  var placement: Placement { .sheet(rows: 10) }

  static let commands: [Command<TimelineFilterPane>] =
    actions + moves(in: \.choices)

  private static let actions: [Command<TimelineFilterPane>] = [
    Command("planfilter.toggle", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
      pane.toggle()
      return [.fill(.timeline(pane.filter))]
    },
    .moving("planfilter.right", .commandRight, ["Right", "l", "Tab"], rank: 3) { $0.choices.turn(by: 1) },
    .moving("planfilter.left", .commandLeft, ["Left", "h", "Shift-Tab"]) { $0.choices.turn(by: -1) },
    Command("planfilter.clear", .commandClear, ["-"], rank: 4) { pane, _ in
      pane.filter = TimelineFilter()
      return [.fill(.timeline(pane.filter))]
    },
  ]

  private mutating func toggle() {
    guard let key = choices.value?.key else { return }
    switch Part.allCases[choices.part] {
    case .state: TimelineFilter.State(rawValue: key).map { filter.states.formSymmetricDifference([$0]) }
    case .owner: filter.owners.formSymmetricDifference([key])
    case .plan: filter.plans.formSymmetricDifference([key])
    }
  }

  private func isChosen(_ key: String, _ part: Part) -> Bool {
    switch part {
    case .state: TimelineFilter.State(rawValue: key).map(filter.states.contains) ?? false
    case .owner: filter.owners.contains(key)
    case .plan: filter.plans.contains(key)
    }
  }

  mutating func fit(to size: Size, look: Look) { choices.fit(to: size) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    choices.draw(on: &canvas, in: area, look: look) { isChosen($1, Part.allCases[$0]) }
  }
}
