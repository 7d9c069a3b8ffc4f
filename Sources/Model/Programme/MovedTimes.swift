/// The times of series that stand elsewhere, as events of their own: moved ones and those that were called off. A list, a
/// page and a count that take a series without them have each of these twice.
public struct MovedTimes: Sendable {
  private var moved: [String: [When]] = [:]

  public init() {}

  /// - Parameter events: all there are.
  public init(_ events: some Sequence<Event>) { for event in events { take(event) } }

  mutating func take(_ event: Event) {
    if let replaced = event.replaced { moved[event.calendarUID, default: []].append(replaced) }
  }

  /// Those of a series; none of an event that comes once.
  public subscript(event: Event) -> [When] { event.isSeries ? moved[event.calendarUID] ?? [] : [] }
}
