import Foundation
import FoundationXML
import Phrases
import Testing

@testable import Interchange
@testable import Model

/// What a report says of given facts, in each format and language.
@Suite struct ReportDocumentTests {
  static let from = Day("2015-01-01")!
  static let to = Day("2016-03-31")!

  /// Some of everything, every name from outside being `name`.
  static func facts(_ audience: ReportAudience = .plenary, name: String = "Example") -> ReportFacts {
    var facts = ReportFacts(audience: audience, from: from, to: to, asOf: to)
    var programme = Programme()
    programme.activities = [
      Activity(id: "t1.a", version: 1, values: ["status": "done", "actual_end": "2015-05-12"]),
      Activity(id: "own", version: 1, values: ["name": name, "end": "2015-09-18"]),
    ]
    programme.budget = [
      BudgetLine(
        id: "b", version: 1,
        values: ["name": name, "stage": "spent", "amount": "41000.5", "activity": "ip.3"])
    ]
    programme.plans = [WorkPlan(id: "mine", version: 1, values: ["name": name])]
    programme.events = [
      Event(id: "e", version: 1, values: ["name": name, "event_kind": "briefing", "start": "2015-06-01"])
    ]
    programme.launches = [Launch(id: "mine", version: 1, values: ["name": name])]
    programme.products = [Product(id: "p", version: 1, values: ["name": name])]
    programme.messages = [
      Message(
        id: "tp", version: 1,
        values: [
          "name": name, "launch": "mine",
          "agreements":
            "A | co-chair | 2015-03-01 | 1; B | lead-author | 2015-03-02 | 1; C | review-editor | | 1",
        ]),
      Message(id: "open", version: 1, values: ["name": name, "launch": "mine"]),
      Message(id: "m.a", version: 1, values: [:]),
    ]
    facts.take(programme)
    facts.take(programme, chains: ["m.a": MessageChain(planned: 1, published: 2, heard: 3, wrong: 4)])
    facts.media.total = MediaCount(items: 1_234_567, stories: 12_345)
    facts.media.days = [
      "2015-06-01": MediaCount(items: 3, stories: 2), "2015-08-02": MediaCount(items: 1, stories: 1),
    ]
    facts.media.kinds = ["website": MediaCount(items: 3, stories: 2), "": MediaCount(items: 1, stories: 1)]
    facts.media.sources = ["c-1"]
    facts.people.total = 12
    facts.people.counts = ["region": ["africa": 9, "asia-pacific": 3], "country": ["KE": 9, "CN": 3]]
    facts.people.gaps = [ReportFacts.Gap(.region, "eastern-europe", count: 0, even: 1)]
    facts.voices.opportunities = [
      VoiceFigures.Opportunities(
        id: "o", name: name, deliverable: name, rule: "", deadline: "2015-09-01", told: 4, answered: 0)
    ]
    facts.voices.calls = ["c1", "c2"].map {
      VoiceFigures.Calls(
        id: $0, name: name, isOnEngagement: true, comments: 364, accepted: 200, partly: 60, notAccepted: 100)
    }
    facts.voices.focusGroups = [
      VoiceFigures.FocusGroups(id: "f", name: name, day: "2015-09-01", participants: 7, findings: [name])
    ]
    facts.surveys = [survey(name)]
    facts.indicators.descriptions = Evidence.descriptions.map {
      IndicatorFigures.Description(id: $0, evidence: [], standings: [], counted: [])
    }
    facts.indicators.descriptions[0].evidence = [
      IndicatorFigures.Shown(
        id: "ev", name: name, day: "2015-09-01", rung: "output", proof: "link", reference: "activity:t1.a",
        link: "javascript:alert(1)", count: 0, source: name)
    ]
    return facts
  }

