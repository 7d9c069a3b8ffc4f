import Glibc
import Model

/// What the process finds around it.
enum Environment {
  static var today: Day {
    let parts = localTime
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))!
  }

  /// Seconds east of UTC.
  static var zoneOffset: Int { localTime.tm_gmtoff }

  private static var localTime: tm {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts
  }

  /// A text file, nil where there is none that can be read.
  static func text(of path: String) -> String? {
    (try? ByteStream.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Where this person's files belong, by the XDG Base Directory Specification: a relative path in a variable
/// does not count.
enum PersonalFolder {
  static var data: String { folder("XDG_DATA_HOME", ".local/share") }
  static var configuration: String { folder("XDG_CONFIG_HOME", ".config") }
  private static var state: String { folder("XDG_STATE_HOME", ".local/state") }
  /// Where drafts go that the store cannot take.
  static var drafts: String { state + "/drafts" }

  /// Where messages go that would otherwise spoil the screen.
  static var log: String? {
    make(state)
    return access(state, W_OK) == 0 ? state + "/outreach.log" : nil
  }

  private static func folder(_ variable: String, _ usual: String) -> String {
    let base = environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? "\(home)/\(usual)") + "/outreach"
  }

  private static var home: String {
    environment("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "."
  }

  /// Makes the folder and those above it. What fails here shows when a file is opened in it.
  static func make(_ folder: String) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}
