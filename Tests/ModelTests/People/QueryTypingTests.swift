import Testing

@testable import Model

/// What a query is helped to while it is typed, and how it is changed from elsewhere.
@Suite struct QueryTypingTests {
  private let english = QueryTests.words
  private let chinese = QueryWords(
    language: "zh",
    books: [
      "en": .of(names: [:], labels: [:]),
      "zh": .of(
        names: ["country": ["国家"], "role": ["角色"]],
        labels: [.roles: ["contributor": "贡献者", "end-user": "最终 用户"]], none: ["未说明"]),
    ])

  private func offered(_ text: String, at caret: Int? = nil, _ words: QueryWords? = nil) -> [String] {
    StakeholderQuery.completion(
      of: Array(text), caret: caret ?? text.count, words: words ?? english, most: 4
    ).candidates.map(\.text)
  }

  private static let typed: [(String, [String])] = [
    ("c", []), ("forest cou", ["country:"]), ("-cou", ["country:"]),
    ("ta", ["tag:"]), ("forest", []), ("country:keny", ["KE"]), ("country:KE,tanz", ["TZ"]),
    ("role:", ["contributor", "end-user", "none"]), ("role:c", ["contributor"]), ("role:contributor", []),
    ("role:contributor,e", ["end-user"]), ("lang:swahi", ["sw"]), ("has:ema", ["email"]), ("tag:x", []),
    ("region:caribbean", ["latin-america-caribbean"]), ("joined:", []), ("\"co", []), ("http://co", []),
  ]

  @Test(arguments: typed)
  func offers(_ text: String, _ expected: [String]) { #expect(offered(text) == expected) }

  @Test func `Nothing is offered inside a word`() {
    #expect(offered("country", at: 3).isEmpty)
    #expect(offered("cou forest", at: 3) == ["country:"])
  }

  @Test func `Another language offers its own words`() {
    #expect(offered("国", at: nil, chinese) == ["国家:"])
    #expect(offered("角色:", at: nil, chinese) == ["贡献者", "\"最终 用户\"", "未说明"])
    let completion = StakeholderQuery.completion(of: Array("国家:肯"), caret: 4, words: chinese)
    #expect(completion.candidates.map(\.text) == ["KE"])
    #expect(completion.candidates.map(\.label) == ["肯尼亚"])
    #expect(completion.range == 3..<4)
  }

  @Test func `Days are explained rather than offered`() {
    let completion = StakeholderQuery.completion(of: Array("joined:20"), caret: 9, words: english)
    #expect(completion.day == .named("joined"))
  }

  private static let facets: [(String, Set<String>, String)] = [
    ("", ["africa"], "region:africa"), ("forest", ["africa"], "forest region:africa"),
    ("region:africa", [], ""), ("a region:africa b", [], "a b"),
    ("a region:africa,asia-pacific b", ["africa"], "a region:africa b"),
    ("-region:africa", ["asia-pacific"], "-region:africa region:asia-pacific"),
    ("contry:KE", ["", "africa"], "contry:KE region:africa,none"),
  ]

  @Test(arguments: facets)
  func `A facet is set in the text`(_ text: String, _ codes: Set<String>, _ expected: String) {
    let query = StakeholderQuery(text, words: english, today: QueryTests.today)
    #expect(query.text(setting: .region, to: codes, words: english) == expected)
  }

  @Test func `The retired are set in the text`() {
    let query = StakeholderQuery("forest", words: english, today: QueryTests.today)
    #expect(query.text(settingRetired: true, words: english) == "forest retired:yes")
    let back = StakeholderQuery("retired:yes forest", words: english, today: QueryTests.today)
    #expect(back.findsRetired)
    #expect(back.text(settingRetired: false, words: english) == "forest")
  }

  @Test func `A query is kept in words that every language reads`() {
    let query = StakeholderQuery(
      "国家：肯尼亚 -角色:贡献者 标签:湿地 森林 国冢:x", words: english, today: QueryTests.today)
    #expect(query.neutralText == "country:KE -role:contributor tag:湿地 森林 国冢:x")
    let again = StakeholderQuery(query.neutralText, words: .plain, today: QueryTests.today)
    #expect(again.clauses == query.clauses)
    #expect(again.text(in: chinese) == "国家:KE -角色:贡献者 tag:湿地 森林 国冢:x")
  }

  @Test(arguments: [("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0)])
  func distance(_ a: String, _ b: String, _ distance: Int) {
    #expect(EditDistance.between(Array(a), Array(b)) == distance)
  }

  @Test(arguments: [
    ("Lefèvre, Hélène", "hel", true), ("Lefèvre, Hélène", "eve", false), ("王小明", "小明", true),
    ("王小明", "明小", false), ("x@example.org", "example.o", true), ("O'Neill", "o'neill", true),
    ("a", "...", false),
  ])
  func `Words stand in a text as the index finds them`(_ text: String, _ typed: String, _ isFound: Bool) {
    let phrases = WordMatch.phrases(typed)
    #expect((!phrases.isEmpty && phrases.allSatisfy { WordMatch.contains($0, in: text) }) == isFound)
  }
}
