import Glibc

/// Why a file could not be read or written.
public enum FileProblem: Error, Sendable, Equatable {
  case unreadable(String, errno: Int32)
  case unwritable(String, errno: Int32)
  /// A store stands there, or a file that this program works with just now.
  case inUse(String)

  /// What the system says of it.
  public var reason: String {
    switch self {
    case .unreadable(_, let code), .unwritable(_, let code): String(cString: strerror(code))
    case .inUse: String(cString: strerror(EBUSY))
    }
  }
}

/// A file that takes its name only when it is whole, so that nobody finds half of it. It is for its owner alone:
/// what this program writes is mostly about people.
public struct NewFile: ~Copyable {
  public let path: String
  private let temporary: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: where it will stand; what stands there stays until `commit`. A leading `~/` is the home folder.
  ///   - isPublic: may be read by everybody.
  public init(_ path: String, isPublic: Bool = false) throws(FileProblem) {
    self.path = Self.expanded(path)
    let isKept = KeptFile.stands(at: self.path)
    temporary = "\(self.path).\(getpid()).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPublic ? 0o644 : 0o600)
    if isKept { throw .inUse(self.path) }
    if descriptor < 0 { throw .unwritable(self.path, errno: errno) }
  }

  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .unwritable(path, errno: errno)
      }
    }
  }

  /// Puts the file in its place.
  public func commit() throws(FileProblem) {
    // Somebody may have made a store there meanwhile.
    if KeptFile.stands(at: path) { throw .inUse(path) }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw .unwritable(path, errno: errno)
    }
  }

  /// Writes a whole file at once.
  public static func write(_ bytes: [UInt8], to path: String, isPublic: Bool = false) throws(FileProblem) {
    let file = try NewFile(path, isPublic: isPublic)
    try file.write(bytes)
    try file.commit()
  }

  /// The path with the home folder in place of `~`.
  public static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  deinit {
    close(descriptor)
    // After a commit there is none of that name.
    unlink(temporary)
  }
}
