import Faults
import Foundation
import Model
import Store
import Testing

/// Everything that the command line writes, as one may try it: each begins with the same store.
struct WritingPlace: Sendable, CustomStringConvertible {
  enum Before: Sendable { case office, old }

  let name: String
  /// As one types it; `@name` is a file of the trial.
  let words: String
  var before = Before.office
  /// What is typed into it.
  var input: String?
  /// Whether what stopped between two of its transactions is sound, and goes on at the next start.
  var isInSteps: Bool { before == .old || words.hasPrefix("import stakeholders") }
  /// Whether it writes several files of one folder.
  var isSet: Bool {
    words.contains("-o @out") || words.contains("publish @out") || words.contains("write @out")
  }
  /// What writes the files again of what is in the store; nil for the command itself.
  var again: String?

  init(
    _ name: String, _ words: String, before: Before = .office, input: String? = nil, again: String? = nil
  ) {
    (self.name, self.words, self.before, self.input, self.again) = (name, words, before, input, again)
  }

  var description: String { name }

  static let all: [WritingPlace] = [
    .init("a record", "add stakeholder --set name=Zoe"),
    .init("an edit", "edit stakeholder:ana --set city=Rome"),
    .init("a contact", "log add ana --subject Call"),
    .init("an import of people", "import stakeholders @many.csv"),
    .init("an import over people", "import stakeholders @changed.csv"),
    .init("an import of records", "import events @events.csv"),
    .init("an import of a calendar", "calendar import @events.ics"),
    .init("an import of media", "media import @daily.rss"),
    .init("an import of feeds", "media feeds import @feeds.opml"),
    .init("an import of comments", "comments import draft @sheet.csv"),
    .init("an import of responses", "survey import needs @answers.csv"),
    .init("a survey's answers", "survey answer needs", input: "1\nmore hubs\n\n"),
    .init("invitations", "survey invite needs --group g --query ana"),
    .init(
      "a register release", "register release --guidance bureau|2015-03-02|item --day 2015-09-15 -o @out",
      again: "register publish 2 -o @out --force"),
    .init("a release written again", "register publish 1 -o @out"),
    .init("everything published", "publish write @out --lang en"),
    .init("a calendar published", "calendar publish @out --as-of 2015-09-15"),
    .init("comments published", "comments publish draft -o @ledger.html"),
    .init(
      "a notice",
      "notice make --country KE --request letter --requested 2017-02-01 --day 2017-02-03 -o @out"),
    .init("a focal point", "focal-point add --country ZM --name Ben --email b@example.org"),
    .init("a consent", "privacy consent ben register yes --date 2015-01-01"),
    .init("own data", "privacy data ana -o @own.json"),
    .init("an erasure", "privacy erase ben --why asked"),
    .init("the log trimmed", "privacy trim-log --before 2999-01-01 --why rule"),
    .init("a role", "role grant daemon viewer"),
    .init("a role taken", "role revoke nobody viewer"),
    .init(
      "a report drafted", "report draft --name R --audience plenary --from 2015-01-01 --to 2015-12-31"),
    .init("a report released", "report release report-1 --day 2016-01-15"),
    .init("material released", "material release m1"),
    .init("an export", "export stakeholders -o @people-out.csv"),
    .init("a workbook", "export stakeholders -o @people-out.xlsx"),
    .init("a backup", "store backup @copy.sqlite"),
    .init("a repair", "store repair"),
    .init("a restoring", "store restore @../other.sqlite"),
    .init("a migration", "", before: .old),
  ]
}

/// A store, and a folder in which somebody writes while the disk fails or the process is killed.
final class WritingTrial {
  let desk: Desk
  private let office: Data
  private let old: Data

  /// What there is before each trial goes here, and goes with it.
  var folder: String { desk.folder + "/trial" }
  var store: String { folder + "/office.sqlite" }
  private var report: String { desk.folder + "/report" }

