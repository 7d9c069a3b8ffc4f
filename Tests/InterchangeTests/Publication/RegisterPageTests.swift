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

  private func entry(_ values: [String: String]) throws -> RegisterEntry {
    var all = values
    all["consents"] = "register | yes"
    all["register_fields"] = RegisterField.codes.joined(separator: "; ")
    let standing = PublicRegister.standing(of: Stakeholder(id: "secret-id", version: 1, values: all))
    guard case .listed(let entry) = standing else { throw CancellationError() }
    return entry
  }

  private func entries() throws -> [RegisterEntry] {
    [
      try entry([
        "name": hostile, "interests": "=cmd|' /C calc'!A0",
        "links": "javascript:alert(1); https://a.example/?b=1&c=\"",
      ]),
      try entry([
        "name": "El Amrani, Youssef", "native_name": "يوسف العمراني", "country": "MA", "languages": "ar; sw",
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
    return try format.begin() + format.append(entries(), from: 1) + format.end()
  }

  @Test(arguments: Language.official)
  func `A page is well formed in each language`(_ language: String) throws {
    let bytes = try written(RegisterPage(content(withdrawn: [4, 9]), language: language))
    let page = try PageReader(bytes)
    #expect(page.count("script") == 1)
    #expect(page.count("tr") == 3)
    #expect(page.count("th") == 17 + 2)
    #expect(page.texts["bdi"]?.first == "<script>alert(\"x\")</script> & 'q' ]]>")
    let html = try #require(page.elements.first { $0.name == "html" }?.attributes)
    #expect((html["lang"], html["dir"]) == (language, language == "ar" ? "rtl" : "ltr"))
    #expect(
      page.elements.filter { $0.name == "a" }.map { $0.attributes["href"] } == ["https://a.example/?b=1&c=\""]
    )
    let label = try #require(page.elements.first { $0.name == "label" }?.attributes["for"])
    #expect(page.elements.contains { $0.name == "input" && $0.attributes["id"] == label })
    #expect(page.elements.contains { $0.name == "th" && $0.attributes["scope"] == "row" })
    #expect(page.count("caption") == 1)
    // Nothing is fetched: no address but those of stakeholders, and a policy that allows none.
    #expect(!page.elements.contains { $0.attributes["src"] != nil || $0.name == "link" })
    let policy = page.elements.compactMap { $0.attributes["content"] }.first {
      $0.contains("default-src 'none'")
    }
    #expect(policy?.contains("script-src 'sha256-") == true)
    #expect(page.texts["p"]?.contains { $0.contains("2") && $0.contains("4") && $0.contains("9") } == true)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret-id"))
  }

  @Test func `Identical registers give identical bytes`() throws {
    #expect(
      try written(RegisterPage(content(), language: "en")) == written(RegisterPage(content(), language: "en"))
    )
    #expect(try written(RegisterJSON(content())) == written(RegisterJSON(content())))
  }

  @Test func `English says what it is not`() throws {
    let page = try PageReader(written(RegisterPage(content(), language: "en")))
    #expect(
      page.texts["strong"] == [
        "Inclusion in this register is not observer status. "
          + "Observer status follows admission under the rules of procedure."
      ])
    #expect(page.texts["p"]?.contains("Release 3, 15 September 2015") == true)
    #expect(
      page.texts["p"]?.contains("Released under the guidance of: Bureau, 2 March 2015 (item <4>)") == true)
    #expect(page.texts["p"]?.contains("No entry was withdrawn since release 2.") == true)
    #expect(page.texts["bdi"]?.contains("Arabic, Swahili") == true)
  }

  @Test func `Programs read it`() throws {
    let bytes = try written(RegisterJSON(content(withdrawn: [4])))
    let table = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let rows = try #require(table["entries"] as? [[String: Any]])
    #expect(rows[0]["name"] as? String == Stakeholder(id: "", version: 0, values: ["name": hostile]).name)
    #expect(rows[1]["languages"] as? [String] == ["ar", "sw"])
    #expect((table["withdrawn"] as? [String: Any])?["numbers"] as? [Int] == [4])
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
    #expect(row.fields.prefix(2) == ["3", "1"])
  }
}
