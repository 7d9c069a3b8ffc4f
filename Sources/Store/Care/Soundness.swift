import Dispatch
import GRDB
import Synchronization

/// Whether the file of a store is sound. It is looked through once, beside the work, and before the first write: nothing is
/// written into a store that is known to be damaged.
final class Soundness: Sendable {
  private struct State {
    var isBegun = false
    var isOver = false
    var connection: DatabaseQueue?
    /// Closed, and kept: its queue would be taken apart in a global one.
    var used: DatabaseQueue?
    var damage: String?
  }

  /// For so long it is looked, in seconds: a store of some hundred megabytes is looked through whole. What lies beyond is
  /// found by `Library.check`.
  private static let longest = 2.0
  private let path: String
  private let configuration: Configuration
  private let state = Mutex(State())
  private let work = DispatchGroup()

  init(path: String, configuration: Configuration) {
    var reading = configuration
    reading.readonly = true
    (self.path, self.configuration) = (path, reading)
  }

  /// A queue of its own: whoever uses the global ones once has libdispatch look after them every second from then on.
  private static func queue(_ name: String) -> DispatchQueue {
    DispatchQueue(label: "outreach.soundness.\(name)")
  }

  /// Begins to look, unless that is done.
  func begin() {
    let isFirst = state.withLock { state in
      defer { state.isBegun = true }
      return !state.isBegun && !state.isOver
    }
    guard isFirst else { return }
    Self.queue("look").async(group: work) { self.look() }
  }

  /// What is damaged, once all was looked through; nil where nothing is known to be.
  func found() -> String? {
    begin()
    work.wait()
    return known
  }

  /// What is known to be damaged by now.
  var known: String? { state.withLock(\.damage) }

  /// Somebody met damage while they read.
  func note(_ damage: String) { state.withLock { $0.damage = $0.damage ?? damage } }

  /// Ends the looking: the store is to be closed.
  func end() {
    let connection = state.withLock { state in
      state.isOver = true
      return state.connection
    }
    connection?.interrupt()
    work.wait()
  }

  private func look() {
    guard let connection = try? DatabaseQueue(path: path, configuration: configuration) else { return }
    let isWanted = state.withLock { state in
      if !state.isOver { state.connection = connection }
      return !state.isOver
    }
    if isWanted {
      Self.queue("end").asyncAfter(deadline: .now() + Self.longest) { [weak connection] in
        connection?.interrupt()
      }
      do {
        if let damage = try connection.read({ try Self.damage(in: $0) }) { note(damage) }
      } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode) {
        // A schema that SQLite cannot read is an error, and no damage to it.
        note(error.message ?? "")
      } catch {}
    }
    state.withLock { ($0.connection, $0.used) = (nil, connection) }
    try? connection.close()
  }

  // MARK: What SQLite says

  /// The first of what is wrong with the pages or indexes of a database. A row that breaks a rule of its table harms no
  /// other, and is not that.
  static func damage(in db: Database) throws -> String? {
    try lines(in: db).first { !isOfRow($0) }
  }

  /// What is said of tables with a rule that is none any more. A connection that only reads never learns the rules of its
  /// tables (SQLite 3.40), and its check passes them over: tables of the same make show it, beside the store.
  private static func unwritable(in db: Database) throws -> [String] {
    let tables = try String.fetchAll(
      db, sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%STRICT%'")
    return try apart.get().inDatabase { beside in
      defer { try? beside.rollback() }
      try beside.beginTransaction()
      return tables.compactMap { table in
        do {
          try beside.execute(sql: table)
          let name = try String.fetchOne(
            beside, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid DESC")
          // Made ready, and never run.
          _ = try beside.makeStatement(sql: "INSERT INTO \"\(name ?? "")\" DEFAULT VALUES")
          return nil
        } catch { return (error as? DatabaseError)?.message ?? "\(error)" }
      }
    }
  }

  /// Where tables are made beside the store, and not kept. One for all, as the queue of one that goes is taken apart in a
  /// global one.
  private static let apart = Result {
    var apart = Configuration()
    // To which table a row belongs is asked of the store itself.
    apart.foreignKeysEnabled = false
    return try DatabaseQueue(configuration: apart)
  }

  /// All that SQLite finds, line by line.
  static func lines(in db: Database) throws -> [String] {
    let said: [String]
    do { said = try String.fetchAll(db, sql: "PRAGMA integrity_check(1000)") } catch let error
      as DatabaseError
      where error.resultCode == .SQLITE_ERROR
    {
      // An index of values that cannot be read ends the check: without what indexes hold it goes on.
      said = try String.fetchAll(db, sql: "PRAGMA quick_check(1000)")
    }
    return try unwritable(in: db)
      + said.flatMap { text in
        text.split(separator: "\n").map(String.init).filter { $0 != "ok" && !$0.hasPrefix("*** in database") }
      }
  }

  /// Whether a line is about values that their table does not allow (sqlite.org/pragma.html, `integrity_check`).
  static func isOfRow(_ line: String) -> Bool {
    line.hasPrefix("CHECK constraint failed in ")
      || line.contains(#/^(NULL|NUMERIC|TEXT|non-[A-Z]+) value in /#)
  }
}
