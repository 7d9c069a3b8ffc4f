import GRDB
import Model
import Testing

@testable import Store

/// What becomes of evidence when people are erased or merged, and what is reckoned from the store.
@Suite struct EvidenceStoreTests {
  private func evidence(_ id: RecordID, _ reference: String, _ name: String) -> Evidence {
    var evidence = Evidence(id: id)
    (evidence.indicator, evidence.name, evidence.reference) = ("1.2", name, reference)
    evidence.note = name
    return evidence
  }

  @Test func `The title of evidence about an erased person goes with them`() throws {
    let library = try Library.inMemory()
    var contact = Engagement(id: "e1")
    (contact.stakeholder, contact.subject) = ("zz", "Asked Zzyzx")
    try library.add(.named("Zzyzx", id: "zz"), .named("Ann", id: "ann"))
    try library.apply(AddRecord(contact))
    try library.apply(AddRecord(evidence("v1", "stakeholder:zz", "Zzyzx, Quentin")))
    try library.apply(AddRecord(evidence("v2", "engagement:e1", "Asked Zzyzx")))
    try library.apply(AddRecord(evidence("v3", "stakeholder:ann", "Ann")))
    _ = try library.erase("zz", why: "asked for it")
    let left = try library.read(AllRecords<Evidence>())
    #expect(left.map(\.name) == [OnErasure.word, OnErasure.word, "Ann"])
    #expect(left.map(\.reference) == ["", "", "stakeholder:ann"])
    let journal = try library.database.read {
      try String.fetchAll($0, sql: "SELECT ifnull(before, '') || ifnull(after, '') FROM journal_row")
    }
    #expect(!journal.contains { $0.contains("Zzyzx") })
  }

  @Test func `Figures of the indicators agree with the tallies`() throws {
    let library = try Library.inMemory()
    try library.add(
      .named("a") { $0.participation = [Participation(kind: .comments, count: 7, day: Day("2014-02-01"))] },
      .named("b") { stakeholder in
        stakeholder.country = "KE"
        stakeholder.participation = [
          Participation(kind: .nomination), Participation(kind: .comments, count: 2),
        ]
      })
    let day = Day("2015-09-15")!
    let figures = try library.read(IndicatorFiguresAt(day))
    let counted = Dictionary(
      uniqueKeysWithValues: figures.descriptions.map { ($0.id, $0.counted.map(\.count)) })
    #expect(counted["3.1"] == [1, 9, 0, 0] && counted["6.2"] == [0, 0])
    let tallies = try library.read(Tallies())
    #expect(tallies.acts(.comments) == 9)
    let years = figures.tables.first { $0.key == "participation_by_year" }
    #expect(years?.rows.map(\.code) == ["", "2014"])
    // A period leaves out what has no date.
    let period = try library.read(IndicatorFiguresAt(day, from: Day("2014-01-01")))
    #expect(period.descriptions.first { $0.id == "3.1" }?.counted.map(\.count) == [0, 7, 0, 0])
  }

  @Test func `Stakeholders are found by when they took part`() throws {
    let library = try Library.inMemory()
    try library.add(
      .named("a") { $0.participation = [Participation(kind: .comments, day: Day("2014-02-01"))] },
      .named("b") {
        $0.participation = [
          Participation(kind: .comments, day: Day("2015-02-01")),
          Participation(kind: .nomination, day: Day("2014-02-01")),
        ]
      }, .named("c") { $0.participation = [Participation(kind: .comments)] })
    func found(_ text: String) throws -> Int {
      let query = StakeholderQuery(text, words: .plain, today: Day("2015-09-15")!)
      try #require(query.problems.isEmpty)
      return try library.read(StakeholderCount(StakeholderFilter(query)))
    }
    #expect(try found("comments:2014") == 1)
    #expect(try found("comments:2015") == 1)
    #expect(try found("comments:2014..2015") == 2)
    #expect(try found("nomination:>=2015") == 0)
    #expect(try found("-comments:2014") == 2)
    #expect(try found("has:comments") == 3)
  }
}
