import Glibc

/// A folder that lives as long as one visit to the sample data.
enum Scratch {
  static func make() throws -> String {
    var template = Array("\(Environment.value("TMPDIR") ?? "/tmp")/outreach-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else { throw Exit.failing(String(cString: strerror(errno)), code: 73) }
    return String(cString: folder)
  }

  /// Removes the folder and the store in it.
  static func remove(_ folder: String) {
    for suffix in ["", "-wal", "-shm"] { unlink("\(folder)/sample.sqlite\(suffix)") }
    rmdir(folder)
  }
}
