import Glibc
import Synchronization

/// The one gate through which each path passes that somebody gave: typed in a prompt, in an option, in a record, in a file
/// that was imported. It stands open, unless the session is restricted: then it leads into one folder, or nowhere.
public enum Exchange {
  /// Why a path is not gone.
  public enum Bar: Sendable, Equatable {
    /// The session reads and writes no files.
    case noFiles
    /// It leads out of that folder, or might by a link.
    case outside(String)
  }

  private struct Bounds {
    /// Without links and detours; nil for none.
    let folder: String?
    /// Folders that the program made for itself, and takes away again.
    var own: Set<String> = []
  }

  private static let bounds = Mutex<Bounds?>(nil)

  public static var isRestricted: Bool { bounds.withLock { $0 != nil } }

  /// Closes the gate for the rest of the process. Relative paths begin in the folder from now on.
  /// - Parameter folder: nil for none.
  /// - Returns: whether the folder is there.
  public static func restrict(to folder: String?) -> Bool {
    let real = folder.flatMap(Folder.real)
    bounds.withLock { $0 = Bounds(folder: real) }
    return chdir(real ?? "/") == 0 && (real != nil || folder == nil)
  }

  /// Why the path is barred; nil where it is not.
  public static func bar(_ path: String) -> Bar? {
    guard let bounds = bounds.withLock({ $0 }) else { return nil }
    if bounds.own.contains(where: { path.hasPrefix($0 + "/") && !path.contains("/../") }) { return nil }
    guard let folder = bounds.folder else { return .noFiles }
    let (parts, home) = (
      (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/"), folder.split(separator: "/")
    )
    guard parts.starts(with: home) else { return .outside(folder) }
    var place = folder
    for part in parts.dropFirst(home.count) where part != "." {
      place += "/" + part
      var link = stat()
      let isLink = lstat(place, &link) == 0 && link.st_mode & S_IFMT == S_IFLNK
      if part == ".." || isLink { return .outside(folder) }
    }
    return nil
  }

  /// Opens as POSIX does.
  /// - Returns: -1 with `EACCES` where the path is barred.
  public static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    guard isRestricted else { return Glibc.open(path, flags, mode) }
    let opened = bar(path) == nil ? Glibc.open(path, flags | O_NOFOLLOW, mode) : -1
    // Whoever reaches the folder another way may have put a link there in between.
    let isInside = opened >= 0 && Folder.real("/proc/self/fd/\(opened)").map { bar($0) == nil } ?? false
    if opened >= 0 && !isInside { close(opened) }
    if bar(path) != nil || opened >= 0 && !isInside { errno = EACCES }
    return isInside ? opened : -1
  }

  /// Lends the program a folder of its own for as long as `body` runs.
  public static func lend<T>(_ folder: String, _ body: () throws -> T) rethrows -> T {
    bounds.withLock { _ = $0?.own.insert(folder) }
    defer { bounds.withLock { _ = $0?.own.remove(folder) } }
    return try body()
  }
}
