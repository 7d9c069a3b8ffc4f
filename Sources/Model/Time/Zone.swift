import Foundation
import Synchronization

/// A time zone by its name in the IANA time zone database, such as `Africa/Nairobi`; `UTC` is one too.
public struct Zone: Sendable, Hashable {
  public let name: String

  public static let utc = Zone(unchecked: "UTC")

  /// Nil for a name that the time zone database does not have. Names of Windows zones are taken for the zone
  /// that they mean (Unicode CLDR, windowsZones), `GMT` and `Z` for UTC.
  public init?(_ name: String) {
    let known = Zone.worldwide.contains(name) ? "UTC" : WindowsZones.zone(name) ?? name
    guard known == "UTC" || known.contains("/"), Zone.table(known) != nil else { return nil }
    self.name = known == "Etc/UTC" ? "UTC" : known
  }

  /// Finds the zone that another program means by a name of its own: in quotation marks, behind the name of its
  /// library (`/freeassociation.sourceforge.net/Europe/Paris`), in other letter case, or that of Windows'
  /// settings (`(UTC+03:00) Nairobi`).
  /// - Returns: nil where the name has nothing in it that is known.
  public static func meant(by name: String) -> Zone? {
    let plain = name.trimmed.trimming { "\"' ".contains($0) }
    if let zone = Zone(plain) { return zone }
    let parts = plain.split(separator: "/").map(String.init)
    // `America/Argentina/Salta` has three parts, none has four.
    for count in [3, 2] where parts.count >= count {
      if let zone = Zone(parts.suffix(count).joined(separator: "/")) { return zone }
    }
    let folded = plain.lowercased()
    return folded.hasPrefix("(utc") || folded.hasPrefix("(gmt") ? ofCity(folded) : byFoldedName[folded]
  }

  /// The zone that is named after a city: `Kuala Lumpur`. Nil where none is.
  public static func city(_ name: String) -> Zone? {
    byCity[name.trimmed.lowercased().replacing(" ", with: "_")]
  }

  /// The zone that somebody may have meant by the name of a zone or city with a slip in it; nil where none is near.
  public static func near(_ text: String) -> Zone? {
    let word = text.trimmed.lowercased().replacing(" ", with: "_")
    let names = word.contains("/") ? byFoldedName : byCity
    return EditDistance.nearest(word, of: names.keys.sorted()).flatMap { names[$0] }
  }

  /// `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: the first city that a zone is named after.
  private static func ofCity(_ text: String) -> Zone? {
    let words = text.split(separator: ")", maxSplits: 1).dropFirst().joined().lowercased()
    let cities = words.split(separator: ",").map { String($0).trimmed.replacing(" ", with: "_") }
    for city in cities {
      if let zone = byCity[city] { return zone }
    }
    return ["utc", "coordinated_universal_time"].contains(cities.first ?? "") ? utc : nil
  }

  private static let byFoldedName: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers {
      if let zone = Zone(name) { zones[name.lowercased()] = zone }
    }
    for name in WindowsZones.zones.keys { zones[name.lowercased()] = Zone(name) }
    return zones
  }()

  private static let byCity: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers.sorted() {
      guard let city = name.split(separator: "/").last, let zone = Zone(name) else { continue }
      zones[city.lowercased()] = zones[city.lowercased()] ?? zone
    }
    return zones
  }()

  private static let worldwide: Set = [
    "GMT", "Z", "UTC0", "Etc/UTC", "Etc/GMT", "Etc/Zulu", "Zulu", "Etc/UCT",
  ]

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

extension String {
  /// Without the characters at its ends that `isTrimmed` names.
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let first = text.first, isTrimmed(first) { text.removeFirst() }
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}

extension Zone {
  /// One zone for each set of rules that is told apart in use, those with a place of their own first.
  public static let representatives: [Zone] =
    Set(WindowsZones.zones.values).sorted { a, b in
      let (first, second) = (a.hasPrefix("Etc/"), b.hasPrefix("Etc/"))
      return first == second ? a < b : second
    }.compactMap { Zone($0) }
}
