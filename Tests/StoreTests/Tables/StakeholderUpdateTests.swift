import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// An update writes only what has to be written, and what it leaves out is right all the same.
@Suite struct StakeholderUpdateTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `Every field leaves the columns that a fresh record would have`(seed: UInt64) throws {
    let library = try Library.inMemory()
    var random = RandomRecords(seed: seed, known: [:])
    for (number, field) in (Stakeholder.fields + Stakeholder.fields).enumerated() {
      let first: Stakeholder = random.record("s\(number)")
      try library.add(first)
      let before = try #require(try library.stakeholder(first.id))
      var edited = before
      random.change(field, of: &edited)
      try library.apply(
        EditStakeholder(base: before, edited: edited))
      try expectFreshColumns(of: first.id, in: library, "\(field.name)")
      guard edited.values != before.values else { continue }
      try library.undo()
      try expectFreshColumns(of: first.id, in: library, "\(field.name)")
    }
    // Raises where the index holds other words than the table.
    try library.maintain { db in
      try db.execute(
        sql: "INSERT INTO stakeholder_search (stakeholder_search, rank) VALUES ('integrity-check', 1)")
    }
  }

  private func expectFreshColumns(of id: RecordID, in library: Library, _ field: String) throws {
    let stored = try #require(try library.stakeholder(id))
    let names =
      "version, changed, name_key, written_key, country, joined, retired, facets, more_facets, search_text"
    let row = try #require(
      try library.withReader { reader in
        try Row.fetchOne(reader.db, sql: "SELECT \(names) FROM stakeholder WHERE id = ?", arguments: [id])
      })
    let fresh = StakeholderColumns(stored, changed: row["changed"], body: "")
    let expected: StatementArguments =
      [stored.version, fresh.changed] + fresh.listed + [fresh.searchText]
    #expect(StatementArguments(row.databaseValues) == expected, "\(field)")
  }
}
