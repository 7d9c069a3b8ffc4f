import Interchange
import Model
import Store
import Testing

@testable import Office

/// New rows of a file are compared with who is stored and with each other before they come in.
@Suite struct LookalikeTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.apply(
      AddRecord(
        Stakeholder(
          id: "hel", version: 0,
          values: [
            "name": "Lefèvre, Hélène", "emails": "h@x.example", "country": "FR", "city": "Lyon",
            "do_not_contact": "yes", "kind": "individual",
          ])))
  }

  private static let file = """
    name,emails,country,city
    H. Lefevre,H@x.example,FR,Paris
    "Banda, Thandiwe",t@x.example,ZM,
    T. Banda,T@X.example,ZM,
    "Mbeki, Awa",,ZA,
    Awa Mbeki,,ZA,

    """

  private func work(_ same: [Int: RecordID] = [:], compares: Bool = true) -> StakeholderImport {
    var options = StakeholderImport.Options()
    (options.same, options.comparesNew) = (same, compares)
    return StakeholderImport(ImportFile(bytes: Array(Self.file.utf8)), options: options)
  }

  @Test func `A preview names who may be known, and who stands in the file twice`() throws {
    let summary = try work().preview(in: library)
    #expect(summary.new == 5)
    let found = try #require(summary.lookalikes)
    #expect(found.map(\.line).sorted() == [2, 4, 6])
    let stored = try #require(found.first { $0.line == 2 })
    #expect(stored.other.id == "hel" && stored.otherLine == nil && stored.newcomer.city == "Paris")
    #expect(stored.candidate.a.title == "H. Lefevre")
    #expect(stored.candidate.reasons.map(\.sign).contains(.email))
    let twice = try #require(found.first { $0.line == 4 })
    #expect(twice.otherLine == 3 && twice.other.name == "Banda, Thandiwe")
    #expect(try work(compares: false).preview(in: library).lookalikes == nil)
  }

  @Test func `Who is written is named as in a preview, and not as one's own double`() throws {
    let before = try #require(try work().preview(in: library).lookalikes)
    let summary = try work().run(in: library)
    #expect(summary.outcome == .written && summary.new == 5 && summary.uncompared == 0)
    let found = try #require(summary.lookalikes)
    #expect(found.map(\.line) == before.map(\.line) && found.map(\.otherLine) == before.map(\.otherLine))
    #expect(found.map(\.candidate.reasons) == before.map(\.candidate.reasons))
    #expect(found.first { $0.line == 2 }?.other.id == "hel")
    #expect(try work(compares: false).run(in: Library.inMemory()).lookalikes == nil)
  }

  @Test func `Whoever will not wait for the comparing keeps what was written`() throws {
    let summary = try work().run(in: library) { $0.phase != .comparing }
    #expect(summary.outcome == .written && summary.lookalikes == nil)
    #expect(try library.read(StakeholderCount(StakeholderFilter())) == 6)
  }

  @Test func `Nothing is said to be left only when all is compared`() throws {
    var said: [ImportProgress] = []
    _ = try work().preview(in: library) { progress in
      said.append(progress)
      return true
    }
    #expect(said.map(\.fraction) == said.map(\.fraction).sorted() && said.last?.fraction == 1)
    let reading = said.filter { $0.phase == .reading }
    #expect(!reading.isEmpty && reading.allSatisfy { $0.fraction <= 0.5 })
    #expect(said.contains { $0.phase == .comparing && $0.fraction < 1 })
  }

  @Test func `A row that is said to be somebody goes into their record, and nothing of it is lost`() throws {
    let summary = try work([2: "hel"]).run(in: library)
    #expect((summary.new, summary.changed) == (4, 1) && summary.outcome == .written)
    let one = try #require(try library.read(RecordByID<Stakeholder>("hel")))
    #expect(one.name == "Lefèvre, Hélène" && one.aliases == ["H. Lefevre"] && one.city == "Paris")
    #expect(one.emails == ["h@x.example"] && one.isDoNotContact)
    try library.undo()
    #expect(try library.read(RecordByID<Stakeholder>("hel"))?.aliases == [])
  }

  @Test func `What is said of a row that is not there, or of nobody, is not passed over`() throws {
    #expect(try work([99: "hel"]).preview(in: library).sameNowhere == [99])
    let summary = try work([2: "nobody"]).preview(in: library)
    #expect(summary.rejected == 1 && summary.findings.first?.what == .rejected(.notThere(id: "nobody")))
  }
}
