import Foundation
import Synchronization

/// A time zone by its name in the IANA time zone database, such as `Africa/Nairobi`; `UTC` is one too, and so are clocks
/// that have no name there (`ZoneClocks`).
public struct Zone: Sendable, Hashable {
  public let name: String

  public static let utc = Zone(unchecked: "UTC")

  /// Nil for a name that the time zone database does not have. Names of Windows zones are taken for the zone
  /// that they mean (Unicode CLDR, windowsZones), `GMT` and `Z` for UTC.
  public init?(_ name: String) {
    if let clocks = ZoneClocks(name) {
      self.init(clocks)
      return
    }
    let known = Zone.worldwide.contains(name) ? "UTC" : WindowsZones.zone(name) ?? name
    guard known == "UTC" || known.contains("/"), Zone.table(known) != nil else { return nil }
    self.init(unchecked: known == "Etc/UTC" ? "UTC" : known)
  }

  /// Clocks that are described, without a name.
  public init(_ clocks: ZoneClocks) {
    self.init(unchecked: clocks == ZoneClocks(0) ? "UTC" : clocks.description)
  }

  /// Finds the zone that another program means by a name of its own: in quotation marks, behind the name of its
  /// library (`/freeassociation.sourceforge.net/Europe/Paris`), in other letter case, or that of Windows'
  /// settings (`(UTC+03:00) Nairobi`), a link of the time zone database (`EST5EDT`), an offset (`GMT+3`).
  /// - Returns: nil where the name has nothing in it that is known.
  public static func meant(by name: String) -> Zone? { surely(meant: name) ?? loosely(meant: name) }

  /// Only by a name that one zone alone has: of the time zone database, with its region, or of Windows. Others, such as
  /// `EST` or `Pacific Time`, may mean other clocks in a file that describes them.
  public static func surely(meant name: String) -> Zone? {
    let plain = plain(name)
    if let zone = Zone(plain), zone != .utc { return zone }
    let parts = plain.split(separator: "/").map(String.init)
    // `America/Argentina/Salta` has three parts, none has four.
    for count in [3, 2] where parts.count >= count {
      if let zone = Zone(parts.suffix(count).joined(separator: "/")) { return zone }
    }
    return byFoldedName[plain.lowercased().replacing(" ", with: "_")] ?? byFoldedName[plain.lowercased()]
  }

  /// What people call it: `UTC+3` where it is an offset alone, whose name has the sign turned round (`Etc/GMT-3`).
  public var shownName: String {
    guard let offset = name.wholeMatch(of: /Etc\/GMT([+-])([0-9]+)/) else { return name }
    return "UTC\(offset.1 == "-" ? "+" : "-")\(offset.2)"
  }

