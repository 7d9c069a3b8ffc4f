import CSystem
import Foundation
import GRDB
import Model

extension Library {
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
    if !isReadOnly { try file.refuseReadOnly() }
    return try opened(path, who, Access(isReading: isReadOnly, ceiling: ceiling), clock)
  }

  /// Opens a store of this schema or an older one as it is, to check or to copy it. Nothing is written.
  public static func examine(
    _ path: String, who: String, atMost ceiling: OfficeRole? = nil,
    clock: @escaping @Sendable () -> Int = { time(nil) }
  ) throws(StoreProblem) -> Library {
    let file = StoreFile(path: path)
    try file.refuseNetwork()
    try file.check()
    return try opened(path, who, Access(isReading: true, ceiling: ceiling), isAnySchema: true, clock)
  }

  static func opened(
    _ path: String, _ who: String, _ access: Access, isAnySchema: Bool = false,
    _ clock: @escaping @Sendable () -> Int
  ) throws(StoreProblem) -> Library {
    do {
      let standing = Standing(access)
      let opening =
        access.isReading
        ? try Opening.reading(path, standing, isAnySchema: isAnySchema)
        : try Opening.writing(path, standing, now: clock())
      return try Library(opening, who: who, standing, atMost: access.ceiling, clock: clock)
    } catch {
      let problem = StoreProblem.of(error, path: path)
      // SQLite makes files beside a store, for those too who only read it (sqlite.org/wal.html).
      guard problem == .notPermitted(path) || problem == .readOnly(path) else { throw problem }
      throw StoreFile(path: path).folderProblem ?? .notPermitted(path)
    }
  }

  /// Makes a whole store under a name of its own, and only then gives it its place: nobody opens half a store,
  /// and of two who begin at once, the second opens what the first one made.
  private static func make(
    _ file: StoreFile, who: String, clock: @escaping @Sendable () -> Int
  ) throws(StoreProblem) {
    file.clearLeftovers()
    let young = file.young
    young.remove()
    defer { young.remove() }
    do {
      try young.create()
      system_lend(young.path)
      try mark(young.path)
      let standing = Standing(.full)
      let opening = try Opening.writing(young.path, standing, now: clock())
      _ = try Library(opening, who: who, standing, isNew: true, clock: clock)
      try young.take(place: file.path)
    } catch StoreProblem.notPermitted {
      throw .notPermitted(file.path)
    } catch { throw StoreProblem.of(error, path: file.path) }
  }

  /// Writes the mark of a store before the write-ahead log begins, so that it stands in the file itself.
  private static func mark(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
    }
    try queue.close()
  }
}
