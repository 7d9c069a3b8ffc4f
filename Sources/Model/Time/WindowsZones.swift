/// The names that Windows gives to time zones.
enum WindowsZones {
  static func zone(_ name: String) -> String? { zones[name] }

  /// By the name without its end, or with that of the summer, in small letters, as Lotus Notes writes it: `w. europe`,
  /// `eastern daylight time`.
  static func short(_ name: String) -> String? {
    let ends = [" standard time", " daylight time", " summer time"]
    let end = ends.first(where: name.hasSuffix) ?? ""
    return byShortName[String(name.dropLast(end.count))]
  }

  private static let byShortName: [String: String] = Dictionary(
    zones.compactMap { name, zone in
      name.hasSuffix(" Standard Time") ? (String(name.dropLast(14)).lowercased(), zone) : nil
    }, uniquingKeysWith: { first, _ in first })

  static let zones: [String: String] = Dictionary(
    uniqueKeysWithValues: EmbeddedTable.rows("windows-zones.tsv").map { ($0[0], $0[1]) })
}

/// Names of zones that have no region before them: links of the time zone database, what Windows and other programs show,
/// and pairs of abbreviations (`est/edt`).
enum ZoneNames {
  /// - Parameter name: in small letters.
  static func zone(_ name: String) -> String? { zones[name] }

  private static let zones: [String: String] = Dictionary(
    uniqueKeysWithValues: EmbeddedTable.rows("zone-names.tsv").map { ($0[0], $0[1]) })
}
