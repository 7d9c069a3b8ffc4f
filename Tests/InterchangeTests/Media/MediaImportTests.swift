import Foundation
import Model
import Testing

@testable import Interchange

/// 5.4: what becomes of the items of a file.
@Suite struct MediaImportTests {
  private let today = Day("2016-02-25")!

  private func plan(_ items: String, feed: Feed? = nil, stored: [Coverage] = []) throws -> MediaImport {
    var options = MediaItems.Options(today: today)
    options.feed = feed
    let text = "<rss><channel><title>Example Daily</title>\(items)</channel></rss>"
    let found = MediaItems(try FeedFile(bytes: Array(text.utf8)), options)
    return MediaImport(found, stored: stored, around: stored)
  }

  private func item(_ title: String, guid: String = "", date: String = "22 Feb 2016", link: String = "")
    -> String
  {
    "<item><title>\(title)</title><guid>\(guid)</guid><pubDate>\(date)</pubDate><link>\(link)</link></item>"
  }

  @Test func `Who looks back to a day in the past makes no date untrue`() throws {
    var options = MediaItems.Options(today: Day("2015-09-15")!, clock: Day("2016-02-25")!)
    let text = "<rss><channel><title>Post</title>\(item("Bees"))</channel></rss>"
    let found = MediaItems(try FeedFile(bytes: Array(text.utf8)), options)
    #expect(found.found.map { $0.item.when?.day } == [Day("2016-02-22")])
    #expect(found.notes.isEmpty)
    options = MediaItems.Options(today: Day("2015-09-15")!, clock: Day("2016-02-20")!)
    let untrue = MediaItems(try FeedFile(bytes: Array(text.utf8)), options)
    #expect(untrue.found.map { $0.item.when?.day } == [Day("2015-09-15")] && untrue.notes.count == 1)
  }

  @Test func `A second import changes nothing, and never what people set`() throws {
    var feed = Feed(id: "daily")
    (feed.name, feed.country, feed.type) = ("Example Daily", "KE", .newspaper)
    let source =
      item("Bees count", guid: "1", link: "https://e.example/1?utm_source=x") + item("Soil", guid: "2")
    let first = try plan(source, feed: feed).plan
    #expect(first.new.map(\.name) == ["Bees count", "Soil"])
    #expect((first.new[0].country, first.new[0].type, first.new[0].feed) == ("KE", .newspaper, "daily"))
    var stored = first.new
    (stored[0].tone, stored[0].messages) = (.critical, [.c])
    let second = try plan(source, feed: feed, stored: stored).plan
    #expect((second.new.count, second.changed.count, second.unchanged) == (0, 0, 2))
    let third = try plan(item("Bees count, corrected", guid: "1"), feed: feed, stored: stored).plan
    #expect(third.changed.map(\.fields) == [["name"]])
    #expect(third.changed[0].after.tone == .critical)
  }

