/// Everything that has a day, by days of one zone: events, what begins and ends, what is due. Made once of a whole
/// programme; asked for a month at a time.
public struct Agenda: Sendable {
  /// Whose calendar days are those of.
  public let zone: Zone
  /// What comes once and is short, under each day that it touches.
  private var days: [Day: [AgendaItem]] = [:]
  /// What goes on for longer than `short` days, with its first and last day.
  private var long: [(first: Day, last: Day, item: AgendaItem)] = []
  private var series: [Event] = []
  /// The times of a series that stand elsewhere, by the name that calendar programs know it by.
  private var moved = MovedTimes()
  private var recurring: [Activity] = []
  private var book = OccurrenceBook(Programme())

  private static let short = 14

  public init() { zone = .utc }

  public init(_ programme: Programme, zone: Zone) {
    self.zone = zone
    book = OccurrenceBook(programme)
    for event in programme.events { add(event) }
    let stored = Set(programme.activities.map(\.id))
    let untouched = Decision.adopted.activities.filter { !stored.contains($0.id) }.map { Activity(id: $0.id) }
    for activity in programme.activities + untouched {
      if activity.occurrenceRule != nil { recurring.append(activity) }
      AgendaItem.of(activity).forEach { add($0) }
    }
    programme.launches.flatMap(AgendaItem.of).forEach { add($0) }
    let zones = Dictionary(programme.launches.map { ($0.id, $0.zone) }, uniquingKeysWith: { $1 })
    for card in programme.cards { add(AgendaItem(card, zone: zones[card.launch, default: nil] ?? zone)) }
    for enquiry in programme.enquiries { add(AgendaItem(enquiry)) }
    let products = programme.products.byID
    for translation in programme.translations {
      add(AgendaItem(translation, of: products[translation.product]))
    }
    for material in programme.materials { add(AgendaItem(material)) }
    programme.opportunities.flatMap(AgendaItem.of).forEach { add($0) }
    programme.calls.flatMap(AgendaItem.of).forEach { add($0) }
    for concern in programme.concerns { add(AgendaItem(concern)) }
    for group in programme.focusGroups { add(AgendaItem(group)) }
    for risk in programme.risks { add(AgendaItem(risk)) }
    programme.partnerships.flatMap(AgendaItem.of).forEach { add($0) }
  }

  private mutating func add(_ event: Event) {
    moved.take(event)
    if event.isSeries { series.append(event) } else { add(AgendaItem(event)) }
  }

  private mutating func add(_ item: AgendaItem?) {
    guard let item else { return }
    let first = item.start.day(in: zone)
    let last = max(first, EventInstance(start: item.start, end: item.end).lastDay(in: zone))
    if last - first >= Self.short {
      long.append((first, last, item))
    } else {
      for number in first.number...last.number { days[Day(number: number), default: []].append(item) }
    }
  }

  /// What touches each of some days, in the order of the day: whole days first, then by time, then by title.
  /// Days with nothing are left out.
  public func days(from first: Day, through last: Day) -> [Day: [AgendaItem]] {
    guard first <= last else { return [:] }
    var found: [Day: [AgendaItem]] = [:]
    for number in first.number...last.number { found[Day(number: number)] = days[Day(number: number)] }
    func add(_ item: AgendaItem, _ from: Day, _ to: Day) {
      guard max(from, first) <= min(to, last) else { return }
      for number in max(from, first).number...min(to, last).number {
        found[Day(number: number), default: []].append(item)
      }
    }
    for (from, to, item) in long { add(item, from, to) }
    for event in series {
      for instance in event.instances(from: first, through: last, in: zone, without: moved[event]) {
        guard let item = AgendaItem(event, at: instance) else { continue }
        add(item, instance.start.day(in: zone), instance.lastDay(in: zone))
      }
    }
    for activity in recurring {
      for occurrence in book.occurrences(of: activity, from: first, to: last) {
        let item = AgendaItem(occurrence, title: activity.title)
        add(item, item.start.day, item.start.day)
      }
    }
    return found.mapValues { $0.sorted(by: AgendaItem.precedes) }
  }

  /// The first and the last day on which something lies that comes once; nil where there is nothing.
  public var span: ClosedRange<Day>? {
    let ends = days.keys.map(\.self) + long.flatMap { [$0.first, $0.last] }
    guard let first = ends.min(), let last = ends.max() else { return nil }
    return first...last
  }

  /// What begins on some days, each thing once, the earliest first.
  public func items(from first: Day, through last: Day) -> [AgendaItem] {
    let days = days(from: first, through: last)
    return days.keys.sorted().flatMap { day in days[day]!.filter { $0.start.day(in: zone) == day } }
  }
}

extension AgendaItem {
  /// Whole days stand before times.
  static func precedes(_ a: AgendaItem, _ b: AgendaItem) -> Bool {
    let (first, second) = (a.start.moment?.seconds ?? .min, b.start.moment?.seconds ?? .min)
    if first != second { return first < second }
    return (a.title, a.mark.rawValue, a.id) < (b.title, b.mark.rawValue, b.id)
  }
}
