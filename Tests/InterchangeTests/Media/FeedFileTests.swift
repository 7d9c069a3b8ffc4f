import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

/// 5.4: files of feeds in all the ways that they are written.
@Suite struct FeedFileTests {
  private func feed(_ text: String) throws -> FeedFile { try FeedFile(bytes: Array(text.utf8)) }

  private func rss(_ items: String) throws -> FeedFile {
    try feed("<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>\(items)</channel></rss>")
  }

  @Test func `RSS 2.0 gives title, link, id, date, author and the first words`() throws {
    let file = try feed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>Example Daily</title><link>https://daily.example</link><language>en-gb</language>
          <atom:link href="https://daily.example/rss" rel="self"/>
          <image><title>Logo</title><url>x</url></image>
          <item><title>Bees &amp; food</title><link>/a/1</link><guid isPermaLink="false">n-1</guid>
            <pubDate>Mon, 22 Feb 2016 05:07:11 +0300</pubDate><dc:creator>Ann Example</dc:creator>
            <description><![CDATA[<p>Wild <b>bees</b>&nbsp;count.</p>]]></description></item>
        </channel>
      </rss>
      """)
    let item = try #require(file.items.first)
    #expect(
      (file.title, file.site, file.url, file.language) == (
        "Example Daily", "https://daily.example", "https://daily.example/rss", "en-GB"
      ))
    #expect(
      (item.title, item.link, item.guid, item.author, item.summary) == (
        "Bees & food", "https://daily.example/a/1", "n-1", "Ann Example", "Wild bees count."
      ))
    #expect(FeedDate.when(item.date)?.text == "2016-02-22 05:07 Etc/GMT-3")
    #expect((item.line, file.problem) == (6, nil))
  }

  @Test func `RSS 1.0 and 0.9x and Atom of both ages are read`() throws {
    let rdf = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>C</title></channel>
        <item rdf:about="urn:1"><title>One</title><link>https://e.example/1</link><d:date>2016-02-22T05:07Z</d:date></item>
      </rdf:RDF>
      """)
    #expect(rdf.items.map(\.title) == ["One"] && rdf.items[0].guid == "urn:1" && rdf.title == "C")
    #expect(rdf.items[0].date == "2016-02-22T05:07Z")
    let old = try feed(
      "<rss version='0.91'><channel><title>O</title></channel><item><title>Two</title></item></rss>")
    #expect(old.items.map(\.title) == ["Two"])
    let atom = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Revue</title><id>f</id>
        <link rel="self" href="https://r.example/atom"/><link href="https://r.example/"/>
        <entry><title type="html">Les &lt;i&gt;abeilles&lt;/i&gt;</title><id>tag:1</id><updated>2016-02-23T00:00:00Z</updated>
          <published>2016-02-22T05:07:11.250+01:00</published><author><name>Luc</name><uri>u</uri></author>
          <link rel="enclosure" href="https://r.example/a.mp3"/><link rel="alternate" href="https://r.example/1"/>
          <content type="xhtml"><div>Un <b>texte</b></div></content></entry>
        <entry><title>1 &lt; 2 &lt;b&gt; stays</title><id>tag:2</id></entry>
      </feed>
      """)
    #expect(atom.items.map(\.title) == ["Les abeilles", "1 < 2 <b> stays"])
    #expect((atom.items[0].link, atom.items[0].guid) == ("https://r.example/1", "tag:1"))
    #expect(FeedDate.when(atom.items[0].date)?.text == "2016-02-22 05:07 Etc/GMT-1")
    #expect((atom.items[0].summary, atom.language, atom.title) == ("Un texte", "fr", "Revue"))
    let early = try feed(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>E</title><issued>2004-01-02</issued></entry></feed>"
    )
    #expect(early.items.map(\.date) == ["2004-01-02"])
  }

  @Test func `A list of feeds is read through its folders`() throws {
    let file = try feed(
      """
      <opml version="2.0"><body><outline text="Folder"><outline type="rss" text="A &lt;b&gt;daily&lt;/b&gt;"
        xmlUrl="https://a.example/rss" htmlUrl="https://a.example"/></outline><outline text="no address"/>
        <outline xmlurl="https://b.example/rss"/></body></opml>
      """)
    #expect(file.isList)
    #expect(file.outlines.map(\.name) == ["A daily", "https://b.example/rss"])
    #expect(file.outlines.map(\.url) == ["https://a.example/rss", "https://b.example/rss"])
  }

  @Test(arguments: [
    ("Mon, 22 Feb 2016 05:07:11 GMT", "2016-02-22 05:07 UTC"),
    ("22 Feb 16 05:07 EST", "2016-02-22 05:07 Etc/GMT+5"),
    ("Mon, 22 Feb 2016 05:07:11", "2016-02-22"), ("Mon, 22 Feb 2016", "2016-02-22"),
    ("2016-02-22T05:07:11+05:30", "2016-02-22 05:07 Asia/Kolkata"),
    ("2016-02-22T05:07Z", "2016-02-22 05:07 UTC"),
    ("20160222T050711Z", "2016-02-22 05:07 UTC"), ("2016-02-22 05:07:11", "2016-02-22"),
    ("1456117631", "2016-02-22 05:07 UTC"), ("1456117631000", "2016-02-22 05:07 UTC"),
    ("Mon Feb 22 05:07:11 UTC 2016", "2016-02-22 05:07 UTC"),
    ("February 22, 2016 5:07 PM GMT", "2016-02-22 17:07 UTC"),
    ("lun., 22 févr. 2016 05:07:00 +0100", "2016-02-22 05:07 Etc/GMT-1"), ("22.02.2016 05:07", "2016-02-22"),
    ("2016/02/22", "2016-02-22"), ("22 февраля 2016", "2016-02-22"), ("2016年2月22日", "2016-02-22"),
  ])
  func `Dates are read as feeds write them, and no zone is made-up`(text: String, when: String) {
    #expect(FeedDate.when(text)?.text == when)
  }

  @Test(arguments: [
    "", "soon", "32 Feb 2016", "2016-13-01", "yesterday at five", "99999", "05:07", "03/04/2016", "2016",
  ])
  func `What is no date, or could be two, is none`(text: String) { #expect(FeedDate.when(text) == nil) }

  @Test(arguments: [
    ("Bees &amp;amp; food", "Bees & food"), ("&amp;lt;b&amp;gt;Bees&amp;lt;/b&amp;gt;", "Bees"),
    ("<![CDATA[<script>alert(1)</script>Bees]]>", "Bees"), ("Caf&eacute; &#233; &#x1F41D;", "Café é 🐝"),
    ("a < b", "a < b"), ("&unknown; stays", "&unknown; stays"), ("\u{1B}[31mred\u{7}", "[31mred"),
    ("left\u{202E}right", "leftright"), ("two\n   lines", "two lines"),
  ])
  func `HTML in a title becomes harmless text`(raw: String, plain: String) throws {
    let text = raw == "a < b" ? "<![CDATA[a < b]]>" : raw
    #expect(try rss("<item><title>\(text)</title></item>").items.map(\.title) == [plain])
  }

  @Test(arguments: [
    ("&amp;beta;-diversity falls by &amp;ge; 5 &amp;permil;", "β-diversity falls by ≥ 5 ‰"),
    ("&Alpha;&omega; &rarr; &infin; &dagger; &prime; &ne; &hellip; &nbsp; x", "Αω → ∞ † ′ ≠ … x"),
    ("&NotEqualTilde; &CounterClockwiseContourIntegral;", "≂̸ ∳"), ("a&rlm;b&lrm;", "ab"),
    ("CO&lt;sub&gt;2&lt;/sub&gt; and &lt;b&gt;b&lt;/b&gt;ees", "CO2 and bees"),
    ("&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;three&lt;br/&gt;four", "one two three four"),
    ("wo&lt;wbr&gt;rd &lt;SPAN class='x'&gt;in&lt;/SPAN&gt;side", "word inside"),
  ])
  func `References of HTML are read, and elements within a word end none`(raw: String, plain: String) throws {
    #expect(try rss("<item><title>\(raw)</title></item>").items.map(\.title) == [plain])
  }

  @Test(arguments: [
    ("type='html'>Use of the &amp;lt;abbr&amp;gt; element", "Use of the <abbr> element"),
    ("type='html'>CO&lt;sub&gt;2&lt;/sub&gt;", "CO2"), ("type='text'>a &lt;b&gt;", "a <b>"),
    ("type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>H<x:sub>2</x:sub>O</x:div>", "H2O"),
    ("type='text/plain' mode='escaped'>a &lt;b&gt;", "a <b>"),
    ("type='text/html' mode='escaped'>a &lt;b&gt;c&lt;/b&gt;", "a c"),
    ("type='text/plain' mode='base64'>QmVlcyAmIA==", "Bees &"), ("type='image/png'>AAAA", ""),
  ])
  func `What Atom says of a text is what is read`(title: String, plain: String) throws {
    let text = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title \(title)</title></entry></feed>"
    #expect(try feed(text).items.map(\.title) == [plain])
  }

  @Test func `Links are whole, however they are written`() throws {
    let atom = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/ongoing/"><title>Blog</title>
      <link rel="self" href="feeds/a.atom"/><link href="./"/>
      <entry xml:base="When/2015/"><title>1</title><link href="Single-Point"/></entry>
      <entry><title>2</title><link href="/wasps.html"/></entry>
      <entry><title>3</title><link xml:base="../other/" href="?p=1#x"/></entry>
      <entry><title>4</title><link href="//cdn.example/x"/></entry>
      <entry><title>5</title><link rel="http://www.iana.org/assignments/relation/alternate" href=""/></entry></feed>
      """)
    #expect(
      (atom.site, atom.url) == ("https://blog.example/ongoing/", "https://blog.example/ongoing/feeds/a.atom"))
    #expect(
      atom.items.map(\.link) == [
        "https://blog.example/ongoing/When/2015/Single-Point", "https://blog.example/wasps.html",
        "https://blog.example/other/?p=1#x", "https://cdn.example/x", "",
      ])
    // Without a base it is the address of the feed in Atom, the site in RSS; without both it leads nowhere.
    let links = "<link rel='self' href='https://e.example/feeds/a'/><link href='https://e.example/'/>"
    let entry = "<entry><title>1</title><link href='2015/x'/></entry>"
    let own = try feed("<feed xmlns='http://www.w3.org/2005/Atom'>\(entry)\(links)</feed>")
    #expect(own.items[0].link == "https://e.example/feeds/2015/x")
    #expect(
      try rss("<link>https://e.example/</link><item><title>1</title><link>2015/x</link></item>").items[0].link
        == "https://e.example/2015/x")
    #expect(try rss("<item><title>1</title><link>2015/x</link></item>").items[0].link == "2015/x")
  }

  @Test(arguments: [
    ("<guid>https://e.example/1</guid>", "https://e.example/1"),
    ("<guid isPermaLink='true'>https://e.example/1</guid>", "https://e.example/1"),
    ("<guid isPermaLink='false'>https://e.example/1</guid>", ""), ("<guid>tag:1</guid>", ""),
    ("<link>https://e.example/2</link><guid>https://e.example/1</guid>", "https://e.example/2"),
    ("<guid>https://e.example/1</guid><link>https://e.example/2</link>", "https://e.example/2"),
  ])
  func `A guid is the link too where it may be one`(names: String, link: String) throws {
    #expect(try rss("<item><title>1</title>\(names)</item>").items.map(\.link) == [link])
  }

  @Test func `Authors are names, those of the feed where an item names nobody`() throws {
    let ama =
      "<author><name>Ama Boateng</name><email>ama@example.org</email><uri>http://example.org/ama</uri></author>"
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom"><author><name>The desk</name></author>
      <entry><title>1</title>\(ama)<author><name>李明</name></author></entry><entry><title>2</title></entry>
      <entry><title>3</title><source><title>S</title><id>s</id>\(ama)</source></entry></feed>
      """
    #expect(try feed(text).items.map(\.author) == ["Ama Boateng, 李明", "The desk", "Ama Boateng"])
    let rss = try rss(
      """
      <item><title>1</title><author>ama@example.org (Ama Boateng)</author></item>
      <item><title>2</title><author>Ama Boateng &lt;ama@example.org&gt;</author></item>
      <item><title>3</title><dc:creator>Ama</dc:creator><dc:creator>Bo</dc:creator></item>
      """)
    #expect(rss.items.map(\.author) == ["Ama Boateng", "Ama Boateng", "Ama, Bo"])
    #expect(rss.leftOutAddresses.count == 2)
    #expect(try feed(text).leftOutAddresses.count == 2)
  }

  /// RSS 2.0, `author`.
  @Test(arguments: [
    ("lawyer@boyer.net (Lawyer Boyer)", "Lawyer Boyer", 1),
    ("lawyer@boyer.net(Lawyer Boyer)", "Lawyer Boyer", 1),
    ("a@b.example (Ama), c@d.example (Bo)", "Ama, Bo", 1), ("lawyer@boyer.net", "lawyer@boyer.net", 0),
    ("mailto:lawyer@boyer.net", "lawyer@boyer.net", 0), ("lawyer@boyer.net ()", "lawyer@boyer.net", 0),
    ("&lt;lawyer@boyer.net&gt;", "lawyer@boyer.net", 0),
    ("\"Boyer, Lawyer\" &lt;lawyer@boyer.net&gt;", "Boyer, Lawyer", 1),
    ("Lawyer Boyer", "Lawyer Boyer", 0), ("Ama @ the desk", "Ama @ the desk", 0),
  ])
  func `Of an author the name is taken, and the address where there is none`(
    _ text: String, _ name: String, _ count: Int
  )
    throws
  {
    let file = try rss("<item><title>1</title><author>\(text)</author></item>")
    #expect(file.items.map(\.author) == [name])
    #expect(file.leftOutAddresses.count == count)
  }

  @Test func `A feed that names no encoding is read as somebody says, and refused where nobody can tell`()
    throws
  {
    let head = Array("<rss version=\"2.0\"><channel><title>".utf8)
    let end = Array("</title></channel></rss>".utf8)
    for (name, text) in [
      ("shift_jis", "受粉"), ("euc-kr", "꽃가루"), ("gb18030", "授粉"), ("windows-1251", "Опыление"),
    ] {
      let charset = try #require(Charset(named: name))
      let bytes = head + charset.bytes(of: text) + end
      let file = ImportFile(bytes: bytes, encoding: .charset(charset))
      #expect(try FeedFile(file).title == text)
      #expect(try file.certain().size == bytes.count)
    }
    // Two bytes may be anything.
    #expect(throws: UncertainEncoding.self) { try ImportFile(bytes: head + [0xBC, 0xF6] + end).certain() }
    let named = Array("<?xml version=\"1.0\" encoding=\"EUC-KR\"?>".utf8)
    #expect(try ImportFile(bytes: named + head + [0xBC, 0xF6] + end).certain().size > 0)
  }

  @Test(arguments: [
    ("2015-11-03T24:00:00Z", "2015-11-04 00:00 UTC"), ("2015-12-31T24:00", "2016-01-01"),
    ("2015-11-03T24:30:00Z", "2015-11-03"),
  ])
  func `The end of a day is the beginning of the next`(text: String, when: String) {
    #expect(FeedDate.when(text)?.text == when)
  }

  @Test func `A blank line before the declaration hides no encoding`() throws {
    let head = "\n \r\n<?xml version='1.0' encoding = 'koi8-r'?><rss><channel><item><title>"
    let bytes =
      Array(head.utf8) + [0xF0, 0xDE, 0xC5, 0xCC, 0xC1] + Array("</title></item></channel></rss>".utf8)
    let file = try FeedFile(bytes: bytes)
    #expect((file.items[0].title, file.encoding) == ("Пчела", nil))
    #expect(FeedFile.isMarkup(bytes))
  }

  @Test func `What is said of an encoding is what happened`() throws {
    func encoding(_ declaration: String, _ title: [UInt8]) throws -> MarkupEncoding? {
      let end = Array("</title></item></channel></rss>".utf8)
      return try FeedFile(bytes: Array("\(declaration)<rss><channel><item><title>".utf8) + title + end)
        .encoding
    }
    let latin: [UInt8] = Array("Caf".utf8) + [0xE9]
    #expect(try encoding("", latin) == .unnamed(.windows1252))
    #expect(try encoding("<?xml version='1.0'?>", latin) == .unnamed(.windows1252))
    #expect(try encoding("<?xml version='1.0' encoding='UTF-8'?>", latin) == .misnamed("utf-8", .windows1252))
    #expect(
      try encoding("<?xml version='1.0' encoding='us-ascii'?>", Array("é".utf8))
        == .misnamed("us-ascii", .utf8))
    #expect(try encoding("<?xml version='1.0' encoding='us-ascii'?>", Array("e".utf8)) == nil)
    let broken = Array("Пчёлы и пища, почвы и луга".utf8) + [0xFF]
    #expect(try encoding("<?xml version='1.0' encoding='utf-8'?>", broken) == .damaged(.utf8))
    #expect(try encoding("", broken) == .damaged(.utf8))
    let wide = "<rss><channel><item><title>传粉</title></item></channel></rss>".unicodeScalars.flatMap {
      [UInt8($0.value & 255), UInt8($0.value >> 8 & 255), 0, 0]
    }
    #expect(try FeedFile(bytes: wide).items.map(\.title) == ["传粉"])
  }

  // MARK: Broken and hostile

  @Test func `Broken XML says where, and what stood before it`() throws {
    let file = try rss("<item><title>One</title></item>\n<item><title>Two</link></item>")
    #expect(file.items.map(\.title) == ["One"])
    #expect(file.problem == MarkupProblem(line: 2, .mismatch(open: "title", line: 2, closed: "link")))
    #expect(
      try rss("<item><title>One</title></item><item a=b>").problem?.kind == .malformed("=b></channel></rss>"))
    #expect(try feed("<rss><channel><item><title>x").problem?.kind == .unclosed("title", line: 1))
    #expect(throws: MarkupProblem(line: 1, .notAFeed("html"))) { try feed("<html><body/></html>") }
    #expect(throws: MarkupProblem(line: 1, .endsEarly)) { try feed("  \n ") }
    #expect(throws: MarkupProblem.self) { try feed("id,name\n1,x") }
  }

  @Test func `No entity that a file declares is ever read, grown or fetched`() throws {
    let bomb = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    for type in [
      "<!DOCTYPE r [<!ENTITY e0 \"lol\">\(bomb)]>",
      "<!DOCTYPE r [<!ENTITY e9 SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>",
    ] {
      let file = try feed(
        "<?xml version='1.0'?>\(type)<rss><channel><item><title>&e9;</title></item></channel></rss>")
      #expect(file.items.map(\.title) == ["&e9;"])
      #expect(file.problem == nil)
    }
  }

  @Test func `Depth and lengths have an end`() throws {
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(
      try rss("<item><title>One</title></item>" + deep).problem?.kind == .tooDeep(MarkupReader.mostDepth))
    let long = String(repeating: "x", count: MarkupReader.mostLength + 2)
    #expect(try rss("<item><title>\(long)</title></item>").problem?.kind == .tooLong(MarkupReader.mostLength))
    #expect(
      try rss("<item><title>a\(String(repeating: " b", count: 9_000))</title></item>").items[0].title.count
        == 500)
  }

  @Test func `The encoding is that of the bytes, whatever the file says`() throws {
    func file(_ named: String, _ bytes: [UInt8]) throws -> FeedFile {
      let head = Array("<?xml version=\"1.0\" encoding=\"\(named)\"?><rss><channel><item><title>".utf8)
      return try FeedFile(bytes: head + bytes + Array("</title></item></channel></rss>".utf8))
    }
    let latin: [UInt8] = [0x43, 0x61, 0x66, 0xE9]
    #expect(try file("ISO-8859-1", latin).items[0].title == "Café")
    #expect(try file("ISO-8859-1", latin).encoding == nil)
    #expect(try file("UTF-8", latin).items[0].title == "Café")
    #expect(try file("UTF-8", latin).encoding == .misnamed("utf-8", .windows1252))
    #expect(try file("ISO-8859-1", Array("Café".utf8)).items[0].title == "Café")
    #expect(try file("ISO-8859-1", Array("Café".utf8)).encoding == .misnamed("iso-8859-1", .utf8))
    #expect(try file("koi8-r", [0xF0, 0xDE, 0xC5, 0xCC, 0xC1]).items[0].title == "Пчела")
    #expect(try file("x-nobody-knows", latin).items[0].title == "Café")
    let text =
      "<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>传粉</title></item></channel></rss>"
    let units: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try FeedFile(bytes: units).items[0].title == "传粉")
  }

  @Test func `No bytes make the reader fall`() throws {
    var random = SeededGenerator(seed: 1)
    let seed = Array(
      """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss xmlns:a="u"><channel><title>T &amp; &#x41; &b;</title>
      <item a:b='c'><title><![CDATA[x<y>]]></title><!-- c --><link href="/a"/><pubDate>Mon, 22 Feb 2016</pubDate></item>
      </channel></rss>
      """.utf8)
    for round in 0..<3_000 {
      var bytes = seed
      if round % 3 == 0 {
        bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in .random(in: 0...255, using: &random)
        }
        bytes = Array("<rss>".utf8) + bytes
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = .random(in: 0...255, using: &random)
          case 1: bytes.remove(at: place)
          default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 9)], at: place)
          }
        }
      }
      guard let file = try? FeedFile(bytes: bytes) else { continue }
      for item in file.items {
        #expect(!item.title.unicodeScalars.contains { $0.value < 0x20 || 0x7F..<0xA0 ~= $0.value })
        _ = FeedDate.when(item.date)
      }
    }
  }
}
