/// The names that Windows gives to time zones (Unicode CLDR, windowsZones, territory 001).
enum WindowsZones {
  static func zone(_ name: String) -> String? { zones[name] }

  private static let zones: [String: String] = [
    "UTC": "UTC", "GMT Standard Time": "Europe/London", "Romance Standard Time": "Europe/Paris",
    "W. Europe Standard Time": "Europe/Berlin", "E. Africa Standard Time": "Africa/Nairobi",
  ]
}
