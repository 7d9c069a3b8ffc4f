import Model

/// What the names of zones in a calendar mean. A name that the time zone database has is taken as it is, whatever the
/// file says of its clocks; then the names of Windows and of other programs; then the zone whose clocks are as the
/// file describes them.
struct ICalendarZones {
  /// The clocks that a VTIMEZONE describes.
  struct Clocks {
    var standard: Int?
    var daylight: Int?
    /// The month in which they are put forward, and that in which they are put back.
    var forward: Int?
    var back: Int?
    /// The zone that libical says it is.
    var location: Zone?
  }

  private(set) var clocks: [String: Clocks] = [:]
  private var known: [String: Zone?] = [:]

  mutating func add(_ name: String, _ clocks: Clocks) { self.clocks[name] = clocks }

  enum Meaning {
    case named(Zone)
    /// Known by its clocks alone.
    case like(Zone)
  }

  mutating func meaning(of name: String) -> Meaning? {
    let named = known[name] ?? Zone.meant(by: name)
    known[name] = .some(named)
    if let named { return .named(named) }
    guard let clocks = clocks[name] else { return nil }
    return (clocks.location ?? Self.zone(like: clocks)).map(Meaning.like)
  }

  /// The zone, one for each set of rules that Windows tells apart, whose clocks are those in the middle of every month of
  /// ten years, but for the months in which they are changed; of several that of the most people.
  private static func zone(like clocks: Clocks) -> Zone? {
    guard let standard = clocks.standard else { return nil }
    let daylight = clocks.daylight ?? standard
    let (forward, back) = (clocks.forward ?? 3, clocks.back ?? 10)
    let isChanging = clocks.daylight != nil
    func wanted(_ month: Int) -> Int? {
      guard isChanging else { return standard }
      if month == forward || month == back { return nil }
      let isSummer = forward < back ? forward < month && month < back : month > forward || month < back
      return isSummer ? daylight : standard
    }
    return candidates.first { zone in
      months.allSatisfy { month, seconds in wanted(month).map { $0 == zone.offset(at: seconds) } ?? true }
    }
  }

  /// The middle of each month from 2015 through 2024.
  private static let months: [(month: Int, seconds: Int)] = (2015...2024).flatMap { year in
    (1...12).compactMap { month in Day(year: year, month: month, day: 15).map { (month, $0.number * 86_400) }
    }
  }

  private static let candidates: [Zone] = {
    let regions = [
      "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/", "America/", "Asia/", "Australia/",
    ]
    func rank(_ zone: Zone) -> Int { regions.firstIndex(where: zone.name.hasPrefix) ?? regions.count }
    return Zone.representatives.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }()
}
