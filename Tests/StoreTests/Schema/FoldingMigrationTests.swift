import Foundation
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// A store of schema 9, whose names were folded by the rules of then.
@Suite struct FoldingMigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// As schema 9 wrote it: each ideograph a word.
  private func searchable(_ text: String) -> String {
    let apart = Folding.firstEdition(text).unicodeScalars.flatMap { sign -> [Unicode.Scalar] in
      Folding.isIdeograph(sign) ? [" ", sign, " "] : [sign]
    }
    return apart.split(separator: " ").map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  private func fill(_ db: Database, _ number: Int, _ pair: Spellings.Pair) throws {
    let (name, sort) = (pair.one, number % 3 == 0 ? pair.other : "")
    let body = Body.text(["name": name, "sort_name": sort].filter { !$0.value.isEmpty })
    try db.execute(
      sql: """
        INSERT INTO stakeholder (row, id, version, name_key, written_key, country, joined, changed, retired,
          facets, more_facets, search_text, body) VALUES (?, ?, 2, ?, ?, '', '', 0, 0, 0, 0, ?, ?)
        """,
      arguments: [
        number + 1, "p\(number)", Folding.firstEdition(sort.isEmpty ? name : sort),
        sort.isEmpty ? nil : Folding.firstEdition(name), searchable(name), body,
      ])
    try db.execute(
      sql: "INSERT INTO stakeholder_search (rowid, search_text) VALUES (?, ?)",
      arguments: [number + 1, searchable(name)])
    let item = Coverage(
      id: "c\(number)", version: 1, values: ["name": name, "outlet": "Daily", "when": "2015-03-01"])
    try db.execute(
      sql: """
        INSERT INTO coverage (row, id, version, at, facets, story, title_key, search_text, body)
        VALUES (?, ?, 1, 0, 1, 0, 7, ?, ?)
        """, arguments: [number + 1, item.id, searchable("\(name) Daily"), Body.text(item.values)])
    try db.execute(
      sql: "INSERT INTO coverage_search (rowid, search_text) VALUES (?, ?)",
      arguments: [number + 1, searchable("\(name) Daily")])
  }

  private func oldStore(_ change: (Database) throws -> Void) throws {
    let pool = try DatabasePool(path: folder.store)
    try Schema.migrator.migrate(pool, upTo: "9 UIDs of other programs")
    try pool.write { db in
      for (number, pair) in Spellings.pairs.enumerated() { try fill(db, number, pair) }
      try change(db)
    }
    try pool.close()
  }

  /// Tells whether the index of words holds what the rows hold (sqlite.org/fts5.html, section 6.4).
  private func checkIndexes(_ db: Database) throws {
    for index in ["stakeholder_search", "coverage_search"] {
      try db.execute(sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
    }
  }

  @Test func `It opens, and what is typed is found`() throws {
    try oldStore { _ in }
    #expect(throws: StoreProblem.older(folder.store)) {
      try Library.open(folder.store, who: "ben", isReadOnly: true)
    }
    let library = try Library.open(folder.store, who: "ben")
    for (number, pair) in Spellings.pairs.enumerated() {
      for text in [pair.one, pair.other] {
        let found = try library.read(StakeholderWindow(filter: .init(text: text), count: 50)).rows
        #expect(found.map(\.stakeholder.id).contains("p\(number)"), "\(text)")
        var filter = CoverageFilter()
        filter.text = text
        let items = try library.read(CoverageWindow(filter, count: 50)).rows
        #expect(items.map(\.item.id).contains("c\(number)"), "\(text)")
      }
    }
    // The rows were written without being counted.
    #expect(try library.check().allSatisfy(\.isDerived))
    try library.maintain(checkIndexes)
    #expect(try library.repair().left.isEmpty)
  }

  @Test func `Its keys are those of new rows, and lists are whole in any order`() throws {
    try oldStore { _ in }
    let library = try Library.open(folder.store, who: "ben")
    let rows = try library.withReader { reader in
      try reader.rows("SELECT id, name_key, written_key, search_text FROM stakeholder", [])
        .map {
          (id: $0[0] as String, name: $0[1] as String, written: $0[2] as String?, text: $0[3] as String)
        }
    }
    #expect(rows.count == Spellings.pairs.count)
    for row in rows {
      let one = try #require(try library.stakeholder(row.id))
      let columns = StakeholderColumns(one, changed: 0, body: "")
      #expect(row.name.utf8.elementsEqual(columns.nameKey.utf8))
      #expect(row.written?.data(using: .utf8) == columns.writtenKey?.data(using: .utf8))
      #expect(row.text.utf8.elementsEqual(columns.searchText.utf8))
    }
    let titles = try library.withReader { reader in
      try reader.rows("SELECT body, title_key FROM coverage", []).map { ($0[0] as String, $0[1] as Int64) }
    }
    // Items whose words are folded as ever keep the number that they had.
    #expect(titles.contains { $0.1 == 7 } && titles.contains { $0.1 != 7 })
    for (body, key) in titles where key != 7 {
      #expect(key == CoverageKey.title(Coverage(id: "x", version: 1, values: Body.values(body))))
    }
    var seen: [RecordID] = []
    try library.eachStakeholder(matching: .init(), batch: 7) { seen += $0.map(\.id) }
    #expect(Set(seen).count == rows.count)
  }

  @Test func `Whoever was erased before is still recognized`() throws {
    try oldStore { db in
      let hash = try KeyedHash(making: db)
      // As the program of schema 9 wrote them, of Ali Rezaei in Persian letters.
      for trace in ["in|IR|رضایی علی", "name|رضایی علی"] {
        try db.execute(sql: "INSERT INTO erased (digest, at) VALUES (?, 0)", arguments: [hash.digest(trace)])
      }
    }
    let library = try Library.open(folder.store, who: "ben")
    let isErased = try #require(try library.erasedCheck())
    #expect(isErased(.named("علی رضایی") { $0.country = "IR" }))
    #expect(!isErased(.named("علی کریمی") { $0.country = "IR" }))
    // Whoever is erased now is recognized in any letters.
    try library.add(.named("فاطمة كريم", id: "f") { $0.country = "IQ" })
    _ = try library.erase("f", why: "asked")
    let areErased = try #require(try library.erasedCheck())
    #expect(areErased(.named("فاطمه کریم") { $0.country = "IQ" }))
    #expect(!areErased(.named("فاطمه كمال") { $0.country = "IQ" }))
  }
}
