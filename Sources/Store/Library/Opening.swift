import Glibc
import GRDB

/// What an older store was brought up to date from as it was opened.
public struct Upgrade: Sendable, Equatable {
  /// The schema that it had.
  public let schema: Int
  /// Where it stands as it was.
  public let copy: String
}

/// The connection to a store as it is opened: which schema it must have, and what is done where it has another.
struct Opening {
  let file: StoreFile
  /// Which file that was before it was opened.
  let identity: [UInt64]?
  let database: any DatabaseWriter
  let writer: any DatabaseWriter
  let configuration: Configuration
  let schema: Int
  var upgrade: Upgrade?
  /// The file is read as one that nobody writes: SQLite can make no files beside it here, to work with others.
  var isStill = false

  /// - Parameter now: seconds since 1970, for the name of the copy that is made before a store is brought up to date.
  static func writing(_ path: String, _ standing: Standing, now: Int) throws -> Opening {
    let configuration = configuration(isReadOnly: false, standing)
    let file = StoreFile(path: path)
    let identity = file.identity
    // GRDB's own pool writes as it opens: nothing may be written before somebody knows that the file is sound.
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    try writer.writeWithoutTransaction { try settle($0) }
    let schema = try schema(of: writer, path)
    let upgrade = schema < StoreFile.schema ? try bringUpToDate(writer, path, now) : nil
    let database = try DatabasePool(path: path, configuration: Self.configuration(isReadOnly: true, standing))
    return Opening(
      file: file, identity: identity, database: database, writer: writer, configuration: configuration,
      schema: StoreFile.schema, upgrade: upgrade)
  }

  /// Readers and a writer at once, and every acknowledged edit survives a power cut too, for the price of one fsync.
  private static func settle(_ db: Database) throws {
    if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try db.execute(sql: "PRAGMA synchronous = FULL")
  }

  /// - Parameter isAnySchema: takes a store of an older program as it is, to check or to copy it.
  static func reading(_ path: String, _ standing: Standing, isAnySchema: Bool) throws -> Opening {
    let configuration = configuration(isReadOnly: true, standing)
    let file = StoreFile(path: path)
    let identity = file.identity
    var isStill = false
    var queue: DatabaseQueue
    do { queue = try DatabaseQueue(path: path, configuration: configuration) } catch let error
      as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      guard file.folderProblem != nil else { throw error }
      guard !file.hasLog else { throw StoreProblem.logUnreadable(path) }
      queue = try DatabaseQueue(path: file.asStill, configuration: configuration)
      isStill = true
    }
    let schema = try schema(of: queue, path)
    guard isAnySchema || schema == StoreFile.schema else { throw StoreProblem.older(path) }
    return Opening(
      file: file, identity: identity, database: queue, writer: queue, configuration: configuration,
      schema: schema, isStill: isStill)
  }

  /// Takes away the two empty files that SQLite leaves beside a store which was only read: whoever may not write cannot. A
  /// connection that may does so as it closes, by SQLite's own locks and only where nobody else has the store open
  /// (sqlite.org/wal.html, section 4); no file is removed here by its name. A log that holds something which others wrote stays
  /// for whoever writes next, and looks the store through before.
  /// - Parameter isWritten: what was read was noted in that log, by a library that looked it through.
  static func tidy(_ path: String, isWritten: Bool) {
    let file = StoreFile(path: path)
    guard access(path, W_OK) == 0, access(path + "-wal", F_OK) == 0, isWritten || !file.hasLog else { return }
    let queue = try? DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
    _ = try? queue?.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    try? queue?.close()
  }

  /// What every connection needs, in memory too.
  /// - Parameter standing: what whoever opened the store may see.
  static func configuration(isReadOnly: Bool, _ standing: Standing = Standing(.full)) -> Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      FieldHasWords.functions.forEach(db.add)
      db.add(function: Masks.bodyOfSeen)
      db.add(function: Masks.textOfSeen)
      db.add(function: Masks.function { standing.access.seesContacts })
    }
    configuration.readonly = isReadOnly
    // SQLite's own waiting asks less and less often, and comes too late where somebody writes in short steps.
    configuration.busyMode = .callback { tries in
      usleep(5_000)
      return tries < 600
    }
    configuration.maximumReaderCount = 2
    return configuration
  }

  /// A newer program may have written its schema into the log, where the header of the file says nothing of it yet.
  private static func schema(of database: any DatabaseReader, _ path: String) throws -> Int {
    let schema = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard schema <= StoreFile.schema else { throw StoreProblem.newer(path, schema: schema) }
    return schema
  }

  /// Keeps a copy of an older store and brings it up to date. Another program may do so at this moment: it is waited for.
  private static func bringUpToDate(_ writer: DatabaseQueue, _ path: String, _ now: Int) throws -> Upgrade? {
    try FolderLock.holding(above: path) {
      let schema = try schema(of: writer, path)
      guard schema < StoreFile.schema else { return nil }
      // A new store holds nothing yet.
      let copy = schema == 0 ? nil : try WholeCopy.keep(writer, of: path, as: "schema-\(schema)", now: now)
      do { try writer.writeWithoutTransaction { try Schema.bringUpToDate($0) } } catch {
        if let copy { StoreFile(path: copy).remove() }
        throw error
      }
      return copy.map { Upgrade(schema: schema, copy: $0) }
    }
  }
}
