import Foundation
import GRDB

/// What became of a store in whose place a copy was put.
public struct Restoration: Sendable, Equatable {
  /// Where what stood there before stands now; nil where nothing did.
  public var replaced: String?
  /// How many people were erased after the copy was made, and are in it.
  public var erasedAgain = 0
}

extension Library {
  /// Puts a copy in the place of a store, and keeps what stood there.
  ///
  /// The copy is looked through and brought up to date before anything is done to the store. Then it is written into the
  /// store as one transaction of SQLite: whoever is killed at any moment leaves the old store or the new one, no log of
  /// the old one lies over the new, and whoever reads meanwhile goes on reading. Sessions that had the store open are told,
  /// and write nothing more. Where the store itself is too damaged for that, the file is exchanged as a whole.
  /// - Parameters:
  ///   - copy: a store of this program's schema, or of an older one.
  ///   - clock: seconds since 1970, for the name under which the old store is kept.
  /// - Throws: `StoreProblem`; the store is then as it was.
  public static func restore(
    _ path: String, from copy: String, who: String, clock: @escaping @Sendable () -> Int = { time(nil) }
  ) throws(StoreProblem) -> Restoration {
    let source = try examine(copy, who: who, clock: clock)
    for finding in try source.check() where finding.isOfFile {
      throw .corrupt(copy, detail: finding.line ?? "")
    }
    let store = StoreFile(path: path)
    try store.refuseNetwork()
    if store.exists {
      try store.check()
      try store.refuseReadOnly()
    }
    do {
      return try FolderLock.holding(above: path) {
        try Exchange(store: store, who: who, now: clock()).put(source.database, of: copy)
      }
    } catch { throw StoreProblem.of(error, path: path) }
  }
}

/// One store put in the place of another.
private struct Exchange {
  let store: StoreFile
  let who: String
  /// Seconds since 1970.
  let now: Int
  /// What tells the sessions of the store before that this is another.
  private let edition = Data(UUID().uuidString.utf8)

  private static let reason = "replaced"

  func put(_ source: any DatabaseReader, of copy: String) throws -> Restoration {
    store.clearLeftovers()
    // The folder of a copy that is kept: both may stand there at once.
    let part = StoreFile(path: store.part + "-new")
    part.remove()
    try part.create(like: store.exists ? store : nil)
    defer { part.remove() }
    try WholeCopy.fill(part, from: source, of: copy)
    let erased = try prepare(part)
    guard store.exists else {
      try store.setLogAside()
      guard try part.take(place: store.path) else { throw StoreProblem.fileExists(store.path) }
      store.syncFolder()
      return Restoration()
    }
    do { return try write(part, erased) } catch {
      switch StoreProblem.of(error, path: store.path) {
      case .corrupt, .notAStore: return try exchange(part)
      default: throw error
      }
    }
  }

  /// Brings the copy up to date and marks it; its log says who put it there.
  /// - Returns: who is known there to be erased.
  private func prepare(_ part: StoreFile) throws -> Set<String> {
    let queue = try DatabaseQueue(path: part.path)
    try queue.inDatabase { db in
      try Schema.bringUpToDate(db)
      try db.execute(
        sql: "INSERT OR REPLACE INTO secret (name, value) VALUES ('edition', ?)", arguments: [edition])
      // As far as the journal goes in the copy, its line says too.
      let people = try Int.fetchOne(db, sql: "SELECT count(*) FROM stakeholder") ?? 0
      try Library.log(
        Disclosure(.restore, format: "sqlite", records: people, selection: "all"), who: who, now: now, in: db)
      try db.checkpoint(.truncate)
    }
    let erased = try queue.read { try Set(String.fetchAll($0, sql: "SELECT digest FROM erased")) }
    try queue.close()
    try part.sync()
    return erased
  }

  /// Writes the copy into the store. From the first step on no session writes into it: what is kept is all that there was.
  private func write(_ part: StoreFile, _ known: Set<String>) throws -> Restoration {
    let writer = try DatabaseQueue(path: store.path, configuration: Opening.configuration(isReadOnly: false))
    // The log goes home into the file where nobody else has it open.
    defer { try? writer.close() }
    try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let schema = try writer.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard schema <= StoreFile.schema else { throw StoreProblem.newer(store.path, schema: schema) }
    var erased: Set<String> = []
    if try writer.read({ try $0.tableExists("secret") }) {
      try writer.write { db in
        try db.execute(
          sql: "INSERT OR REPLACE INTO secret (name, value) VALUES ('edition', randomblob(16))")
        erased = try Set(String.fetchAll(db, sql: "SELECT digest FROM erased"))
      }
    }
    let kept = try WholeCopy.keep(writer, of: store.path, as: Self.reason, now: now, isChecked: false)
    do { try DatabaseQueue(path: part.path).backup(to: writer) } catch {
      StoreFile(path: kept).remove()
      throw error
    }
    return Restoration(replaced: kept, erasedAgain: erased.subtracting(known).count)
  }

  /// Gives the copy the name of a store that nobody can open, which is kept with its log under another.
  private func exchange(_ part: StoreFile) throws -> Restoration {
    let kept = try store.keepName(as: Self.reason, now: now)
    try part.replace(store)
    store.syncFolder()
    return Restoration(replaced: kept)
  }
}
