import Testing

@testable import Model

/// What people type, and what it means.
@Suite struct QueryTests {
  static let words: QueryWords = QueryWords(
    language: "en",
    books: [
      "en": .of(
        names: ["country": ["country", "nation"], "org": ["org", "organisation"], "tag": ["tag"]],
        labels: [.gender: ["female": "female"], .region: ["africa": "Africa"]]),
      "zh": .of(
        names: ["country": ["国家"], "role": ["角色"], "tag": ["标签"], "lang": ["语言"], "has": ["有"]],
        labels: [
          .roles: ["contributor": "贡献者", "end-user": "最终用户"], .region: ["africa": "非洲"],
        ], none: ["未说明"]),
    ])
  static let today: Day = Day("2015-09-15")!

  private func query(_ text: String) -> StakeholderQuery {
    StakeholderQuery(text, words: Self.words, today: Self.today)
  }

  @Test(arguments: [
    ("country:KE", QueryCondition.dimension(.country, ["KE"])),
    ("COUNTRY:ke", .dimension(.country, ["KE"])), ("nation:kenya", .dimension(.country, ["KE"])),
    ("country:КЕНИЯ", .dimension(.country, ["KE"])), ("country:肯尼亚", .dimension(.country, ["KE"])),
    ("国家：肯尼亚、坦桑尼亚", .dimension(.country, ["KE", "TZ"])),
    ("country:KE,TZ,none", .dimension(.country, ["KE", "TZ", ""])),
    ("country:\"United Arab Emirates\"", .dimension(.country, ["AE"])),
    ("role:contributor", .dimension(.roles, ["contributor"])),
    ("roles:enduser", .dimension(.roles, ["end-user"])),
    ("角色:最终用户", .dimension(.roles, ["end-user"])), ("region:africa", .dimension(.region, ["africa"])),
    ("region:非洲", .dimension(.region, ["africa"])), ("gender:none", .dimension(.gender, [""])),
    ("gender:未说明", .dimension(.gender, [""])), ("lang:fr", .dimension(.language, ["fr"])),
    ("language:french,中文", .dimension(.language, ["fr", "zh"])),
    ("lang:Swahili", .dimension(.language, ["sw"])), ("lang:pt-br", .dimension(.language, ["pt-BR"])),
    ("tag:\"wet lands\"", .text(["tags"], "wet lands")), ("tag:“湿地”", .text(["tags"], "湿地")),
    ("tag:a,\"b c\"", .any([.text(["tags"], "a"), .text(["tags"], "b c")])),
    ("email:@example.org", .text(["emails"], "@example.org")), ("org:wwf", .text(["affiliations"], "wwf")),
    ("source:none", .empty(["source"])), ("has:email", .filled(["emails"])),
    ("has:gender", .stated(.gender)), ("有:标签", .filled(["tags"])), ("id:a-1", .id("a-1")),
    ("joined:none", .empty(["joined"])), ("family_first:yes", .filled(["family_first"])),
    ("family_first:no", .empty(["family_first"])), ("retired:yes", .retired(true)),
    ("forest", .words("forest")), ("\"wet lands\"", .phrase("wet lands")),
    ("http://example.org", .words("http://example.org")), ("a,b", .words("a,b")),
    ("森林", .words("森林")), ("12:30", .words("12:30")),
  ])
  func means(_ text: String, _ condition: QueryCondition) {
    let query = query(text)
    #expect(query.terms.map(\.condition) == [condition])
    #expect(query.problems.isEmpty)
  }

  private static let spans: [(String, String?, String?)] = [
    ("2014", "2014-01-01", "2015-01-01"), ("2015-06", "2015-06-01", "2015-07-01"),
    ("2015-6-5", "2015-06-05", "2015-06-06"), ("<2015-06", nil, "2015-06-01"),
    ("<=2015-06", nil, "2015-07-01"), (">2015-06", "2015-07-01", nil), (">=2015-06-15", "2015-06-15", nil),
    ("2014..2015-06", "2014-01-01", "2015-07-01"), ("2014..", "2014-01-01", nil),
    ("..2014", nil, "2015-01-01"),
    ("<7d", "2015-09-09", nil), ("7d", "2015-09-08", nil), (">2w", nil, "2015-09-01"),
    ("＜２０１５", nil, "2015-01-01"), ("2015年6月", "2015-06-01", "2015-07-01"),
    ("\"15 June 2015\"", "2015-06-15", "2015-06-16"), ("<\"1 June 2015\"", nil, "2015-06-01"),
    (">“1 June 2015”", "2015-06-02", nil), ("<=\"June 2015\"", nil, "2015-07-01"),
    ("\"1 June 2015\"..\"3 juin 2015\"", "2015-06-01", "2015-06-04"),
    (">=\"1 июня 2015 г.\"", "2015-06-01", nil),
    ("6/13/2015", "2015-06-13", "2015-06-14"), ("<\"13 June\"", nil, "2015-06-13"),
  ]

