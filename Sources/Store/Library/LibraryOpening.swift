import CSystem
import Foundation
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
    soundness: Soundness? = nil, _ clock: @escaping @Sendable () -> Int
  ) throws(StoreProblem) -> Library {
    do {
      let standing = Standing(access)
      let opening =
        access.isReading
        ? try Opening.reading(path, standing, isAnySchema: isAnySchema)
        : try Opening.writing(path, standing, now: clock())
      return try Library(
        opening, who: who, standing, atMost: access.ceiling, soundness: soundness, clock: clock)
    } catch {
      let problem = StoreProblem.of(error, path: path)
      // SQLite makes files beside a store, for those too who only read it (sqlite.org/wal.html).
      guard problem == .notPermitted(path) || problem == .readOnly(path) else { throw problem }
      throw StoreFile(path: path).folderProblem ?? .notPermitted(path)
    }
  }
}
