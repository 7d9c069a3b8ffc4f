import Model

/// All that the timeline could show, group by group, steps below what they are steps of: made anew when the store
/// has changed, not when a key is pressed.
struct TimelineTree: Sendable {
  private(set) var items: [TimelineItem] = []
  private(set) var groups: [TimelineGroup] = []
  /// The days by which activities are behind, all together.
  private(set) var slip = 0
  private(set) var places: [RecordID: Int] = [:]
  /// The years for which the office has plans of its own.
  private(set) var years: ClosedRange<Int>?
  let book: OccurrenceBook
  let schedule: Schedule
  let programme: Programme
  let asOf: Day
  /// The adopted plans that count as closed.
  let closedPlans: [Plan]

  init() { self.init(Programme(), asOf: Day(number: 0), isEmpty: true) }

  init(_ programme: Programme, asOf day: Day) { self.init(programme, asOf: day, isEmpty: false) }

  private init(_ programme: Programme, asOf day: Day, isEmpty: Bool) {
    (self.programme, asOf) = (programme, day)
    book = OccurrenceBook(programme)
    schedule = Schedule(programme.activities, asOf: day)
    closedPlans = isEmpty ? [] : programme.closedPlans(asOf: day)
    guard !isEmpty else { return }
    var tree = TimelineBuilder(programme, book, schedule, asOf: day)
    tree.build()
    (items, groups) = (tree.items, tree.groups)
    count()
    years = Self.years(programme.activities)
    places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func count() {
    for index in groups.indices { (groups[index].slip, groups[index].count) = (0, 0) }
    for item in items where item.source == .activity {
      groups[item.group].count += 1
      groups[item.group].slip += max(0, item.slip ?? 0)
    }
    slip = groups.reduce(0) { $0 + $1.slip }
  }

  /// Whether there is anything of its own to see in a year that the decision does not reach.
  func reaches(_ year: Int) -> Bool { (2015...2018).contains(year) || years?.contains(year) == true }

  private static func years(_ activities: [Activity]) -> ClosedRange<Int>? {
    var (first, last): (Day?, Day?)
    for activity in activities {
      for day in [activity.start, activity.end, activity.baselineStart, activity.baselineEnd] {
        guard let day else { continue }
        first = min(first ?? day, day)
        last = max(last ?? day, day)
      }
    }
    guard let first, let last else { return nil }
    return first.parts.year...last.parts.year
  }

  /// Whether its year is over and nobody has started it.
  func isClosed(_ group: TimelineGroup) -> Bool {
    if case .adopted(let plan) = group.plan { closedPlans.contains(plan) } else { false }
  }

  subscript(_ id: RecordID) -> TimelineItem? { places[id].map { items[$0] } }

  /// Takes an activity as it was just written, before the store's answer says it too.
  mutating func take(_ activity: Activity) {
    guard let place = places[activity.id] else { return }
    items[place].activity = activity
    TimelineBuilder.judge(&items[place], book, schedule, asOf: asOf)
    count()
  }
}
