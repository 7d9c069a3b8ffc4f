import GRDB
import Model

/// What a repair made anew, and what it could not mend.
public struct Repair: Sendable, Equatable {
  /// What is derived from the records.
  public enum Part: String, Sendable, CaseIterable { case columns, counts, words, indexes }

  /// Where the store stands as it was.
  public let copy: String
  public let made: [Part]
  /// What a check finds now.
  public let left: [Finding]
}

extension Library {
  /// Makes anew all that is derived from the records: what lists and filters go by, counts, the indexes of words and those
  /// of SQLite. The records are not touched. A copy of the store is kept before.
  public func repair() throws(StoreProblem) -> Repair {
    do {
      let copy = try WholeCopy.keep(
        database, of: path, as: "before-repair", now: now, isChecked: false)
      var made: [Repair.Part] = []
      try? takeBackLeftIncoming()
      // A damaged store is what it is for: what refuses other writes does not refuse this one.
      try mend { db in made = try Rebuilding(db: db).all() }
      return Repair(copy: copy, made: made, left: try check())
    } catch { throw StoreProblem.of(error, path: path) }
  }
}

/// What is derived from the records, made from them.
private struct Rebuilding {
  let db: Database

  func all() throws -> [Repair.Part] {
    try Repair.Part.allCases.filter(isDone)
  }

  /// Each part by itself: where one meets what cannot be read, the others are made all the same.
  private func isDone(_ part: Repair.Part) throws -> Bool {
    var isDone = true
    try db.inSavepoint {
      do {
        try make(part)
        return .commit
      } catch let error as DatabaseError
        where [.SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
      {
        isDone = false
        return .rollback
      }
    }
    return isDone
  }

  private func make(_ part: Repair.Part) throws {
    switch part {
    case .columns:
      try stakeholders()
      try coverage()
      try ResponseTable.recodeAll(in: db)
    case .counts: try counts()
    case .words:
      for index in ["stakeholder_search", "coverage_search"] {
        try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
      }
    case .indexes: try db.execute(sql: "REINDEX")
    }
  }

  /// Rows whose values can be read, from the first to the last.
  private func each<R: Model.Record>(
    _: R.Type, where condition: String = "true", _ body: (R, String) throws -> Void
  ) throws {
    var last: Int64 = -1
    while true {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT row, id, version, body FROM "\(R.kind.rawValue)" WHERE row > ? AND json_valid(body) AND \(condition)
          ORDER BY row LIMIT 1000
          """, arguments: [last])
      guard let end = rows.last else { return }
      last = end["row"]
      for row in rows { try body(R(row), row["body"]) }
    }
  }

  private func stakeholders() throws {
    let update = try db.makeStatement(
      sql: """
        UPDATE stakeholder SET name_key = ?, written_key = ?, country = ?, joined = ?, retired = ?,
          facets = ?, more_facets = ?, search_text = ? WHERE id = ?
        """)
    try db.execute(sql: "DELETE FROM stakeholder_uid")
    try each(Stakeholder.self) { one, body in
      let columns = StakeholderColumns(one, changed: 0, body: body)
      try update.execute(arguments: columns.listed + [columns.searchText, one.id])
      try StakeholderUIDs.add(one.uids, of: one.id, in: db)
    }
  }

  private func counts() throws {
    var counted: [Tally.Key: Int] = [:]
    try each(Stakeholder.self, where: Incoming.isSeen) { one, _ in Tally.count(one, by: 1, in: &counted) }
    try db.execute(sql: "DELETE FROM tally")
    try Tally.add(counted, in: db)
  }

  private func coverage() throws {
    try db.execute(sql: "DELETE FROM coverage_block; DELETE FROM coverage_name")
    let table = CoverageTable()
    try each(Coverage.self) { item, body in try table.derive(item, body: body, in: db) }
    try table.finish(in: db)
  }
}
