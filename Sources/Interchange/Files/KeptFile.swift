import Glibc

/// A file that nothing which this program writes may replace, by whatever name or link the path leads to it.
enum KeptFile {
  /// Whether it is a store or the log of one, whoever works in it; a draft or the messages, which lie in the state
  /// folder; or a file that is open here.
  static func stands(at path: String) -> Bool {
    [path, Folder.real(path)].compactMap(\.self).contains { isOwn($0) || isLog($0) } || isWorkedWith(path)
  }

  private static func isWorkedWith(_ path: String) -> Bool {
    var target = stat()
    guard stat(path, &target) == 0, target.st_mode & S_IFMT == S_IFREG else { return false }
    return isOpen(target) || isStore(path)
  }

  private static func isOwn(_ path: String) -> Bool {
    guard let state = Folder.real(PersonalFolder.state) else { return false }
    return Folder.real(Folder.split(path).folder).map { "\($0)/".hasPrefix("\(state)/") } ?? false
  }

  /// What SQLite writes beside a store, or would (sqlite.org/tempfiles.html).
  private static func isLog(_ path: String) -> Bool {
    ["-wal", "-shm", "-journal"].contains {
      path.hasSuffix($0) && isWorkedWith(String(path.dropLast($0.count)))
    }
  }

  /// The store that is in use is never opened to look at it: to close it again would drop the locks that SQLite has
  /// on it (sqlite.org/howtocorrupt.html, section 2.2).
  private static func isOpen(_ target: stat) -> Bool {
    Folder.names("/proc/self/fd").compactMap { Int32($0) }.contains { descriptor in
      var one = stat()
      return fstat(descriptor, &one) == 0 && one.st_dev == target.st_dev && one.st_ino == target.st_ino
    }
  }

  /// Whether it begins as a store does: SQLite's header with the mark of this program (sqlite.org/fileformat.html).
  private static func isStore(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 72)
    return pread(descriptor, &head, head.count, 0) == head.count
      && head.starts(with: "SQLite format 3\0".utf8) && head[68...].elementsEqual("OTRC".utf8)
  }
}
