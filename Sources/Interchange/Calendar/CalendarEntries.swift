import Model

/// One time of a public event, as the page of the calendar lists it.
struct CalendarEntry {
  let event: Event
  let time: EventInstance

  /// The days that it touches, by the clocks of its place.
  var days: ClosedRange<Day> {
    let first = time.start.day
    let last =
      switch time.end {
      case .day(let day): day
      // What is over at midnight is over the day before.
      case .moment(let end):
        Moment(seconds: end.seconds - 60, zone: time.start.moment?.zone ?? end.zone).day
      case nil: first
      }
    return first...max(first, last)
  }

  /// What an address of the page calls it: an event has one, each time of a series its own.
  var anchor: String { Self.anchor(of: event.id) + (event.isSeries ? "-\(days.lowerBound)" : "") }

  static func anchor(of event: RecordID) -> String { "e-\(event)" }

  /// By day, then by moment, then by name.
  fileprivate var order: (Int, Int, String, RecordID) {
    (time.start.day.number, time.start.moment?.seconds ?? .min, event.name, event.id)
  }

  /// All times of some events: of series those that touch some days.
  static func all(_ events: [Event], series days: ClosedRange<Day>) -> [CalendarEntry] {
    let moved = MovedTimes(events)
    let entries = events.flatMap { event -> [CalendarEntry] in
      guard let start = event.start else { return [] }
      guard event.isSeries else {
        return [CalendarEntry(event: event, time: EventInstance(start: start, end: event.end))]
      }
      // The first may lie on the day before by the clocks of Greenwich.
      return event.instances(
        from: days.lowerBound + -1, through: days.upperBound, in: .utc, without: moved[event]
      ).map { CalendarEntry(event: event, time: $0) }.filter { $0.days.upperBound >= days.lowerBound }
    }
    return entries.sorted { $0.order < $1.order }
  }
}
