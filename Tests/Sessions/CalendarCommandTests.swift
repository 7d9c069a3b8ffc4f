import Foundation
import FoundationXML
import Testing

@Suite struct CalendarCommandTests {
  private static let office = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    UID:s1@example.org
    SUMMARY:Fourth session of the Plenary
    DTSTART;VALUE=DATE:20160222
    DTEND;VALUE=DATE:20160229
    LOCATION:Kuala Lumpur
    CATEGORIES:session
    END:VEVENT
    BEGIN:VEVENT
    UID:s2@example.org
    SUMMARY:مقابلة إذاعية حول الملقحات
    DTSTART;TZID=E. Africa Standard Time:20160223T090000
    DURATION:PT45M
    CATEGORIES:interview
    END:VEVENT
    BEGIN:VEVENT
    UID:s3@example.org
    SUMMARY:团队晨会
    DTSTART;TZID=Europe/Paris:20160201T083000
    RRULE:FREQ=WEEKLY;BYDAY=MO
    END:VEVENT
    BEGIN:VEVENT
    UID:s4@example.org
    SUMMARY:Stakeholder day <b>
    DTSTART;VALUE=DATE:20160221
    CATEGORIES:stakeholder-day
    X-OUTREACH-PUBLIC:yes
    X-OUTREACH-OWNER:kim
    END:VEVENT
    END:VCALENDAR

