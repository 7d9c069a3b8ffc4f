import Glibc
import Model

/// What the process finds around it.
enum Environment {
  private static var home: String { environment("HOME") ?? "." }

  static var configurationFolder: String {
    (environment("XDG_CONFIG_HOME") ?? home + "/.config") + "/outreach"
  }

  /// Where messages go that would otherwise spoil the screen.
  static var logPath: String? {
    let folder = (environment("XDG_STATE_HOME") ?? home + "/.local/state") + "/outreach"
    makeFolders(folder)
    return access(folder, W_OK) == 0 ? folder + "/outreach.log" : nil
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
