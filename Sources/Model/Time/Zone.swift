import Foundation
import Synchronization

/// A time zone by its name in the IANA time zone database, such as `Africa/Nairobi`; `UTC` is one too.
public struct Zone: Sendable, Hashable {
  public let name: String

  public static let utc = Zone(unchecked: "UTC")

  /// Nil for a name that the time zone database does not have. Names of Windows zones are taken for the zone
  /// that they mean (Unicode CLDR, windowsZones).
  public init?(_ name: String) {
    let known = WindowsZones.zone(name) ?? name
    guard known == "UTC" || known.contains("/"), Zone.table(known) != nil else { return nil }
    self.name = known
  }

  private init(unchecked name: String) { self.name = name }

  /// Seconds east of UTC at a moment, given as seconds since 1970.
  public func offset(at seconds: Int) -> Int {
    guard name != "UTC" else { return 0 }
    return Zone.table(name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) ?? 0
  }

  /// The next moment after `seconds` at which the clocks are put forward or back; nil where they never are.
  public func nextTransition(after seconds: Int) -> Int? {
    let date = Date(timeIntervalSince1970: Double(seconds))
    guard name != "UTC", let next = Zone.table(name)?.nextDaylightSavingTimeTransition(after: date) else {
      return nil
    }
    return Int(next.timeIntervalSince1970)
  }

  /// What the clocks of a zone make of a local time.
  public enum Reading: Sendable, Equatable {
    /// Seconds since 1970.
    case once(Int)
    /// The clocks were put back: the hour came twice.
    case twice(Int, Int)
    /// The clocks were put forward: the time never was. The same time by the clock before the change.
    case never(Int)
  }

  /// Finds the moment that the clocks of this zone show as a day and a time.
  public func reading(_ day: Day, _ time: TimeOfDay) -> Reading {
    let local = day.number * 86_400 + time.minutes * 60
    // No zone changes twice within two days.
    let offsets = Set([local - 86_400, local + 86_400].map { offset(at: $0) }).sorted(by: >)
    let moments = offsets.map { local - $0 }.filter { local - $0 == offset(at: $0) }
    switch moments.count {
    case 0: return .never(local - offset(at: local - 86_400))
    case 1: return .once(moments[0])
    default: return .twice(moments[0], moments[1])
    }
  }

  private static let tables = Mutex<[String: TimeZone?]>([:])

  private static func table(_ name: String) -> TimeZone? {
    tables.withLock { tables in
      if let known = tables[name] { return known }
      let table = TimeZone(identifier: name)
      tables[name] = .some(table)
      return table
    }
  }
}
