import GRDB
import Model
import Testing

@testable import Store

/// What became of messages, and who the audiences are, by counts that are kept.
@Suite struct MessageChainTests {
  private let library: Library

  init() throws { library = try Library.inMemory() }

  private func known(_ audience: Audience) throws -> Int {
    try library.read(Tallies())[.knownAudience][audience.rawValue] ?? 0
  }

  @Test func `A message is planned, published, heard and carried wrongly`() throws {
    var product = Product(id: "sheet")
    (product.name, product.carried) = ("Sheet", ["m.a", "m.b"])
    var out = Translation(product: "out", language: "en")
    out.state = .published
    var published = Product(id: "out")
    (published.name, published.carried) = ("Out", ["m.a"])
    for one in [product, published] { try library.apply(AddRecord(one)) }
    try library.apply(AddRecord(out))
    func item(_ id: RecordID, _ set: (inout Coverage) -> Void) throws {
      var item = Coverage(id: id)
      (item.name, item.when) = (id, .day(Day("2016-02-22")!))
      set(&item)
      try library.apply(AddRecord(item))
    }
    try item("right") { ($0.messages, $0.pointsRight) = ([.a], ["m.t1"]) }
    try item("wrong") { ($0.messages, $0.isInaccurate, $0.pointsWrong) = ([.a, .b], true, ["m.t1"]) }
    let chains = try library.read(MessageChains())
    #expect(chains["m.a"] == MessageChain(planned: 1, published: 1, heard: 1, wrong: 1))
    #expect(chains["m.b"] == MessageChain(planned: 1, published: 0, heard: 0, wrong: 1))
    #expect(chains["m.t1"] == MessageChain(planned: 0, published: 0, heard: 1, wrong: 1))
    #expect(throws: Refusal.invalid(field: "points_wrong", .repeatedCode("m.a"))) {
      try item("both") { ($0.pointsRight, $0.pointsWrong) = (["m.a"], ["m.a"]) }
    }
  }

  @Test func `Items coded for single messages are found by their index`() throws {
    let plan = try library.withReader { reader in
      try Row.fetchAll(
        reader.db, sql: "EXPLAIN QUERY PLAN SELECT id FROM coverage WHERE \(Schema.isCodedForMessages)"
      ).map { $0["detail"] as String }.joined()
    }
    #expect(plan.contains("coverage_by_message"))
  }

  @Test func `Audiences are counted as far as they are known, with every write, and found`() throws {
    try library.add(
      .named("A", id: "a") { $0.disciplines = [.natural] }, .named("B", id: "b") { $0.type = .organization })
    #expect(try known(.scientists) == 1 && known(.igoNGO) == 1)
    try library.edit("a") { $0.audience = .media }
    #expect(try known(.scientists) == 0 && known(.media) == 1)
    try library.edit("b") { $0.affiliations = [Affiliation(organization: "Ministry of Water")] }
    #expect(try known(.igoNGO) == 0 && known(.policymakers) == 1)
    let filter = StakeholderFilter(facets: [.knownAudience: ["policymakers"]])
    #expect(try library.read(StakeholderWindow(filter: filter, count: 9)).rows.map(\.stakeholder.id) == ["b"])
    try library.undo()
    #expect(try known(.igoNGO) == 1 && known(.policymakers) == 0)
  }

  @Test func `A store of before gets the audiences of its stakeholders`() throws {
    try library.add(
      .named("A", id: "a") { $0.disciplines = [.natural] },
      .named("B", id: "b") {
        $0.affiliations = [Affiliation(organization: "Example Radio", role: "reporter")]
      },
      .named("C", id: "c"))
    let bits = try #require(FacetBits.all(of: .knownAudience)?.first)
    try library.maintain { db in
      try db.execute(sql: "UPDATE stakeholder SET facets = facets & ~?", arguments: [bits])
      try db.execute(sql: "DELETE FROM tally WHERE dimension = 'knownAudience'")
      try AudienceMigration.run(in: db)
    }
    #expect(try known(.scientists) == 1 && known(.media) == 1)
    let filter = StakeholderFilter(facets: [.knownAudience: ["media"]])
    #expect(try library.read(StakeholderWindow(filter: filter, count: 9)).rows.map(\.stakeholder.id) == ["b"])
  }
}
