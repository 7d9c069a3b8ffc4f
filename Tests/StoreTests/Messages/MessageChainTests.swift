import GRDB
import Model
import Testing

@testable import Store

/// What became of messages, and who the audiences are, by counts that are kept.
@Suite struct MessageChainTests {
  private let library: Library

  init() throws { library = try Library.inMemory() }

  private func sign(_ sign: AudienceSign) throws -> Int { try library.read(Tallies()).ruled(sign) }

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

  @Test func `Audiences by rule are counted with every write, and again in a store of before`() throws {
    try library.add(
      .named("A", id: "a") { $0.disciplines = [.natural] }, .named("B", id: "b") { $0.type = .organization })
    #expect(try sign(.science) == 1 && sign(.organization) == 1)
    try library.edit("a") { $0.audience = .media }
    #expect(try sign(.science) == 0)
    try library.edit("b") { $0.sectors = [.food] }
    #expect(try sign(.organization) == 0 && sign(.sector) == 1)
    try library.undo()
    #expect(try sign(.organization) == 1 && sign(.sector) == 0)
    try library.maintain { db in
      try db.execute(sql: "DELETE FROM tally WHERE dimension = '\(RuledAudiences.dimension)'")
      try RuledAudiences.count(in: db)
    }
    #expect(try sign(.organization) == 1 && sign(.science) == 0)
  }
}
