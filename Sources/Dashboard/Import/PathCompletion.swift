import Glibc
import Interchange

/// Names of files for a path that is being typed.
enum PathCompletion {
  /// The names that begin as the last part of the path does, folders with a slash behind; at most `limit`. Names
  /// that begin with a dot only where one was typed.
  static func names(for path: String, limit: Int = 200) -> [String] {
    let (folder, beginning) = split(path)
    let place = PersonalFolder.expanded(folder)
    let names = Folder.names(folder.isEmpty ? "." : place).filter { name in
      name.hasPrefix(beginning) && (!name.hasPrefix(".") || beginning.hasPrefix("."))
    }
    return names.sorted().prefix(limit).map { isFolder(place + $0) ? $0 + "/" : $0 }
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
  static func split(_ path: String) -> (folder: String, beginning: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let next = path.index(after: slash)
    return (String(path[..<next]), String(path[next...]))
  }

  /// Whether a file stands there now.
  static func stands(_ path: String) -> Bool {
    let path = PersonalFolder.expanded(path)
    return Exchange.bar(path) == nil && access(path, F_OK) == 0
  }

  /// - Parameter path: with the home folder in place of `~`.
  static func isFolder(_ path: String) -> Bool {
    var kind = stat()
    return Exchange.bar(path) == nil && stat(path, &kind) == 0 && kind.st_mode & S_IFMT == S_IFDIR
  }
}
