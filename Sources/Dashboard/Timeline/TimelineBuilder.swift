import Model
import Office

/// Puts activities in the order in which the timeline shows them.
struct TimelineBuilder {
  private(set) var items: [TimelineItem] = []
  private(set) var groups: [TimelineGroup] = []
  private let programme: Programme
  private let activities: [Activity]
  private let book: OccurrenceBook
  private let schedule: Schedule
  private let day: Day
  /// The steps of each activity, by their places in the programme.
  private var steps: [RecordID: [Int]] = [:]

  init(_ programme: Programme, _ book: OccurrenceBook, _ schedule: Schedule, asOf day: Day) {
    (self.programme, self.book, self.schedule, self.day) = (programme, book, schedule, day)
    let known = Set(programme.activities.lazy.map(\.id))
    activities =
      programme.activities
      + Decision.adopted.activities.filter { !known.contains($0.id) }.map { Activity(id: $0.id) }
    items.reserveCapacity(activities.count + 40)
  }

  mutating func build() {
    let tops = sortIn()
    for (index, group) in groups.enumerated() {
      let first = items.count
      if case .launch(let id) = group.plan { addLaunch(id, group: index) }
      for place in tops[index] { add(place, group: index, depth: 0) }
      if items.count == first { items.append(Self.stand(for: group, index)) }
    }
    overrule()
  }

  /// The line that stands for a group.
  static func stand(for group: TimelineGroup, _ index: Int) -> TimelineItem {
    TimelineItem(source: .group, activity: Activity(id: "group/\(group.key)"), group: index)
  }

  // MARK: Groups

