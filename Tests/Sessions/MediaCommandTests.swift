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
}
