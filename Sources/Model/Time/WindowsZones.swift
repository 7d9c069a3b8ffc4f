/// The names that Windows gives to time zones.
enum WindowsZones {
  static func zone(_ name: String) -> String? { zones[name] }

  static let zones: [String: String] = Dictionary(
    uniqueKeysWithValues: EmbeddedTable.rows("windows-zones.tsv").map { ($0[0], $0[1]) })
}
