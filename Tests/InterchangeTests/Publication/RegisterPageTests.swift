import Foundation
import Model
import Testing

@testable import Interchange

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What XML finds in a page: its elements with their text.
private final class PageReader: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var texts: [String: [String]] = [:]
  private var open: [String] = []
  private var text = ""

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
    open.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts[name, default: []].append(text)
    open.removeLast()
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }
}

@Suite struct RegisterPageTests {
  private let hostile = "<script>alert(\"x\")</script> & 'q'\u{0}\u{202E}\u{FFFF}]]>"

  private func entry(_ number: Int, _ values: [String: String]) throws -> RegisterEntry {
    var all = values
    all["consents"] = "register | yes"
    all["register_fields"] = RegisterField.codes.joined(separator: "; ")
    let standing = PublicRegister.standing(of: Stakeholder(id: "secret-id", version: 1, values: all))
    guard case .listed(var entry) = standing else { throw CancellationError() }
    entry.number = number
    return entry
  }

  private func entries() throws -> [RegisterEntry] {
    [
      try entry(
        17,
        [
          "name": hostile, "interests": "=cmd|' /C calc'!A0",
          "links": "javascript:alert(1); https://a.example/?b=1&c=\"",
        ]),
      try entry(
        4,
        [
          "name": "El Amrani, Youssef", "native_name": "يوسف العمراني", "country": "MA",
          "languages": "ar; sw",
        ]),
    ]
  }

  private func content(withdrawn: [Int] = []) throws -> RegisterContent {
    var release = RegisterRelease(id: "r")
    (release.number, release.day) = (3, Day("2015-09-15"))
    release.guidance = [try Guidance("bureau | 2015-03-02 | item <4>")]
    return RegisterContent(
      release, previous: 2, withdrawn: withdrawn, entries: 2, fields: Set(RegisterField.allCases))
  }

  private func written(_ format: some RegisterFormat) throws -> [UInt8] {
    var format = format
    return try format.begin() + format.append(entries()) + format.end()
  }

  private func page(_ language: String, _ content: RegisterContent) -> RegisterPage {
    RegisterPage(content, language: language, languages: Language.official)
  }

