import GRDB
import Model

/// What a bulk write brings in beside the work of others: rows behind all others, written in many short transactions, that
/// nobody sees before the last one, which takes the line of this table away.
///
/// Readers look through a view while the line is there (`Masks.lay`), so that no question can forget it. Whoever holds
/// `Attendance.Claim` is the one who writes; where nobody does, what is there was left by somebody who was killed, and is
/// taken out again.
enum Incoming {
  /// - `entry`: the entry of the journal by which the rows are known (`stakeholder.origin`); the entry that tells of the
  ///   write, made with the last transaction, has it as its target.
  /// - `first`: the first of the rows.
  static let schema = """
    CREATE TABLE incoming (
      entry INTEGER PRIMARY KEY REFERENCES journal(id),
      first INTEGER NOT NULL
    ) STRICT;
    """

  /// So many rows are kept free for what others add meanwhile.
  static let gap = 1 << 20

  /// Whether a row of `stakeholder` is one that is seen; the `+` keeps SQLite from walking by rows for it.
  static let isSeen = "+row < ifnull((SELECT first FROM main.incoming), 9223372036854775807)"

  /// The place of a new row that is seen: null, which is the next one, where nothing comes in.
  static let rowBelow = """
    (SELECT 1 + ifnull((SELECT max(row) FROM main.stakeholder WHERE row < first), 0) FROM main.incoming)
    """

  /// The place of a new row that is not seen yet.
  static let rowBehind = """
    (SELECT max(first, 1 + ifnull((SELECT max(row) FROM main.stakeholder), 0)) FROM main.incoming)
    """

  struct Line {
    let entry: Int64
    let first: Int64
  }

  static func line(in db: Database) throws -> Line? {
    try Row.fetchOne(db, sql: "SELECT entry, first FROM incoming").map { Line(entry: $0[0], first: $0[1]) }
  }

  /// Begins: the entry says nothing and counts nothing until the rows are seen.
  static func begin(_ transaction: Transaction, why: String) throws -> Line {
    let entry = try Journal.write(transaction, name: "import", why: why, state: .dropped)
    let last = try Int64.fetchOne(transaction.db, sql: "SELECT ifnull(max(row), 0) FROM stakeholder") ?? 0
    let line = Line(entry: entry, first: last + Int64(gap))
    try transaction.execute("INSERT INTO incoming (entry, first) VALUES (?, ?)", [line.entry, line.first])
    return line
  }

  /// From here on all see the rows.
  /// - Returns: the entry of the journal that tells of them.
  static func end(_ line: Line, _ transaction: Transaction, why: String) throws -> Int64 {
    try transaction.execute(
      "UPDATE journal SET state = 'kept', at = ? WHERE id = ?", [transaction.now, line.entry])
    try transaction.execute("DELETE FROM incoming")
    return try Journal.write(transaction, name: "import", why: why, target: line.entry)
  }

  /// The entry by which the records of a bulk write are known: another than the one that tells of it where they came in
  /// beside other work.
  static func origin(of entry: Int64, in db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT target FROM journal WHERE id = ? AND state IN ('done', 'undone')", arguments: [entry])
      ?? entry
  }

  /// The entry by which records are known stands or falls with the one that tells of them.
  static func note(_ state: Journal.State, of entry: Int64, in transaction: Transaction) throws {
    let origin = try origin(of: entry, in: transaction.db)
    guard origin != entry else { return }
    try transaction.execute("UPDATE journal SET state = ? WHERE id = ?", [state.rawValue, origin])
  }

  /// Takes some of the rows out again, the last ones first.
  /// - Returns: whether there may be more.
  static func takeBack(atMost count: Int, in db: Database) throws -> Bool {
    guard let line = try line(in: db) else { return false }
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT row, id, search_text FROM stakeholder WHERE row >= ? ORDER BY row DESC LIMIT ?",
      arguments: [line.first, count])
    for row in rows {
      try db.cachedStatement(sql: StakeholderColumns.unindex)
        .execute(arguments: [row[0] as Int64, row[2] as String])
      try StakeholderUIDs.forget(row[1], in: db)
      try SharedSettings.forget(CardRevisions.name(of: row[1]), in: db)
      try db.cachedStatement(sql: "DELETE FROM stakeholder WHERE row = ?").execute(arguments: [
        row[0] as Int64
      ])
    }
    if rows.count < count { try db.execute(sql: "DELETE FROM incoming") }
    return rows.count == count
  }
}

extension Library {
  /// Takes out what somebody's import left who was killed; nothing where whoever writes it is at work.
  func takeBackLeftIncoming() throws {
    guard try withReader({ try Incoming.line(in: $0.db) }) != nil, let claim = attendance.claim() else {
      return
    }
    try takeBackIncoming(claim)
  }

  /// - Parameter claim: held all the time, so that it is this program's own or a dead one's.
  func takeBackIncoming(_ claim: PresenceFile.Claim) throws {
    try withExtendedLifetime(claim) {
      var isMore = true
      while isMore { try maintain { isMore = try Incoming.takeBack(atMost: 1_000, in: $0) } }
    }
  }
}
