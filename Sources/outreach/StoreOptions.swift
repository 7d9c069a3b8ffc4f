import ArgumentParser
import Glibc
import Store

/// Which store, on the command line.
struct StoreOptions: ParsableArguments {
  @Option(help: help(.cliStoreOption)) var store: String?

  var place: StorePlace { StorePlace(chosen: store) }
}

/// Where a store lies, and who works in it.
struct StorePlace {
  /// The file that somebody named; nil for the usual one.
  var chosen: String?

  var path: String { chosen ?? environment("OUTREACH_STORE") ?? Self.standardFolder + "/outreach.sqlite" }

  /// - Parameter creating: makes a new store where there is none, and the standard folder for it.
  func open(creating: Bool = false, isReadOnly: Bool = false) throws(StoreProblem) -> Library {
    if creating, path.hasPrefix(Self.standardFolder + "/") { Self.makeStandardFolder() }
    return try Library.open(path, who: Self.login, creating: creating, isReadOnly: isReadOnly)
  }

  /// Where data belongs by the XDG Base Directory Specification; a relative path there does not count.
  static var standardFolder: String {
    let base = environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? home + "/.local/share") + "/outreach"
  }

  /// The login of the person at the terminal.
  static var login: String {
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return environment("LOGNAME") ?? String(getuid())
  }

  private static var home: String {
    environment("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "."
  }

  /// Makes the folder and those above it. What fails here shows when the store is opened.
  private static func makeStandardFolder() {
    var path = ""
    for part in standardFolder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}