  @Test(arguments: Language.official)
  func `A page is well formed in each language`(_ language: String) throws {
    let bytes = try written(page(language, content(withdrawn: [4, 9])))
    let page = try PageReader(bytes)
    // The data and what reads them.
    #expect(page.count("script") == 2)
    #expect(page.elements.filter { $0.name == "li" }.compactMap { $0.attributes["id"] } == ["e17", "e4"])
    #expect(page.texts["bdi"]?.contains("<script>alert(\"x\")</script> & 'q' ]]>") == true)
    let html = try #require(page.elements.first { $0.name == "html" }?.attributes)
    #expect((html["lang"], html["dir"]) == (language, language == "ar" ? "rtl" : "ltr"))
    let links = page.elements.filter { $0.name == "a" }
    let addresses = links.compactMap { $0.attributes["href"] }
    #expect(addresses.filter { $0.contains(":") } == ["https://a.example/?b=1&c=%22"])
    #expect(addresses.contains("register-3.csv") && addresses.contains("register-3.json"))
    // The page itself stands among its languages without a link.
    let others = links.filter { $0.attributes["hreflang"] != nil }
    #expect(
      others.map { $0.attributes["href"] }
        == Language.official.filter { $0 != language }.map { "register-3.\($0).html" })
    let label = try #require(page.elements.first { $0.name == "label" }?.attributes["for"])
    #expect(page.elements.contains { $0.name == "input" && $0.attributes["id"] == label })
    // Nothing is fetched: no address but those that somebody follows, and a policy that allows none.
    #expect(!page.elements.contains { $0.attributes["src"] != nil || $0.name == "link" })
    let policy = page.elements.compactMap { $0.attributes["content"] }.first {
      $0.contains("default-src 'none'")
    }
    #expect(policy?.contains("script-src 'sha256-") == true)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret-id"))
  }

  @Test func `Identical registers give identical bytes`() throws {
    #expect(try written(page("en", content())) == written(page("en", content())))
    #expect(try written(RegisterJSON(content())) == written(RegisterJSON(content())))
  }

  @Test func `English says what it is not`() throws {
    let page = try PageReader(written(page("en", content())))
    #expect(
      page.texts["strong"]?.last
        == "Inclusion in this register is not observer status. "
        + "Observer status follows admission under the rules of procedure.")
    #expect(page.texts["strong"]?.dropFirst().first == "Release 3, 15 September 2015")
    #expect(
      page.texts["footer"] == [
        "Release 3, 15 September 2015 · Valid on 15 September 2015, until the next release"
      ])
    #expect(page.texts["bdi"]?.contains("item <4>") == true)
    #expect(page.texts["p"]?.contains("No entry was withdrawn since release 2.") == true)
    #expect(page.texts["bdi"]?.contains("Arabic, Swahili") == true)
  }

  @Test func `How many were withdrawn is said, and not which`() throws {
    let content = try content(withdrawn: [40_123, 97_456])
    let said =
      "Entries withdrawn since release 2: 2. Please delete earlier copies; this release takes their place."
    let page = String(decoding: try written(page("en", content)), as: UTF8.self)
    let json = String(decoding: try written(RegisterJSON(content)), as: UTF8.self)
    #expect(page.contains(said) && json.contains(#""withdrawn": {"release": 2, "count": 2}"#))
    for text in [page, json] { #expect(!text.contains("40123") && !text.contains("97456")) }
  }

  @Test func `Whom to write to and earlier releases stand where they are known`() throws {
    var content = try content()
    #expect(!String(decoding: try written(page("en", content)), as: UTF8.self).contains("mailto:"))
    content.contact = "Office <office@example.org>"
    content.earlier = [
      EarlierRelease(number: 2, day: Day("2015-08-01"), entries: 1_234, isOffered: true),
      EarlierRelease(number: 1, day: Day("2015-07-01"), entries: 3, isOffered: false),
    ]
    let text = String(decoding: try written(page("fr", content)), as: UTF8.self)
    #expect(text.contains("<a href=\"mailto:office@example.org\"><bdi>office@example.org</bdi></a>"))
    #expect(text.contains("Édition 2, 1er août 2015 · Nombre d’inscriptions : 1\u{A0}234"))
    #expect(text.contains("register-2.csv") && !text.contains("register-1.csv"))
    #expect(text.contains("Édition 1, 1er juillet 2015 · Nombre d’inscriptions : 3 · plus proposée"))
  }

  @Test func `Nothing in the data ends an element`() throws {
    let text = String(decoding: try written(page("en", content())), as: UTF8.self)
    let start = try #require(text.range(of: "type=\"application/json\">"))
    let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
    let json = text[start.upperBound..<end.lowerBound]
    #expect(!json.contains { "<>&".contains($0) })
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require(data["rows"] as? [[Any]])
    #expect(rows.map { $0[0] as? Int } == [17, 4])
    #expect(rows[0][1] as? String == "<script>alert(\"x\")</script> & 'q' ]]>")
    let fields = try #require(data["fields"] as? [[String]]).map { $0[0] }
    let links = try #require(fields.firstIndex(of: "links"))
    #expect(
      rows[0][links + 1] as? String
        == "javascript:alert(1)\t\nhttps://a.example/?b=1&c=\"\thttps://a.example/?b=1&c=%22")
  }

  /// In the folder that `OUTREACH_PAGES` names, for checkers that are not ours.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] != nil))
  func `Pages in six languages go to the checker`() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["OUTREACH_PAGES"] ?? "")
    var content = try content(withdrawn: [4])
    content.contact = "Office <office@example.org>"
    for language in Language.official {
      let file = try written(page(language, content))
      #expect(file.starts(with: "<!DOCTYPE html>".utf8))
      try Data(file).write(to: folder.appending(path: "register-3.\(language).html"))
    }
  }

  @Test func `A large register has parts that need no script`() throws {
    var release = RegisterRelease(id: "r")
    (release.number, release.day) = (3, Day("2015-09-15"))
    let content = RegisterContent(
      release, previous: 0, withdrawn: [], entries: 1_201, fields: [.name, .country])
    let entries = try (0..<1_201).map {
      try entry(5_000 - $0, ["name": "Person \($0)", "country": $0 % 3 == 0 ? "KE" : "MA"])
    }
    var page = page("en", content)
    let main =
      page.begin() + page.append(Array(entries[..<700])) + page.append(Array(entries[700...])) + page.end()
    if let folder = ProcessInfo.processInfo.environment["OUTREACH_PAGES"] {
      try Data(main).write(to: URL(filePath: folder).appending(path: "register-large.en.html"))
    }
    let reader = try PageReader(main)
    #expect(reader.elements.count < 200)
    #expect(reader.texts["bdi"]?.contains("Person 499") == true)
    var parts = RegisterParts(content, language: "en", languages: ["en", "ar"])
    #expect(parts.names == (1...3).map { "register-3.en.\($0).html" })
    var files = [[UInt8]](repeating: [], count: 3)
    for piece in parts.append(Array(entries[..<700])) + parts.append(Array(entries[700...])) {
      files[piece.file] += piece.bytes
    }
    let counts = try files.map { try PageReader($0).count("h2") }
    #expect(counts == [500, 500, 201])
    let last = try PageReader(files[2])
    let addresses = last.elements.compactMap { $0.attributes["href"] }
    #expect(addresses.contains("register-3.en.2.html") && !addresses.contains("register-3.en.4.html"))
    #expect(addresses.contains("register-3.en.html") && addresses.contains("register-3.ar.3.html"))
  }

  @Test func `Programs read it`() throws {
    let bytes = try written(RegisterJSON(content(withdrawn: [4])))
    let table = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let rows = try #require(table["entries"] as? [[String: Any]])
    #expect(rows[0]["name"] as? String == Stakeholder(id: "", version: 0, values: ["name": hostile]).name)
    #expect(rows[1]["languages"] as? [String] == ["ar", "sw"])
    #expect((table["withdrawn"] as? [String: Any])?["count"] as? Int == 1)
    #expect((table["not_observer_status"] as? [String: String])?.count == 6)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret-id"))
  }

  @Test func `Spreadsheets read it without formulas`() throws {
    var reader = try CSVReader(bytes: try written(RegisterCSV(content())))
    let column = try #require(reader.header.firstIndex(of: "interests"))
    let next = reader.next()
    let row = try #require(next)
    #expect(row.fields[column] == "'=cmd|' /C calc'!A0")
    #expect(row.fields.last == "not conferred by inclusion")
    #expect(row.fields.prefix(2) == ["3", "17"])
  }
}
