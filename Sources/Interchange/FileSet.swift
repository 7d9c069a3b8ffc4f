import Glibc

/// Why a file cannot be written.
public struct FileFailure: Error, Sendable, Equatable {
  public let path: String
  /// In the words of the system; empty where the file is there already.
  public let reason: String

  public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

  init(path: String) { self.init(path: path, reason: String(cString: strerror(errno))) }
}

/// Files of one folder that take their names together, when all of them are whole: nobody finds half of them.
public final class FileSet {
  private struct Member {
    let path: String
    let temporary: String
    let descriptor: Int32
  }

  private let folder: String
  private let mode: mode_t
  private let mayReplace: Bool
  private var members: [Member] = []

  /// Makes the folder where there is none.
  /// - Parameters:
  ///   - mode: who may read the files: `0o644` for what is public, `0o600` for what is not.
  ///   - mayReplace: whether files of the same names may be overwritten.
  public init(folder: String, mode: UInt32, mayReplace: Bool) throws(FileFailure) {
    self.folder = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    (self.mode, self.mayReplace) = (mode, mayReplace)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileFailure(path: folder) }
  }

  deinit {
    for member in members {
      close(member.descriptor)
      unlink(member.temporary)
    }
  }

  /// Begins a file; returns the number by which `write` knows it.
  public func begin(_ name: String) throws(FileFailure) -> Int {
    let path = "\(folder)/\(name)"
    if !mayReplace, access(path, F_OK) == 0 { throw FileFailure(path: path, reason: "") }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw FileFailure(path: path) }
    members.append(Member(path: path, temporary: temporary, descriptor: descriptor))
    return members.count - 1
  }

  public func write(_ bytes: [UInt8], to file: Int) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(members[file].descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure(path: members[file].path)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes sure that everything is on the disk; after that only the names can fail.
  public func flush() throws(FileFailure) {
    for member in members where fsync(member.descriptor) != 0 { throw FileFailure(path: member.path) }
  }

  /// Gives the files their names.
  /// - Returns: their paths.
  public func commit() throws(FileFailure) -> [String] {
    for member in members where rename(member.temporary, member.path) != 0 {
      throw FileFailure(path: member.path)
    }
    defer { members = [] }
    for member in members { close(member.descriptor) }
    return members.map(\.path)
  }
}
