import CSystem
import GRDB

extension Library {
  /// Makes a whole store under a name of its own, and only then gives it its place: nobody opens half a store,
  /// and of two who begin at once, the second opens what the first one made.
  static func make(
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
