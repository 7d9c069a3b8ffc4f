import CSystem
import Glibc
import Model

/// The file of a store before SQLite touches it: whether it is ours, and where it lies.
struct StoreFile {
  /// "OTRC": marks a SQLite file as a store of this program.
  static let applicationID: Int32 = 0x4F54_5243
  /// The newest schema that this program knows.
  static var schema: Int { Schema.migrations.count }

  let path: String

  var exists: Bool { access(path, F_OK) == 0 }

  /// Refuses a file that cannot be written, and says why.
  func refuseReadOnly() throws(StoreProblem) {
    guard access(path, W_OK) != 0 else { return }
    throw errno == EROFS ? .readOnlyMedium(path) : .readOnly(path)
  }

  /// Why SQLite may make no files beside the store; nil where it may.
  var folderProblem: StoreProblem? {
    guard access(folder, W_OK) != 0 else { return nil }
    return errno == EROFS ? .readOnlyMedium(path) : .folderClosed(path)
  }

  /// Whether changes stand beside the file that are not in it yet.
  var hasLog: Bool {
    var log = stat()
    return stat(path + "-wal", &log) == 0 && log.st_size > 0
  }

  /// As SQLite is told of a file that nobody writes (sqlite.org/uri.html, `immutable`).
  var asStill: String {
    let plain = Set("/-_.~".utf8)
    let digits = Array("0123456789ABCDEF")
    let way = path.utf8.map { byte in
      let isPlain = plain.contains(byte) || UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      return isPlain || isDigit
        ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
    return "file:\(way.joined())?immutable=1"
  }

  /// Which file it is, whatever it is called later; nil where there is none.
  var identity: [UInt64]? {
    var place = stat()
    return stat(path, &place) == 0 ? [UInt64(place.st_dev), UInt64(place.st_ino)] : nil
  }

  /// The last part of its path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var folder: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? (path.hasPrefix("/") ? "/" : ".") : String(path[..<end])
  }