  @Test func `A date that may be two says which, and is read as somebody says`() throws {
    let source = item("Bees", date: "03/04/2015 10:00")
    let (first, other) = (Day("2015-04-03")!, Day("2015-03-04")!)
    #expect(
      try plan(source).plan.rejected.map(\.problem) == [
        .value(.ambiguousDay("03/04/2015 10:00", first, other))
      ])
    var options = MediaItems.Options(today: today)
    (options.dates, options.zone) = (.monthFirst, Zone("Africa/Nairobi"))
    let text = "<rss><channel><title>Example Daily</title>\(source)</channel></rss>"
    let read = MediaItems(try FeedFile(bytes: Array(text.utf8)), options)
    #expect(
      read.found.map { $0.item.when?.text } == ["2015-03-04 10:00 Africa/Nairobi"] && read.timeless.isEmpty)
  }

  @Test func `Times without a zone are counted where only their day is kept`() throws {
    let found = try plan(
      item("Bees", guid: "1", date: "22 Feb 2016 10:00:00")
        + item("Soils", guid: "2", date: "22 Feb 2016 10:00 GMT")
        + item("Rain", guid: "3"))
    #expect(found.timeless == [1] && found.plan.new.map { $0.when?.moment == nil } == [true, false, true])
    var options = MediaItems.Options(today: today)
    let table = Array(
      "title,date\nBees,2016-02-22 10:00\nSoils,2016-02-22\nRain,2016-02-22 10:00 Africa/Nairobi\n".utf8)
    let lost = try MediaItems(ImportFile(bytes: table), options)
    #expect(lost.timeless == [2] && lost.found.map { $0.item.when?.text ?? "" }[0] == "2016-02-22")
    options.zone = Zone("Europe/Paris")
    let kept = try MediaItems(ImportFile(bytes: table, zone: options.zone), options)
    #expect(
      kept.found.map { $0.item.when?.text ?? "" } == [
        "2016-02-22 10:00 Europe/Paris", "2016-02-22", "2016-02-22 10:00 Africa/Nairobi",
      ])
    #expect(kept.timeless.isEmpty)
  }

  @Test func `The same title at another outlet is a copy, and nowhere the same item`() throws {
    let first = try plan(item("Wild bees decline faster than thought", link: "https://e.example/1")).plan
    var elsewhere = first.new[0]
    elsewhere = Coverage(id: "other", version: 1, values: elsewhere.values.merging(["outlet": "Wire"]) { $1 })
    let copy = try plan(item("Wild bees decline faster than thought"), stored: [elsewhere])
    #expect(copy.plan.new.map(\.story) == ["other"])
    #expect(copy.plan.changed.map(\.after.story) == ["other"])
    #expect(copy.joined == 1)
    // Of one outlet and one day too: another link is another item.
    let second = try plan(
      item("Wild bees decline faster than thought", link: "https://e.example/2"), stored: first.new)
    #expect(second.plan.new.count == 1 && second.plan.unchanged == 0)
  }

  @Test func `Link and date together name an item without a guid, whose title may be corrected`() throws {
    let first = try plan(item("Bees", link: "https://e.example/1")).plan
    let again = item("Bees, corrected", link: "https://www.e.example/1?fbclid=2#x")
    #expect(try plan(again, stored: first.new).plan.changed.map(\.fields) == [["name", "link"]])
    let later = item("Soils", date: "29 Feb 2016", link: "https://e.example/1")
    let week = try plan(later, stored: first.new).plan
    #expect(week.new.map(\.name) == ["Soils"] && week.changed.isEmpty)
    #expect(week.new[0].story.isEmpty)
  }

  /// Programmes, polls and pages of hot news: one link, many items.
  @Test(arguments: [1, 2, 3, 300])
  func `Items of one page stay as many as they are, however often they are read`(count: Int) throws {
    for date in ["22 Feb 2016", "22 Feb 2016 10:00 GMT", ""] {
      let source = (1...count).map {
        item("Story \($0)", date: date, link: "https://hot.example/news/")
      }.joined()
      let first = try plan(source)
      #expect(first.plan.new.count == count && first.plan.duplicates.isEmpty)
      for _ in 0..<2 {
        let again = try plan(source, stored: first.plan.new).plan
        #expect((again.new.count, again.changed.count, again.unchanged) == (0, 0, count), "\(date)")
      }
      let more = try plan(
        item("Story 0", date: date, link: "https://hot.example/news/") + source, stored: first.plan.new
      ).plan
      #expect((more.new.map(\.name), more.changed.count, more.unchanged) == (["Story 0"], 0, count))
    }
  }

  @Test func `A line says the same only where all of it is the same`() throws {
    let one = item("Bees", link: "https://e.example/1")
    let same = try plan(one + one).plan
    #expect(same.new.count == 1 && same.duplicates.map(\.isIdentical) == [true])
    let other = try plan(one + item("Bees", date: "23 Feb 2016", link: "https://e.example/1")).plan
    #expect(other.new.count == 2 && other.duplicates.isEmpty)
    // A feed that calls two items the same.
    let named = try plan(item("Bees", guid: "1") + item("Soils", guid: "1")).plan
    #expect(named.new.map(\.name) == ["Bees"] && named.duplicates.map(\.isIdentical) == [false])
  }

  @Test func `Of two revisions of an item the one that was changed later is taken, whatever the order`()
    throws
  {
    func entry(_ title: String, _ updated: String) -> String {
      "<entry><id>urn:1</id><title>\(title)</title><published>2016-02-20T10:00:00Z</published><updated>\(updated)</updated></entry>\n"
    }
    let (old, new) = (entry("Old", "2016-02-20T10:00:00Z"), entry("New", "2016-02-21T10:00:00+02:00"))
    for (text, note) in [
      (old + new, MediaItems.Note.What.laterThan(line: 1)), (new + old, .earlierThan(line: 1)),
    ] {
      let plan = try plan(text)
      #expect(plan.plan.new.map(\.name) == ["New"])
      #expect(plan.notes == [.init(line: 2, what: note)] && plan.plan.duplicates.isEmpty)
    }
  }

  @Test func `A guid that went over to https is the same, another one never`() throws {
    let stored = try plan(item("Bees", guid: "http://e.example/1")).plan.new
    let secure = try plan(item("Bees", guid: "https://e.example/1"), stored: stored).plan
    #expect(secure.new.isEmpty)
    let other = try plan(
      item("Bees", guid: "2", link: "http://e.example/1"), stored: stored
    ).plan
    #expect(other.new.count == 1)
  }

  @Test
  func
    `Items without a title or with a date that is none are rejected, those without a date stand on the day`()
    throws
  {
    let plan = try plan(
      item("Good") + item("") + item("Odd", date: "soon") + "<item><title>Undated</title></item>")
    #expect(plan.plan.new.map(\.name) == ["Good", "Undated"])
    #expect(plan.plan.new[1].when == .day(today) && plan.undated == [1])
    #expect(plan.plan.rejected.map(\.problem) == [.value(.missing), .value(.malformedDay("soon"))])
    #expect(plan.plan.rejectedRows == 2)
  }

  @Test(arguments: [
    ("Wed, 30 Jan 2036 14:00:00 +0100", false), ("Thu, 01 Jan 1970 00:00:00 GMT", false),
    ("Wed, 31 Dec 1969 19:00:00 -0500", false), ("1904-01-01", false), ("27 Feb 2016", false),
    ("26 Feb 2016", true), ("2 Jan 1970", true), ("1 Mar 1985", true),
    ("Mon, 01 Jan 0001 00:00:00 GMT", false), ("0001-01-01T00:00:00Z", false), ("0000-00-00 00:00:00", false),
    ("0000-00-00", false), ("Sun, 31 Dec 1899 00:00:00 +0000", false), ("-0001-11-30T00:00:00+00:00", false),
    ("Fri, 31 Dec 9999 23:59:59 GMT", false), ("9999-12-31", false), ("1896-02-29", false),
  ])
  func `A date that cannot be true is named, and no date of the item`(date: String, isTrue: Bool) throws {
    let plan = try plan("\n" + item("Bees", guid: "1", date: date))
    #expect(plan.notes == (isTrue ? [] : [.init(line: 2, what: .untrueDate(date))]))
    #expect((plan.plan.new[0].when?.day == today) == !isTrue && plan.undated.isEmpty)
  }

  @Test func `A link that is none of the web is left out`() throws {
    let links = ["javascript:alert(1)", "file:///etc/passwd", "https://ok.example/x"]
    let items = links.enumerated().map { item("Title \($0.offset)", link: $0.element) }.joined()
    let plan = try plan(items)
    #expect(plan.plan.new.map(\.link) == ["", "", "https://ok.example/x"])
    #expect(plan.notes.map(\.what) == [.linkLost("javascript:alert(1)"), .linkLost("file:///etc/passwd")])
  }

  @Test func `A table of a service is read by its usual columns, its sentiment left alone`() throws {
    let table = """
      Date,Headline,Source,Country,Language,Reach,URL,Sentiment
      "22 Feb 2016 05:07 GMT",Bees count,Example Daily,Kenya,English,"1,250,000",https://e.example/1,Positive
      03/04/2016,Which day?,Example Daily,,,,,
      """
    let items = try MediaItems(ImportFile(bytes: Array(table.utf8)), MediaItems.Options(today: today))
    let item = try #require(items.found.first?.item)
    #expect(
      (item.name, item.country, item.language, item.reach, item.tone) == (
        "Bees count", "KE", "en", 1_250_000, nil
      ))
    #expect(item.when?.text == "2016-02-22 05:07 UTC")
    #expect(items.rejected.map(\.line) == [3] && items.rejected[0].column == "Date")
    #expect(items.remarks.unknownColumns == ["Sentiment"])
  }

  @Test func `Rows that differ are as many items, and read again as many that stay`() throws {
    let table = """
      Title,Source,Date,Tone
      Press review,Example Daily,2016-02-22,favourable
      Press review,Example Daily,2016-02-22,critical
      Press review,Example Daily,2016-02-22,critical
      """
    let items = try MediaItems(ImportFile(bytes: Array(table.utf8)), MediaItems.Options(today: today))
    let first = MediaImport(items, stored: [], around: [])
    #expect(first.plan.new.map(\.tone) == [.favourable, .critical])
    #expect(first.plan.duplicates.map(\.line) == [4])
    let again = MediaImport(items, stored: first.plan.new.reversed(), around: [])
    #expect((again.plan.new.count, again.plan.changed.count, again.plan.unchanged) == (0, 0, 2))
  }
}