  init() throws {
    desk = try Desk()
    try Self.makeOffice(desk)
    office = try desk.bytes(desk.folder + "/office.sqlite")
    try Self.makeOld(desk.folder + "/old.sqlite", rows: 300)
    old = try desk.bytes(desk.folder + "/old.sqlite")
    let other = try Library.open(desk.folder + "/other.sqlite", who: "mei", creating: true)
    try other.apply(
      ImportRecords(new: (0..<200).map { Stakeholder(id: "o\($0)", version: 0, values: ["name": "O \($0)"]) })
    )
  }

  /// Makes everything as it was.
  func prepare(_ place: WritingPlace) throws {
    for name in changing { try? FileManager.default.removeItem(atPath: name) }
    for name in changing + [folder + "/out"] {
      try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
    }
    try FileManager.default.removeItem(atPath: folder + "/out")
    for (name, text) in Self.files { try desk.write(text, to: "trial/" + name) }
    try (place.before == .old ? old : office).write(to: URL(fileURLWithPath: store))
  }

  private var changing: [String] { [folder, desk.folder + "/state"] }
  private func kept(_ name: String) -> String {
    "\(desk.folder)/kept-\(name.dropFirst(desk.folder.count + 1))"
  }

  /// Keeps everything as it is now, for what is tried over it again and again.
  func keep() throws {
    for name in changing {
      try? FileManager.default.removeItem(atPath: kept(name))
      try FileManager.default.copyItem(atPath: name, toPath: kept(name))
    }
  }

  /// Makes everything as it was kept.
  func goBack() throws {
    for name in changing {
      try FileManager.default.removeItem(atPath: name)
      try FileManager.default.copyItem(atPath: kept(name), toPath: name)
    }
  }

  // MARK: Running

  struct Ending {
    /// Of the exit, or the signal.
    let code: Int32
    let isKilled: Bool
    let output: String
    let errors: String
    let calls: Int
    let failed: String
  }

  private func arguments(_ place: WritingPlace) -> [String] {
    place.words.split(separator: " ").map { word in
      word.hasPrefix("@") ? "\(folder)/\(word.dropFirst())" : String(word)
    } + ["--store", store]
  }

  /// - Parameter seconds: after which it is killed.
  func run(
    _ place: WritingPlace, _ more: String..., fault: Fault = .none, killedAfter seconds: Double? = nil
  ) throws -> Ending {
    try? FileManager.default.removeItem(atPath: report)
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = arguments(place) + more
    process.environment = desk.environment.merging(
      try fault.environment(in: desk.folder, report: report)
    ) { $1 }
    process.standardInput = place.input == nil ? FileHandle.nullDevice : input
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    if let text = place.input {
      signal(SIGPIPE, SIG_IGN)
      try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try? input.fileHandleForWriting.close()
    }
    if let seconds {
      usleep(useconds_t(seconds * 1e6))
      kill(process.processIdentifier, SIGKILL)
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let made = Fault.report(report)
    return Ending(
      code: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: said, as: UTF8.self), errors: String(decoding: complained, as: UTF8.self),
      calls: made?.calls ?? 0, failed: made?.failed ?? "")
  }

  /// The next start after whatever happened.
  func goOn() throws { _ = try run(WritingPlace("the next start", "")) }

  // MARK: Looking

  func contents() throws -> [String: Int] { try StoreLengths.of(store) }

  /// Files under their own names, but for the store's and those that were there: how long each is.
  func files() -> [String: Int] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var sizes: [String: Int] = [:]
    for name in all where !name.hasPrefix("office.sqlite") && Self.files[name] == nil {
      let found = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      guard found?[.type] as? FileAttributeType == .typeRegular else { continue }
      sizes[name] = found?[.size] as? Int
    }
    return sizes
  }

  /// What is wrong with the store and with every copy of one beside it.
  func damage() throws -> [String] {
    let copies = files().keys.filter { $0.hasSuffix(".sqlite") }.map { "\(folder)/\($0)" }
    return try ([store] + copies).flatMap { path in
      try Library.examine(path, who: NSUserName()).check().map { "\(path): \($0)" }
    }
  }
}
