import Foundation
import GRDB
import Model
import Synchronization

/// A store that people work in: it answers questions, applies changes and notices those of others.
public final class Library: Sendable {
  public let path: String
  /// Who writes: the login.
  public let who: String
  /// What they may do here, as the store said last.
  public var access: Access { standing.access }
  let database: any DatabaseWriter
  let attendance: Attendance
  private let watcher: Watcher?
  let shelf = Shelf()
  private let clock: @Sendable () -> Int
  /// The file that was opened, nil for a store in memory.
  private let identity: [UInt64]?
  let standing: Standing
  /// Whatever the login holds, no more than this role may do is done here.
  let ceiling: OfficeRole?

  /// Opens the store at `path`.
  /// - Parameters:
  ///   - creating: makes a new store where there is none.
  ///   - isReadOnly: never writes, not even a lock that others would notice.
  ///   - ceiling: lowers what the login may do to what that role may; nil leaves it as it is.
  ///   - clock: seconds since 1970, for the journal.
  /// - Throws: `StoreProblem`; the file is then as it was.
  public static func open(
    _ path: String, who: String, creating: Bool = false, isReadOnly: Bool = false,
    atMost ceiling: OfficeRole? = nil, clock: @escaping @Sendable () -> Int = { time(nil) }
  ) throws(StoreProblem) -> Library {
    let file = StoreFile(path: path)
    try file.refuseNetwork()
    if creating && !isReadOnly && !file.exists { try make(file, who: who, clock: clock) }
    try file.check()
    if !isReadOnly && !file.isWritable { throw .readOnly(path) }
    do {
      return try Library(
        path: path, who: who, isReadOnly: isReadOnly, isNew: false, ceiling: ceiling, clock: clock)
    } catch {
      let problem = StoreProblem.of(error, path: path)
      // Reading needs the log beside the file, and a folder in which it may be made (sqlite.org/wal.html).
      throw isReadOnly && problem == .readOnly(path) ? .notPermitted(path) : problem
    }
  }

  /// Makes a whole store under a name of its own, and only then gives it its place: nobody opens half a store,
  /// and of two who begin at once, the second opens what the first one made.
  private static func make(
    _ file: StoreFile, who: String, clock: @escaping @Sendable () -> Int
  ) throws(StoreProblem) {
    let young = StoreFile(path: "\(file.path).new-\(getpid())")
    young.remove()
    defer { young.remove() }
    do {
      try young.create()
      try mark(young.path)
      _ = try Library(path: young.path, who: who, isReadOnly: false, isNew: true, clock: clock)
      try young.take(place: file.path)
    } catch StoreProblem.notPermitted {
      throw .notPermitted(file.path)
    } catch { throw StoreProblem.of(error, path: file.path) }
  }

  /// Another way into the same store, for long work on another thread: to break off questions here does not
  /// break that off. A store in memory has one way only.
  ///
  /// Nothing but SQLite opens the file here: to close it again would drop every lock that this program has on it
  /// (sqlite.org/howtocorrupt.html, section 2.2), and whoever else closes the store then takes the log away from us.
  public func sibling() throws(StoreProblem) -> Library {
    if identity == nil { return self }
    try checkPlace()
    do {
      return try Library(
        path: path, who: who, isReadOnly: access.isReading, isNew: false, ceiling: ceiling, clock: clock)
    } catch { throw StoreProblem.of(error, path: path) }
  }

  /// A store in memory, for tests: as new, or with all that another one holds.
  public static func inMemory(
    who: String = "tester", like other: Library? = nil,
    clock: @escaping @Sendable () -> Int = { 1_442_275_200 }
  ) throws -> Library {
    try Library(who: who, like: other, clock: clock)
  }

  private init(who: String, like other: Library?, clock: @escaping @Sendable () -> Int) throws {
    (path, self.who, self.clock) = (":memory:", who, clock)
    (identity, ceiling) = (nil, nil)
    standing = Standing(.full)
    attendance = Attendance(store: nil, who: who)
    database = try DatabaseQueue(configuration: Self.configuration(standing))
    watcher = nil
    if let other {
      try other.database.backup(to: database)
      return
    }
    try Schema.migrator.migrate(database)
    try database.write { try FirstContents.write(in: Transaction(db: $0, who: who, now: clock())) }
  }

