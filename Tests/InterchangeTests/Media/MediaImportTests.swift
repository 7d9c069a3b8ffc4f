import Foundation
import Model
import Testing

@testable import Interchange

/// 5.4: what becomes of the items of a file.
@Suite struct MediaImportTests {
  private let today = Day("2016-02-25")!

  private func plan(
    _ items: String, feed: Feed? = nil, stored: [Coverage] = []
  ) throws -> (MediaImport, [ImportPlan<Coverage>.Rejection]) {
    var options = MediaImport.Options(today: today)
    options.feed = feed
    let text = "<rss><channel><title>Example Daily</title>\(items)</channel></rss>"
    let (found, rejected, undated) = MediaImport.items(of: try FeedFile(bytes: Array(text.utf8)), options)
    return (
      MediaImport(
        found, rejected: rejected, undated: undated, stored: stored, around: stored,
        rejectedRows: rejected.count), rejected
    )
  }

  private func item(_ title: String, guid: String = "", date: String = "22 Feb 2016", link: String = "")
    -> String
  {
    "<item><title>\(title)</title><guid>\(guid)</guid><pubDate>\(date)</pubDate><link>\(link)</link></item>"
  }

  @Test func `A second import changes nothing, and never what people set`() throws {
    var feed = Feed(id: "daily")
    (feed.name, feed.country, feed.type) = ("Example Daily", "KE", .newspaper)
    let source =
      item("Bees count", guid: "1", link: "https://e.example/1?utm_source=x") + item("Soil", guid: "2")
    let first = try plan(source, feed: feed).0.plan
    #expect(first.new.map(\.name) == ["Bees count", "Soil"])
    #expect((first.new[0].country, first.new[0].type, first.new[0].feed) == ("KE", .newspaper, "daily"))
    var stored = first.new
    (stored[0].tone, stored[0].messages) = (.critical, [.c])
    let second = try plan(source, feed: feed, stored: stored).0.plan
    #expect((second.new.count, second.changed.count, second.unchanged) == (0, 0, 2))
    let third = try plan(item("Bees count, corrected", guid: "1"), feed: feed, stored: stored).0.plan
    #expect(third.changed.map(\.fields) == [["name"]])
    #expect(third.changed[0].after.tone == .critical)
  }

  @Test func `The same link or title at the same outlet is the same item, at another one a copy`() throws {
    let first = try plan(item("Wild bees decline faster than thought", link: "https://e.example/1")).0.plan
    let again = item("Bees, now with another title", link: "https://www.e.example/1?fbclid=2#x")
    #expect(try plan(again, stored: first.new).0.plan.new.isEmpty)
    var elsewhere = first.new[0]
    elsewhere = Coverage(id: "other", version: 1, values: elsewhere.values.merging(["outlet": "Wire"]) { $1 })
    let copy = try plan(item("Wild bees decline faster than thought"), stored: [elsewhere]).0
    #expect(copy.plan.new.map(\.story) == ["other"])
    #expect(copy.plan.changed.map(\.after.story) == ["other"])
    #expect(copy.joined == 1)
  }

  @Test
  func
    `Items without a title or with a date that is none are rejected, those without a date stand on the day`()
    throws
  {
    let (plan, rejected) = try plan(
      item("Good") + item("") + item("Odd", date: "soon") + "<item><title>Undated</title></item>")
    #expect(plan.plan.new.map(\.name) == ["Good", "Undated"])
    #expect(plan.plan.new[1].when == .day(today) && plan.undated == 1)
    #expect(rejected.map(\.problem) == [.value(.missing), .value(.malformedDay("soon"))])
    #expect(plan.plan.rejectedRows == 2)
  }

  @Test func `A link that is none of the web is left out`() throws {
    let links = ["javascript:alert(1)", "file:///etc/passwd", "https://ok.example/x"]
    let items = links.enumerated().map { item("Title \($0.offset)", link: $0.element) }.joined()
    #expect(try plan(items).0.plan.new.map(\.link) == ["", "", "https://ok.example/x"])
  }

  @Test func `A table of a service is read by its usual columns, its sentiment left alone`() throws {
    let table = """
      Date,Headline,Source,Country,Language,Reach,URL,Sentiment
      "22 Feb 2016 05:07 GMT",Bees count,Example Daily,Kenya,English,"1,250,000",https://e.example/1,Positive
      03/04/2016,Which day?,Example Daily,,,,,
      """
    let options = MediaImport.Options(today: today)
    let (found, rejected, _, remarks) = try MediaImport.items(
      of: ImportFile(bytes: Array(table.utf8)), options)
    let item = try #require(found.first?.item)
    #expect(
      (item.name, item.country, item.language, item.reach, item.tone) == (
        "Bees count", "KE", "en", 1_250_000, nil
      ))
    #expect(item.when?.text == "2016-02-22 05:07 UTC")
    #expect(rejected.map(\.line) == [3] && rejected[0].column == "Date")
    #expect(remarks.unknownColumns == ["Sentiment"])
  }
}