    """

  @Test func `A calendar comes in once and goes out as it is`() throws {
    let desk = try Desk()
    let file = try desk.write(Self.office, to: "office.ics")
    let rehearsal = try desk.run("calendar", "import", file, "--dry-run")
    #expect(rehearsal.code == 0 && rehearsal.output.contains("4 new, 0 changed, 0 unchanged, 0 rejected."))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
    #expect(try desk.run("calendar", "import", file).code == 0)
    #expect(try desk.run("calendar", "import", file).output.contains("0 new, 0 changed, 4 unchanged"))
    let out = desk.folder + "/out.ics"
    #expect(try desk.run("calendar", "export", "--kind", "event", "-o", out).code == 0)
    let first = try desk.bytes(out)
    #expect(try desk.run("calendar", "import", out).output.contains("0 new, 0 changed, 4 unchanged"))
    #expect(try desk.run("calendar", "export", "--kind", "event", "-o", out, "--force").code == 0)
    #expect(try desk.bytes(out) == first)
    let sessions = try desk.run(
      "calendar", "export", "--kind", "session", "--from", "2016-02-01", "--to", "2016-02-22")
    #expect(sessions.output.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(sessions.errors == "1 entry written.\n")
  }

  @Test func `What is to be said of many events is said once`() throws {
    let desk = try Desk()
    let events = (1...6).map { "BEGIN:VEVENT\nUID:\($0)\nSUMMARY:x\nDTSTART:20160222T070000\nEND:VEVENT\n" }
    let file = try desk.write(
      "BEGIN:VCALENDAR\nVERSION:2.0\n\(events.joined())END:VCALENDAR\n", to: "office.ics")
    let said = try desk.run("calendar", "import", file)
    #expect(
      said.output.contains(
        ":6: The time names no zone; taken as UTC. --zone chooses another. So 6 times, lines 6, 11, 16, 21, 26, …"
      ), "\(said)")
    #expect(said.output.contains("\nWhat to do next: look at it in the dashboard"))
  }

  @Test func `Bad files are refused with a sentence`() throws {
    let desk = try Desk()
    let none = try desk.write("name,date\n", to: "none.ics")
    let refused = try desk.run("calendar", "import", none)
    #expect(refused.code == 65)
    #expect(refused.errors.hasPrefix("There is no calendar in this file"))
    let bad = try desk.write(
      "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:20160230\nEND:VEVENT\nEND:VCALENDAR\n",
      to: "bad.ics")
    let lost = try desk.run("calendar", "import", bad)
    #expect(lost.code == 65)
    #expect(lost.errors.contains("bad.ics:6: “20160230” is no day and no time; the event is left out."))
    #expect(try desk.run("export", "events").output.split(separator: "\n").count == 1)
    #expect(try desk.run("calendar", "import", desk.folder + "/nowhere.ics").code == 66)
    #expect(try desk.run("calendar", "import", bad, "--zone", "Mars").code == 64)
    #expect(try desk.run("calendar", "export", "--kind", "colour").code == 64)
    #expect(try desk.run("calendar", "export", "--from", "2016-02-30").code == 64)
    #expect(try desk.run("calendar", "export", "--from", "2016-02-02", "--to", "2016-02-01").code == 64)
  }

  @Test func `The public calendar says what everybody may know`() throws {
    let desk = try Desk()
    #expect(try desk.run("calendar", "import", desk.write(Self.office, to: "office.ics")).code == 0)
    let folder = desk.folder + "/public"
    let published = try desk.run("calendar", "publish", folder, "--lang", "en,ar,zh")
    #expect(published.code == 0, "\(published.errors)")
    let calendar = String(decoding: try desk.bytes(folder + "/calendar.ics"), as: UTF8.self)
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(!calendar.contains("kim"))
    let page = String(decoding: try desk.bytes(folder + "/calendar-ar.html"), as: UTF8.self)
    #expect(page.contains("dir=\"rtl\"") && page.contains("يوم أصحاب المصلحة"))
    #expect(page.contains("Stakeholder day &lt;b&gt;") && !page.contains("kim"))
    for language in ["en", "ar", "zh"] {
      let data = try desk.bytes("\(folder)/calendar-\(language).html")
      #expect(XMLParser(data: data).parse())
    }
    #expect(try desk.run("calendar", "publish", folder, "--lang", "de").code == 64)
  }

  /// python3-icalendar reads the same events as are stored, and finds nothing wrong.
  @Test(.enabled(if: Reader.isAsked)) func `An independent reader agrees`() throws {
    let desk = try Desk()
    #expect(try desk.run("calendar", "import", desk.write(Self.office, to: "office.ics")).code == 0)
    let out = desk.folder + "/out.ics"
    // Of the events and of all else that has a day.
    #expect(try desk.run("calendar", "export", "-o", out).code == 0)
    let read = try Reader.read(out)
    #expect(read.code == 0, "\(read.errors)")
    let lines = Set(read.output.split(separator: "\n").map(String.init))
    #expect(
      lines.isSuperset(of: [
        "2016-02-22 2016-02-29 Fourth session of the Plenary",
        "2016-02-23T06:00:00+00:00 2016-02-23T06:45:00+00:00 مقابلة إذاعية حول الملقحات",
        "2016-02-01T07:30:00+00:00 - 团队晨会", "2016-02-21 - Stakeholder day <b>",
        "zone Africa/Nairobi", "zone Europe/Paris", "errors 0",
      ]), "\(read.output)")
  }
}

/// The independent reader: a few lines of Python around python3-icalendar of Debian.
private enum Reader {
  /// Whoever asks for all tests (OUTREACH_STRICT=1, as continuous integration does) needs it.
  static let isAsked =
    ProcessInfo.processInfo.environment["OUTREACH_STRICT"] == "1"
    || (try? run(["-c", "import icalendar"]).code) == 0

  private static let script = """
    import datetime, icalendar, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
    def text(value):
        if value is None: return '-'
        if isinstance(value, datetime.datetime): value = value.astimezone(datetime.timezone.utc)
        return value.isoformat()
    errors = 0
    for event in calendar.walk('VEVENT'):
        errors += len(event.errors)
        end = event.decoded('DTEND') if 'DTEND' in event else None
        print(text(event.decoded('DTSTART')), text(end), event['SUMMARY'])
        assert event['UID'] and event['DTSTAMP']
    for zone in calendar.walk('VTIMEZONE'):
        zone.to_tz()
        print('zone', zone['TZID'])
    print('errors', errors)
    """

  static func read(_ file: String) throws -> (code: Int32, output: String, errors: String) {
    try run(["-c", script, file])
  }

  private static func run(_ arguments: [String]) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"]
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      String(decoding: complained, as: UTF8.self)
    )
  }
}
