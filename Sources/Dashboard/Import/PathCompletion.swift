import Glibc

/// Names of files for a path that is being typed.
enum PathCompletion {
  /// The path with `~` as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The names that begin as the last part of the path does, folders with a slash behind; at most `limit`. Names
  /// that begin with a dot only where one was typed.
  static func names(for path: String, limit: Int = 200) -> [String] {
    let (folder, beginning) = split(path)
    guard let stream = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 10_000 {
      let name = name(of: entry)
      let isHidden = name.hasPrefix(".") && !beginning.hasPrefix(".")
      guard name.hasPrefix(beginning), name != ".", name != "..", !isHidden else { continue }
      names.append(isFolder(entry, expanded(folder) + name) ? name + "/" : name)
    }
    return Array(names.sorted().prefix(limit))
  }

  /// The path with as much of a name as all that fit have in common.
  static func completed(_ path: String) -> String {
    let names = names(for: path)
    guard var common = names.first else { return path }
    for name in names.dropFirst() {
      common = String(zip(common, name).prefix { $0 == $1 }.map(\.0))
    }
    let (folder, beginning) = split(path)
    return common.count >= beginning.count ? folder + common : path
  }

  /// The folder with its slash, and the beginning of a name.
  private static func split(_ path: String) -> (folder: String, beginning: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let next = path.index(after: slash)
    return (String(path[..<next]), String(path[next...]))
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }

  private static func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ path: String) -> Bool {
    if Int32(entry.pointee.d_type) == Int32(DT_DIR) { return true }
    var kind = stat()
    return stat(path, &kind) == 0 && kind.st_mode & S_IFMT == S_IFDIR
  }
}
