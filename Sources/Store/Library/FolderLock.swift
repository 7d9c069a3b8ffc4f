import Glibc

/// Lets one program at a time do what is done once to a store: bring it up to date, put a copy in its place. Others wait.
///
/// It lies on the folder (flock(2)): it leaves no file behind, goes with its process, and has nothing to do with the locks
/// of SQLite.
enum FolderLock {
  /// - Parameter isShared: waits for whoever does such a thing, and lets others look meanwhile.
  static func holding<T>(
    above path: String, isShared: Bool = false, _ body: () throws -> T
  ) throws -> T {
    let descriptor = open(StoreFile(path: path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, isShared ? LOCK_SH : LOCK_EX) != 0,
      errno == EINTR
    {}
    return try body()
  }
}