  /// Whether the file that was opened is the one that has the name: whoever ends takes theirs away.
  static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0 && opened.st_ino == named.st_ino
      && opened.st_dev == named.st_dev
  }

  /// Reads the header (SQLite file format, section 1.3) and refuses what is not ours, without writing.
  func check() throws(StoreProblem) {
    var kind = stat()
    guard stat(path, &kind) == 0 else {
      // Behind a folder that is closed to this login there may well be one.
      throw errno == EACCES ? .notPermitted(path) : .missing(path)
    }
    guard kind.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notPermitted(path) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    guard read(descriptor, &header, 100) == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      throw .notAStore(path)
    }
    func number(at offset: Int) -> Int32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int32(truncatingIfNeeded: $1) }
    }
    guard number(at: 68) == Self.applicationID else { throw .notOurs(path) }
    let version = Int(number(at: 60))
    guard version <= Self.schema else { throw .newer(path, schema: version) }
  }

  /// Makes an empty file that only its owner reads, or its group where the folder is shared with one.
  /// - Parameter other: the store whose readers may read this file instead.
  func create(like other: StoreFile? = nil) throws(StoreProblem) {
    var place = stat()
    guard stat(folder, &place) == 0 else {
      throw errno == EACCES ? .notPermitted(path) : .folderMissing(folder)
    }
    let isShared = place.st_mode & S_ISGID != 0 && place.st_mode & S_IWGRP != 0
    let before = umask(0o007)
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, isShared ? 0o660 : 0o600)
    umask(before)
    guard descriptor >= 0 else {
      switch errno {
      case EEXIST: throw .fileExists(path)
      case ENOSPC, EDQUOT: throw .diskFull(path)
      case EROFS: throw .readOnlyMedium(path)
      default: throw .notPermitted(path)
      }
    }
    defer { close(descriptor) }
    guard let other, stat(other.path, &place) == 0 else { return }
    // Another group must not read what was meant for this one.
    let hasGroup = fchown(descriptor, uid_t.max, place.st_gid) == 0
    fchmod(descriptor, place.st_mode & (hasGroup ? 0o777 : 0o707))
  }

  /// Gives the file its place, unless another stands there already.
  /// - Returns: whether it took it.
  @discardableResult
  func take(place: String) throws(StoreProblem) -> Bool {
    if link(path, place) == 0 { return true }
    if errno == EEXIST { return false }
    // A file system without second names for a file.
    guard access(place, F_OK) != 0 else { return false }
    guard rename(path, place) == 0 else { throw .notPermitted(place) }
    return true
  }

  /// Brings the file onto the disk. No connection of this program may have it open: to close it here would drop its locks.
  func sync() throws(StoreProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notPermitted(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw errno == ENOSPC || errno == EDQUOT
        ? .diskFull(path) : .failed(path, detail: String(cString: strerror(errno)))
    }
  }

  /// Brings the names in its folder onto the disk.
  func syncFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  // MARK: On the way to a name

  /// What a copy beside it is called before it is whole: as other new files are, so that it is known for what it is.
  var part: String { "\(path).\(getpid()).part" }
  /// The same of a store that is made.
  var young: StoreFile { StoreFile(path: "\(path).new-\(getpid())") }

  /// Takes away what programs left beside the store that were killed while they made a copy, or a new store.
  func clearLeftovers() {
    let name = name
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let left = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard left.hasPrefix(name + "."),
        let own = left.dropFirst(name.count).firstMatch(of: /^\.(?:new-(\d+)|(\d+)\.part)(?:-[a-z]+)*$/),
        let process = (own.output.1 ?? own.output.2).flatMap({ pid_t($0) }), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      unlink("\(folder)/\(left)")
    }
  }

  /// Names for copies that are kept beside it: `outreach.schema-9.2015-09-15.sqlite`, then with a number.
  /// - Parameters:
  ///   - reason: a word for it.
  ///   - now: seconds since 1970, for the day.
  func keptNames(_ reason: String, now: Int) -> [String] {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(".sqlite".count)) : path
    let name = "\(stem).\(reason).\(Day(number: now / 86_400))"
    return (1...1_000).map { $0 == 1 ? "\(name).sqlite" : "\(name).\($0).sqlite" }
  }

  /// Gives the file a second name beside its own, and its log that name only: for a store that nobody can open.
  func keepName(as reason: String, now: Int) throws(StoreProblem) -> String {
    for name in keptNames(reason, now: now) {
      guard link(path, name) == 0 else {
        if errno == EEXIST { continue }
        throw .notPermitted(path)
      }
      if rename(path + "-wal", name + "-wal") != 0 && errno != ENOENT { throw .notPermitted(path) }
      unlink(path + "-shm")
      return name
    }
    throw .fileExists(path)
  }

  /// Takes the name of another store, which has no log any more.
  func replace(_ other: StoreFile) throws(StoreProblem) {
    guard rename(path, other.path) == 0 else { throw .notPermitted(other.path) }
  }

  /// Puts away the log of a store that is not there any more: it would be taken for that of the next one.
  func setLogAside() throws(StoreProblem) {
    unlink(path + "-shm")
    if rename(path + "-wal", path + "-wal.left") != 0 && errno != ENOENT { throw .notPermitted(path) }
  }

  /// Takes a file away that could not be made whole.
  func remove() {
    system_take_back(path)
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Refuses network file systems, on which WAL's shared memory does not work (sqlite.org/wal.html).
  /// - Parameter mounts: nil for those of this host.
  func refuseNetwork(mounts: String? = nil) throws(StoreProblem) {
    if mounts == nil && system_tells_all(folder) { return }
    let place = realpath(folder, nil)
    defer { free(place) }
    guard let place else { return }
    let type = Self.fileSystem(of: String(cString: place), mounts: mounts ?? Self.mounts)
    if Self.networkTypes.contains(type) { throw .networkFileSystem(path, type: type) }
  }

  static let networkTypes: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "davfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs",
  ]

  /// The type of the file system that holds `folder`, by proc(5) mountinfo: the longest mount point wins, and
  /// of equal ones the last.
  static func fileSystem(of folder: String, mounts: String) -> String {
    var best = (length: -1, type: "")
    for line in mounts.split(separator: "\n") {
      let halves = line.split(separator: " ")
      guard let dash = halves.firstIndex(of: "-"), halves.count > dash + 1, halves.count > 4 else { continue }
      let point = unescaped(halves[4])
      let isInside = point == "/" || folder == point || folder.hasPrefix(point + "/")
      if isInside, point.count >= best.length { best = (point.count, String(halves[dash + 1])) }
    }
    return best.type
  }

  /// Mount points write white space as octal numbers.
  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("\\040", with: " ").replacing("\\011", with: "\t").replacing("\\134", with: "\\")
  }

  static var mounts: String {
    guard let file = fopen("/proc/self/mountinfo", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
