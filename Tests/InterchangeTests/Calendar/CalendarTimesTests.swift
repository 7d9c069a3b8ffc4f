import Model
import Testing

@testable import Interchange

/// Times as other programs write them, and what becomes of them on the page, in the file and in the counts.
@Suite struct CalendarTimesTests {
  private func calendar(_ events: String..., before: String = "") -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(before)"
      + events.map { "BEGIN:VEVENT\r\n\($0.replacing("\n", with: "\r\n"))\r\nEND:VEVENT\r\n" }.joined()
      + "END:VCALENDAR\r\n"
  }

  private func read(_ text: String, zone: Zone = .utc) throws -> CalendarImport {
    var count = 0
    return try CalendarImport(
      ICalendarReader(ImportFile(bytes: Array(text.utf8)), zone: zone), stored: [],
      newID: {
        count += 1
        return "e\(count)"
      })
  }

  private func days(_ event: Event, without moved: [When] = []) -> [String] {
    event.instances(from: Day("2015-01-01")!, through: Day("2016-12-31")!, in: .utc, without: moved)
      .map { $0.start.text }
  }

  private static let weekly = """
    UID:a
    SUMMARY:Briefing
    DTSTART:20150707T100000Z
    DTEND:20150707T110000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    X-OUTREACH-PUBLIC:yes
    """

  @Test func `Dates that take nothing out of a series are named`() throws {
    func whats(_ lines: String) throws -> [ICalendarNote.What] {
      try read(calendar(Self.weekly + "\n" + lines)).notes.map(\.what)
    }
    #expect(try whats("EXDATE:20150714T100000Z").isEmpty)
    #expect(try whats("EXDATE;VALUE=DATE:20150714").isEmpty)
    #expect(try whats("EXDATE;TZID=Europe/Paris:20150714T120000").isEmpty)
    #expect(try whats("RDATE:20150716T100000Z\nEXDATE:20150716T100000Z").isEmpty)
    // Midnight of the day, a day of none, and one behind the end.
    #expect(
      try whats("EXDATE:20150714T000000Z,20150715T100000Z\nEXDATE:20150728T100000Z") == [
        .nothingLeftOut("2015-07-14 00:00 UTC, 2015-07-15 10:00 UTC, 2015-07-28 10:00 UTC")
      ])
    #expect(
      try read(calendar("UID:a\nSUMMARY:One\nDTSTART:20150707T100000Z\nEXDATE:20150708T100000Z")).notes.map(
        \.what) == [.nothingLeftOut("2015-07-08 10:00 UTC")])
  }

  @Test func `Whole days that end at a midnight in UTC end with the day that begins then`() throws {
    let leave = "UID:a\nSUMMARY:Leave\nDTSTART;VALUE=DATE:20150706\nRRULE:FREQ=DAILY;UNTIL="
    func last(_ until: String, in zone: String) throws -> (day: String?, notes: [ICalendarNote.What]) {
      let plan = try read(calendar(leave + until), zone: Zone(zone)!)
      return (plan.new.first.flatMap { days($0).last }, plan.notes.map(\.what))
    }
    let said = ICalendarNote.What.untilOfDays("UNTIL=20150707T220000Z", "2015-07-08")
    let berlin = try last("20150707T220000Z", in: "Europe/Berlin")
    #expect(berlin.day == "2015-07-08" && berlin.notes == [said])
    // No midnight here: the day as it stands, and a word.
    let utc = try last("20150707T220000Z", in: "UTC")
    #expect(
      utc.day == "2015-07-07" && utc.notes == [.untilOfDays("UNTIL=20150707T220000Z", "2015-07-07")])
    for plain in ["20150707", "20150707T000000Z", "20150707T235959Z"] {
      let found = try last(plain, in: "Europe/Berlin")
      #expect(found.day == "2015-07-07" && found.notes.isEmpty, "\(plain)")
    }
  }

  @Test func `Periods among the dates of a series are times of it, each with its own end`() throws {
    let event = try #require(
      try read(
        calendar(
          """
          UID:p
          SUMMARY:Talk
          DTSTART:20150105T090000Z
          DTEND:20150105T100000Z
          RDATE;VALUE=PERIOD:20150112T090000Z/PT3H,20150119T090000Z/20150119T093000Z
          """)
      ).new.first)
    let times = event.instances(from: Day("2015-01-01")!, through: Day("2015-12-31")!, in: .utc)
    #expect(times.map { $0.start.day.description } == ["2015-01-05", "2015-01-12", "2015-01-19"])
    let lengths = times.compactMap { time in
      time.end?.moment.map { $0.seconds - (time.start.moment?.seconds ?? 0) }
    }
    #expect(lengths == [3_600, 3 * 3_600, 1_800])
  }

  @Test func `Names of properties have no letter case`() throws {
    let series = try read(calendar(Self.weekly + "\nexdate:20150714T100000Z")).new
    #expect(series.first.map { days($0).count } == 2)
    let moved = try read(
      calendar(
        Self.weekly, "UID:a\nSUMMARY:Briefing\nrecurrence-id:20150714T100000Z\nDTSTART:20150715T100000Z")
    ).new
    #expect(moved.count == 2 && MovedTimes(moved)[moved[0]].count == 1)
  }

  @Test func `The name of a zone may have colons in its quotes`() throws {
    let zone = "TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\""
    let events = try read(
      calendar(
        "UID:a\nSUMMARY:B\nDTSTART;\(zone):20150706T100000\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:a\nSUMMARY:B\nSEQUENCE:1\nRECURRENCE-ID;\(zone):20150707T100000\nDTSTART;\(zone):20150707T150000"
      )
    ).new
    #expect(events.count == 2)
    #expect(days(events[0], without: MovedTimes(events)[events[0]]).count == 2)
  }

  @Test func `A time that was moved or called off stands once on the page and in the count`() throws {
    let events = try read(
      calendar(
        Self.weekly,
        "UID:a\nSUMMARY:Briefing\nRECURRENCE-ID:20150714T100000Z\nDTSTART:20150715T100000Z\nX-OUTREACH-PUBLIC:yes",
        """
        UID:a
        SUMMARY:Briefing
        RECURRENCE-ID:20150721T100000Z
        DTSTART:20150721T100000Z
        DTEND:20150721T110000Z
        STATUS:CANCELLED
        X-OUTREACH-PUBLIC:yes
        """)
    ).new
    let moved = MovedTimes(events)
    #expect(events.map { days($0, without: moved[$0]).count } == [1, 1, 1])
  }

  @Test func `Of two revisions the one that was written later is taken`() throws {
    let events = ["20150102T000000Z", "20150103T000000Z", "20150101T000000Z"].enumerated().map {
      "UID:a\nSUMMARY:Take \($0)\nDTSTAMP:\($1)\nDTSTART:2015010\($0 + 1)T090000Z"
    }
    #expect(try read(calendar(events[0], events[1], events[2])).new.map(\.name) == ["Take 1"])
    #expect(try read(calendar(events[1], events[2], events[0])).new.map(\.name) == ["Take 1"])
    #expect(try read(calendar(events[0] + "\nSEQUENCE:1", events[1])).new.map(\.name) == ["Take 0"])
  }

  @Test func `Midnight behind a day is the day`() throws {
    let event = try #require(
      try read(
        calendar(
          "UID:a\nSUMMARY:Week\nDTSTART;VALUE=DATE:20151222T000000\nDTEND;VALUE=DATE:20160101T000000")
      ).new.first)
    #expect(event.start == .day(Day("2015-12-22")!) && event.end == .day(Day("2015-12-31")!))
  }

  @Test func `What is written names only zones whose clocks stand in the file`() throws {
    let events = try read(
      calendar(
        """
        UID:a
        SUMMARY:B
        DTSTART;TZID=W. Europe Standard Time:20150706T100000
        RRULE:FREQ=DAILY;COUNT=3
        EXDATE;TZID=W. Europe Standard Time:20150707T100000
        EXDATE:20150708T100000
        """)
    ).new
    var writer = ICalendarWriter(name: "Office", stamp: 0)
    for event in events { writer.add(event) }
    let text = String(decoding: writer.file(), as: UTF8.self)
    #expect(text.contains("EXDATE;TZID=Europe/Berlin:20150707T100000\r\n"))
    #expect(text.contains("EXDATE;TZID=Europe/Berlin:20150708T100000\r\n"))
    #expect(!text.contains("W. Europe") && text.contains("TZID:Europe/Berlin"))
    let again = try read(text).new
    #expect(again.map { days($0) } == events.map { days($0) })
  }
}
