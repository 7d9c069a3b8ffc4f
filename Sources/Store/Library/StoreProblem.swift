import GRDB

/// Why a store cannot be used. Each is one sentence to the user; the file is left as it was.
public enum StoreProblem: Error, Sendable, Equatable {
  case missing(String)
  case folderMissing(String)
  case notPermitted(String)
  case readOnly(String)
  /// Others hold roles in it, and this login none.
  case noRole(String, who: String, administrators: [String])
  case notAStore(String)
  /// A SQLite database of another program.
  case notOurs(String)
  /// Made by a newer program, with that schema.
  case newer(String, schema: Int)
  /// Made by an older program, and opened for reading only.
  case older(String)
  case corrupt(String, detail: String)
  /// On a network file system of that type, where locks and shared memory cannot be trusted.
  case networkFileSystem(String, type: String)
  case busy(String)
  /// The same, where it is known who has been writing for so long.
  case held(String, by: String, seconds: Int)
  case diskFull(String)
  case fileExists(String)
  /// Another file, or none, stands where the open one was: what is written now would be lost.
  case moved(String)
  case failed(String, detail: String)

  /// The exit code of `sysexits.h` that says the same to a script.
  public var exitCode: Int32 {
    switch self {
    case .missing, .folderMissing: 66
    case .notAStore, .notOurs, .newer, .older, .corrupt: 65
    case .notPermitted, .readOnly, .noRole: 77
    case .networkFileSystem: 78
    case .fileExists: 73
    case .moved: 74
    case .busy, .held: 75
    case .diskFull, .failed: 74
    }
  }

  /// What an error of SQLite means for the file at `path`.
  static func of(_ error: any Error, path: String) -> StoreProblem {
    guard let error = error as? DatabaseError else {
      return error as? StoreProblem ?? .failed(path, detail: "\(error)")
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAStore(path)
    case .SQLITE_CORRUPT: return .corrupt(path, detail: error.message ?? "")
    case .SQLITE_READONLY: return .readOnly(path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .notPermitted(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path)
    case .SQLITE_FULL: return .diskFull(path)
    // A quota or a limit of size is used up: SQLite itself takes only a full device for a full disk.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: return .diskFull(path)
    default: return .failed(path, detail: error.message ?? "\(error.resultCode)")
    }
  }
}
