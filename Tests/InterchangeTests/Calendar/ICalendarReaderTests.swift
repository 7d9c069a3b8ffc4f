import Model
import Testing

@testable import Interchange

@Suite struct ICalendarReaderTests {
  @Test(arguments: ["\r\n", "\n", "\r"])
  func `Lines end as they will`(_ end: String) throws {
    let read = try ReadCalendar(
      event: "DTSTART:20160222T070000Z", "DTEND:20160222T083000Z", "LOCATION:Room 4\\, Annex",
      "STATUS:TENTATIVE",
      "DESCRIPTION:One\\nTwo\\; three \\\\ four", "SEQUENCE:3", "CATEGORIES:INTERVIEW",
      "URL:https://example.org/a,b",
      end: end)
    let event = try #require(read.events.first)
    #expect(event.start?.text == "2016-02-22 07:00 UTC")
    #expect(event.end?.text == "2016-02-22 08:30 UTC")
    #expect((event.uid, event.name, event.place) == ("1@x", "Briefing", "Room 4, Annex"))
    #expect(event.note == "One\nTwo; three \\ four")
    #expect((event.sequence, event.type, event.status) == (3, .interview, .tentative))
    #expect(event.url == "https://example.org/a,b")
    #expect(event.extra.isEmpty)
    #expect(read.notes.isEmpty)
  }

  @Test func `Whole days end the day before their end`() throws {
    let read = try ReadCalendar(event: "DTSTART;VALUE=DATE:20160222", "DTEND;VALUE=DATE:20160225")
    #expect(read.events.map(\.start?.text) == ["2016-02-22"])
    #expect(read.events.map(\.end?.text) == ["2016-02-24"])
  }

  @Test(arguments: [
    ("DTSTART:20160222", "P1D", "2016-02-22"), ("DTSTART:20160222", "P2W", "2016-03-06"),
    ("DTSTART:20160222T070000Z", "PT1H30M", "2016-02-22 08:30 UTC"),
    // A day of 23 hours.
    ("DTSTART;TZID=Europe/Paris:20160326T100000", "P1D", "2016-03-27 10:00 Europe/Paris"),
    ("DTSTART;TZID=Europe/Paris:20160326T100000", "PT24H", "2016-03-27 11:00 Europe/Paris"),
  ])
  func `A duration is an end`(_ start: String, duration: String, end: String) throws {
    #expect(try ReadCalendar(event: start, "DURATION:\(duration)").events.first?.end?.text == end)
  }

  @Test func `A fold is no end even inside a character`() throws {
    let line = Array("DESCRIPTION:生物多样性 café".utf8)
    var bytes = Array("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:20160222\n".utf8)
    for (index, byte) in line.enumerated() {
      bytes.append(byte)
      if index > 14, index % 2 == 0 { bytes += Array("\r\n ".utf8) }
    }
    bytes += Array("\r\n\tau lait\r\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
    #expect(try ReadCalendar([0xEF, 0xBB, 0xBF] + bytes).events.first?.note == "生物多样性 caféau lait")
  }

  @Test func `Zones of other programs are found`() throws {
    for (name, zone) in [
      ("E. Africa Standard Time", "Africa/Nairobi"), ("\"Europe/Paris\"", "Europe/Paris"),
      ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
      ("\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\"", "Europe/Brussels"),
    ] {
      let read = try ReadCalendar(event: "DTSTART;TZID=\(name):20160222T070000")
      #expect(read.events.first?.start?.text == "2016-02-22 07:00 \(zone)")
      #expect(read.notes.isEmpty)
    }
  }

  /// The file describes the clocks, behind the event that needs them.
  @Test func `A zone without a known name is as the file describes it`() throws {
    let read = try ReadCalendar(
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:1
      SUMMARY:x
      DTSTART;TZID=Office:20160722T070000
      END:VEVENT
      BEGIN:VTIMEZONE
      TZID:Office
      BEGIN:STANDARD
      DTSTART:19701101T020000
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19700308T020000
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
      END:DAYLIGHT
      END:VTIMEZONE
      END:VCALENDAR
      """)
    let start = try #require(read.events.first?.start?.moment)
    #expect(start.description == "2016-07-22 07:00 UTC-04:00")
    #expect(read.notes == [ICalendarNote(line: 6, .describedZone("Office", "UTC-04:00"))])
  }

  @Test func `What is not said is repaired and reported`() throws {
    let nairobi = Zone("Africa/Nairobi")!
    func notes(_ lines: String...) throws -> [ICalendarNote.What] {
      let all =
        (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"])
      return try ReadCalendar(all.joined(separator: "\n"), zone: nairobi).whats
    }
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222T070000") == [.floating("Africa/Nairobi")])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART;TZID=Mars:20160222T070000") == [
        .unknownZone("Mars", "Africa/Nairobi")
      ])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART;TZID=Europe/Paris:20160327T023000") == [
        .skippedTime("2016-03-27 02:30", "Europe/Paris", "2016-03-27 03:30 Europe/Paris")
      ])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART;TZID=Europe/Paris:20161030T023000") == [
        .repeatedTime("2016-10-30 02:30", "Europe/Paris")
      ])
    #expect(try notes("SUMMARY:x", "DTSTART:20160222") == [.noUID])
    #expect(try notes("UID:1", "DESCRIPTION:Who\\nWhat", "DTSTART:20160222") == [.noTitle("Who")])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "DTEND:20160201") == [.endBeforeStart])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "DTEND:soon") == [.badEnd("soon")])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222T070015Z") == [.droppedSeconds])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160230") == [.badStart("20160230")])
    #expect(try notes("UID:1", "SUMMARY:x") == [.noStart])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "STATUS:MAYBE") == [.badValue("STATUS", "MAYBE")])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "nonsense") == [.skippedLine])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "RRULE:FREQ=HOURLY") == [
        .unsupportedRule("FREQ=HOURLY")
      ])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:20160222", "RRULE:FREQ=NOW") == [.badRule("FREQ=NOW")])
    #expect(try notes("UID:1", "SUMMARY:x", "DTSTART:10150222") == [.farYear("1015-02-22")])
    #expect(
      try notes("UID:1", "SUMMARY:x", "DTSTART:20150222T070000Z", "DTEND:21050222T080000Z") == [
        .farYear("2105-02-22")
      ])
  }

  @Test func `Missing ends are added`() throws {
    let read = try ReadCalendar(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      SUMMARY:one
      DTSTART:20160222
      BEGIN:VALARM
      TRIGGER:-PT5M
      BEGIN:VEVENT
      UID:2
      SUMMARY:two
      DTSTART:20160223
      END:VCALENDAR
      BEGIN:VEVENT
      UID:3
      SUMMARY:three
      DTSTART:20160224
      """)
    #expect(read.events.map(\.name) == ["one", "two", "three"])
    #expect(
      read.whats == [
        .addedEnd("VALARM"), .addedEnd("VEVENT"), .addedEnd("VEVENT"), .addedEnd("VEVENT"), .noVersion,
      ])
    #expect(read.leftOut == ["VALARM": 1])
  }

