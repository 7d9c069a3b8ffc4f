import CSystem
import Dispatch
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
  /// Answers questions: of a file several at once.
  let database: any DatabaseWriter
  /// Takes changes, one at a time.
  let writer: any DatabaseWriter
  /// What the store was brought up to date from, as it was opened here.
  public let upgrade: Upgrade?
  private let schema: Int
  /// Whether it has the schema of this program: one that is only to be checked or copied may be older.
  public var isCurrent: Bool { schema == StoreFile.schema }
  /// Whether the file is damaged; nil where nothing is written.
  let soundness: Soundness?
  let attendance: Attendance
  /// The store is looked through for another library that has it open.
  private let isSibling: Bool
  private let watcher: Watcher?
  private let signs: StoreSigns
  let shelf = Shelf()
  let clock: @Sendable () -> Int
  /// The file that was opened, nil for a store in memory.
  private let identity: [UInt64]?
  let standing: Standing
  /// Whatever the login holds, no more than this role may do is done here.
  let ceiling: OfficeRole?
  /// Which of the copies that were put in its place this one is; nil where none ever was.
  private let edition: Data?
  /// Read as a file that nobody writes.
  private let isStill: Bool
  /// What was read here was written down by a library that writes.
  let hasNoted = Atomic(false)

  /// Another way into the same store, for long work on another thread: to break off questions here does not
  /// break that off. A store in memory has one way only.
  ///
  /// Nothing but SQLite opens the file here: to close it again would drop every lock that this program has on it
  /// (sqlite.org/howtocorrupt.html, section 2.2), and whoever else closes the store then takes the log away from us.
  public func sibling() throws(StoreProblem) -> Library {
    if identity == nil { return self }
    try checkPlace()
    return try Self.opened(
      path, who, Access(isReading: access.isReading, ceiling: ceiling), soundness: soundness, clock)
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
    (identity, edition, soundness, upgrade, isStill, isSibling) = (nil, nil, nil, nil, false, false)
    (standing, ceiling) = (Standing(.full), nil)
    attendance = Attendance(store: nil, who: who)
    schema = StoreFile.schema
    database = try DatabaseQueue(configuration: Opening.configuration(isReadOnly: false, standing))
    writer = database
    watcher = nil
    signs = StoreSigns(of: nil)
    if let other {
      try other.database.backup(to: database)
      return
    }
    try Schema.migrator.migrate(database)
    try writer.write { try FirstContents.write(in: Transaction(db: $0, who: who, now: clock())) }
  }

  init(
    _ opening: Opening, who: String, _ standing: Standing, atMost ceiling: OfficeRole? = nil,
    isNew: Bool = false, soundness: Soundness? = nil, clock: @escaping @Sendable () -> Int
  ) throws {
    (path, self.who, self.clock) = (opening.file.path, who, clock)
    (self.standing, self.ceiling) = (standing, ceiling)
    attendance = Attendance(store: opening.isStill ? nil : path, who: who)
    (database, writer) = (opening.database, opening.writer)
    (upgrade, schema, isStill) = (opening.upgrade, opening.schema, opening.isStill)
    var watching = opening.configuration
    watching.readonly = true
    watcher = isStill ? nil : Watcher(path: path, configuration: watching)
    signs = StoreSigns(of: isStill ? nil : path)
    let isReading = standing.access.isReading
    isSibling = soundness != nil
    self.soundness =
      isReading ? nil : soundness ?? Soundness(path: path, configuration: opening.configuration)
    identity = opening.identity
    // Where a copy is put into its place just now, it is that one.
    edition = try FolderLock.holding(above: path, isShared: true) {
      try opening.database.read { try Self.edition($0) }
    }
    try database.read(renewAccess)
    try refuseNobody()
    if isNew {
      try writer.write { db in
        try FirstContents.write(in: Transaction(db: db, who: who, now: clock()))
        try RoleTable.note(maker: who, in: db)
      }
    } else if !isReading, try database.read({ try !FirstContents.isComplete(in: Reader($0)) }) {
      if let damage = self.soundness?.found() { throw StoreProblem.corrupt(path, detail: damage) }
      try writer.write { try FirstContents.complete(in: Transaction(db: $0, who: who, now: clock())) }
    }
    if !isReading, !isSibling {
      tidyBeside()
      forgetLeftPages()
    }
  }

  /// What somebody's import left who was killed goes out beside other work, and what they read comes into the log.
  private func tidyBeside() {
    let isLeft = (try? database.read { try !OpenReading.left(in: Reader($0), now: now).isEmpty }) == true
    let hasIncoming = (try? database.read(Incoming.line)) != nil
    guard hasIncoming || isLeft else { return }
    DispatchQueue(label: "outreach.tidying").async { [weak self] in
      if isLeft { try? self?.logLeftReadings() }
      if hasIncoming { try? self?.sibling().takeBackLeftIncoming() }
    }
  }

  /// The writer goes last: only a connection that may write can bring the log home into the file as it closes.
  deinit {
    if !isSibling { soundness?.end() }
    watcher?.close()
    if writer !== database { try? database.close() }
    // SQLite keeps an interruption for which nothing ran until the next statement begins, and breaks off with it what
    // closing does to the log (3.40; its manual says that it would be without effect).
    try? writer.writeWithoutTransaction { try $0.execute(sql: "SELECT 1") }
    try? writer.close()
    if access.isReading, !isStill { Opening.tidy(path, isWritten: hasNoted.load(ordering: .relaxed)) }
  }

  // MARK: Questions

  /// Answers a question from one consistent view.
  /// - Throws: `CancellationError` where `interrupt` broke it off, else `StoreProblem`.
  public func read<Q: Query>(_ query: Q) throws -> Q.Answer { try withReader(query.answer) }

  /// Lends one consistent view for as long as `body` runs.
  func withReader<T>(_ body: (Reader) throws -> T) throws -> T {
    try refuseNobody()
    if isStill, StoreFile(path: path).hasLog { throw StoreProblem.changing(path) }
    do {
      return try database.read { db in
        // Only a connection that never writes: a view takes no rows.
        if db.configuration.readonly, isCurrent { try Masks.lay(!access.seesContacts, over: db) }
        return try body(Reader(db: db, who: who, shelf: shelf))
      }
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
      let problem = StoreProblem.of(error, path: path)
      if case .corrupt(_, let detail) = problem { soundness?.note(detail) }
      throw problem
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
    var written = Written()
    try write(needs: change.needs) { transaction in
      do { try change.perform(in: transaction) } catch Refusal.clash(let clash) where !access.seesContacts {
        throw Refusal.clash(clash.masked)
      }
      let records = access.seesContacts ? transaction.written : transaction.written.map { $0.masked }
      let entry =
        transaction.rows.isEmpty ? nil : try Journal.write(transaction, name: change.name, why: change.why)
      written = Written(records, transaction.consequences, entry: entry)
    }
    return written
  }

  /// Applies a change as a part of what the store begins with: it is no news, and nobody undoes it.
  public func begin(with change: some Change) throws {
    try write(needs: change.needs) { transaction in
      transaction.validity.messages.isLifted = true
      transaction.validity.isBeginning = true
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

  /// Does everything that a change would, and takes it back: whether the store would take it.
  /// - Returns: what would come of it beside what it is named for.
  /// - Throws: what `apply` would throw; nothing in a store that is only read, where there is no trying.
  public func rehearse(_ change: some Change) throws -> [Consequence] {
    guard access.allows(change.needs) else { return [] }
    var consequences: [Consequence] = []
    do {
      try write(needs: change.needs) { transaction in
        try change.perform(in: transaction)
        try transaction.finish()
        consequences = transaction.consequences
        throw RehearsalOver()
      }
    } catch is RehearsalOver {}
    return consequences
  }

  /// The door of every write that others see: whoever may not do what it needs is refused before it begins.
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
    try checkSoundness()
    do {
      try writer.write { db in
        try checkStanding(db)
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
    try checkSoundness()
    try mend(body)
  }

  /// Writes, into a damaged store too.
  func mend(_ body: (Database) throws -> Void) throws {
    do {
      try writer.write { db in
        try checkStanding(db)
        try body(db)
      }
    } catch let error as DatabaseError {
      throw attendance.named(StoreProblem.of(error, path: path))
    }
  }

  /// Writes the whole file anew, without anything between what it holds. For any thread but the screen's.
  func writeAnew() throws {
    try checkSoundness()
    do { try writer.writeWithoutTransaction { try $0.execute(sql: "VACUUM") } } catch let error
      as DatabaseError
    {
      throw StoreProblem.of(error, path: path)
    }
  }

  /// Writes what the log holds into the file and empties it, as far as nobody reads from it just now.
  func emptyLog() {
    guard identity != nil else { return }
    _ = try? writer.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Refuses to write into a file that nobody will find again: SQLite itself goes on without a word.
  private func checkPlace() throws(StoreProblem) {
    guard identity == nil || StoreFile(path: path).identity == identity else { throw .moved(path) }
  }

  /// Refuses to write into a damaged store, and not to begin with into one that was moved.
  private func checkSoundness() throws(StoreProblem) {
    try checkPlace()
    if let damage = soundness?.found() { throw .corrupt(path, detail: damage) }
  }

  /// Refuses to write into a store that is not what was opened any more. Asked within the transaction: nobody can bring
  /// the store up to date, or put a copy in its place, between the question and what is written.
  private func checkStanding(_ db: Database) throws {
    try checkPlace()
    let schema = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
    guard schema == self.schema else { throw StoreProblem.outgrown(path, schema: schema) }
    guard try Self.edition(db) == edition else { throw StoreProblem.replaced(path) }
  }

  /// Which of the copies that were put in the store's place it is; a store before its second schema knows none.
  private static func edition(_ db: Database) throws -> Data? {
    // GRDB would read the whole schema to answer that.
    let isKnown = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'secret')"))
    guard isKnown == true else { return nil }
    return try Data.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM secret WHERE name = 'edition'"))
  }

  /// Seconds since 1970, by the store's clock.
  public var now: Int { clock() }

  // MARK: Others

  /// Whether anybody has committed since the last call, this program's own changes included. The first call
  /// says yes.
  public func poll() throws -> Bool {
    let hasNews = try watcher?.hasNews() ?? !isStill
    if hasNews { try? database.read(renewAccess) }
    return hasNews
  }

  /// A descriptor that becomes readable when something stirs in the files of the store; nil where nobody tells, and
  /// `poll` has to be asked now and then. A commit stirs them before it can be seen: it is to be asked a few times more.
  public var stirring: Int32? { signs.descriptor }

  /// Takes what has stirred since the last call; whether anything has.
  public func takeStirrings() -> Bool { signs.take() }

  /// Why nothing can be written any more though nobody has tried: the store was moved, brought up to date by a newer
  /// program, had a copy put in its place, or is damaged; nil while nothing of that is known. Costs nothing where nobody
  /// has committed.
  /// - Parameter isNews: whether somebody has.
  public func standing(isNews: Bool) -> StoreProblem? {
    guard let soundness else { return nil }
    soundness.begin()
    if let damage = soundness.known { return .corrupt(path, detail: damage) }
    do {
      try checkPlace()
      if isNews { try database.read { try checkStanding($0) } }
      return nil
    } catch { return error as? StoreProblem }
  }
}

/// Takes back what was only tried.
private struct RehearsalOver: Error {}
