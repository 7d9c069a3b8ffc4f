import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// The log of disclosures is tied line to line.
@Suite struct AuditChainTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory(who: "ana")
    for (purpose, count) in [("a newsletter", 3), ("", 0), ("for the Bureau", 461)] {
      try library.disclose(Disclosure(.export, purpose: purpose, format: "csv", records: count))
    }
  }

  private func faults() throws -> [AuditFault] { try library.read(AuditCheck()) }
  private func run(_ sql: String) throws { try library.database.write { try $0.execute(sql: sql) } }

  @Test func `What the program wrote is whole`() throws {
    #expect(try faults().isEmpty)
    let end = try library.read(AuditEnd())
    #expect(end.lines == 3 && end.hash.count == 64)
    #expect(try library.read(AuditLine(hash: end.hash.uppercased())) == 3)
    try library.disclose(Disclosure(.export, records: 1))
    #expect(try library.read(AuditLine(hash: end.hash)) == 3)
    #expect(try library.read(AuditEnd()).lines == 4)
    #expect(try faults().isEmpty)
  }

  @Test(arguments: [
    "who = 'bo'", "at = at + 1", "purpose = 'nothing'", "records = 4", "selection = 'all'", "format = 'xlsx'",
    "name = 'register'", "journal = journal + 1",
    // From one column into its neighbour: the same letters one after the other.
    "purpose = 'a newslette', format = 'rcsv'",
  ])
  func `A line that was changed shows`(change: String) throws {
    try run("UPDATE disclosure SET \(change) WHERE id = 1")
    // More entries than the journal has: that is told as well.
    let isAnchor = change.hasPrefix("journal")
    #expect(try faults().first == .changed(1))
    #expect(try faults().count == (isAnchor ? 2 : 1))
  }

  @Test func `A line that was taken out shows, and one that was put in`() throws {
    try run("DELETE FROM disclosure WHERE id = 2")
    #expect(try faults() == [.missing(after: 1, before: 3), .changed(3)])
    try run(
      "INSERT INTO disclosure SELECT 2, at, who, name, '', 'csv', 1, '', journal, chain FROM disclosure WHERE id = 1"
    )
    #expect(try faults() == [.changed(2), .changed(3)])
    try run("DELETE FROM disclosure WHERE id = 1")
    #expect(try faults().contains(.changed(2)))
  }

  @Test func `A log that was written anew does not have the end that somebody noted`() throws {
    let noted = try library.read(AuditEnd()).hash
    try run("UPDATE disclosure SET records = 4, chain = x'' WHERE id = 1; UPDATE disclosure SET chain = x''")
    try library.database.write { try AuditChain.close(in: $0) }
    #expect(try faults().isEmpty)
    #expect(try library.read(AuditLine(hash: noted)) == nil)
  }

  @Test func `A journal that was cut shows`() throws {
    try library.apply(
      AddRecord(Stakeholder(id: "a", version: 0, values: ["name": "Ana", "kind": "individual"])))
    try library.disclose(Disclosure(.export, records: 1))
    #expect(try faults().isEmpty)
    let had = try library.database.read { try Int.fetchOne($0, sql: "SELECT max(id) FROM journal") ?? 0 }
    try run("DELETE FROM journal_row; DELETE FROM journal WHERE id = \(had)")
    #expect(try faults() == [.journal(had: had, has: had - 1)])
  }

  @Test func `Old lines go by a rule, and what is left is still whole`() throws {
    let now = library.now
    try run(
      "UPDATE disclosure SET at = \(now - 400 * 86_400), chain = x'' WHERE id <= 2; UPDATE disclosure SET chain = x''"
    )
    try library.database.write { try AuditChain.close(in: $0) }
    #expect(try library.letLogGo(before: now - 365 * 86_400, why: "one year, by the office's rule") == 2)
    let left = try library.read(Disclosures())
    #expect(left.map(\.name) == ["log", "export"] && left[0].records == 2 && left[0].who == "ana")
    #expect(try faults().isEmpty)
    #expect(try library.letLogGo(before: now - 365 * 86_400, why: "again") == 0)
    try run("UPDATE disclosure SET purpose = 'another' WHERE name = 'export'")
    #expect(try faults() == [.changed(3)])
  }

  @Test func `What was read is one line, with no personal value`() throws {
    let records = (1...150).map { RecordReference(.stakeholder, "s-\($0)") }
    try library.logReading(records)
    let line = try #require(try library.read(Disclosures()).first)
    #expect(line.name == "read" && line.records == 150 && line.who == "ana")
    #expect(line.selection.hasPrefix("stakeholder:s-1 stakeholder:s-2 ") && line.selection.hasSuffix(" +50"))
  }
}
