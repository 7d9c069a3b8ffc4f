import Foundation
import Testing

/// The public calendar in a real browser, where one is installed.
@Suite(.enabled(if: Browser.isInstalled)) struct CalendarPageSessionTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let file = try desk.write(
      """
      id,name,event_kind,start,end,place,public,languages,audiences,rule,event_status
      far,"Launch, far off",launch,2099-11-03 10:00 Asia/Kuala_Lumpur,2099-11-03 12:00 Asia/Kuala_Lumpur,Hall,yes,en; fr,media,,confirmed
      session,Session,session,2099-11-12,2099-11-17,,yes,,,,confirmed
      old,Old briefing,briefing,2015-10-01,,,yes,fr,,,cancelled
      call,Weekly call,meeting,2099-12-01 09:00 UTC,,,yes,,,FREQ=WEEKLY;COUNT=3,confirmed
      mine,Nobody's business,meeting,2099-11-05,,,no,,,,confirmed

      """, to: "events.csv")
    let imported = try desk.run("import", "events", file)
    try #require(imported.code == 0, "\(imported.errors)")
    let published = try desk.run(
      "calendar", "publish", out, "--as-of", "2099-10-01", "--lang", "en,ar", "--address",
      "https://example.org/events")
    try #require(published.code == 0, "\(published.errors)")
  }

  private var out: String { desk.folder + "/out" }

  /// What stands in the page at an address of its own.
  private func page(_ fragment: String, language: String = "en", zone: String = "UTC") throws -> String {
    try Browser.document(
      at: "file://\(out)/calendar-\(language).html\(fragment)", folder: desk.folder, zone: zone)
  }

  @Test func `Months and weeks have addresses`() throws {
    let month = try page("#view=month&at=2099-11-01")
    #expect(month.contains("<caption>November 2099</caption>"))
    #expect(month.contains("href=\"#e-far\">10:00 Launch, far off</a>"))
    #expect(month.components(separatedBy: ">Session</a>").count == 7)
    #expect(month.contains("Events shown: 2") && !month.contains("Nobody"))
    let week = try page("#view=week&at=2099-12-02")
    #expect(week.contains("30 November 2099 – 6 December 2099"))
    #expect(week.contains("09:00 Weekly call") && week.contains("Events shown: 1"))
    let arabic = try page("#view=month&at=2099-11-01", language: "ar")
    #expect(
      arabic.contains("<caption>تشرين الثاني/نوفمبر 2099</caption>") && arabic.contains(">الاثنين</th>"))
  }

  @Test func `Kind, language and audience narrow the list, and an event is found by its address`() throws {
    #expect(try page("#kind=launch").contains("Events shown: 1"))
    #expect(try page("#language=fr").contains("Events shown: 2"))
    #expect(try page("#audience=media&language=fr").contains("Events shown: 1"))
    let none = try page("#audience=media&kind=session")
    #expect(none.contains("No event fits."))
    #expect(try page("#kind=constructor&view=__proto__&at=2099-99-99").contains("Events shown: 6"))
    let cited = try page("#e-far")
    #expect(cited.contains("id=\"e-far\"") && cited.contains("class=\"cited\""))
    let past = try page("#e-old")
    #expect(past.contains("<details id=\"past\" open=\"\">"))
  }

  @Test func `A visitor reads their own time beside that of the place`() throws {
    let far = try page("", zone: "America/New_York")
    #expect(far.contains("(your time: Monday, 2 November 2099 21:00–23:00)"))
    let island = try page("", zone: "Pacific/Honolulu")
    #expect(island.contains("(your time: Monday, 2 November 2099 16:00–18:00)"))
    #expect(!(try page("", zone: "Asia/Kuala_Lumpur").contains("(your time: 10:00)")))
  }

  @Test func `Each event has a file, and the same day makes the same bytes`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(
      files == [
        "calendar-ar.html", "calendar-en.html", "calendar.ics", "event-call.ics", "event-far.ics",
        "event-old.ics",
        "event-session.ics",
      ])
    let one = String(decoding: try desk.bytes(out + "/event-far.ics"), as: UTF8.self)
    #expect(
      one.contains("SUMMARY:Launch\\, far off") && one.components(separatedBy: "BEGIN:VEVENT").count == 2)
    let before = try files.map { try desk.bytes("\(out)/\($0)") }
    try Data().write(to: URL(filePath: out + "/event-gone.ics"))
    let again = try desk.run(
      "calendar", "publish", out, "--force", "--as-of", "2099-10-01", "--lang", "en,ar", "--address",
      "https://example.org/events")
    #expect(again.code == 0 && again.output.contains("remove them there: event-gone.ics"))
    #expect(try files.map { try desk.bytes("\(out)/\($0)") } == before)
    #expect(try desk.run("calendar", "publish", out, "--force", "--address", "example.org").code == 64)
  }
}
