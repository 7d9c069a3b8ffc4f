import Model
import RandomRecords
import Testing

@testable import Interchange

/// Zones that nobody but the file describes (RFC 5545, sections 3.2.19 and 3.6.5).
@Suite struct ICalendarZonesTests {
  private struct Rule {
    var name = "STANDARD"
    var start: String
    var from: String
    var to: String
    var more: [String] = []

    var lines: [String] {
      ["BEGIN:\(name)", "DTSTART:\(start)", "TZOFFSETFROM:\(from)", "TZOFFSETTO:\(to)"] + more + [
        "END:\(name)"
      ]
    }
  }

  private static let newYork = [
    Rule(
      start: "16010101T020000", from: "-0400", to: "-0500", more: ["RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]),
    Rule(
      name: "DAYLIGHT", start: "16010101T020000", from: "-0500", to: "-0400",
      more: ["RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"]),
  ]
  private static let berlin = [
    Rule(
      start: "19961027T030000", from: "+0200", to: "+0100", more: ["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]),
    Rule(
      name: "DAYLIGHT", start: "19810329T020000", from: "+0100", to: "+0200",
      more: ["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"]),
  ]

  private func calendar(_ zone: String, _ rules: [Rule], _ event: [String], more: [String] = []) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VTIMEZONE", "TZID:\(zone)"] + more + rules.flatMap(\.lines)
      + ["END:VTIMEZONE", "BEGIN:VEVENT", "UID:1@x", "SUMMARY:Briefing"] + event
      + ["END:VEVENT", "END:VCALENDAR"]).joined(separator: "\r\n") + "\r\n"
  }

  /// The first event: its start as text, in seconds, and what was said.
  private func read(_ zone: String, _ rules: [Rule], _ event: String..., more: [String] = []) throws -> (
    event: Event, text: String, seconds: Int, whats: [ICalendarNote.What]
  ) {
    let read = try ReadCalendar(calendar(zone, rules, event, more: more))
    let event = try #require(read.events.first)
    return (event, event.start?.text ?? "", event.start?.moment?.seconds ?? 0, read.whats)
  }

  private func utc(_ text: String) throws -> Int { try Moment("\(text) UTC").seconds }

  @Test(arguments: [
    ("20150715T120000", "2015-07-15 12:00 UTC-04:00", "2015-07-15 16:00"),
    ("20151215T120000", "2015-12-15 12:00 UTC-05:00", "2015-12-15 17:00"),
    // An hour before and after the change of 1 November.
    ("20151101T003000", "2015-11-01 00:30 UTC-04:00", "2015-11-01 04:30"),
    ("20151101T020000", "2015-11-01 02:00 UTC-05:00", "2015-11-01 07:00"),
    // The clocks skip it: by the offset before.
    ("20150308T023000", "2015-03-08 02:30 UTC-05:00", "2015-03-08 07:30"),
  ])
  func `A time is the moment that the clocks of the file say`(
    _ time: String, _ text: String, _ moment: String
  ) throws {
    let read = try read("Office", Self.newYork, "DTSTART;TZID=Office:\(time)")
    #expect(try read.seconds == utc(moment))
    #expect(read.text == text)
    #expect(read.whats.contains { if case .describedZone("Office", _) = $0 { true } else { false } })
  }

  @Test(arguments: [
    ("New York office", "America/New_York"), ("Eastern Time", "America/New_York"),
    ("Eastern Time (US & Canada)", "America/New_York"), ("EST5EDT", "America/New_York"), ("EST", "UTC-04:00"),
    ("London office", "UTC-04:00"), ("Havana office", "America/Havana"),
  ])
  func `A name is given where the file names it and its clocks are the same all the year`(
    _ name: String, _ zone: String
  ) throws {
    let read = try read(name, Self.newYork, "DTSTART;TZID=\(name):20150715T120000")
    // In Havana the clocks are changed at other hours.
    let wanted = zone == "America/Havana" ? "UTC-04:00" : zone
    #expect(read.event.start?.moment?.zone.name == wanted)
    #expect(try read.seconds == utc("2015-07-15 16:00"))
  }

  @Test func `What libical says it is, and what its times are called, name a zone too`() throws {
    let location = try read(
      "Office", Self.newYork, "DTSTART;TZID=Office:20150715T120000", more: ["X-LIC-LOCATION:America/Toronto"])
    #expect(location.whats == [.likeZone("Office", "America/Toronto")])
    let wrong = try read(
      "Office", Self.newYork, "DTSTART;TZID=Office:20150715T120000", more: ["X-LIC-LOCATION:Europe/Paris"])
    #expect(wrong.text == "2015-07-15 12:00 UTC-04:00")
    var rules = Self.newYork
    rules[0].more.append("TZNAME:EST")
    rules[1].more.append("TZNAME:EDT")
    let called = try read("Customized Time Zone", rules, "DTSTART;TZID=Customized Time Zone:20150715T120000")
    #expect(called.whats == [.likeZone("Customized Time Zone", "America/New_York")])
  }

  @Test func `A series in clocks without a name keeps its hour over their changes`() throws {
    let read = try read(
      "Customized Time Zone", Self.berlin, "DTSTART;TZID=Customized Time Zone:20150322T100000",
      "DTEND;TZID=Customized Time Zone:20150322T110000", "RRULE:FREQ=WEEKLY;COUNT=3",
      "EXDATE;TZID=Customized Time Zone:20150329T100000")
    #expect(read.text == "2015-03-22 10:00 UTC+01:00/+02:00,M3.5.0/02:00,M10.5.0/03:00")
    let times = read.event.instances(from: Day("2015-03-01")!, through: Day("2015-04-30")!, in: .utc)
    #expect(
      times.compactMap { $0.start.moment?.moved(to: .utc).description } == [
        "2015-03-22 09:00 UTC", "2015-04-05 08:00 UTC",
      ])
    #expect(read.whats.count == 1)
  }

  @Test func `A series whose clocks are never changed has one offset`() throws {
    let odd = [Rule(start: "19700101T000000", from: "+0520", to: "+0520")]
    let read = try read("Strange", odd, "DTSTART;TZID=Strange:20270301T080000", "RRULE:FREQ=DAILY")
    #expect(read.text == "2027-03-01 08:00 UTC+05:20")
    #expect(try read.seconds == utc("2027-03-01 02:40"))
    let nairobi = [Rule(start: "16010101T000000", from: "+0300", to: "+0300")]
    let office = try self.read("Nairobi office", nairobi, "DTSTART;TZID=Nairobi office:20210310T120000")
    #expect(office.text == "2021-03-10 12:00 Africa/Nairobi")
  }

  @Test func `Changes that stand one by one count, and those of a rule until its end`() throws {
    let rules = [
      Rule(
        start: "20100101T000000", from: "+0400", to: "+0300",
        more: ["RDATE:20110101T000000,20120601T000000", "RDATE;VALUE=PERIOD:20130601T000000/PT1H"]),
      Rule(
        name: "DAYLIGHT", start: "20100601T000000", from: "+0300", to: "+0400",
        more: ["RRULE:FREQ=YEARLY;UNTIL=20120301T000000Z;BYMONTH=3;BYDAY=1SU"]),
    ]
    func offset(_ day: String) throws -> String {
      try read("Odd", rules, "DTSTART;TZID=Odd:\(day)T120000").text.split(separator: " ").last.map(
        String.init) ?? ""
    }
    #expect(try offset("20090101") == "UTC+04:00")
    #expect(try offset("20100201") == "UTC+03:00")
    #expect(try offset("20100701") == "UTC+04:00")
    #expect(try offset("20110201") == "UTC+03:00")
    #expect(try offset("20110401") == "UTC+04:00")
    #expect(try offset("20120401") == "UTC+04:00")
    #expect(try offset("20120701") == "UTC+03:00")
    #expect(try offset("20300701") == "UTC+03:00")
    let series = try read("Odd", rules, "DTSTART;TZID=Odd:20110201T120000", "RRULE:FREQ=MONTHLY;COUNT=12")
    #expect(series.whats == [.shiftingZone("Odd", "UTC+03:00")])
  }

  @Test func `A description that is not understood is none`() throws {
    for more in [["RRULE:FREQ=HOURLY"], ["RDATE:never"], ["TZOFFSETTO:soon"], ["RRULE:FREQ=DAILY"]] {
      let read = try read(
        "Office", [Rule(start: "20100101T000000", from: "+0400", to: "+0300", more: more)],
        "DTSTART;TZID=Office:20150715T120000")
      #expect(read.whats == [.unknownZone("Office", "UTC")], "\(more)")
    }
  }

  @Test func `What is kept of clocks without a name is written with them and read again`() throws {
    let first = try read(
      "Customized Time Zone", Self.berlin, "DTSTART;TZID=Customized Time Zone:20150322T100000",
      "RRULE:FREQ=WEEKLY;UNTIL=20150412T100000", "EXDATE;TZID=Customized Time Zone:20150329T100000"
    ).event
    var writer = ICalendarWriter(name: "Office", stamp: 0)
    writer.add(first)
    let text = String(decoding: writer.file(), as: UTF8.self).replacing("\r\n ", with: "")
    let name = "UTC+01:00/+02:00,M3.5.0/02:00,M10.5.0/03:00"
    #expect(text.contains("DTSTART;TZID=\"\(name)\":20150322T100000\r\n"))
    #expect(text.contains("EXDATE;TZID=\"\(name)\":20150329T100000\r\n"))
    #expect(text.contains("RRULE:FREQ=WEEKLY;UNTIL=20150412T080000Z\r\n"))
    #expect(!text.contains("Customized"))
    let again = try #require(try ReadCalendar(text).events.first)
    let days = (Day("2015-01-01")!, Day("2015-12-31")!)
    #expect(again.start == first.start)
    #expect(
      again.instances(from: days.0, through: days.1, in: .utc).map(\.start)
        == first.instances(from: days.0, through: days.1, in: .utc).map(\.start))
  }

