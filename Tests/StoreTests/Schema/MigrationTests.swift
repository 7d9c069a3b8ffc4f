import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct MigrationTests {
  /// A store as the first schema made it, with one stakeholder.
  private func oldStore(_ path: String) throws {
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "1 stakeholders, documents, journal")
    try pool.write { db in
      try db.execute(
        sql: """
          INSERT INTO stakeholder (id, version, name_key, country, joined, changed, retired, facets,
            more_facets, search_text, body)
          VALUES ('ana', 3, 'ana', 'KE', '', 0, 0, 1, 0, 'ana cas', ?)
          """, arguments: [#"{"affiliations":"CAS | Prof.","country":"KE","name":"Ana"}"#])
      try db.execute(sql: "INSERT INTO stakeholder_search (rowid, search_text) VALUES (1, 'ana cas')")
    }
    try pool.close()
  }

  @Test func `A store of the first schema is brought up to date`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "outreach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("old.sqlite").path
    try oldStore(path)
    #expect(throws: StoreProblem.older(path)) { try Library.open(path, who: "ben", isReadOnly: true) }
    let library = try Library.open(path, who: "ben")
    let ana = try #require(try library.read(RecordByID<Stakeholder>("ana")))
    #expect((ana.version, ana.affiliations) == (3, [Affiliation(organization: "CAS", role: "Prof.")]))
    var edited = ana
    edited.offers = [Capacity(kind: .expertise, subject: "pollen")]
    try library.apply(EditRecord(base: ana, edited: edited))
    let offering = StakeholderFilter(facets: [.offers: ["expertise"]])
    #expect(try library.read(StakeholderWindow(filter: offering, count: 5)).rows.count == 1)
    // The row was written without being counted.
    #expect(try library.check().allSatisfy(\.isDerived))
    #expect(try library.repair().left.isEmpty)
  }

  @Test func `Several starts at once on an old store all find it new`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.store
    try oldStore(path)
    try await withThrowingTaskGroup(of: Stakeholder?.self) { group in
      for _ in 0..<4 {
        group.addTask { try Library.open(path, who: "ben").read(RecordByID("ana")) }
      }
      for try await ana in group { #expect(ana?.name == "Ana") }
    }
  }

  /// A store of schema 2, with a month and two days on the board of a launch.
  private func boardOfOldDays(_ path: String) throws {
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "2 people, consent, register")
    try pool.write { db in
      try db.execute(
        sql: """
          INSERT INTO launch (id, version, body) VALUES ('pollination', 2, '{"name":"P","day":"2016-02-22"}');
          INSERT INTO "launch-cell" (id, version, body) VALUES
            ('pollination/t2.1/2016-02', 1, '{"state":"planned"}'),
            ('pollination/t2.1/2016-02-22', 3, '{"note":"summary","state":"done"}'),
            ('pollination/t2.2/2016-02-23', 1, '{}');
          INSERT INTO journal (id, at, who, name, state) VALUES
            (1, 0, 'ben', 'edit', 'done'), (2, 1, 'ben', 'edit', 'done');
          INSERT INTO journal_row (journal, kind, record, title, before, after) VALUES
            (1, 'launch-cell', 'pollination/t2.1/2016-02', '', NULL, '{"state":"planned"}'),
            (2, 'launch-cell', 'pollination/t2.1/2016-02-22', '', NULL, '{"note":"summary","state":"done"}');
          INSERT INTO draft (who, kind, record, based_on, at, base, body) VALUES
            ('ben', 'launch-cell', 'pollination/t2.1/2016-02-22', 3, 0, '{}', '{"note":"half"}');
          """)
    }
    try pool.close()
  }

  @Test func `Days of the old board become cards`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "outreach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("old.sqlite").path
    try boardOfOldDays(path)
    let library = try Library.open(path, who: "ben")
    let cards = try library.read(AllRecords<Card>())
    #expect(cards.map(\.name) == ["summary"])
    #expect(cards.map(\.state) == [.done])
    #expect(try library.read(AllRecords<LaunchCell>()).map(\.slot) == ["2016-02"])
    #expect(try library.read(Drafts()).isEmpty)
    #expect(Set(try library.read(AllRecords<Launch>()).map(\.id)) == ["pollination", "scenarios"])
    // The cell of a day is history; what was done before it can still be taken back.
    try library.undo()
    #expect(try library.read(AllRecords<LaunchCell>()).isEmpty)
    #expect(try library.read(AllRecords<Card>()).count == 1)
  }
}