  /// The activities of each group that are steps of none, in their order.
  private mutating func sortIn() -> [[Int]] {
    let known = Set(activities.lazy.map(\.id))
    let launches = programme.launches.enumerated().sorted { a, b in
      (Self.place(ofLaunch: a.element), a.offset) < (Self.place(ofLaunch: b.element), b.offset)
    }
    groups = Plan.allCases.map { TimelineGroup(plan: .adopted($0)) }
    groups += launches.map { TimelineGroup(plan: .launch($0.element.id), name: $0.element.name) }
    groups += programme.plans.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { TimelineGroup(plan: .own($0.id), name: $0.name) }
    let places = Dictionary(groups.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var tops: [[Int]] = Array(repeating: [], count: groups.count + 1)
    for (index, activity) in activities.enumerated() {
      if !activity.parent.isEmpty, known.contains(activity.parent), activity.adopted == nil {
        steps[activity.parent, default: []].append(index)
      } else {
        let key = activity.adopted?.plan.rawValue ?? activity.planText
        tops[places[key] ?? groups.count].append(index)
      }
    }
    // A group for what stands in no plan that there is.
    if !tops[groups.count].isEmpty { groups.append(TimelineGroup(plan: nil)) }
    for index in tops.indices { sort(&tops[index]) }
    for id in steps.keys where steps[id]!.count > 1 { sort(&steps[id]!) }
    return tops
  }

  private static func place(ofLaunch launch: Launch) -> Int {
    let adopted = Decision.adopted.launches
    return adopted.firstIndex { $0.id == launch.id } ?? adopted.count
  }

  /// In the order of the decision, then of their days.
  private func sort(_ places: inout [Int]) {
    struct Key: Comparable {
      let rank: Int
      let day: Int
      let name: String
      let place: Int

      static func < (a: Key, b: Key) -> Bool {
        if a.rank != b.rank { return a.rank < b.rank }
        if a.day != b.day { return a.day < b.day }
        return a.name == b.name ? a.place < b.place : a.name < b.name
      }
    }
    let keys = places.map { place in
      let activity = activities[place]
      let start = start(of: place, depth: 0)
      return Key(
        rank: Decision.adopted.place(of: activity.id) ?? .max, day: start?.number ?? .max,
        name: activity.name,
        place: place)
    }
    places = keys.sorted().map(\.place)
  }

  /// The first day that is planned of an activity, or of its steps where it has none of its own.
  private func start(of place: Int, depth: Int) -> Day? {
    let activity = activities[place]
    let own = activity.start ?? activity.baselineStart ?? activity.end ?? activity.baselineEnd
    guard own == nil, depth < Self.deepest, let steps = steps[activity.id] else { return own }
    return steps.lazy.compactMap { start(of: $0, depth: depth + 1) }.min()
  }

  /// Deeper than this nobody reads.
  private static let deepest = 40

  // MARK: Items

  private mutating func add(_ place: Int, group: Int, depth: Int) {
    // Parents stand in no circle: the store holds none.
    guard depth < Self.deepest else { return }
    let at = items.count
    items.append(TimelineItem(activity: activities[place], group: group, depth: depth))
    var tally = TimelineItem.Steps()
    var span: (start: Day, end: Day)?
    for step in steps[activities[place].id] ?? [] {
      let first = items.count
      add(step, group: group, depth: depth + 1)
      guard first < items.count, items[first].activity.status != .cancelled else { continue }
      tally.count += 1
      let activity = items[first].activity
      tally.done += activity.status == .done ? 1 : 0
      tally.progress += activity.status == .done ? 100 : max(activity.progress, items[first].steps.percent)
      span = Self.union(span, of: items[first], day)
    }
    items[at].steps = tally
    items[at].end = items.count
    let own = items[at].activity.plan(in: day.parts.year)
    if own.start == nil, own.end == nil { items[at].span = span }
    Self.judge(&items[at], book, schedule, asOf: day)
  }

  private static func union(
    _ span: (start: Day, end: Day)?, of item: TimelineItem, _ day: Day
  ) -> (start: Day, end: Day)? {
    let plan = item.drawn.plan(in: day.parts.year)
    guard let start = plan.start ?? plan.end, let end = plan.end ?? plan.start else { return span }
    return (min(span?.start ?? start, start), max(span?.end ?? end, end))
  }

  /// Where it stands.
  static func judge(_ item: inout TimelineItem, _ book: OccurrenceBook, _ schedule: Schedule, asOf day: Day) {
    let activity = item.drawn
    item.standing = book.standing(of: activity, asOf: day)
    item.slip = book.slipDays(of: activity, asOf: day)
    if item.source == .activity {
      item.ownPlan = TimelineItem.OwnPlan(item.activity)
      item.hasBudget = ActivityWords.hasBudget(item.activity)
    }
    item.isHeldUp = !activity.dependsOn.isEmpty && !schedule.blockers(of: activity).isEmpty
  }

  // MARK: What was decided

  /// Of two texts that do not agree the one that is not followed counts no more.
  private mutating func overrule() {
    let overruled = Set(programme.rulings.flatMap(\.overruled))
    guard !overruled.isEmpty else { return }
    for index in items.indices where overruled.contains(items[index].id) {
      items[index].isOverruled = true
      let other = Decision.adopted.contradiction(of: items[index].id)
      items[index].isSettledOtherwise = programme.rulings.contains { $0.id == other?.id && $0.side == .other }
      items[index].slip = nil
    }
  }

  // MARK: Launches

  /// The release, and those activities of Table 2 for which somebody filled in months or tasks.
  private mutating func addLaunch(_ id: RecordID, group: Int) {
    guard let launch = programme.launches.first(where: { $0.id == id }) else { return }
    var release = Activity(id: "launch/\(id)")
    (release.start, release.end) = (launch.day, launch.day)
    if let day = launch.day, day < self.day { release.status = .done }
    append(release, .launch(id, activity: nil), group)
    var found: [RecordID: LaunchSpan] = [:]
    for cell in programme.cells where cell.launch == id {
      found[cell.activity, default: LaunchSpan()].add(cell)
    }
    for card in programme.cards where card.launch == id {
      found[card.activity, default: LaunchSpan()].add(card)
    }
    for adopted in Decision.adopted.launchActivities {
      guard let span = found[adopted.id], let start = span.start, let end = span.end else { continue }
      var activity = Activity(id: "launch/\(id)/\(adopted.id)")
      (activity.start, activity.end, activity.status) = (start, end, span.status)
      if span.status == .done { activity.actualEnd = end }
      append(activity, .launch(id, activity: adopted.id), group)
    }
  }

  private mutating func append(_ activity: Activity, _ source: TimelineItem.Source, _ group: Int) {
    var item = TimelineItem(source: source, activity: activity, group: group)
    item.standing = activity.standing(asOf: day)
    item.end = items.count + 1
    items.append(item)
  }
}

/// From when to when an activity of Table 2 is filled in, and how far it is.
private struct LaunchSpan {
  var start: Day?
  var end: Day?
  private var count = 0
  private var done = 0
  private var begun = 0

  var status: WorkState { done == count ? .done : begun > 0 ? .underWay : .planned }

  mutating func add(_ cell: LaunchCell) {
    guard let state = cell.state else { return }
    if let month = Month(cell.slot) {
      add(month.first, month.last)
    } else if let day = Day(cell.slot) {
      add(day, day)
    }
    add(isDone: state == .done, isBegun: state != .planned)
  }

  mutating func add(_ card: Card) {
    guard let day = card.day else { return }
    add(day, day)
    add(isDone: card.state == .done, isBegun: card.state == .live || card.state == .done)
  }

  private mutating func add(isDone: Bool, isBegun: Bool) {
    count += 1
    done += isDone ? 1 : 0
    begun += isBegun ? 1 : 0
  }

  private mutating func add(_ first: Day, _ last: Day) {
    start = min(start ?? first, first)
    end = max(end ?? last, last)
  }
}
