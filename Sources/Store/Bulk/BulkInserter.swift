import GRDB
import GRDBSQLite
import Model

/// Puts new rows into the table of stakeholders and into the full-text index: two prepared statements, bound
/// without a detour.
final class BulkInserter {
  private let db: Database
  private let now: Int
  private let origin: Int64?
  private let row: Statement
  private let search: Statement
  private(set) var tally = BulkTally()
  private(set) var count = 0

  /// - Parameter isHidden: the rows go behind all others, where nobody sees them yet.
  init(db: Database, now: Int, origin: Int64?, isHidden: Bool = false) throws {
    (self.db, self.now, self.origin) = (db, now, origin)
    row = try db.makeStatement(
      sql: """
        INSERT INTO stakeholder (version, name_key, written_key, country, joined, changed, retired, facets,
          more_facets, search_text, body, id, origin, row)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(isHidden ? Incoming.rowBehind : Incoming.rowBelow))
        """)
    search = try db.makeStatement(sql: StakeholderColumns.index)
  }

  /// Inserts a row of a file, with what it names and when its card was revised.
  func insert(_ row: BulkRow, by entry: Int64, in transaction: Transaction) throws {
    for one in row.references {
      try transaction.validity.references.note(one.to, one.field, one.to.id, in: transaction.reader)
    }
    try insert(row)
    if let revision = row.revision {
      try CardRevisions.remember(revision, of: row.id, by: entry, in: transaction)
    }
  }

  func insert(_ new: BulkRow) throws {
    let statement = row.sqliteStatement
    bind(new.nameKey, 1, statement)
    if let key = new.writtenKey { bind(key, 2, statement) } else { sqlite3_bind_null(statement, 2) }
    bind(new.country, 3, statement)
    bind(new.joined, 4, statement)
    sqlite3_bind_int64(statement, 5, Int64(now))
    sqlite3_bind_int64(statement, 6, new.isRetired ? 1 : 0)
    sqlite3_bind_int64(statement, 7, new.bits.first)
    sqlite3_bind_int64(statement, 8, new.bits.second)
    bind(new.searchText, 9, statement)
    new.body.withUnsafeBytes { bind($0, 10, statement) }
    bind(new.id, 11, statement)
    if let origin { sqlite3_bind_int64(statement, 12, origin) } else { sqlite3_bind_null(statement, 12) }
    // Of a million made-up ids, two may meet.
    var id = new.id
    while try !step(statement, mayMeet: new.isIDFree) {
      id = NewID.make()
      bind(id, 11, statement)
    }
    sqlite3_bind_int64(search.sqliteStatement, 1, db.lastInsertedRowID)
    bind(new.searchText, 2, search.sqliteStatement)
    _ = try step(search.sqliteStatement, mayMeet: false)
    try StakeholderUIDs.add(new.uids, of: id, in: db)
    tally.add(new)
    count += 1
  }

  /// - Returns: false where the id is taken and another would do.
  private func step(_ statement: OpaquePointer, mayMeet: Bool) throws -> Bool {
    let code = sqlite3_step(statement)
    guard code != SQLITE_DONE else {
      sqlite3_reset(statement)
      return true
    }
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement)))
    let extended = sqlite3_extended_errcode(sqlite3_db_handle(statement))
    sqlite3_reset(statement)
    if mayMeet, extended == SQLITE_CONSTRAINT | (8 << 8) { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: extended), message: message)
  }

  private func bind(_ text: String, _ place: Int32, _ statement: OpaquePointer) {
    var text = text
    text.withUTF8 { bind(UnsafeRawBufferPointer($0), place, statement) }
  }

  private func bind(_ bytes: UnsafeRawBufferPointer, _ place: Int32, _ statement: OpaquePointer) {
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, place, text ?? Self.empty, Int32(bytes.count), Self.copying)
  }

  /// A text without bytes still needs an address, or it is NULL.
  private nonisolated(unsafe) static let empty: UnsafePointer<CChar> = {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    text.initialize(to: 0)
    return UnsafePointer(text)
  }()
  /// `SQLITE_TRANSIENT`: SQLite keeps a copy.
  private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
