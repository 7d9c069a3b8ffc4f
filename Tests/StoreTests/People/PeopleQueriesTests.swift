import GRDB
import Model
import Testing

@testable import Store

/// Who belongs where, what is left to do, what fits whom, and what a record was.
@Suite struct PeopleQueriesTests {
  private func add(_ library: Library, _ id: RecordID, _ values: [String: String]) throws {
    let all = values.merging(["name": id]) { first, _ in first }
    try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: all)))
  }

  private func members(of id: RecordID, in library: Library) throws -> [RecordID] {
    let organization = try #require(try library.read(RecordByID<Stakeholder>(id)))
    return try library.read(Members(of: organization)).members.map(\.stakeholder.id)
  }

  @Test func `Members are found by the record and by any name of it`() throws {
    let library = try Library.inMemory()
    try add(
      library, "org",
      ["name": "Forest Forum", "kind": "organization", "acronyms": "AFF", "native_name": "Forêts"])
    try add(library, "a", ["affiliations": "another spelling | director | | | org"])
    try add(library, "b", ["affiliations": "FOREST forum"])
    try add(library, "c", ["affiliations": "aff"])
    try add(library, "d", ["affiliations": "forêts | | 2001 | 2009"])
    try add(library, "e", ["affiliations": "Forest Forum of Ghana", "notes": "Forest Forum"])
    try add(library, "other", ["name": "Forest Forum", "kind": "organization"])
    try add(library, "f", ["affiliations": "Forest Forum | | | | other"])
    #expect(try members(of: "org", in: library) == ["a", "b", "c", "d"])
    try library.apply(RetireStakeholder(["a"], on: Day("2015-01-01")))
    #expect(try members(of: "org", in: library) == ["b", "c", "d"])
  }

  @Test func `Members are bounded, however many there are`() throws {
    let library = try Library.inMemory()
    try add(library, "org", ["name": "Hub"])
    let people = (0..<(Members.cap + 50)).map { index in
      Stakeholder(id: "p\(index)", version: 0, values: ["name": "P \(index)", "affiliations": "Hub"])
    }
    try library.apply(ImportRecords(new: people))
    let answer = try library.read(Members(of: #require(try library.read(RecordByID<Stakeholder>("org")))))
    #expect(answer.members.count == Members.cap && answer.isCapped)
  }

  private func contact(_ id: RecordID, followUp: String, followedUp: String = "") -> Engagement {
    let values = [
      "stakeholder": "a", "subject": id, "day": "2015-01-01", "follow_up": followUp,
      "followed_up": followedUp,
    ]
    return Engagement(id: id, version: 0, values: values)
  }

  @Test func `Follow-ups are counted as overdue and soon, the oldest first`() throws {
    let library = try Library.inMemory()
    try add(library, "a", ["name": "Ana"])
    let dates = ["2015-09-14", "2015-09-15", "2015-09-29", "2015-09-30", "2015-03-01"]
    for (index, date) in dates.enumerated() {
      try library.apply(AddRecord(contact("c\(index)", followUp: date)))
    }
    try library.apply(AddRecord(contact("done", followUp: "2015-02-01", followedUp: "2015-02-01")))
    let answer = try library.read(FollowUps(asOf: Day("2015-09-15")!, limit: 3))
    #expect((answer.overdue, answer.soon) == (2, 2))
    #expect(answer.first.map(\.engagement.id) == ["c4", "c0", "c1"])
    #expect(answer.first.allSatisfy { $0.title == "Ana" })
  }

  @Test func `Open follow-ups and the contacts with somebody are found by their indexes`() throws {
    let library = try Library.inMemory()
    func plan(_ sql: String) throws -> String {
      try library.withReader { reader in
        try Row.fetchAll(reader.db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
          .joined(separator: "\n")
      }
    }
    let counted = try plan(FollowUps.count.replacing("?", with: "'2015-01-01'"))
    #expect(counted.contains("engagement_to_follow") && !counted.contains("SCAN"))
    let listed = try plan(EngagementsOf.sql.replacing("?", with: "'a'"))
    #expect(listed.contains("engagement_by_stakeholder") && !listed.contains("SCAN"))
  }

  @Test func `Offers are matched with needs and requests, those in use alone`() throws {
    let library = try Library.inMemory()
    try add(library, "giver", ["offers": "expertise | pollen analysis"])
    try add(library, "gone", ["offers": "expertise | pollen", "retired": "2015-01-01"])
    try add(library, "taker", ["needs": "expertise | Analysis of Pollens; in-kind | rooms"])
    var request = TaskForceRequest(id: "r")
    (request.taskForce, request.subject) = ("Data", "pollen")
    try library.apply(AddRecord(request))
    let answer = try library.read(CapacityMatches(asOf: Day("2015-09-15")!))
    #expect(answer.needs.map(\.need.title) == ["Data", "taker", "taker"])
    #expect(answer.needs.map { $0.fits.map(\.offer.stakeholder) } == [["giver"], ["giver"], []])
  }

  @Test func `Every earlier state is reckoned back from now`() throws {
    let library = try Library.inMemory()
    var states: [[String: String]?] = []
    func current() throws -> Stakeholder? { try library.read(RecordByID<Stakeholder>("a")) }
    func note() throws { states.insert(try current()?.values, at: 0) }
    try add(library, "a", ["name": "Ana", "city": "Rome"])
    try note()
    for (field, text) in [("city", ""), ("notes", "x"), ("name", "Anna"), ("notes", "y"), ("city", "Bonn")] {
      let base = try #require(try current())
      var edited = base
      try Stakeholder.field(field)!.write(text, to: &edited)
      try library.apply(EditRecord(base: base, edited: edited, why: "because \(text)"))
      try note()
    }
    try library.undo()
    try note()
    let history = try library.read(RecordHistory(.stakeholder, "a"))
    #expect(history.entries.count == states.count)
    for (index, state) in states.enumerated() { #expect(history.values(after: index) == state) }
    #expect(history.entries[0].isUndo && history.entries[1].why == "because Bonn")
    #expect(history.entries.last?.before == nil && history.entries.last?.name == "add")
  }

  @Test func `A record that came with many others has its beginning in their import`() throws {
    let library = try Library.inMemory()
    try add(library, "a", ["name": "Ana"])
    try library.maintain { db in
      try db.execute(
        sql:
          "INSERT INTO journal (at, who, name, why, state, added) VALUES (5, 'ben', 'import', 'x.csv', 'done', 3)"
      )
      try db.execute(sql: "UPDATE stakeholder SET origin = ?", arguments: [db.lastInsertedRowID])
      try db.execute(sql: "DELETE FROM journal_row")
    }
    let history = try library.read(RecordHistory(.stakeholder, "a"))
    #expect(history.entries.map(\.isInBulk) == [true])
    #expect(history.entries[0].why == "x.csv")
    #expect(history.values(after: 0)?["name"] == "Ana")
  }
}
