import Glibc

/// A variable of the environment, nil where it is empty too.
public func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}

/// Where this person's files belong, by the XDG Base Directory Specification: a relative path in a variable
/// does not count.
public enum PersonalFolder {
  public static var data: String { folder("XDG_DATA_HOME", ".local/share") }
  public static var configuration: String { folder("XDG_CONFIG_HOME", ".config") }
  /// The program's own: messages, and drafts that no store took.
  static var state: String { folder("XDG_STATE_HOME", ".local/state") }
  /// Where drafts go that the store cannot take.
  public static var drafts: String { state + "/drafts" }

  /// Where messages go that would otherwise spoil the screen.
  public static var log: String? {
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

  /// A path as somebody types it, with the home folder in place of `~`.
  public static func expanded(_ path: String) -> String {
    // Who is held to one folder has no other home: the session stands in it.
    let home = Exchange.isRestricted ? "." : home
    return path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  /// Makes the folder and those above it. What fails here shows when a file is opened in it.
  public static func make(_ folder: String) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}
