import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

@Suite struct ICalendarRoundTripTests {
  private func written(_ events: [Event]) -> [UInt8] {
    var writer = ICalendarWriter(name: "Office", stamp: 1_456_113_600)
    events.forEach { writer.add($0) }
    return writer.file()
  }

  @Test func `What is written is read back unchanged`() throws {
    let zones = [
      "Africa/Nairobi", "Europe/Paris", "UTC", "Australia/Lord_Howe", "America/Santiago", "Asia/Tehran",
    ]
    var random = RandomRecords(seed: 4)
    var generator = SeededGenerator(seed: 5)
    var events: [Event] = []
    for number in 0..<300 {
      var event: Event = random.record("e\(number)")
      let zone = Zone(zones.randomElement(using: &generator)!)!
      let seconds = 60 * Int.random(in: 20_000_000..<28_000_000, using: &generator)
      let length = Int.random(in: 0...3, using: &generator)
      if number % 3 == 0 {
        event.start = .day(Day(number: seconds / 86_400))
        event.end = length == 3 ? nil : .day(Day(number: seconds / 86_400 + length))
      } else {
        event.start = .moment(Moment(seconds: seconds, zone: zone))
        event.end = length == 3 ? nil : .moment(Moment(seconds: seconds + length * 1_800, zone: zone))
      }
      event.url = "https://example.org/\(number)?a=b,c;d"
      event.rule = ["", "FREQ=WEEKLY;BYDAY=MO", "FREQ=HOURLY"][number % 3]
      event.extra =
        [["CATEGORIES:a,b"], [], ["X-NOTE:\(String(repeating: "汉字", count: 60))", "CLASS:PRIVATE"]][
          number % 3]
      event.uid = number % 2 == 0 ? "" : "\(event.uid)\(number)"
      if number % 2 == 0 { event.sequence = number }
      events.append(event)
    }
    let bytes = written(events)
    let read = try ReadCalendar(bytes)
    #expect(read.events.count == events.count)
    for (event, found) in zip(events, read.events) {
      let found = found.id.isEmpty ? Event(id: event.id, version: 0, values: found.values) : found
      #expect(found == event, "\(found.differences(from: event))")
    }
    #expect(read.whats.allSatisfy { $0 == .unsupportedRule("FREQ=HOURLY") })
    #expect(written(events) == bytes)
  }

  @Test func `Both times of a repeated hour are read back`() throws {
    var events: [Event] = []
    for (index, offset) in ["+02:00", "+01:00"].enumerated() {
      var event = Event(id: "e\(index)")
      (event.name, event.start) = ("x", try When("2016-10-30 02:30\(offset) Europe/Paris"))
      events.append(event)
    }
    #expect(try ReadCalendar(written(events)).events == events)
  }

  /// RFC 5545, section 3.1: no line is longer than 75 octets, none ends inside a character.
  @Test func `Lines are folded between characters`() throws {
    var event = Event(id: "e")
    (event.name, event.start) = (String(repeating: "生物多样性🌿é ", count: 40) + "end", try When("2016-02-22"))
    let bytes = written([event])
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(try ReadCalendar(bytes).events == [event])
  }

  @Test func `Nothing steers the file`() throws {
    var event = Event(id: "e")
    (event.name, event.start) = ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", try When("2016-02-22"))
    event.extra = [
      "END:VEVENT", "BEGIN:VALARM", "UID:other", "no property", "X-A:1\r\nEND:VEVENT",
      "X-OUTREACH-PUBLIC:yes",
    ]
    event.url = "https://example.org/\r\nSTATUS:CANCELLED"
    (event.rule, event.uid) = ("FREQ=DAILY;COUNT=1\r\nEND:VEVENT", "a\r\nb")
    let text = String(decoding: written([event]), as: UTF8.self)
    #expect(text.components(separatedBy: "\r\nEND:VEVENT\r\n").count == 2)
    #expect(text.components(separatedBy: "\r\nUID:").count == 2)
    #expect(!text.contains("BEGIN:VALARM") && !text.contains("\r\nSTATUS:CANCELLED"))
  }

  @Test func `Everybody reads only what is for everybody`() throws {
    var event = Event(id: "e")
    (event.name, event.start, event.place) = ("Stakeholder day", try When("2016-02-21"), "Kuala Lumpur")
    (event.note, event.owner, event.participants) = ("secret note", "secret owner", ["secret guest"])
    (event.spokespersons, event.isPublic) = (["secret-id"], true)
    event.extra = ["ATTENDEE:mailto:secret@example.org", "EXDATE;VALUE=DATE:20170221"]
    var writer = ICalendarWriter(name: "Events", stamp: 0, for: .everybody)
    writer.add(event)
    let text = String(decoding: writer.file(), as: UTF8.self)
    #expect(!text.contains("secret"))
    #expect(text.contains("SUMMARY:Stakeholder day\r\n"))
    #expect(text.contains("CATEGORIES:other\r\n"))
  }

  /// RFC 5545, section 3.3.13; RFC 3986, section 2.1.
  @Test func `An address is written as one, and read back as it was typed`() throws {
    var event = Event(id: "e")
    (event.name, event.start) = ("x", try When("2016-02-22"))
    event.url = "https://example.org/a b/é?q=<1>"
    let bytes = written([event])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\r\nURL:https://example.org/a%20b/%C3%A9?q=%3C1%3E\r\n"))
    #expect(try ReadCalendar(bytes).events == [event])
    var writer = ICalendarWriter(name: "Events", stamp: 0, for: .everybody)
    writer.add(event)
    #expect(!String(decoding: writer.file(), as: UTF8.self).contains("X-OUTREACH"))
  }

  /// RFC 5545, section 3.6: a calendar has a component at least.
  @Test func `A calendar without events is one`() throws {
    let bytes = written([])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\n"))
    let read = try ReadCalendar(bytes)
    #expect(read.events.isEmpty && read.notes.isEmpty && read.leftOut.isEmpty)
  }

  @Test func `Zones are written with their changes`() throws {
    func zone(_ name: String, _ years: ClosedRange<Int>) -> [String] {
      var lines = ICalendarLines()
      ICalendarTimeZone(Zone(name)!, years: years).write(to: &lines)
      return String(decoding: lines.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
    #expect(
      zone("Europe/Paris", 2016...2017) == [
        "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:DAYLIGHT", "DTSTART:20150329T020000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20151025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
      ])
    #expect(
      zone("Africa/Nairobi", 2016...2016) == [
        "BEGIN:VTIMEZONE", "TZID:Africa/Nairobi", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE",
      ])
    // Pauses for Ramadan: no yearly rule, each change by itself.
    let morocco = zone("Africa/Casablanca", 2016...2016)
    #expect(morocco.contains("BEGIN:DAYLIGHT"))
    #expect(!morocco.contains { $0.hasPrefix("RRULE") })
    #expect(morocco.contains { $0.hasPrefix("RDATE:2016") })
  }
}
