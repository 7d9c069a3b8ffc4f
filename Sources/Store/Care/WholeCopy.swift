import CSystem
import GRDB

/// Copies of a store that are looked through, and on the disk, before anybody finds them.
enum WholeCopy {
  /// Fills an empty file with all that a store holds, while others go on working in it. Nothing is left of a copy that
  /// fails.
  /// - Parameter isChecked: refuses a copy of damage; false keeps it, so that what can be mended may be.
  static func fill(
    _ file: StoreFile, from source: any DatabaseReader, of path: String, isChecked: Bool = true
  ) throws {
    system_lend(file.path)
    defer { system_take_back(file.path) }
    do {
      let queue = try DatabaseQueue(path: file.path)
      try source.backup(to: queue)
      let damage = isChecked ? try queue.inDatabase { try Soundness.damage(in: $0) } : nil
      try queue.close()
      if let damage { throw StoreProblem.corrupt(path, detail: damage) }
      try file.sync()
    } catch {
      file.remove()
      throw error
    }
  }

  /// Keeps a copy beside a store, for those for whom the store is.
  /// - Parameters:
  ///   - reason: a word for its name: `outreach.schema-9.2015-09-15.sqlite`.
  ///   - now: seconds since 1970, for its day.
  /// - Returns: its path.
  static func keep(
    _ source: any DatabaseReader, of path: String, as reason: String, now: Int, isChecked: Bool = true
  ) throws -> String {
    let store = StoreFile(path: path)
    store.clearLeftovers()
    let part = StoreFile(path: store.part)
    do { try part.create(like: store) } catch { throw store.folderProblem ?? error }
    try fill(part, from: source, of: path, isChecked: isChecked)
    defer { part.remove() }
    for kept in store.keptNames(reason, now: now) {
      let isTaken = try part.take(place: kept)
      guard isTaken else { continue }
      store.syncFolder()
      return kept
    }
    throw StoreProblem.fileExists(path)
  }
}
