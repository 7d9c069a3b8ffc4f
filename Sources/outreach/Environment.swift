import Glibc
import Model

/// What the process finds around it.
enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The login of whoever runs this: what the journal writes.
  static var login: String {
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return value("LOGNAME") ?? "uid\(getuid())"
  }

  static var locale: String { value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? "" }

  private static var home: String { value("HOME") ?? "." }

  /// By the XDG Base Directory Specification.
  static var storePath: String {
    value("OUTREACH_STORE") ?? (value("XDG_DATA_HOME") ?? home + "/.local/share") + "/outreach/outreach.sqlite"
  }

  static var configurationFolder: String {
    (value("XDG_CONFIG_HOME") ?? home + "/.config") + "/outreach"
  }

  /// Where messages go that would otherwise spoil the screen.
  static var logPath: String? {
    let folder = (value("XDG_STATE_HOME") ?? home + "/.local/state") + "/outreach"
    makeFolders(folder)
    return access(folder, W_OK) == 0 ? folder + "/outreach.log" : nil
  }

  static func makeFolder(of path: String) {
    guard let end = path.lastIndex(of: "/") else { return }
    makeFolders(String(path[..<end]))
  }

  private static func makeFolders(_ path: String) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }

  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))!
  }

  /// Seconds east of UTC.
  static var zoneOffset: Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts.tm_gmtoff
  }

  /// A text file, nil where there is none that can be read.
  static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