  private static func survey(_ name: String) -> SurveyFigures {
    SurveyFigures(
      id: "s", name: name, purpose: "needs", series: "", anonymity: "anonymous", opened: "2015-06-01",
      closed: "2015-07-31", invited: 90, responses: 41,
      groups: [SurveyFigures.Group(code: "g", name: name, invited: 90, responses: nil)],
      languages: ["en": 30, "ar": nil],
      questions: [
        SurveyFigures.Results(
          question: "q", type: "single", topic: "", wording: ["en": name], answered: 40, missing: 1,
          results: [
            SurveyFigures.Result(code: "a", wording: ["en": name], count: 33),
            SurveyFigures.Result(code: "b", wording: [:], count: nil),
          ], mean: "")
      ], actions: [])
  }

  private static func text(_ facts: ReportFacts, _ language: String) -> String {
    ReportDocument(facts, language: language).published.map { piece in
      switch piece {
      case .heading(_, let number, let text): "\(number) \(text)"
      case .paragraph(let one): one.generated
      case .table(let one): ([one.caption] + one.columns + one.rows.flatMap(\.self)).joined(separator: " ")
      case .figure(let one): one.chart.title + one.chart.categories.joined(separator: " ")
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: DocumentBook.languages, ReportAudience.allCases)
  func `Each language has all its words, for each audience`(language: String, audience: ReportAudience) {
    let text = Self.text(Self.facts(audience), language)
    // A label or a sentence that is missing shows its key.
    let keys = text.matches(of: /\b(?:report|column|section|heading)[A-Z.][A-Za-z.]+/).map {
      String($0.output)
    }
    #expect(keys.isEmpty, "\(keys)")
    #expect(!text.contains("{"), "a place without a value")
    guard language != "en" else { return }
    #expect(!text.contains("Needs analysis") && !text.contains("Evidence that"))
  }

  @Test(arguments: DocumentBook.languages)
  func `The page is well-formed and needs nothing beside itself`(language: String) throws {
    let page = ReportPage(ReportDocument(Self.facts(), language: language)).file
    let parser = XMLParser(data: Data(page))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("dir=\"\(language == "ar" ? "rtl" : "ltr")\""))
    for mark in [" src=", "url(", "@import", "<script", "<link", " style="] {
      #expect(!text.contains(mark), "\(mark)")
    }
    #expect(text.contains("<title>") && text.contains("<desc id=\"f1d\">"))
    // Ways within the page, and to pages that evidence names.
    let addresses = text.matches(of: /href="([^"]*)"/).map(\.output.1)
    let ids = Set(text.matches(of: #/ id="([^"]*)"/#).map(\.output.1))
    #expect(addresses.contains("#contents"))
    for address in addresses where !address.hasPrefix("https://") {
      #expect(address.hasPrefix("#") && ids.contains(address.dropFirst()), "\(address)")
    }
  }

  @Test func `The same facts give the same bytes`() {
    let pages = (0..<3).map { _ in ReportPage(ReportDocument(Self.facts(), language: "fr")).file }
    #expect(Set(pages).count == 1)
    let texts = (0..<3).map { _ in
      ReportMarkdown(ReportDocument(Self.facts(), language: "ar")) { _ in [] }.text
    }
    #expect(Set(texts).count == 1)
  }

  static let hostile = [
    "<script>alert(1)</script>", "\" onload=\"x", "a | b | c", "``` \n# not a heading", "[x](javascript:y)",
    "\u{202E}gnp.exe", "\u{1B}[2J\u{7}", "![x](http://tracker.example/a.png)", "{0} {1}",
    "&amp; ]]> --> </title>",
    String(repeating: "long ", count: 400), "1. one", "***", "العربية | 中文",
  ]

  @Test(arguments: hostile)
  func `Names from outside are text in each format, whatever they hold`(name: String) throws {
    let document = ReportDocument(Self.facts(name: name), language: "en")
    let page = ReportPage(document).file
    #expect(XMLParser(data: Data(page)).parse())
    let html = String(decoding: page, as: UTF8.self)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("onload=\"x"))
    let markdown = ReportMarkdown(document) { $0.categories }.text
    for text in [html, markdown] {
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 7 })
    }
    let plain = ReportMarkdown(ReportDocument(Self.facts(), language: "en")) { $0.categories }.text
    func shape(_ text: String) -> [Int] {
      // What begins a block, and how many cells each row of a table has.
      text.split(separator: "\n").filter { $0.hasPrefix("|") || $0.hasPrefix("#") || $0.hasPrefix("```") }
        .map { line in line.hasPrefix("|") ? line.replacing("\\|", with: "").filter { $0 == "|" }.count : -1 }
    }
    // The fence of a chart is as long as it has to be; all else stands as it did.
    #expect(shape(markdown).count { $0 > 0 } == shape(plain).count { $0 > 0 })
    #expect(shape(markdown).filter { $0 > 0 } == shape(plain).filter { $0 > 0 })
    // Inside a fence nothing means anything.
    let fences = markdown.split(separator: "\n").split { $0.hasPrefix("```") }.enumerated()
    let prose = fences.filter { $0.offset % 2 == 0 }.flatMap(\.element).joined(separator: "\n")
    #expect(!prose.replacing("\\]", with: "").contains("](") && !prose.contains("\n# not"))
  }

  @Test func `The direction of a name stays inside it`() {
    let name = "الزيارة الثانية"
    let page = { (language: String, name: String) in
      String(
        decoding: ReportPage(ReportDocument(Self.facts(name: name), language: language)).file, as: UTF8.self)
    }
    #expect(page("en", name).contains("<bdi>\(name)</bdi>, planned to be completed by"))
    #expect(page("ar", "Second visit").contains("<bdi>Second visit</bdi>"))
    #expect(!page("en", "Second visit").contains("<bdi>") && !page("ar", name).contains("<bdi>\(name)"))
    // Marks of a name's own open nothing and close nothing.
    let torn = page("en", "\u{2069}\u{2068}\(name)\u{2068}")
    #expect(torn.contains("<bdi>\(name)</bdi>") && XMLParser(data: Data(torn.utf8)).parse())
    let plain = ReportMarkdown(ReportDocument(Self.facts(name: name), language: "en")) { _ in [] }.text
    #expect(!plain.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
  }

  @Test(arguments: [
    ("en", "1,234,567"), ("fr", "1\u{A0}234\u{A0}567"), ("es", "1\u{A0}234\u{A0}567"),
    ("ru", "1\u{A0}234\u{A0}567"),
    ("ar", "1,234,567"), ("zh", "1\u{A0}234\u{A0}567"),
  ])
  func `Numbers are written as the language does`(language: String, number: String) {
    let words = ReportWords(book: DocumentBook(language))
    #expect(words.number(1_234_567) == number && words.number(999) == "999")
    #expect(
      words.number(1_234)
        == (["en", "ar"].contains(language) ? "1,234" : language == "es" ? "1234" : "1\u{A0}234"))
    #expect(words.percent(1, of: 0) == nil)
    let sum = words.money(7_342_050)
    #expect(sum.contains(["en", "zh", "ar"].contains(language) ? "420.50" : "420,50"), "\(sum)")
  }

  @Test func `Parts are numbered as-official documents of the language number them`() {
    let numbers = DocumentBook.languages.map { language in
      let numbering = ReportNumbering(language: language)
      return
        "\(numbering.section(1)) \(numbering.subsection(0)) \(numbering.paragraph(7)) \(numbering.item(1)) \(numbering.part(2))"
    }
    #expect(
      numbers == [
        "ثانياً - ألف - 7 - (ب) ’3‘", "二、 A. 7. (b) (iii)", "II. A. 7. (b) (iii)", "II. A. 7. b) iii)",
        "II. A. 7. b) iii)", "II. A. 7. b) iii)",
      ])
    #expect(ReportNumbering(language: "en").item(26) == "(aa)")
  }

  @Test func `What nobody knows is said, and is no nought`() {
    let empty = ReportFacts(audience: .plenary, from: Self.from, to: Self.to, asOf: Self.to)
    let text = Self.text(empty, "en")
    #expect(
      text.contains(
        "No item in the media was recorded in the period. This does not mean that there was none."))
    #expect(text.contains("The indicators have not been assessed."))
    #expect(!text.contains("the number was 0"))
    let known = Self.text(Self.facts(), "en")
    #expect(
      known.contains("6.3 Evidence that stakeholders' issues and concerns are being resolved. No evidence"))
    #expect(known.contains("not shown, to protect respondents"))
  }

  @Test func `Messages say whether they were agreed before their launch, and what became of them`() throws {
    var facts = Self.facts()
    let document = ReportDocument(facts, language: "en")
    func text(_ key: String) -> String {
      document.pieces.compactMap {
        if case .paragraph(let one) = $0, one.key == key { one.generated } else { nil }
      }
      .joined()
    }
    #expect(text("messages.agreement").contains("As of 31 March 2016 there were 2 messages for launches"))
    #expect(text("messages.agreement").contains("agreed before the launch: 1"))
    #expect(text("messages.agreement").contains("not agreed: 1"))
    #expect(text("messages.wrong").contains("Overall message (a): 4"))
    let table = try #require(
      document.pieces.compactMap {
        if case .table(let one) = $0, one.key == "messages.table" { one } else { nil }
      }
      .first)
    #expect(table.rows.first == ["Overall message (a)", "", "1", "2", "3", "4"])
    // What an earlier program froze knows nothing of them.
    facts.messages = nil
    #expect(ReportDocument(facts, language: "en").pieces.allSatisfy { $0.key?.hasPrefix("messages") != true })
    facts.messages = []
    #expect(ReportDocument(facts, language: "fr").pieces.contains { $0.key == "messages.none" })
  }

  @Test func `Words that came after the release were late`() throws {
    var programme = Programme()
    programme.launches = [Launch(id: "l", version: 1, values: ["name": "L", "day": "2015-06-01"])]
    func message(_ id: String, _ last: String) -> Message {
      let words =
        "A | co-chair | 2015-03-01 | 1; B | lead-author | 2015-03-02 | 1; C | review-editor | \(last) | 1"
      return Message(id: id, version: 1, values: ["name": id, "launch": "l", "agreements": words])
    }
    programme.messages = [message("a", "2015-05-31"), message("b", "2015-06-02"), message("c", "2016-04-01")]
    var facts = ReportFacts(audience: .plenary, from: Self.from, to: Self.to, asOf: Self.to)
    facts.take(programme, chains: [:])
    let agreed = Dictionary(uniqueKeysWithValues: try #require(facts.messages).map { ($0.id, $0.agreement) })
    #expect(agreed == ["a": "in-time", "b": "late", "c": "open"])
  }

  @Test func `The Bureau reads first what it has to decide`() {
    let headings = { (audience: ReportAudience) in
      ReportDocument(Self.facts(audience), language: "en").published.compactMap { piece in
        if case .heading(1, let number, let text) = piece { "\(number) \(text)" } else { nil }
      }
    }
    #expect(headings(.bureau)[1] == "II. Matters for decision")
    #expect(headings(.mep)[1] == "II. Participation and diversity")
    #expect(headings(.plenary).last == "Annex III Results of the surveys")
    #expect(!headings(.mep).contains { $0.hasSuffix("Budget") })
  }

  @Test func `Every number of records names them`() throws {
    let document = ReportDocument(Self.facts(), language: "en")
    let media = try #require(document.pieces.first { $0.key == "media.total" })
    #expect(media.sources.records == ["coverage:c-1"] && media.sources.count == 1_234_567)
    #expect(media.sources.query == "coverage when:2015-01-01..2016-03-31")
    #expect(
      document.sources.contains {
        $0.text == "coverage:c-1; 1,234,567 in all: coverage when:2015-01-01..2016-03-31"
      })
  }

  @Test func `Beside other pages what is public is linked, and all else counted`() throws {
    var facts = Self.facts()
    facts.events = ["session": ReportCount(.event, ["open <day>", "closed"])]
    let document = ReportDocument(facts, language: "en")
    let events = try #require(document.sources.first { $0.records.records.contains("event:closed") })
    #expect(events.text == "event:closed; event:open <day>")
    let known = PublishedRecord(name: "Open <b> day", address: "calendar-en.html#e-open%20%3Cday%3E")
    let page = ReportPage(document, beside: ["event:open <day>": known]).file
    #expect(XMLParser(data: Data(page)).parse())
    let text = String(decoding: page, as: UTF8.self)
    #expect(
      text.contains(
        "<dt><a href=\"#\(events.anchor)\">\(events.of)</a></dt><dd><a href=\"\(known.address)\">"
          + "<bdi>Open &lt;b&gt; day</bdi></a> · records not published: 1</dd>"))
    #expect(text.contains("<dd>records not published: 1,234,567</dd>"))
    for name in ["event:closed", "event:open", "coverage:c-1", "coverage when:"] {
      #expect(!text.contains(name))
    }
  }

  // MARK: Edits

  private func edited(_ edits: [ReportEdit], _ facts: ReportFacts = facts()) -> ReportDocument {
    var report = Report(id: "r")
    (report.name, report.edits) = ("Report", edits)
    return ReportDocument(facts, language: "en", report: report)
  }

  @Test func `A draft is edited paragraph by paragraph, and numbers follow`() throws {
    let plain = edited([])
    let keys = plain.pieces.compactMap(\.key)
    #expect(Set(keys).count == keys.count, "keys are unique")
    let document = edited([
      ReportEdit(paragraph: "introduction.method", kind: .omit),
      ReportEdit(paragraph: "introduction.mandate", kind: .add, text: "The Bureau took note of a draft."),
      ReportEdit(paragraph: "implementation.slip", kind: .replace, text: "Delays were made good."),
      ReportEdit(paragraph: "gone.with.a.version", kind: .replace, text: "Nowhere"),
    ])
    let paragraphs = document.published.compactMap { piece -> ReportDocument.Paragraph? in
      if case .paragraph(let one) = piece { one } else { nil }
    }
    #expect(paragraphs[1].text == "The Bureau took note of a draft." && paragraphs[1].number == 2)
    #expect(!paragraphs.contains { $0.key == "introduction.method" })
    #expect(paragraphs.contains { $0.text == "Delays were made good." && $0.hand == .replaced })
    #expect(paragraphs.map(\.number) == Array(1...paragraphs.count))
    #expect(document.pieces.contains { $0.hand == .omitted }, "whoever edits still sees it")
  }

  @Test func `An edit says when the facts moved under it`() throws {
    let plain = edited([])
    guard case .paragraph(let slip)? = plain.pieces.first(where: { $0.key == "implementation.slip" }) else {
      Issue.record("no paragraph on delay")
      return
    }
    let edit = ReportEdit(paragraph: slip.key, kind: .replace, text: "As before.", basis: slip.generated)
    func moved(_ facts: ReportFacts) -> Bool? {
      for case .paragraph(let one) in edited([edit], facts).pieces where one.key == slip.key {
        return one.hasMoved
      }
      return nil
    }
    #expect(moved(Self.facts()) == false)
    var later = Self.facts()
    later.delayDays += 1
    #expect(moved(later) == true)
  }

  @Test func `Facts come back from their frozen form as they were`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let facts = Self.facts(name: Self.hostile[3])
    let json = try encoder.encode(facts)
    #expect(try JSONDecoder().decode(ReportFacts.self, from: json) == facts)
    #expect(!json.contains(UInt8(ascii: "\n")))
  }
}
