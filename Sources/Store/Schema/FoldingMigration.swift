import GRDB
import Model

/// Folds again what the rows of schema 9 hold folded, by the rules of `LetterForms` that came after it.
///
/// What is stored is folded as it stands, without a look at the records that it was made from: the new rules take up
/// where the old ones left off. Text in ASCII is as it would be now.
enum FoldingMigration {
  static func run(in db: Database) throws {
    try foldStakeholders(in: db)
    try foldCoverage(in: db)
  }

  private static func count(_ table: String, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }

  /// Whether the index of words is made anew and not told of each row.
  private static func isMost(_ rows: Int, of stored: Int) -> Bool { rows > 20_000 && rows > stored / 4 }

  /// - Returns: the rows in which one of the columns would be written otherwise now.
  private static func changing(_ table: String, _ columns: [String], in db: Database) throws -> [Int64] {
    var rows: [Int64] = []
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT row, \(columns.joined(separator: ", ")) FROM \(table) ORDER BY row")
    while let row = try cursor.next() {
      let isChanging = columns.indices.contains { place in
        guard let text: String = row[place + 1], text.utf8.contains(where: { $0 >= 0x80 }) else {
          return false
        }
        return !isSame(Folding.folded(text), text)
      }
      if isChanging { rows.append(row[0]) }
    }
    return rows
  }

  /// Byte by byte: Swift takes forms of a letter for equal that SQLite keeps apart.
  private static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  // MARK: Stakeholders

  private static func foldStakeholders(in db: Database) throws {
    let columns = ["name_key", "written_key", "search_text"]
    let rows = try changing("stakeholder", columns, in: db)
    if rows.isEmpty { return }
    let stored = try count("stakeholder", in: db)
    let isMost = isMost(rows.count, of: stored)
    let indexes = try BulkIndexes(rows: rows.count, stored: stored, in: db)
    let select = try db.makeStatement(
      sql: "SELECT name_key, written_key, search_text FROM stakeholder WHERE row = ?")
    let update = try db.makeStatement(
      sql: "UPDATE stakeholder SET name_key = ?, written_key = ?, search_text = ? WHERE row = ?")
    for row in rows {
      guard let old = try Row.fetchOne(select, arguments: [row]) else { continue }
      let (name, written, text): (String, String?, String) = (old[0], old[1], old[2])
      let new = Folding.folded(text)
      try update.execute(
        arguments: [Folding.folded(name), written.map(Folding.folded), new, row])
      if !isMost { try reindex("stakeholder_search", row, from: text, to: new, in: db) }
    }
    if isMost { try rebuild("stakeholder_search", in: db) }
    try indexes.restore(in: db)
  }

  // MARK: Coverage

  private static func foldCoverage(in db: Database) throws {
    let rows = try changing("coverage", ["search_text"], in: db)
    let isMost = try isMost(rows.count, of: count("coverage", in: db))
    let select = try db.makeStatement(
      sql: "SELECT search_text, id, version, body FROM coverage WHERE row = ?")
    let update = try db.makeStatement(
      sql: "UPDATE coverage SET search_text = ?, title_key = ? WHERE row = ?")
    for row in rows {
      guard let old = try Row.fetchOne(select, arguments: [row]) else { continue }
      let text: String = old[0]
      let new = Folding.folded(text)
      let item = Coverage(id: old[1], version: old[2], values: Body.values(old[3]))
      try update.execute(arguments: [new, CoverageKey.title(item), row])
      if !isMost { try reindex("coverage_search", row, from: text, to: new, in: db) }
    }
    if isMost { try rebuild("coverage_search", in: db) }
  }

  // MARK: The index of words

  private static func reindex(
    _ index: String, _ row: Int64, from old: String, to new: String, in db: Database
  ) throws {
    if isSame(old, new) { return }
    try db.cachedStatement(sql: "INSERT INTO \(index) (\(index), rowid, search_text) VALUES ('delete', ?, ?)")
      .execute(arguments: [row, old])
    try db.cachedStatement(sql: "INSERT INTO \(index) (rowid, search_text) VALUES (?, ?)")
      .execute(arguments: [row, new])
  }

  private static func rebuild(_ index: String, in db: Database) throws {
    try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
  }
}
