import Foundation
import Testing

/// `outreach media` on files of feeds.
@Suite struct MediaCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let feed = """
    <?xml version="1.0"?>
    <rss version="2.0"><channel><title>Example Daily</title><item><title>Bees &amp; food</title><guid>1</guid>
    <pubDate>Mon, 14 Sep 2015 08:15:00 GMT</pubDate></item></channel></rss>
    """

  @Test func `A feed is taken up once, and its figures are told`() throws {
    let file = try desk.write(Self.feed, to: "daily.rss")
    let first = try desk.run("media", "import", file)
    #expect(first.code == 0 && first.output.contains("1 new"), "\(first.output)\(first.errors)")
    let second = try desk.run("media", "import", file)
    #expect(second.code == 0 && second.output.contains("1 unchanged"), "\(second.output)\(second.errors)")
    let figures = try desk.run("media", "figures", "--format", "csv")
    #expect(figures.output.contains("total,,,1,1"))
  }

  @Test func `Broken XML and files that want others' files change nothing`() throws {
    let broken = try desk.write(Self.feed.replacingOccurrences(of: "</item>", with: ""), to: "broken.rss")
    let result = try desk.run("media", "import", broken)
    #expect(result.code == 65 && result.errors.contains(":3: "), "\(result.errors)")
    let entity = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version"
    let greedy = try desk.write(
      Self.feed.replacingOccurrences(of: "<rss version", with: entity)
        .replacingOccurrences(of: "Bees &amp; food", with: "&x;"), to: "greedy.rss")
    #expect(try desk.run("media", "import", greedy).code == 0)
    let exported = try desk.run("export", "coverage").output
    #expect(exported.contains("&x;") && !exported.contains("root:"))
  }

  /// One page for all items, without guids and without dates: nothing but titles tells them apart.
  @Test func `A file that was read before changes nothing, whatever its items are known by`() throws {
    let link = "<link>https://hot.example/news/</link>"
    let dates = (1...3).map { "<pubDate>0\($0) Oct 2015 10:00:00 GMT</pubDate>" }
    for (number, parts) in [dates.map { link + $0 }, [link, link, link], ["", "", ""], dates].enumerated() {
      let items = parts.enumerated().map {
        "<item><title>Story \(number) of \($0.offset)</title>\($0.element)</item>\n"
      }
      let file = try desk.write(
        "<rss><channel><title>Feed \(number)</title>\(items.joined())</channel></rss>", to: "\(number).rss")
      #expect(try desk.run("media", "import", file).output.contains("3 new, 0 changed"))
      for _ in 0..<2 {
        let again = try desk.run("media", "import", file)
        #expect(again.code == 0 && again.output.contains("0 new, 0 changed, 3 unchanged"), "\(again)")
      }
    }
  }

  @Test func `Dates that cannot be true and links that lead nowhere are named with their line`() throws {
    let file = try desk.write(
      """
      <rss><channel><title>Wire</title>
      <item><title>A</title><guid>1</guid><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
      <item><title>B</title><guid>2</guid><link>b.html</link><pubDate>1 Oct 2015</pubDate></item></channel></rss>
      """, to: "wire.rss")
    let result = try desk.run("media", "import", file)
    #expect(result.code == 0)
    #expect(result.output.contains("wire.rss:2: “Thu, 01 Jan 1970 00:00:00 GMT” cannot be"))
    #expect(result.output.contains("wire.rss:3: “b.html” leads to no page"))
  }

  @Test func `A list of feeds tells those that are known from those that it has twice`() throws {
    let outlines = ["a", "b", "a"].map { "<outline text='\($0)' xmlUrl='https://\($0).example/rss'/>" }
    let file = try desk.write("<opml><body>\(outlines.joined())</body></opml>", to: "feeds.opml")
    let first = try desk.run("media", "feeds", "import", file).output
    #expect(first.contains("2 new feeds, 0 known already. 1 line has"), "\(first)")
    #expect(try desk.run("media", "feeds", "import", file).output.contains("0 new feeds, 2 known already."))
  }
}
