import Foundation
import Interchange
import Model
import Phrases
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The public calendar as a page.
@Suite struct CalendarPageTests {
  private func event(_ id: RecordID, _ values: [String: String]) -> Event {
    Event(
      id: id, version: 1,
      values: values.merging(["public": "yes", "event_status": "confirmed"]) { one, _ in one })
  }

  private var events: [Event] {
    [
      event(
        "launch",
        [
          "name": "Launch of <the> assessment", "event_kind": "launch",
          "start": "2015-11-03 10:00 Asia/Kuala_Lumpur",
          "end": "2015-11-03 12:30 Asia/Kuala_Lumpur", "place": "Kuala Lumpur", "languages": "en; fr",
          "audiences": "media; policymakers", "launch": "pol", "url": "https://example.org/a b",
        ]),
      event(
        "session", ["name": "Session", "event_kind": "session", "start": "2015-11-12", "end": "2015-11-17"]),
      event(
        "off",
        ["name": "Briefing", "event_kind": "briefing", "start": "2015-10-01", "event_status": "cancelled"]),
      event(
        "call",
        [
          "name": "Weekly call", "event_kind": "meeting", "start": "2012-01-05 09:00 UTC",
          "rule": "FREQ=WEEKLY",
        ]),
      event(
        "odd \"id\"&<".replacing(" ", with: "_"),
        ["name": "javascript", "start": "2015-12-01", "url": "javascript:alert(1)"]),
    ]
  }

  private func page(_ language: String = "en", _ set: (inout CalendarPage.Settings) -> Void = { _ in }) throws
    -> String
  {
    var settings = CalendarPage.Settings(asOf: try #require(Day("2015-11-01")))
    settings.launches = ["pol": "Pollinators"]
    set(&settings)
    return String(decoding: CalendarPage(language: language, settings).file(events), as: UTF8.self)
  }

  @Test func `What comes stands by month, and what is past is folded`() throws {
    let page = try page()
    let folded = try #require(page.range(of: "<details id=\"past\">"))
    let (before, after) = (page[..<folded.lowerBound], page[folded.upperBound...])
    #expect(before.contains("<h2>November 2015</h2>") && before.contains("Launch of &lt;the&gt; assessment"))
    #expect(after.contains("<h2>October 2015</h2>") && after.contains("<s><bdi>Briefing</bdi></s>"))
    #expect(after.contains("<strong>Cancelled</strong>"))
    #expect(
      page.contains("<time datetime=\"2015-11-03T02:00Z\">Tuesday, 3 November 2015, 10:00–12:30</time>"))
    #expect(page.contains("<small><bdi>Kuala Lumpur, UTC+08:00</bdi></small>"))
    let facts = "Launch · <bdi>Kuala Lumpur</bdi> · <bdi>Pollinators</bdi> · languages: English, French · "
    #expect(page.contains(facts))
    #expect(page.contains("policymakers") && page.contains("As of 1 November 2015"))
  }

  @Test func `A series is listed for its period, not for all of its past`() throws {
    let page = try page()
    let calls = page.components(separatedBy: ">Weekly call</bdi>").count - 1
    #expect(calls == 57)
    #expect(page.contains("id=\"e-call-2015-10-01\"") && !page.contains("id=\"e-call-2015-09-24\""))
    #expect(page.contains("What comes again is listed from 1 October 2015 to 1 November 2016"))
  }

  @Test func `Names and addresses do nothing`() throws {
    let page = try page()
    #expect(!page.contains("javascript:") && page.contains("https://example.org/a%20b"))
    #expect(page.contains("href=\"event-odd_%22id%22%26%3C.ics\""))
    #expect(page.contains("id=\"e-odd_&quot;id&quot;&amp;&lt;\""))
  }

  @Test func `Calendar programs get the address where it is known`() throws {
    #expect(!(try page().contains("webcal:")))
    let page = try page("fr") { $0.address = "https://example.org/agenda" }
    #expect(
      page.contains(
        "<a href=\"webcal://example.org/agenda/calendar.ics\"><bdi>https://example.org/agenda/calendar.ics</bdi></a>"
      ))
    #expect(CalendarPage.isAddress("http://a.example") && !CalendarPage.isAddress("example.org"))
    // Files have their names behind it.
    #expect(
      !CalendarPage.isAddress("https://a.example/?x=y") && !CalendarPage.isAddress("https://a.example/#x"))
  }

  @Test(arguments: ["ar", "zh", "en", "fr", "ru", "es"])
  func `Each language has its words and is XML`(_ language: String) throws {
    let page = try page(language)
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    for key in DocumentKey.allCases { #expect(!page.contains(">\(key.rawValue)<"), "\(key.rawValue)") }
    for group in ["weekday.", "audience.", "month_heading.", "event_kind."] {
      #expect(!page.contains(">\(group)"))
    }
    #expect(page == (try self.page(language)))
  }

  /// In the folder that `OUTREACH_PAGES` names, for checkers that are not ours.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] != nil))
  func `Pages in six languages go to the checker`() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] ?? "")
    for language in Language.official {
      let page = try page(language) {
        ($0.languages, $0.address) = (Language.official, "https://example.org/agenda")
      }
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      try Data(page.utf8).write(to: folder.appending(path: CalendarPage.name(language)))
    }
  }

  @Test func `Dates are written as each language writes them`() throws {
    #expect(try page("fr").contains("mardi 3 novembre 2015, 10:00–12:30"))
    #expect(try page("ru").contains("вторник, 3 ноября 2015 года, 10:00–12:30"))
    #expect(try page("ru").contains("<h2>ноябрь 2015 года</h2>"))
    #expect(try page("zh").contains("2015年11月3日星期二 10:00–12:30"))
    #expect(try page("ar").contains("الثلاثاء 3 تشرين الثاني/نوفمبر 2015، 10:00–12:30"))
  }

  @Test func `Without any event nothing is offered`() throws {
    let settings = CalendarPage.Settings(asOf: try #require(Day("2015-11-01")))
    let page = String(decoding: CalendarPage(language: "en", settings).file([]), as: UTF8.self)
    #expect(page.contains("No event is announced yet.") && !page.contains("id=\"tools\""))
  }
}