  private init(
    path: String, who: String, isReadOnly: Bool, isNew: Bool, ceiling: OfficeRole? = nil,
    clock: @escaping @Sendable () -> Int
  ) throws {
    (self.path, self.who, self.ceiling, self.clock) = (path, who, ceiling, clock)
    standing = Standing(Access(isReading: isReadOnly, ceiling: ceiling))
    attendance = Attendance(store: path, who: who)
    var configuration = Self.configuration(standing)
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(3)
    configuration.maximumReaderCount = 2
    if isReadOnly {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let schema = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      guard schema >= StoreFile.schema else { throw StoreProblem.older(path) }
      try Self.refuseNewer(schema, path)
      database = queue
    } else {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // Every acknowledged edit survives a power cut too, for the price of one fsync.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let schema = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      try Self.refuseNewer(schema, path)
      if schema < StoreFile.schema { try Self.bringUpToDate(pool, from: schema) }
      database = pool
    }
    var watching = configuration
    watching.readonly = true
    watcher = Watcher(path: path, configuration: watching)
    identity = StoreFile(path: path).identity
    try database.read(renewAccess)
    try refuseNobody()
    if isNew {
      try database.write { db in
        try FirstContents.write(in: Transaction(db: db, who: who, now: clock()))
        try RoleTable.note(maker: who, in: db)
      }
    } else if !isReadOnly, try database.read({ try !FirstContents.isComplete(in: Reader($0)) }) {
      try database.write { try FirstContents.complete(in: Transaction(db: $0, who: who, now: clock())) }
    }
  }

  /// A newer program may have written its schema into the log, where the header of the file says nothing of it yet.
  private static func refuseNewer(_ schema: Int, _ path: String) throws(StoreProblem) {
    guard schema <= StoreFile.schema else { throw .newer(path, schema: schema) }
  }

  /// Another program may do the same at this moment: what it has done is not done again.
  private static func bringUpToDate(_ pool: DatabasePool, from schema: Int) throws {
    do { try Schema.migrator.migrate(pool) } catch {
      let reached = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      guard reached > schema else { throw error }
      if reached < StoreFile.schema { try bringUpToDate(pool, from: reached) }
    }
  }

  /// The writer goes last: only a connection that may write can bring the log home into the file as it closes.
  deinit {
    watcher?.close()
    (database as? DatabasePool)?.invalidateReadOnlyConnections()
    // SQLite keeps an interruption for which nothing ran until the next statement begins, and breaks off with it what
    // closing does to the log (3.40; its manual says that it would be without effect).
    try? database.writeWithoutTransaction { try $0.execute(sql: "SELECT 1") }
    try? database.close()
  }