  @Test func `What is no event is counted and what is not known is kept`() throws {
    let read = try ReadCalendar(
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VTODO
      UID:t
      SUMMARY:Not this
      END:VTODO
      BEGIN:VEVENT
      UID:1
      SUMMARY;LANGUAGE=en:this
      DTSTART:20160222
      X-COLOUR;SHADE="a;b:c":green
      ATTENDEE;CN="O'Neill, Ana":mailto:ana@example.org
      RRULE:FREQ=YEARLY
      EXDATE;VALUE=DATE:20170222
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(read.events.map(\.name) == ["this"])
    #expect(read.leftOut == ["VTODO": 1])
    #expect(
      read.events.first?.extra == [
        "X-COLOUR;SHADE=\"a;b:c\":green", "ATTENDEE;CN=\"O'Neill, Ana\":mailto:ana@example.org",
        "EXDATE;VALUE=DATE:20170222",
      ])
    #expect(read.events.first?.rule == "FREQ=YEARLY")
  }

  @Test func `What is no calendar is refused`() throws {
    #expect(throws: ICalendarProblem.noCalendar) { try ReadCalendar("name,date\nBriefing,2016-02-22\n") }
    #expect(throws: ICalendarProblem.noCalendar) { try ReadCalendar("") }
    #expect(throws: ICalendarProblem.notText("pdf")) { try ReadCalendar("%PDF-1.4") }
    #expect(throws: ICalendarProblem.notText("binary")) { try ReadCalendar([1, 0, 0, 2, 0, 3, 0, 0]) }
    #expect(try ReadCalendar("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n").events.isEmpty)
  }

  @Test func `A second rule, or one of what is left out, is kept and said`() throws {
    let read = try ReadCalendar(
      event: "DTSTART:20160222T070000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=MONTHLY;COUNT=2",
      "EXRULE:FREQ=YEARLY")
    #expect(Set(read.whats.map { "\($0)" }) == ["unreckoned(\"RRULE\")", "unreckoned(\"EXRULE\")"])
    #expect(read.events.first?.rule == "FREQ=WEEKLY;COUNT=3")
    #expect(read.events.first?.extra == ["EXRULE:FREQ=YEARLY", "RRULE:FREQ=MONTHLY;COUNT=2"])
  }

  @Test func `Times without a zone have that of their calendar, unless somebody says another`() throws {
    let text =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/Brussels\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\n"
      + "DTSTART:20160222T070000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    func start(_ zone: Zone?) throws -> (String?, Int) {
      var reader = try ICalendarReader(ImportFile(bytes: Array(text.utf8)), zone: zone)
      return (try reader.next()?.event.start?.text, reader.notes.count)
    }
    #expect(try start(nil) == ("2016-02-22 07:00 Europe/Brussels", 0))
    #expect(try start(Zone("Africa/Nairobi")) == ("2016-02-22 07:00 Africa/Nairobi", 1))
  }

  @Test func `Two events without a line end between them are two`() throws {
    func event(_ uid: String) -> String { "UID:\(uid)\nSUMMARY:\(uid)\nDTSTART:20160222\n" }
    for joint in ["END:VEVENTBEGIN:VEVENT", "END:VEVENT BEGIN:VEVENT", "end:vevent\tbegin:vevent"] {
      let read = try ReadCalendar(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n" + event("a") + joint + "\n" + event("b")
          + "END:VEVENTEND:VCALENDAR\n")
      #expect(read.events.map(\.uid) == ["a", "b"] && read.notes.isEmpty)
    }
  }

  @Test func `Components that never end cost no more than their lines`() throws {
    let begun = String(repeating: "BEGIN:X-A\n", count: 40_000)
    let ended = String(repeating: "END:X-B\n", count: 40_000)
    let start = ContinuousClock.now
    let read = try ReadCalendar("BEGIN:VCALENDAR\nVERSION:2.0\n" + begun + ended + "END:VCALENDAR\n")
    #expect(read.events.isEmpty && read.leftOut["X-A"] == 40_000)
    // Looking through all that is open for each line takes a thousand times longer.
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