  /// Sixteen offsets, from the file alone and by the zone that has these rules, at random minutes of twenty years.
  @Test func `Random times are those of the zone whose rules the file has`() throws {
    var generator = SeededGenerator(seed: 16)
    for (rules, name) in [(Self.newYork, "America/New_York"), (Self.berlin, "Europe/Berlin")] {
      let zone = try #require(Zone(name))
      for _ in 0..<100 {
        let moment = Moment(
          seconds: 60 * Int.random(in: 20_000_000..<30_000_000, using: &generator), zone: zone)
        guard case .once = zone.reading(moment.day, moment.time) else { continue }
        let time = ICalendarText.local(moment.day, moment.time)
        #expect(
          try read("Office", rules, "DTSTART;TZID=Office:\(time)").seconds == moment.seconds, "\(moment)")
      }
    }
  }
}

/// Dates of a series as other programs write them.
@Suite struct ICalendarDatesTests {
  @Test func `A day that Outlook calls one is whole`() throws {
    let event = try #require(
      try ReadCalendar(
        event: "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "DTSTART;TZID=W. Europe Standard Time:20150706T000000",
        "DTEND;TZID=W. Europe Standard Time:20150708T000000"
      ).events.first)
    #expect(event.start == .day(Day("2015-07-06")!) && event.end == .day(Day("2015-07-07")!))
    let timed = try ReadCalendar(
      event: "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE", "DTSTART;TZID=Europe/Berlin:20150706T000000")
    #expect(timed.events.first?.start?.text == "2015-07-06 00:00 Europe/Berlin")
  }

  @Test func `Dates that are none are named with their line, and so is what moves later times`() throws {
    let read = try ReadCalendar(
      event: "DTSTART:20150706T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "RDATE:20150709T100000Z,soon",
      "EXDATE:20150230", "RDATE;VALUE=PERIOD:20150710T100000Z/later")
    #expect(
      read.notes == [
        ICalendarNote(line: 8, .badDate("RDATE", "soon")),
        ICalendarNote(line: 9, .badDate("EXDATE", "20150230")),
        ICalendarNote(line: 10, .badDate("RDATE", "20150710T100000Z/later")),
      ])
    let moved = try ReadCalendar(
      event: "DTSTART:20150707T150000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20150707T100000Z")
    #expect(moved.notes == [ICalendarNote(line: 7, .thisAndFuture)])
    #expect(moved.events.first?.replaced?.text == "2015-07-07 10:00 UTC")
  }

  @Test func `What is said of two revisions is true`() throws {
    func plan(_ first: String, _ second: String) throws -> CalendarImport {
      let events = [first, second].map {
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20150706\r\n\($0)\r\nEND:VEVENT\r\n"
      }
      let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events.joined())END:VCALENDAR\r\n"
      return try CalendarImport(
        ICalendarReader(ImportFile(bytes: Array(text.utf8))), stored: [], newID: { "e" })
    }
    let same = try plan("SUMMARY:One", "SUMMARY:One")
    #expect(same.notes.map(\.what) == [.saidAgain(3)])
    let other = try plan("SUMMARY:One", "SUMMARY:Two")
    #expect(other.notes.map(\.what) == [.undecided(3)] && other.new.map(\.name) == ["One"])
    let later = try plan("SUMMARY:One\r\nSEQUENCE:1", "SUMMARY:Two\r\nSEQUENCE:2")
    #expect(later.notes.map(\.what) == [.repeated(3)] && later.new.map(\.name) == ["Two"])
    let earlier = try plan("SUMMARY:One\r\nSEQUENCE:2", "SUMMARY:Two\r\nSEQUENCE:1")
    #expect(earlier.notes.map(\.what) == [.repeated(3)] && earlier.new.map(\.name) == ["One"])
  }

  @Test(arguments: [
    ("2015-07-06 10:00 Europe/Berlin", "20150708", "20150708T215900Z"),
    ("2015-07-06 10:00 Europe/Berlin", "20150708T100000", "20150708T080000Z"),
    ("2015-07-06 10:00 Europe/Berlin", "20150708T080000Z", "20150708T080000Z"),
    ("2015-07-06 10:00 UTC", "20150708T100000", "20150708T100000Z"),
    ("2015-07-06", "20150708T100000Z", "20150708"), ("2015-07-06", "20150708", "20150708"),
  ])
  func `The end of a rule is of the kind of its start`(_ start: String, _ until: String, _ written: String)
    throws
  {
    var event = Event(id: "e")
    (event.name, event.start, event.rule) = ("x", try When(start), "FREQ=DAILY;UNTIL=\(until)")
    var writer = ICalendarWriter(name: "Office", stamp: 0)
    writer.add(event)
    let text = String(decoding: writer.file(), as: UTF8.self)
    #expect(text.contains("RRULE:FREQ=DAILY;UNTIL=\(written)\r\n"))
    let again = try #require(try ReadCalendar(text).events.first)
    let days = (Day("2015-07-01")!, Day("2015-07-31")!)
    #expect(
      again.instances(from: days.0, through: days.1, in: .utc)
        == event.instances(from: days.0, through: days.1, in: .utc))
  }

  @Test func `No zone is named whose clocks do not stand in the file`() throws {
    for (start, kept, written) in [
      (
        "2015-07-06 10:00 Europe/Berlin", "EXDATE;TZID=Mars:20150707T100000",
        "EXDATE;TZID=Europe/Berlin:20150707T100000"
      ),
      ("2015-07-06 10:00 UTC", "EXDATE;TZID=Mars:20150707T100000", "EXDATE:20150707T100000Z"),
      ("2015-07-06 10:00 UTC", "EXDATE;TZID=UTC:20150707T100000", "EXDATE:20150707T100000Z"),
      ("2015-07-06", "EXDATE;VALUE=DATE;TZID=Mars:20150707", "EXDATE;VALUE=DATE:20150707"),
      (
        "2015-07-06 10:00 Europe/Berlin", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Mars:20150707T100000",
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20150707T100000"
      ),
    ] {
      var event = Event(id: "e")
      (event.name, event.start, event.extra) = ("x", try When(start), [kept])
      var writer = ICalendarWriter(name: "Office", stamp: 0)
      writer.add(event)
      let text = String(decoding: writer.file(), as: UTF8.self).replacing("\r\n ", with: "")
      #expect(text.contains("\r\n\(written)\r\n"), "\(kept)")
    }
  }
}