  /// What every connection needs, in memory too.
  private static func configuration(_ standing: Standing) -> Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      FieldHasWords.functions.forEach(db.add)
      db.add(function: Masks.textOfSeen)
      db.add(function: Masks.function { standing.access.seesContacts })
    }
    return configuration
  }

  /// Writes the mark of a store before the write-ahead log begins, so that it stands in the file itself.
  private static func mark(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
    }
    try queue.close()
  }

  // MARK: Questions

  /// Answers a question from one consistent view.
  /// - Throws: `CancellationError` where `interrupt` broke it off, else `StoreProblem`.
  public func read<Q: Query>(_ query: Q) throws -> Q.Answer { try withReader(query.answer) }

  /// Lends one consistent view for as long as `body` runs.
  func withReader<T>(_ body: (Reader) throws -> T) throws -> T {
    try refuseNobody()
    do {
      return try database.read { db in
        // Only a connection that never writes: a view takes no rows.
        if db.configuration.readonly { try Masks.lay(!access.seesContacts, over: db) }
        return try body(Reader(db: db, who: who, shelf: shelf))
      }
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
      throw StoreProblem.of(error, path: path)
    }
  }

  /// Breaks off the questions that are being answered: what they were asked for is no longer wanted.
  public func interrupt() { database.interrupt() }

  // MARK: Changes

  /// Applies a change as one transaction and writes it into the journal.
  /// - Returns: what was written.
  /// - Throws: `Refusal`, or `StoreProblem`; nothing was then written.
  @discardableResult
  public func apply(_ change: some Change) throws -> Written {
    var written = Written([], [])
    try write(needs: change.needs) { transaction in
      do { try change.perform(in: transaction) } catch Refusal.clash(let clash) where !access.seesContacts {
        throw Refusal.clash(clash.masked)
      }
      let records = access.seesContacts ? transaction.written : transaction.written.map { $0.masked }
      written = Written(records, transaction.consequences)
      if !transaction.rows.isEmpty { try Journal.write(transaction, name: change.name, why: change.why) }
    }
    return written
  }

  /// Applies a change as a part of what the store begins with: it is no news, and nobody undoes it.
  public func begin(with change: some Change) throws {
    try write(needs: change.needs) { transaction in
      transaction.validity.messages.isLifted = true
      try change.perform(in: transaction)
      if !transaction.rows.isEmpty {
        try Journal.write(transaction, name: change.name, why: change.why, state: .kept)
      }
    }
  }

  /// Takes this person's last change back.
  /// - Parameters:
  ///   - shown: the entry of the journal that the person was shown; refused where another one is the last by now.
  ///   - goesOn: asked now and then where there is much to take back; false gives up, and nothing is done.
  public func undo(_ shown: Int64? = nil, goesOn: () -> Bool = { true }) throws {
    try turns([Undo(isRedo: false, shown: shown)], goesOn)
  }

  /// Brings the last change back that this person took back, as `undo` takes it.
  public func redo(_ shown: Int64? = nil, goesOn: () -> Bool = { true }) throws {
    try turns([Undo(isRedo: true, shown: shown)], goesOn)
  }

  /// - Parameter isTried: all is taken back at once, and only whether it could be done is known then.
  func turns(_ undos: [Undo], isTried: Bool = false, _ goesOn: () -> Bool) throws {
    do {
      try write(
        needs: nil,
        in: { db in
          for undo in undos {
            // Each follows rules of its own, and sees what those before it did.
            let transaction = Transaction(db: db, who: who, now: clock(), access: access)
            try StatementWatch.during(db, goesOn: goesOn) { try undo.perform(in: transaction) }
            try transaction.finish()
          }
          if isTried { throw RehearsalOver() }
        })
    } catch is RehearsalOver {}
  }

  /// The door of every write that others see: whoever may not do what it needs is refused before it begins.
  /// Does everything that a change would, and takes it back: whether the store would take it.
  /// - Throws: what `apply` would throw; nothing in a store that is only read, where there is no trying.
  public func rehearse(_ change: some Change) throws {
    guard access.allows(change.needs) else { return }
    do {
      try write(needs: change.needs) { transaction in
        try change.perform(in: transaction)
        try transaction.finish()
        throw RehearsalOver()
      }
    } catch is RehearsalOver {}
  }

  func write(needs need: Need, _ body: (Transaction) throws -> Void) throws {
    try write(
      needs: need,
      in: { db in
        let transaction = Transaction(db: db, who: who, now: clock(), access: access)
        try body(transaction)
        try transaction.finish()
      })
  }

  /// - Parameter need: nil where the records that are written say it.
  private func write(needs need: Need?, in body: (Database) throws -> Void) throws {
    func permit() throws {
      if let need, let refusal = access.refusal(of: need) { throw refusal }
      if access.isReading { throw Refusal.storeIsReadOnly }
    }
    // Before a lock is taken, and again by what the store says then.
    try permit()
    try checkPlace()
    do {
      try database.write { db in
        try renewAccess(db)
        try permit()
        try attendance.writing { try body(db) }
      }
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
      throw attendance.named(StoreProblem.of(error, path: path))
    }
  }

  /// Writes what all see and no entry of the journal tells: what left the house, what holds for the whole office.
  func writeShared(needs need: Need, _ body: (Database) throws -> Void) throws {
    try write(needs: need, in: body)
  }

  /// Writes what belongs to this person alone: drafts, preferences. Where a store is only read, they do without.
  func writeOwn(_ body: (Database) throws -> Void) throws { if !access.isReading { try commit(body) } }

  /// Writes what belongs to the file: its key, its indexes, generated data. Where it is only read, it does without.
  func maintain(_ body: (Database) throws -> Void) throws { if !access.isReading { try commit(body) } }

  private func commit(_ body: (Database) throws -> Void) throws {
    try checkPlace()
    do { try database.write(body) } catch let error as DatabaseError {
      throw attendance.named(StoreProblem.of(error, path: path))
    }
  }

  /// Writes the whole file anew, without anything between what it holds. For any thread but the screen's.
  func writeAnew() throws {
    try checkPlace()
    do { try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") } } catch let error
      as DatabaseError
    {
      throw StoreProblem.of(error, path: path)
    }
  }

  /// Writes what the log holds into the file and empties it, as far as nobody reads from it just now.
  func emptyLog() {
    guard let pool = database as? DatabasePool else { return }
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Refuses to write into a file that nobody will find again: SQLite itself goes on without a word.
  private func checkPlace() throws(StoreProblem) {
    guard identity == nil || StoreFile(path: path).identity == identity else { throw .moved(path) }
  }

  /// Seconds since 1970, by the store's clock.
  public var now: Int { clock() }

  // MARK: Others

  /// Whether anybody has committed since the last call, this program's own changes included. The first call
  /// says yes.
  public func poll() throws -> Bool {
    let hasNews = try watcher?.hasNews() ?? true
    if hasNews { try? database.read(renewAccess) }
    return hasNews
  }

  // MARK: Care

  /// Copies the store as it is now into a new file, while others go on working.
  /// - Parameter name: what the file is going to be called, where it gets that name only when it is whole.
  public func backup(to target: String, for name: String? = nil) throws(StoreProblem) {
    let file = StoreFile(path: target)
    try file.create()
    do {
      try database.backup(to: DatabaseQueue(path: target))
    } catch {
      file.remove()
      throw StoreProblem.of(error, path: name ?? target)
    }
  }
}

/// Takes back what was only tried.
private struct RehearsalOver: Error {}
