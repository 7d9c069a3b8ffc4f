import Glibc

/// Who may read a file that leaves the house.
public enum Readers: String, Sendable, CaseIterable {
  case owner = "me", group, everybody = "everyone"

  var mode: mode_t {
    switch self {
    case .owner: 0o600
    case .group: 0o640
    case .everybody: 0o644
    }
  }

  /// Lets a file be read by those whom somebody named; else by those who could read what it replaces; else by nobody but
  /// its owner: what this program writes is mostly about people.
  static func settle(_ descriptor: Int32, _ readers: Readers?, over path: String) {
    if let readers {
      fchmod(descriptor, readers.mode)
      return
    }
    var standing = stat()
    guard stat(path, &standing) == 0, standing.st_mode & S_IFMT == S_IFREG else { return }
    // Another group must not read what was meant for this one.
    let hasGroup = fchown(descriptor, uid_t.max, standing.st_gid) == 0
    fchmod(descriptor, standing.st_mode & (hasGroup ? 0o777 : 0o707))
  }
}
