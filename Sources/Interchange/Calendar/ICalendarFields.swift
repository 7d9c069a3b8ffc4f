import Model

/// How the fields of an event stand in iCalendar, and what may stand there besides.
enum ICalendarFields {
  /// Those for which the standard has no property, under a name of our own.
  static let own: [(property: String, field: String)] = [
    ("X-OUTREACH-KIND", "event_kind"), ("X-OUTREACH-PUBLIC", "public"), ("X-OUTREACH-LAUNCH", "launch"),
    ("X-OUTREACH-ACTIVITY", "activity"), ("X-OUTREACH-OWNER", "owner"),
    ("X-OUTREACH-LANGUAGES", "languages"), ("X-OUTREACH-AUDIENCES", "audiences"),
    ("X-OUTREACH-SPOKESPERSONS", "spokespersons"),
    ("X-OUTREACH-PARTICIPANTS", "participants"), ("X-OUTREACH-SEQUENCE", "sequence"),
  ]

  /// The address of an event as it was typed, where no URL can be written so.
  static let typedURL = "X-OUTREACH-URL"

  /// Properties of dates that are kept as lines.
  static let dated: Set<String> = ["EXDATE", "RDATE", "RECURRENCE-ID"]

  /// The head of a kept line of dates, its name and parameters, with another zone.
  /// - Parameter zone: nil for UTC.
  static func head(_ head: Substring, in zone: Zone?) -> String {
    var parts = Event.parts(of: head).filter { $0.prefix(5).uppercased() != "TZID=" }
    if let zone { parts.append("TZID=\(parameter(zone.name))") }
    return parts.joined(separator: ";")
  }

  /// A value of a parameter, in quotes where it needs them (RFC 5545, section 3.2).
  static func parameter(_ value: String) -> String {
    value.contains { ",:;".contains($0) } ? "\"\(value)\"" : value
  }

  static func field(_ property: String) -> String? { byProperty[property] }
  private static let byProperty = Dictionary(uniqueKeysWithValues: own.map { ($0.property, $0.field) })

  /// The id in a UID that this program made; nil for any other UID.
  static func ownID(_ uid: String) -> RecordID? {
    guard uid.hasPrefix("event-"), uid.hasSuffix("@outreach") else { return nil }
    return try? NewID.checked(String(uid.dropFirst(6).dropLast(9)))
  }

  /// A UID for an event that has none: the same for the same event, so that reading its file again does not bring it
  /// twice (FNV-1a over its name and its start).
  static func madeUID(of event: Event) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(event.name)\n\(event.start?.text ?? "")".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return "made-\(String(hash, radix: 36))@outreach"
  }

  /// The properties that the writer writes itself, and those that would end or begin something.
  private static let written: Set<String> = [
    "BEGIN", "END", "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION",
    "URL",
    "STATUS", "DESCRIPTION",
  ]

  /// A line that is kept beside the fields, in one line and without control characters; nil for what cannot stand in
  /// an event, or is written from its fields.
  static func kept(_ line: String) -> String? {
    let plain = String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    ).trimmed
    let name = plain.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ":") }
    let isName = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
      default: false
      }
    }
    let word = String(Substring(name)).uppercased()
    guard !word.isEmpty, isName, plain.utf8.contains(UInt8(ascii: ":")), !written.contains(word),
      !word.hasPrefix("X-OUTREACH-")
    else { return nil }
    return plain
  }
}
