import Foundation
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// What a check finds, and what a repair mends: rows, indexes, words, counts, references and the journal.
@Suite struct StoreCheckTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "mei", creating: true, clock: { 1_442_300_000 })
    try library.add(
      .named("Ana") { $0.country = "KE" }, .named("Ben") { $0.uids = ["u-1"] }, .named("Cem"))
    var item = Coverage(id: "c-1")
    (item.name, item.outlet) = ("Bees decline", "Daily")
    item.when = .day(Day("2015-09-01")!)
    try library.apply(AddRecord(item))
  }

  /// Writes past all rules, as damage does.
  private func spoil(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.store, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  private func found(_ path: String? = nil) throws -> [Store.Finding] {
    try Library.examine(path ?? folder.store, who: "mei").check()
  }

  @Test func `A sound store has none`() throws { #expect(try found().isEmpty) }

  @Test(arguments: [1, 2] as [UInt64])
  func `A store of any records has no finding of its own making`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed, known: [:])
    for number in 0..<30 {
      try library.apply(
        ImportRecords(new: [random.record("s\(number)", as: Stakeholder.self)]))
    }
    #expect(try found().filter { $0.isDerived || $0.isOfFile }.isEmpty)
  }

  @Test func `Values that cannot be read are findings, each a line of its own`() throws {
    try spoil(
      """
      DROP INDEX stakeholder_to_review; DROP INDEX coverage_by_message;
      UPDATE stakeholder SET body = '{"name":' WHERE id IN ('Ana', 'Ben');
      UPDATE coverage SET body = '{"name":1}' WHERE id = 'c-1';
      """)
    let unreadable = try found().compactMap { if case .unreadable(let row) = $0 { row } else { nil } }
    #expect(unreadable == ["coverage:c-1", "stakeholder:Ana", "stakeholder:Ben"])
    #expect(try !found().contains { if case .damage = $0 { true } else { false } })
  }

  @Test func `An index of words that is destroyed is found, and made anew`() throws {
    try spoil("DELETE FROM stakeholder_search_data WHERE id > 10")
    #expect(try found() == [.words(.stakeholder)])
    #expect(throws: StoreProblem.searchDamaged(folder.store)) {
      try Library.open(folder.store, who: "mei", isReadOnly: true).find("ana")
    }
    let repair = try Library.open(folder.store, who: "mei").repair()
    #expect(repair.left.isEmpty && repair.made == Repair.Part.allCases)
    #expect(try Library.open(folder.store, who: "mei").find("ana") == ["Ana"])
  }

  @Test func `Words that are not those of the records are found`() throws {
    try spoil("UPDATE stakeholder SET search_text = 'other words' WHERE id = 'Ana'")
    #expect(try found() == [.words(.stakeholder)])
    #expect(try Library.open(folder.store, who: "mei").repair().left.isEmpty)
    #expect(try Library.open(folder.store, who: "mei").find("ana") == ["Ana"])
  }

  @Test func `Counts that are wrong are found one by one, and counted anew`() throws {
    try spoil("UPDATE tally SET stakeholders = 7 WHERE dimension = 'all' AND value = 'in-use'")
    #expect(try found() == [.count(dimension: "all", value: "in-use", stored: 7, counted: 3)])
    #expect(try Library.open(folder.store, who: "mei").repair().left.isEmpty)
    #expect(try Library.open(folder.store, who: "mei").read(Tallies()).total == 3)
  }

  @Test func `What lists and tables go by is found where it is wrong, and made anew`() throws {
    try spoil(
      """
      UPDATE stakeholder SET country = 'BR', facets = 0 WHERE id = 'Ana';
      DELETE FROM stakeholder_uid;
      DELETE FROM coverage_block;
      """)
    #expect(try found() == [.columns(.stakeholder, 2), .columns(.coverage, 1)])
    #expect(try Library.open(folder.store, who: "mei").repair().left.isEmpty)
  }

  @Test func `What surveys are counted from is found where it is wrong, and a repair keeps it`() throws {
    let values = ["name": "Q", "choices": "yes; no", "text_en": "Q?"]
    try library.apply(AddRecord(Question(id: "q-1", version: 0, values: values)))
    try library.apply(AddRecord(Survey(id: "needs", version: 0, values: ["name": "Needs"])))
    for (number, answer) in ["yes", "no", "yes"].enumerated() {
      let values = ["answers": "q-1 | \(answer)"]
      try library.apply(AddRecord(SurveyResponse(id: "needs/\(number)", version: 0, values: values)))
    }
    #expect(try found() == [])
    let codes = try library.withReader { try Data.fetchAll($0.db, sql: "SELECT codes FROM response_code") }
    #expect(codes.count == 3 && Set(codes).count == 2)
    #expect(try library.repair().left == [])
    for (damage, wrong) in [
      ("DELETE FROM response_code", 3),
      (
        "UPDATE response_code SET codes = (SELECT codes FROM response_code ORDER BY row LIMIT 1)", 1
      ),
    ] {
      try spoil(damage)
      #expect(try found() == [.columns(.surveyResponse, wrong)])
      #expect(try Library.open(folder.store, who: "mei").repair().left == [])
    }
    let after = try library.withReader { try Data.fetchAll($0.db, sql: "SELECT codes FROM response_code") }
    #expect(after == codes)
  }

  @Test func `A row of an index that is wanting is damage, and made anew`() throws {
    try spoil(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = 'CREATE INDEX coverage_by_title ON coverage(title_key) WHERE 0'
        WHERE name = 'coverage_by_title';
      """)
    try spoil("REINDEX coverage_by_title")
    try spoil(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = 'CREATE INDEX coverage_by_title ON coverage(title_key)'
        WHERE name = 'coverage_by_title';
      """)
    let findings = try found()
    #expect(findings.count == 2 && findings.allSatisfy(\.isOfFile), "\(findings)")
    #expect(try Library.open(folder.store, who: "mei").repair().left.isEmpty)
  }

  @Test func `The journal is read, and what belongs to no entry of it is found`() throws {
    try spoil(
      """
      UPDATE journal_row SET after = 'x' WHERE record = 'c-1';
      INSERT INTO journal_row (journal, kind, record, title) VALUES (99, 'coverage', 'c-1', '');
      """)
    let findings = try found().filter(\.isOfFile)
    #expect(findings.count == 2 && findings.contains(.orphan("journal_row", of: "journal")), "\(findings)")
  }

  @Test func `A store of an older program is checked and copied as it is`() throws {
    let path = folder.path + "/old.sqlite"
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "2 people, consent, register")
    try pool.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try found(path).isEmpty)
    let old = try Library.examine(path, who: "mei")
    #expect(!old.isCurrent)
    try old.backup(to: folder.path + "/copy.sqlite")
    #expect(try !Library.examine(folder.path + "/copy.sqlite", who: "mei").isCurrent)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func `Repair keeps the store as it was beside it`() throws {
    try spoil("DELETE FROM tally")
    let repair = try Library.open(folder.store, who: "mei", clock: { 1_442_300_000 }).repair()
    #expect(repair.copy == folder.path + "/store.before-repair.2015-09-15.sqlite")
    #expect(try found(repair.copy).count > 1 && found().isEmpty)
  }
}
