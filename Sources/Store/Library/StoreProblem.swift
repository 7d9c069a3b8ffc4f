import GRDB

/// Why a store cannot be used. Each is one sentence to the user; the file is left as it was.
public enum StoreProblem: Error, Sendable, Equatable {
  case missing(String)
  case folderMissing(String)
  case notPermitted(String)
  case readOnly(String)
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
  /// A newer program brought it up to date, to that schema, while it was open.
  case outgrown(String, schema: Int)
  /// A copy was put in its place while it was open.
  case replaced(String)
  /// On a medium that takes no writing.
  case readOnlyMedium(String)
  /// Its folder takes no files from this login, and SQLite has to make some beside the store.
  case folderClosed(String)
  /// Its last changes stand in the log, which cannot be read where nothing can be written.
  case logUnreadable(String)
  /// It was opened as a file that nobody writes, and somebody does now.
  case changing(String)
  /// Only an index of words is damaged, which can be made anew.
  case searchDamaged(String)
  case failed(String, detail: String)

  /// The exit code of `sysexits.h` that says the same to a script.
  public var exitCode: Int32 {
    switch self {
    case .missing, .folderMissing: 66
    case .notAStore, .notOurs, .newer, .older, .outgrown, .corrupt, .searchDamaged: 65
    case .notPermitted, .readOnly, .readOnlyMedium, .folderClosed, .logUnreadable: 77
    case .networkFileSystem: 78
    case .fileExists: 73
    case .moved, .replaced: 74
    case .busy, .held, .changing: 75
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
    case .SQLITE_CORRUPT where error.extendedResultCode == .SQLITE_CORRUPT_VTAB: return .searchDamaged(path)
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
