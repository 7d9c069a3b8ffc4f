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

  var path: String { chosen ?? environment("OUTREACH_STORE") ?? PersonalFolder.data + "/outreach.sqlite" }

  /// What a copy for rehearsals is called: a store of that name is one already, and people may share it.
  static let stage = "rehearsal.sqlite"
  var isStage: Bool { path == Self.stage || path.hasSuffix("/" + Self.stage) }

  /// - Parameter creating: makes a new store where there is none, and the standard folder for it.
  func open(creating: Bool = false, isReadOnly: Bool = false) throws(StoreProblem) -> Library {
    if creating, path.hasPrefix(PersonalFolder.data + "/") { PersonalFolder.make(PersonalFolder.data) }
    return try Library.open(path, who: Self.login, creating: creating, isReadOnly: isReadOnly)
  }

  /// The login of the person at the terminal.
  static var login: String {
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return environment("LOGNAME") ?? String(getuid())
  }
}
