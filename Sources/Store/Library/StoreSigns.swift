import CSystem
import Glibc
import Synchronization

/// Tells at once when somebody may have written into a store: by inotify(7) on its file, its log, the file of those who
/// have it open, and the names in its folder. It tells too much rather than too little, and only `Watcher` knows.
///
/// It begins with the first question: the first frame does not wait for it.
final class StoreSigns: Sendable {
  private enum State {
    case unasked
    /// Nobody tells: it is on a file system that others write into too, or there is no descriptor left.
    case silent
    case told(by: Int32, name: String, folders: [String])
  }

  private let path: String?
  private let state = Mutex(State.unasked)

  /// - Parameter path: nil for a store that nobody else writes into.
  init(of path: String?) { self.path = path }

  deinit { if case .told(let descriptor, _, _) = state.withLock({ $0 }) { close(descriptor) } }

  var descriptor: Int32? {
    state.withLock { state in
      if case .unasked = state { state = begin() }
      guard case .told(let descriptor, _, _) = state else { return nil }
      return descriptor
    }
  }

  /// Takes what was told since the last call; whether any of it may be about the store.
  func take() -> Bool {
    state.withLock { state in
      guard case .told(let descriptor, let name, let folders) = state,
        system_watch_take(descriptor, name)
      else { return false }
      // The log comes and goes, and so does the file of those who are here.
      for folder in folders { Self.watch(name, in: folder, by: descriptor) }
      return true
    }
  }

  private func begin() -> State {
    // SQLite's files lie beside the file itself, and ours beside the name by which it was opened.
    guard let path, let place = realpath(path, nil) else { return .silent }
    defer { free(place) }
    let real = StoreFile(path: String(cString: place))
    let folders = Array(Set([real.folder, StoreFile(path: path).folder]))
    guard real.name == StoreFile(path: path).name, folders.allSatisfy({ system_tells_all($0) }) else {
      return .silent
    }
    let descriptor = system_watch_open()
    guard descriptor >= 0 else { return .silent }
    guard folders.allSatisfy({ system_watch(descriptor, $0, true) }),
      folders.contains(where: { Self.watch(real.name, in: $0, by: descriptor) })
    else {
      close(descriptor)
      return .silent
    }
    return .told(by: descriptor, name: real.name, folders: folders)
  }

  /// Whether at least the store itself is watched.
  @discardableResult
  private static func watch(_ name: String, in folder: String, by descriptor: Int32) -> Bool {
    for end in ["-wal", "-here"] { _ = system_watch(descriptor, "\(folder)/\(name)\(end)", false) }
    return system_watch(descriptor, "\(folder)/\(name)", false)
  }
}
