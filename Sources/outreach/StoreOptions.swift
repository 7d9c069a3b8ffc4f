import ArgumentParser
import Glibc
import Interchange
import Office
import Phrases
import Store

/// Which store, on the command line.
struct StoreOptions: ParsableArguments {
  @Option(help: help(.cliStoreOption)) var store: String?
  @Flag(help: help(.cliSample)) var sample = false

  var place: StorePlace { StorePlace(chosen: store, isSample: sample) }

  /// The sample has a day of its own that it takes for today, before anything asks for one.
  func validate() throws {
    if store != nil { try Self.refuse("--store") }
    if sample { try Self.refuse("--sample") }
    if sample && store != nil { throw ValidationError(abstract(.cliStoreOrSample)) }
    if sample { Environment.visitSample() }
  }
}

extension ParsableArguments {
  /// Says of an option that it is not for a restricted session.
  static func refuse(_ option: String) throws {
    guard Restriction.current != nil else { return }
    throw ValidationError(LanguageOptions.beforehand.say(.restrictedHere, .text(option)))
  }
}

/// Where a store lies, and who works in it.
struct StorePlace {
  /// The file that somebody named; nil for the usual one.
  var chosen: String?
  /// The invented data instead, in memory: whatever is written there is gone with the command.
  var isSample = false

  var path: String {
    if isSample { return ":memory:" }
    return Restriction.current?.store ?? chosen ?? environment("OUTREACH_STORE") ?? PersonalFolder.data
      + "/outreach.sqlite"
  }

  /// What a copy for rehearsals is called: a store of that name is one already, and people may share it.
  static let stage = "rehearsal.sqlite"
  var isStage: Bool { path == Self.stage || path.hasSuffix("/" + Self.stage) }

  /// - Parameters:
  ///   - need: what is to be written; nil where the store is only read.
  ///   - creating: makes a new store where there is none, and the standard folder for it.
  ///   - tells: says on standard error that an older store was brought up to date.
  /// - Throws: `StoreProblem`; `Refusal` where this person may not write that, before any work begins.
  func open(to need: Need? = nil, creating: Bool = false, tells: Bool = true) throws -> Library {
    if isSample { return try sample() }
    if creating, path.hasPrefix(PersonalFolder.data + "/") { PersonalFolder.make(PersonalFolder.data) }
    try admit()
    let restriction = Restriction.current
    if need != nil, restriction?.isReading == true { throw Refusal.storeIsReadOnly }
    let library = try Library.open(
      path, who: Self.login, creating: creating, isReadOnly: need == nil, atMost: restriction?.ceiling)
    if tells, let upgrade = library.upgrade {
      say(LanguageOptions.beforehand.say(Phrase(upgrade)), to: STDERR_FILENO)
    }
    if tells, let news = library.finishFiles() {
      say(LanguageOptions.beforehand.say(news), to: STDERR_FILENO)
    }
    if let refusal = need.flatMap(library.access.refusal(of:)) { throw refusal }
    return library
  }

  /// Refuses a restricted session that says whose it is at a store of another account.
  private func admit() throws {
    guard Restriction.current?.login != nil, !isOwn else { return }
    throw CommandFailure(Phrase(.restrictedAs, .text(path)), code: EX_NOPERM)
  }

  /// Whether it belongs to this account, or is not there yet: nobody else says whose session it is.
  private var isOwn: Bool {
    var place = stat()
    return stat(path, &place) != 0 || place.st_uid == getuid()
  }

  /// To be checked or copied: a store of an older program stays as it is.
  func examine() throws -> Library {
    if isSample { return try sample() }
    try admit()
    return try Library.examine(path, who: Self.login, atMost: Restriction.current?.ceiling)
  }

  /// Makes anew what is derived from the records.
  func repair() throws -> Repair {
    if isSample { throw CommandFailure(Phrase(.storeIsReadOnly), code: EX_NOPERM) }
    return try open(to: .administer).repair()
  }

  /// Puts a copy in the place of the store.
  func restore(from copy: String) throws -> Restoration {
    if isSample { throw CommandFailure(Phrase(.storeIsReadOnly), code: EX_NOPERM) }
    try admit()
    // One that cannot be opened names no administrator: then whoever may write the file puts it right.
    if let there = try? Library.examine(path, who: Self.login) { try there.permit(.administer) }
    if path.hasPrefix(PersonalFolder.data + "/") { PersonalFolder.make(PersonalFolder.data) }
    return try Library.restore(path, from: copy, who: Self.login)
  }

  /// Writes down that a command is about to show private details that were read in `library`. It shows them all the same
  /// where that cannot be written, and says so.
  func noteReading(in library: Library, write: (Library) throws -> Void) {
    guard !isSample, library.access.seesContacts else { return }
    do { try write(library.forReadings()) } catch {
      let reason = CommandFailure(error).phrase
      say(LanguageOptions.beforehand.say(.cliNotLogged, .phrase(reason)), to: STDERR_FILENO)
    }
  }

  private func sample() throws -> Library {
    let library = try Library.inMemory(who: Self.login, clock: { time(nil) })
    try SampleStore.fill(library)
    return library
  }

  /// A rehearsal makes no file: where there is no store yet, a new one in memory stands in.
  func open(to need: Need, isRehearsal: Bool) throws -> Library {
    guard isRehearsal else { return try open(to: need, creating: true) }
    do { return try open() } catch StoreProblem.missing { return try Library.inMemory() }
  }

  /// The login of the person at the terminal.
  static var login: String {
    if let login = Restriction.current?.login { return login }
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return environment("LOGNAME") ?? String(getuid())
  }
}
