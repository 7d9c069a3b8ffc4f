import Glibc

/// Why a file could not be read or written.
public enum FileProblem: Error, Sendable, Equatable {
  case unreadable(String, errno: Int32)
  case unwritable(String, errno: Int32)
  /// A store stands there, its log or a draft, or a file that this program works with just now: nothing allows that
  /// it is replaced.
  case inUse(String)
  /// These stand where files are to be written, and nobody allowed that they are replaced.
  case standing([StandingFile])
}

/// What was to be written down about files is in the store, but they could not take their names.
public struct RecordedUnwritten: Error, Sendable, Equatable {
  public enum Record: Sendable, Equatable {
    /// A release of the public register, by its number.
    case release(Int)
    /// A notice, by what it is called.
    case notice(String)
  }

  public let problem: FileProblem
  /// What is made and can be written again; nil where only the log says that something left the house.
  public var record: Record?

  public init(problem: FileProblem) { self.problem = problem }

  /// The same, of a record that can be written again.
  public func of(_ record: Record) -> Self {
    var other = self
    other.record = record
    return other
  }
}

/// A file that stands where one is to be written, as it was seen.
public struct StandingFile: Sendable, Equatable {
  public let path: String
  /// In bytes.
  public let size: Int
  /// When it was changed last, in seconds since 1970.
  public let changed: Int

  init(_ path: String, size: Int, changed: Int) {
    (self.path, self.size, self.changed) = (path, size, changed)
  }

  /// Nil where nothing stands there. A link that leads nowhere stands too: it would be replaced.
  init?(_ path: String) {
    var place = stat()
    guard stat(path, &place) == 0 || lstat(path, &place) == 0 else { return nil }
    (self.path, size, changed) = (path, Int(place.st_size), place.st_mtim.tv_sec)
  }
}

/// What may be replaced where a file is written.
public enum Replacing: Sendable {
  case nothing
  /// These files, as somebody saw them and agreed to it. What was written there since is asked about anew.
  case seen([StandingFile])
  /// Whatever stands there, as `--force` asks; stores, their logs and drafts never.
  case everything

  func allows(_ file: StandingFile) -> Bool {
    switch self {
    case .nothing: false
    case .seen(let files): files.contains(file)
    case .everything: true
    }
  }
}
