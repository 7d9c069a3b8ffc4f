import Glibc

/// A file that nothing which this program writes may replace, by whatever name or link the path leads to it.
enum KeptFile {
  /// Whether a store stands there, or a file that is open here: the store in use, its log, the messages.
  static func stands(at path: String) -> Bool {
    var target = stat()
    guard stat(path, &target) == 0, target.st_mode & S_IFMT == S_IFREG else { return false }
    return isOpen(target) || isStore(path)
  }

  /// The store that is in use is never opened to look at it: to close it again would drop the locks that SQLite has
  /// on it (sqlite.org/howtocorrupt.html, section 2.2).
  private static func isOpen(_ target: stat) -> Bool {
    guard let folder = opendir("/proc/self/fd") else { return false }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var one = stat()
      guard let descriptor = Int32(name), fstat(descriptor, &one) == 0 else { continue }
      if one.st_dev == target.st_dev && one.st_ino == target.st_ino { return true }
    }
    return false
  }

  /// Whether it begins as a store does: SQLite's header with the mark of this program (sqlite.org/fileformat.html).
  private static func isStore(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 72)
    return pread(descriptor, &head, head.count, 0) == head.count
      && head.starts(with: "SQLite format 3\0".utf8) && head[68...].elementsEqual("OTRC".utf8)
  }
}
