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

  /// The first zone, one for each set of rules that Windows tells apart, that has those clocks in January and in July.
  private static func zone(like clocks: Clocks) -> Zone? {
    guard let standard = clocks.standard else { return nil }
    let daylight = clocks.daylight ?? standard
    let isSouthern = (clocks.forward ?? 3) > (clocks.back ?? 10)
    let wanted = isSouthern ? (daylight, standard) : (standard, daylight)
    return offsets.first { $0.january == wanted.0 && $0.july == wanted.1 }?.zone
  }

  private static let offsets: [(zone: Zone, january: Int, july: Int)] = Zone.representatives.map { zone in
    (zone, zone.offset(at: 1_452_816_000), zone.offset(at: 1_468_540_800))
  }
}