  @Test(arguments: spans)
  func days(_ text: String, _ from: String?, _ until: String?) {
    let range = DayRange(from: from.flatMap(Day.init), until: until.flatMap(Day.init))
    for field in ["joined", "changed", "retired"] {
      #expect(query("\(field):\(text)").terms.map(\.condition) == [.days(field, range)])
    }
  }

  @Test(arguments: ["2015-13", "2015-02-30", "soon", "15", "<", "..", "99999d", "2015-06-15-1", "20155"])
  func `Malformed days are named`(_ text: String) {
    let query = query("joined:\(text)")
    #expect(query.terms.map(\.condition) == [nil])
    #expect(query.problems.map(\.reason) == [.malformedDay(QueryField.named("joined"), text)])
  }

  private static let unknown: [(String, String?)] = [
    ("contry:KE", "country"), ("rgion:africa", "region"), ("国冢:肯尼亚", nil), ("nme:x", "name"),
    ("country:Kenja", "Kenya"), ("role:contribtor", "contributor"), ("lang:frensh", "French"),
    ("gender:femal", "female"), ("has:emial", "email"), ("qqqqqq:x", nil), ("country:Qqqqqq", nil),
  ]

  @Test(arguments: unknown)
  func `What is unknown is named with what was perhaps meant`(_ text: String, _ suggestion: String?) {
    let query = query("forest \(text) tag:x")
    #expect(query.problems.map(\.suggestion) == [suggestion])
    #expect(query.clauses.map(\.condition) == [.words("forest"), .text(["tags"], "x")])
  }

  @Test func `The known among alternatives hold`() {
    let query = query("country:KE,Atlantis")
    #expect(query.clauses == [QueryClause(.dimension(.country, ["KE"]))])
    #expect(query.problems.map(\.range) == [11..<19])
  }

  @Test func `Parts know their place and their sign`() {
    let query = query("forest -lang:fr  −x")
    #expect(query.terms.map(\.range) == [0..<6, 7..<15, 17..<19])
    #expect(query.terms.map(\.isNegated) == [false, true, true])
    #expect(query.terms[1].nameRange == 8..<12)
    #expect(query.terms[1].values.map(\.range) == [13..<15])
  }

  @Test(arguments: [
    "", " ", "-", "\"", "\"\"", ":", "::", "country:", "country:,", "-country:", "tag:\"", "tag:\"a", "a:b:c",
    "tag:\"a\"b\"c\"", "\u{0}", "\u{200F}:x", "🌿:🌿", "e\u{301}:x", "tag:🌿", "-\"x", "«", "id:\"\"", "has:has",
    "joined:-", "id:,", "٪:٪", "العربية:x", "has:changed", "retired:maybe", "country:\"", "「",
  ])
  func `Nothing is too strange`(_ text: String) {
    let query = query(text)
    for range in query.terms.map(\.range) + query.problems.map(\.range) {
      #expect(range.lowerBound >= 0 && range.upperBound <= text.count)
    }
    _ = query.neutralText
    for caret in 0...text.count {
      _ = StakeholderQuery.completion(of: Array(text), caret: caret, words: Self.words)
    }
  }

  @Test(arguments: ["a", "a ", "\"", "\"a", "x:", "tag:a ", "-", "country:KE,", "国家:", ",", "🌿 "])
  func `Length is bounded`(_ unit: String) {
    let query = query(String(repeating: unit, count: 10_000))
    #expect(query.terms.count <= StakeholderQuery.mostTerms)
  }

  @Test func `All countries fit into one part`() {
    let codes = Country.all.map(\.code)
    let query = query("country:" + codes.joined(separator: ","))
    #expect(query.clauses == [QueryClause(.dimension(.country, Set(codes)))])
    #expect(query.problems.isEmpty)
  }

  @Test func `More than a store can stand is said`() {
    let query = query(String(repeating: "tag:a ", count: 101))
    #expect(query.clauses.count == 100)
    #expect(query.problems.map(\.reason) == [.tooMany])
    let values = self.query("tag:" + Array(repeating: "a", count: 101).joined(separator: ","))
    #expect(values.problems.map(\.reason) == [.tooMany])
  }
}

extension QueryWords.Book {
  static func of(
    names: [String: [String]], labels: [Dimension: [String: String]], none: [String] = []
  ) -> Self {
    var book = Self()
    (book.names, book.labels, book.none) = (names, labels, none)
    return book
  }
}

extension QueryField {
  static func named(_ name: String) -> QueryField { all.first { $0.name == name }! }
}
