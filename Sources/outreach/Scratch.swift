import CSystem
import Glibc
import Interchange
import Office
import Phrases

/// A folder that lives as long as one visit to the sample data.
enum Scratch {
  static func make() throws -> String {
    var template = Array("\(environment("TMPDIR") ?? "/tmp")/outreach-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else {
      throw CommandFailure(Phrase(.failed, .phrase(Phrase(errno: errno))), code: EX_CANTCREAT)
    }
    let path = String(cString: folder)
    for lent in [path, sample(in: path), stage(in: path)] { system_lend(lent) }
    return path
  }

  static func sample(in folder: String) -> String { folder + "/sample.sqlite" }
  static func stage(in folder: String) -> String { "\(folder)/\(StorePlace.stage)" }

  /// Removes the folder and the store in it.
  static func remove(_ folder: String) {
    for store in [sample(in: folder), stage(in: folder)] {
      for suffix in ["", "-wal", "-shm", "-here"] { unlink(store + suffix) }
    }
    rmdir(folder)
  }
}
