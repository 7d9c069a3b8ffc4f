import Glibc

/// A folder as the system lists it.
public enum Folder {
  /// The names in it, in no order; none where it cannot be read.
  public static func names(_ path: String) -> [String] {
    // What this process has open is no folder of anybody's.
    guard path == "/proc/self/fd" || Exchange.bar(path) == nil, let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes the folder in which a file is to stand, and those above it, for everybody to look into as far as the umask
  /// allows.
  public static func make(above path: String) throws(FileProblem) {
    if Exchange.bar(path) != nil { throw .unwritable(path, errno: EACCES) }
    var folder = path.hasPrefix("/") ? "" : "."
    for part in split(path).folder.split(separator: "/") {
      folder += "/" + part
      if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .unwritable(folder, errno: errno) }
    }
  }

  /// A path as the folder in which it stands, and its name there.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Brings the names in a folder onto the disk, as far as it can be opened.
  static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The path without links and detours; nil where nothing stands there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