  /// The names of zones whose city, or whose name, begins so.
  public static func names(beginning text: String) -> [String] {
    let word = text.trimmed.lowercased().replacing(" ", with: "_")
    guard !word.isEmpty else { return [] }
    return byFoldedName.filter { folded, _ in
      folded.hasPrefix(word) && folded.contains("/")
        || folded.split(separator: "/").last?.hasPrefix(word) == true
    }.map(\.value.name).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
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

  private static func plain(_ name: String) -> String { name.trimmed.trimming { "\"' ".contains($0) } }

  private static func loosely(meant name: String) -> Zone? {
    let plain = plain(name)
    if let zone = Zone(plain) { return zone }
    let folded = plain.lowercased()
    if let zone = called(folded) ?? ofOffset(folded) { return zone }
    if folded.hasPrefix("tzone://microsoft/") { return called(String(folded.dropFirst(18))) }
    return folded.hasPrefix("(utc") || folded.hasPrefix("(gmt") ? ofCity(folded) : nil
  }

  /// By a name that stands in a table, or by that of a city.
  private static func called(_ folded: String) -> Zone? {
    (ZoneNames.zone(folded) ?? WindowsZones.short(folded)).flatMap { Zone($0) }
      ?? byCity[folded.replacing(" ", with: "_")]
  }

  /// `GMT+3`, `UTC-0430`, `+05:20`.
  private static func ofOffset(_ folded: String) -> Zone? {
    guard let found = folded.wholeMatch(of: /(?:utc|gmt)? ?([+-])([0-9]{1,2}):?([0-5][0-9])?/),
      let hours = Int(found.2), hours < 15
    else { return nil }
    let size = hours * 3_600 + (found.3.flatMap { Int($0) } ?? 0) * 60
    return Zone(ZoneClocks(found.1 == "-" ? -size : size))
  }

  /// `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: the first city that a zone is named after; of
  /// `(GMT) Greenwich Mean Time : Dublin, Lisbon, London` what stands before the colon.
  private static func ofCity(_ text: String) -> Zone? {
    if let zone = ZoneNames.zone(text).flatMap({ Zone($0) }) { return zone }
    let words = text.split(separator: ")", maxSplits: 1).dropFirst().joined().trimmed
    if let zone = called(words) { return zone }
    let cities = words.split { ",:;".contains($0) }.map { String($0).trimmed }
    return cities.lazy.compactMap(called).first
  }

  /// The zones that the words of a text name, such as the city in `New York office`, and the abbreviations of their
  /// times; those of longer names first.
  public static func named(in text: String, standard: String = "", daylight: String = "") -> [Zone] {
    let words = text.lowercased().split { !$0.isLetter && !"'.-".contains($0) }.prefix(16).map(String.init)
    let names = (1...3).reversed().flatMap { count in
      words.indices.dropLast(count - 1).map { words[$0..<$0 + count].joined(separator: " ") }
    }
    let pair = ZoneNames.zone("\(standard)/\(daylight)".lowercased()).flatMap { Zone($0) }
    return names.compactMap(called)
      + [standard, daylight].compactMap { $0.isEmpty ? nil : surely(meant: $0) }
      + (pair.map { [$0] } ?? [])
  }

  private static let byFoldedName: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers {
      if let zone = Zone(name), zone != .utc { zones[name.lowercased()] = zone }
    }
    for name in WindowsZones.zones.keys where name != "UTC" { zones[name.lowercased()] = Zone(name) }
    return zones
  }()

  private static let byCity: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers.sorted() {
      // `US/Eastern` and `Etc/GMT` are no cities.
      guard let city = name.split(separator: "/").last, let zone = Zone(name),
        regions.contains(where: name.hasPrefix)
      else { continue }
      zones[city.lowercased()] = zones[city.lowercased()] ?? zone
    }
    return zones
  }()

  private static let regions = [
    "Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/",
    "Pacific/",
  ]

  private static let worldwide: Set = [
    "GMT", "Z", "UTC0", "Etc/UTC", "Etc/GMT", "Etc/Zulu", "Zulu", "Etc/UCT",
  ]

  private init(unchecked name: String) { self.name = name }

  /// Seconds east of UTC at a moment, given as seconds since 1970.
  public func offset(at seconds: Int) -> Int {
    guard name != "UTC" else { return 0 }
    switch Zone.table(name) {
    case .world(let table): return table.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    case .own(let clocks): return clocks.offset(at: seconds)
    case nil: return 0
    }
  }

  /// The next moment after `seconds` at which the clocks are put forward or back; nil where they never are.
  public func nextTransition(after seconds: Int) -> Int? {
    guard name != "UTC" else { return nil }
    switch Zone.table(name) {
    case .world(let table):
      let date = Date(timeIntervalSince1970: Double(seconds))
      return table.nextDaylightSavingTimeTransition(after: date).map { Int($0.timeIntervalSince1970) }
    case .own(let clocks): return clocks.nextChange(after: seconds)
    case nil: return nil
    }
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
    Zone.reading(day, time) { offset(at: $0) }
  }

  /// The same for clocks that show `offset` seconds more than UTC at a moment.
  public static func reading(_ day: Day, _ time: TimeOfDay, offset: (Int) -> Int) -> Reading {
    let local = day.number * 86_400 + time.minutes * 60
    // No zone changes twice within two days.
    let offsets = Set([local - 86_400, local + 86_400].map(offset)).sorted(by: >)
    let moments = offsets.map { local - $0 }.filter { local - $0 == offset($0) }
    switch moments.count {
    case 0: return .never(local - offset(local - 86_400))
    case 1: return .once(moments[0])
    default: return .twice(moments[0], moments[1])
    }
  }

  /// Where the offsets of a zone are from.
  private enum Table {
    case world(TimeZone)
    case own(ZoneClocks)
  }

  private static let tables = Mutex<[String: Table?]>([:])

  private static func table(_ name: String) -> Table? {
    tables.withLock { tables in
      if let known = tables[name] { return known }
      let table = ZoneClocks(name).map(Table.own) ?? TimeZone(identifier: name).map(Table.world)
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
