import Glibc

/// The file of a store before SQLite touches it: whether it is ours, and where it lies.
struct StoreFile {
  /// "OTRC": marks a SQLite file as a store of this program.
  static let applicationID: Int32 = 0x4F54_5243
  /// The newest schema that this program knows.
  static var schema: Int { Schema.migrations.count }

  let path: String

  var exists: Bool { access(path, F_OK) == 0 }
  var isWritable: Bool { access(path, W_OK) == 0 }

  /// Which file it is, whatever it is called later; nil where there is none.
  var identity: [UInt64]? {
    var place = stat()
    return stat(path, &place) == 0 ? [UInt64(place.st_dev), UInt64(place.st_ino)] : nil
  }

  private var folder: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? (path.hasPrefix("/") ? "/" : ".") : String(path[..<end])
  }

  /// Reads the header (SQLite file format, section 1.3) and refuses what is not ours, without writing.
  func check() throws(StoreProblem) {
    guard exists else { throw .missing(path) }
    var kind = stat()
    guard stat(path, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path) }
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
  func create() throws(StoreProblem) {
    var place = stat()
    guard stat(folder, &place) == 0 else { throw .folderMissing(folder) }
    let isShared = place.st_mode & S_ISGID != 0 && place.st_mode & S_IWGRP != 0
    let before = umask(0o007)
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, isShared ? 0o660 : 0o600)
    umask(before)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .fileExists(path) }
      throw .notPermitted(path)
    }
    close(descriptor)
  }

  /// Gives the file its place, unless another stands there already.
  func take(place: String) throws(StoreProblem) {
    if link(path, place) == 0 || errno == EEXIST { return }
    // A file system without second names for a file.
    guard access(place, F_OK) == 0 || rename(path, place) == 0 else { throw .notPermitted(place) }
  }

  /// Takes a file away that could not be made whole.
  func remove() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Refuses network file systems, on which WAL's shared memory does not work (sqlite.org/wal.html).
  func refuseNetwork(mounts: String = StoreFile.mounts) throws(StoreProblem) {
    let place = realpath(folder, nil)
    defer { free(place) }
    guard let place else { return }
    let type = Self.fileSystem(of: String(cString: place), mounts: mounts)
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
