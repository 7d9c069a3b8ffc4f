import Model

@testable import Interchange

/// What a calendar file became.
struct ReadCalendar {
  var events: [Event] = []
  var notes: [ICalendarNote] = []
  var leftOut: [String: Int] = [:]

  init(_ bytes: [UInt8], zone: Zone = .utc) throws {
    var reader = try ICalendarReader(ImportFile(bytes: bytes), zone: zone)
    while let found = try reader.next() { events.append(found.event) }
    (notes, leftOut) = (reader.notes, reader.leftOut)
  }

  init(_ text: String, zone: Zone = .utc) throws { try self.init(Array(text.utf8), zone: zone) }

  /// One event with these lines, in a whole calendar.
  init(event lines: String..., zone: Zone = .utc, end: String = "\r\n") throws {
    let all =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1@x", "SUMMARY:Briefing"] + lines
      + ["END:VEVENT", "END:VCALENDAR"]
    try self.init(all.joined(separator: end) + end, zone: zone)
  }

  var whats: [ICalendarNote.What] { notes.map(\.what) }
}
