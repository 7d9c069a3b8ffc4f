import Foundation
import Glibc
import Model
import Office
import SampleLibrary
import Store
import Testing

/// Whatever a command writes: nothing that stands is replaced unasked, no store, log or draft at all.
@Suite(.serialized) final class OutputTests {
  private let desk: Desk
  private let out: String

  init() throws {
    desk = try Desk()
    out = desk.folder + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
    try Library.makeSample(at: desk.store)
    let library = try Library.open(desk.store, who: "mei")
    try library.set(.noticeSender, to: "Office <office@example.org>")
    bad = [
      "PEOPLE": try desk.write("name,emails\nZed,zed@example.org\nYan,yan@\n", to: "people.csv"),
      "ITEMS": try desk.write(
        "title,url,published\nA,https://example.org/a,2015-09-01\nB,https://example.org/b,2015-13-45\n",
        to: "items.csv"),
      "PO": try desk.write("msgid \"\"\nmsgstr \"Language: fr\\n\"\n", to: "fr.po"),
      "COMMENTS": try desk.write("paragraph,comment\n3(a),Text\n3(b),\n", to: "comments.csv"),
    ]
    var report = Report(id: "r-1")
    (report.name, report.from, report.to) = ("Sample report", Day("2015-01-01"), Day("2015-12-31"))
    try library.apply(AddRecord(report))
    person = try #require(
      try library.read(AllRecords<Stakeholder>()).first { $0.retired == nil }
    ).id
  }

  /// A command that writes.
  struct Output: Sendable, CustomTestStringConvertible {
    let command: String
    /// How many words of it are its name.
    let words: Int
    /// What it writes into a folder; where it writes one file, none.
    var files: [String] = []

    init(_ command: String, _ words: Int, _ files: String...) {
      self.init(command, words, files: files)
    }

    init(_ command: String, _ words: Int, files: [String]) {
      (self.command, self.words, self.files) = (command, words, files)
    }

    var name: String { command.split(separator: " ").prefix(words).joined(separator: " ") }
    var testDescription: String { command }
  }

  /// Of each public event of the sample there is a file.
  private static let events = [
    "event-briefing-capacity.ics",
    "event-day-biodiversity.ics",
    "event-deadline-nominations.ics",
    "event-forum-networks.ics",
    "event-release-pollination.ics",
    "event-session-3.ics",
    "event-session-4.ics",
    "event-session-5.ics",
    "event-side-event-beekeepers.ics",
    "event-stakeholder-day-4.ics",
    "event-webinar-guides.ics",
  ]

  /// `>` stands for the path.
  static let outputs = [
    Output("export stakeholders -o >", 1), Output("export stakeholders --format vcard -o >", 1),
    Output("export mailing-list -o >", 1), Output("export surveys --format json -o >", 1),
    Output("list -o >", 1), Output("import stakeholders PEOPLE --rejects >", 1),
    Output("media import ITEMS --rejects >", 2), Output("comments import call-guide COMMENTS --rejects >", 2),
    Output("count --rows kind -o >", 1), Output("indicators -o >", 1), Output("budget -o >", 1),
    Output("products --format csv -o >", 1), Output("proposals -o >", 1),
    Output("partnerships --format html -o >", 1), Output("messages --format html -o >", 1),
    Output("media figures -o >", 2),
    Output("opportunities -o >", 1),
    Output("concerns -o >", 1), Output("trace --format html -o >", 1), Output("wording /dev/null -o >", 1),
    Output("comments list -o >", 2),
    Output("comments publish call-guide -o >", 2),
    Output("survey results needs-2015 --format csv -o >", 2),
    Output(
      "survey form export needs-2015 --to >", 3, "survey.csv", "choices.csv", "settings.csv"),
    Output("calendar export -o >", 2),
    Output(
      "calendar publish > --lang en,ar", 2,
      files: events + ["calendar.ics", "calendar-en.html", "calendar-ar.html"]),
    Output(
      "publish write > --only calendar --language en,ar", 2,
      files: events + [
        "index.html", "index.en.html", "index.ar.html", "calendar.ics", "calendar-en.html",
        "calendar-ar.html",
        "publication.json", "SHA256SUMS",
      ]),
    Output("phrases export fr -o >", 2), Output("phrases import PO -o >", 2, "fr.json", "sources.tsv"),
    Output("phrases done fr commandSave -o >", 2, "sources.tsv"),
    Output("risks -o >", 1), Output("objectives -o >", 1),
    Output("report evaluation --audience plenary --from 2015-01-01 --to 2015-12-31 -o >", 2),
    Output("report show r-1 --format html -o >", 2), Output("privacy data PERSON --output >", 2),
    Output(
      "notice make --country KE --request letter --requested 2017-02-01 --day 2017-02-03 -o >", 2,
      "notice-2017-1.txt", "notice-2017-1.eml"),
    Output(
      "register release --guidance bureau|2015-03-02|item --day 2015-09-15 --lang en -o >", 2,
      "register-1.csv", "register-1.json", "register-1.en.html"),
    Output("register publish 1 --lang fr -o >", 2, "register-1.csv", "register-1.json", "register-1.fr.html"),
    Output("store backup >", 2),
  ]

  private let person: String
  /// Lists of which one row is taken and one is not.
  private let bad: [String: String]

  private func run(_ output: Output, _ path: String, _ more: String...) throws -> Desk.Result {
    try desk.run(
      arguments: output.command.split(separator: " ").map {
        $0 == ">" ? path : $0 == "PERSON" ? person : bad[String($0)] ?? String($0)
      } + more)
  }

  /// An empty place for what a command writes: the path that it gets, and the files that it makes.
  private func place(_ output: Output) throws -> (path: String, files: [String]) {
    try FileManager.default.removeItem(atPath: out)
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let path = output.files.isEmpty ? out + "/file" : out
    return (path, output.files.isEmpty ? [path] : output.files.map { "\(out)/\($0)" })
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: out).sorted() }
  }

  @Test func `Every command leaves alone what stands, unless it is told to replace it`() throws {
    for output in Self.outputs {
      let (path, files) = try place(output)
      // One of several is enough to keep them all from being written.
      for file in files.suffix(1) { try Data("old".utf8).write(to: URL(fileURLWithPath: file)) }
      let before = try names
      let refused = try run(output, path)
      #expect(refused.code == EX_CANTCREAT, "\(output): \(refused.errors)")
      #expect(
        refused.errors.contains(files.last! + " is there already: nothing was written. Give --force"),
        "\(output): \(refused.errors)")
      #expect(try names == before, "\(output)")
      #expect(try desk.bytes(files.last!) == Data("old".utf8), "\(output)")
      let forced = try run(output, path, "--force")
      #expect(forced.code == 0, "\(output): \(forced.errors)")
      #expect(try desk.bytes(files.last!) != Data("old".utf8), "\(output)")
      #expect(try names.map { "\(out)/\($0)" } == files.sorted(), "\(output)")
    }
  }

  @Test func `No command replaces a store, even if it is told to`() throws {
    let other = desk.folder + "/other.sqlite"
    #expect(try desk.run("store", "backup", other).code == 0)
    let store = try desk.bytes(other)
    #expect(try run(Self.outputs.first { $0.name == "register release" }!, desk.folder + "/made").code == 0)
    for output in Self.outputs where output.name != "register release" {
      let (path, files) = try place(output)
      try store.write(to: URL(fileURLWithPath: files[0]))
      let refused = try run(output, path, "--force")
      #expect(refused.code == EX_CANTCREAT, "\(output): \(refused.errors)")
      #expect(
        refused.errors.contains("A store, its log, a draft or what is in use here is never replaced"),
        "\(output): \(refused.errors)")
      #expect(try desk.bytes(files[0]) == store, "\(output)")
    }
  }

  @Test func `Neither the log of a store nor a draft is replaced, by whatever name`() throws {
    let state = desk.folder + "/state/outreach"
    try FileManager.default.createDirectory(atPath: state + "/drafts", withIntermediateDirectories: true)
    let link = desk.folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: state + "/drafts")
    let other = try desk.write("no store", to: "other.sqlite-wal")
    let kept = [
      desk.store + "-wal", desk.store + "-shm", desk.store + "-journal", state + "/drafts/a.json",
      state + "/drafts/new.json", state + "/outreach.log", link + "/a.json",
    ]
    for path in kept where !path.hasSuffix("new.json") && !path.hasPrefix(link) {
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    }
    for path in kept {
      for command in [["export", "events", "-o", path], ["store", "backup", path]] {
        // Of another store, too.
        let refused = try desk.run(
          arguments: command + ["--force", "--store", desk.folder + "/another.sqlite"])
        #expect(refused.code != 0)
        let own = try desk.run(arguments: command + ["--force"])
        #expect(own.code == EX_CANTCREAT, "\(path): \(own.errors)")
        #expect(
          own.errors.contains("A store, its log, a draft or what is in use here is never replaced"),
          "\(path): \(own.errors)")
      }
    }
    #expect(try desk.bytes(state + "/drafts/a.json") == Data("old".utf8))
    #expect(!FileManager.default.fileExists(atPath: state + "/drafts/new.json"))
    // What only sounds like one may be replaced.
    #expect(try desk.run("export", "events", "--force", "-o", other).code == 0)
  }

  @Test func `Every command that writes is in the table, and takes --force`() throws {
    let help = try desk.run("--experimental-dump-help").output
    let root = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    var forced: Set<String> = []
    var writing: Set<String> = []
    func walk(_ command: [String: Any], _ path: [String]) {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let options = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }.compactMap {
        $0["name"] as? String
      }
      let name = path.joined(separator: " ")
      if options.contains("force") { forced.insert(name) }
      if options.contains("output") { writing.insert(name) }
      for next in command["subcommands"] as? [[String: Any]] ?? [] {
        walk(next, path + [next["commandName"] as? String ?? ""])
      }
    }
    walk(root?["command"] as? [String: Any] ?? [:], [])
    #expect(writing.count > 15 && writing.isSubset(of: forced), "\(writing.subtracting(forced))")
    // It writes below several folders: see `HelpInstallTests`.
    #expect(forced == Set(Self.outputs.map(\.name) + ["install-help"]))
  }

  @Test func `Standard output, pipes and devices are written as they are`() throws {
    let exact = try desk.run("export", "events").output
    for path in ["-", "/dev/stdout"] {
      #expect(try desk.run("export", "events", "-o", path).output == exact)
    }
    let own = try desk.run("privacy", "data", person, "-o", "-")
    #expect(own.output.hasPrefix("{") && own.errors.hasPrefix("Written for them alone"))
    let file = try desk.write("", to: "shell.csv")
    try expectShell("\"$0\" export events -o /dev/stdout >'\(file)'", code: 0)
    #expect(try desk.bytes(file) == Data(exact.utf8))
    try expectShell(
      "\"$0\" export events -o '\(out)/fifo' & cat '\(out)/fifo' >'\(file)'", fifo: true, code: 0)
    #expect(try desk.bytes(file) == Data(exact.utf8))
    #expect(try desk.run("export", "events", "-o", "/dev/null").code == 0)
    let full = try desk.run("export", "events", "-o", "/dev/full")
    #expect(full.code == EX_CANTCREAT)
    #expect(full.errors == "Not written (No space left on device): /dev/full\n")
    #expect(
      try desk.run("export", "events", "-o", out).errors == "Not written (Is a directory): \(out)\n")
  }

  @Test func `A full disk leaves what stood there, and no half file`() throws {
    let file = try desk.write("old", to: "out/people.json")
    for target in [file, out + "/new.json"] {
      let errors = try expectShell(
        "trap '' XFSZ; ulimit -f 64; \"$0\" export stakeholders --format json --force -o '\(target)'",
        code: EX_CANTCREAT)
      #expect(errors == "Not written (File too large): \(target)\n")
    }
    #expect(try desk.bytes(file) == Data("old".utf8))
    #expect(try names == ["people.json"])
  }

  @Test func `A full disk leaves the folder typed in its prompt, and nothing in the folder`() throws {
    var waiting = RegisterRelease(id: RegisterRelease.next)
    waiting.guidance = [try Guidance("bureau | 2015-03-02 | item 4")]
    try Library.open(desk.store, who: "mei").apply(
      EditRecord(base: RegisterRelease(id: RegisterRelease.next), edited: waiting))
    let shell = ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" --as-of 2015-09-15"]
    let probe = try desk.start(shell + [Desk.program], columns: 160)
    try probe.wait(for: " quit", timeout: 20)
    probe.press("2")
    try probe.wait(for: "▌")
    probe.press("r")
    try probe.wait(for: "NEXT: RELEASE 1")
    probe.press("p")
    try probe.wait(for: "── ")
    probe.retype(out)
    try probe.wait(for: out)
    probe.press("Ctrl-S")
    try probe.wait(for: "Not written (File too large): \(out)/register-1.", timeout: 20)
    #expect(probe.row(of: "en, fr, ar") != nil)
    #expect(try names.isEmpty)
    #expect(try desk.run("register", "list").output == "No release was made yet.\n")
    probe.press("Esc", "Esc")
    try probe.wait(for: "outreach · Stakeholders")
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A backup takes its name when it is whole`() throws {
    let copy = out + "/copy.sqlite"
    // By default the signal of a file that may not grow would end the program.
    let errors = try expectShell(
      "ulimit -f 64; env --default-signal=XFSZ \"$0\" store backup '\(copy)'", code: EX_IOERR)
    #expect(errors == "The disk is full or takes no more: nothing was written to \(copy).\n")
    #expect(try names.isEmpty)
    // What one left that was killed half-way goes; what another that lives is writing stays, and so does what is called otherwise.
    let others = ["copy.sqlite.\(getpid()).part", "copy.sqlite.old.part", "copy.sqlite.4194999.txt"]
    let died = Process()
    died.executableURL = URL(fileURLWithPath: "/bin/true")
    try died.run()
    died.waitUntilExit()
    for name in others + ["copy.sqlite.\(died.processIdentifier).part"] {
      try desk.write("x", to: "out/" + name)
    }
    #expect(try desk.run("store", "backup", copy).code == 0)
    #expect(try names == (others + ["copy.sqlite"]).sorted())
    #expect(try desk.run("store", "check", "--store", copy).code == 0)
    #expect(
      try desk.run("export", "stakeholders", "--store", copy).output
        == desk.run("export", "stakeholders").output)
  }

  /// What a shell with the program as `$0` says on standard error.
  @discardableResult
  private func expectShell(_ script: String, fifo: Bool = false, code: Int32) throws -> String {
    if fifo { #expect(mkfifo(out + "/fifo", 0o600) == 0) }
    let said = try desk.bash(script)
    #expect(said.code == code, "\(script): \(said.errors)")
    return said.errors
  }
}
