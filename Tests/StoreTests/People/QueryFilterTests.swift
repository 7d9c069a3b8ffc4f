import Model
import RandomRecords
import Testing

@testable import Store

/// What the store finds for a query against looking at every record.
@Suite struct QueryFilterTests {
  private let today = Day("2015-09-15")!

  private static let all: [Stakeholder] = {
    var random = RandomRecords(seed: 11, known: [:])
    return (0..<300).map { random.record("s\($0)") }
  }()

  private static let searchTexts = Dictionary(
    uniqueKeysWithValues: all.map { ($0.id, StakeholderColumns($0, changed: 0, body: "").searchText) })

  /// One for all questions: nobody writes into it.
  private static let store = Result {
    let library = try Library.inMemory()
    try library.apply(ImportRecords(new: all))
    return library
  }

  private let library: Library

  init() throws {
    library = try Self.store.get()
  }

  private func query(_ text: String) -> StakeholderQuery {
    StakeholderQuery(text, words: .plain, today: today)
  }

  private func expected(_ query: StakeholderQuery) -> Set<RecordID> {
    Set(
      Self.all.filter {
        query.matches(
          $0, searchText: Self.searchTexts[$0.id] ?? "", changed: today)
      }.map(\.id))
  }

  private func check(_ text: String) throws {
    let query = query(text)
    let filter = StakeholderFilter(query)
    let expected = expected(query)
    let page = try library.read(StakeholderWindow(filter: filter, count: 400))
    #expect(Set(page.rows.map(\.stakeholder.id)) == expected, "\(text)")
    #expect(try library.read(StakeholderCount(filter)) == expected.count, "\(text)")
  }

  @Test(arguments: [
    "", "ana", "\"ana łukasz\"", "-ana", "ana -łukasz", "country:KE,TZ,FR", "-country:none", "country:none",
    "role:contributor role:end-user", "role:contributor,end-user", "role:both", "-role:both",
    "role:both,none", "-role:contributor gender:none",
    "lang:en", "-lang:en", "lang:toi", "lang:toi,ar", "lang:none,toi", "lang:zh-hant", "lang:other",
    "tag:ana", "tag:ana,50", "-tag:ana", "tag:\"o'neill\"", "tag:小明", "tag:王小", "tag:none", "has:tag",
    "-has:email", "has:email has:phone", "email:@beispiel", "email:u1,none", "name:ana", "name:محمد",
    "org:ana", "source:ana", "source:none -note:ana", "id:s7", "id:s7,s8", "-id:s7", "joined:2000",
    "joined:<2001-06", "-joined:<2001-06", "joined:1999..2003", "joined:none", "joined:none,2000",
    "has:joined", "changed:2015-09-15", "changed:<2015-09-15", "changed:<7d", "-changed:<7d",
    "observer_since:2015", "observer_since:<=2015-09", "observer_since:>2015-09-01", "family_first:yes",
    "-family_first:yes", "retired:yes", "retired:yes ana", "retired:2000..2005", "-retired:yes",
    "retired:yes,2001", "has:gender", "-has:gender", "has:region", "region:africa,none",
    "knowledge:scientific -knowledge:traditional scale:local,global", "participation:comments",
    "deliverable:ana", "contry:KE ana", "country:KE,Atlantis", "tag:\"-\"", "ana tag:50 has:email",
    "consent:mailing", "-consent:mailing", "contact:do-not-contact", "consents:ana", "culture:김철수",
    "orcid:0000", "has:orcid", "do_not_contact:yes",
  ])
  func `A query finds what it says`(_ text: String) throws { try check(text) }

  @Test func `Conditions join at random`() throws {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "country:KE,FR,none", "role:contributor", "-role:end-user", "lang:en,ar", "lang:toi", "tag:ana", "ana",
      "小明", "has:phone", "email:u", "joined:>2000", "gender:none,female", "observer_since:2015", "source:l",
      "-note:ana", "kind:individual", "scale:none", "name:محمد,ana", "\"ana ana\"", "retired:yes",
      "id:s1,s2,s3",
    ]
    for _ in 0..<100 {
      let chosen = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (Int.random(in: 0..<4, using: &random) == 0 ? "-" : "") + parts.randomElement(using: &random)!
      }
      try check(chosen.joined(separator: " ").replacing("--", with: "-"))
    }
  }

  @Test func `Any order lists the same`() throws {
    for text in ["joined:>2000", "joined:2003", "changed:2015-09-15 joined:<2010", "has:email joined:>1990"] {
      let query = query(text)
      for column in ["name", "joined", "changed", "country", "city"] {
        let window = StakeholderWindow(
          filter: StakeholderFilter(query), sort: .init(column: column, isAscending: false), count: 400)
        let ids = try library.read(window).rows.map(\.stakeholder.id)
        #expect(Set(ids) == expected(query), "\(text) by \(column)")
        var listed: [RecordID] = []
        try library.eachStakeholder(matching: window.filter, sort: window.sort, batch: 7) {
          listed += $0.map(\.id)
        }
        #expect(listed == ids, "\(text) by \(column)")
      }
    }
  }

  @Test func `Facet counts follow the query`() throws {
    for text in ["ana", "has:email -lang:en", "role:contributor joined:>2000", "tag:ana country:none"] {
      let query = query(text)
      for dimension in [Dimension.region, .gender, .country, .language] {
        let counts = try library.read(FacetCounts(dimension, within: StakeholderFilter(query)))
        var filter = StakeholderFilter(query)
        filter.facets[dimension] = nil
        var expected: [String: Int] = [:]
        for row in try library.read(StakeholderWindow(filter: filter, count: 400)).rows {
          for value in dimension.values(of: row.stakeholder) { expected[value, default: 0] += 1 }
        }
        #expect(counts == expected, "\(text) by \(dimension)")
      }
    }
  }

  @Test(arguments: ["a ", "tag:a ", "-a ", "country:KE,", "tag:a,", "\"a b\" "])
  func `A query of any length is answered`(_ unit: String) throws {
    let filter = StakeholderFilter(query(String(repeating: unit, count: 1_000)))
    _ = try library.read(StakeholderWindow(filter: filter, count: 10))
    _ = try library.read(StakeholderCount(filter))
  }

  @Test func `What a key has no time for comes later`() throws {
    let many = (0..<6_000).map { index in
      Stakeholder.named("Group \(index)", id: "g\(index)") { if index % 1_000 == 999 { $0.gender = .female } }
    }
    let library = try Library.inMemory()
    try library.apply(ImportRecords(new: many))
    var window = StakeholderWindow(
      filter: .init(text: "group", facets: [.gender: ["female"]]), count: 50, isThorough: false)
    let first = try library.read(window)
    #expect(first.isPartial && first.isCapped && first.total == nil)
    #expect(Set(first.rows.map(\.stakeholder.name)).isSuperset(of: ["Group 999", "Group 2999"]))
    window.isThorough = true
    let whole = try library.read(window)
    #expect(!whole.isPartial && whole.total == 6)
  }
}
