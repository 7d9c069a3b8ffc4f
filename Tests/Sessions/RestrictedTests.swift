import Foundation
import Glibc
import Model
import Probe
import Store
import Testing

/// What somebody may try who has nothing but a restricted session: none of it reaches a file, a program or a store beside
/// the one, and each of it is written here.
@Suite(.serialized) struct RestrictedTests {
  private let desk: Desk
  private let login = String(cString: getpwuid(getuid()).pointee.pw_name)

  /// Beside the exchange folder: what nobody is to read, and where nobody is to write.
  private static let secret = "zq7outside"

  init() throws {
    desk = try Desk()
    for name in ["exchange", "outside", "home/.config"] {
      try FileManager.default.createDirectory(
        atPath: "\(desk.folder)/\(name)", withIntermediateDirectories: true)
    }
    for name in ["outside/secret.csv", "secret.csv"] {
      try desk.write("id,name\ns,\(Self.secret)\n", to: name)
    }
    try desk.write("id,name\nok,Ok Person\n", to: "exchange/ok.csv")
    try desk.write("id,name\n,\n", to: "exchange/bad.csv")
    try desk.write("# \(Self.secret)\n", to: "outside/theme.toml")
    let links = [
      "link.csv": "../outside/secret.csv", "folder": "../outside", "new.csv": "../outside/made.csv",
      "up": "..", "root": "/",
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: "\(desk.folder)/exchange/\(name)", withDestinationPath: target)
    }
    let other = try Library.open(desk.folder + "/outside/other.sqlite", who: "x", creating: true)
    try other.apply(ImportRecords(new: [Stakeholder(id: "o", version: 0, values: ["name": Self.secret])]))
    try desk.fill("ann,Ann Banda,ann@example.org")
  }

  private var session: [String] {
    ["--restricted", "--store", desk.store, "--files", desk.folder + "/exchange"]
  }

  /// Runs what somebody asked for over SSH.
  private func ask(_ command: String, _ options: [String]? = nil, with more: [String: String] = [:]) throws
    -> Desk.Result
  {
    let whole = command.replacing("@", with: desk.folder)
    return try desk.run(
      arguments: options ?? session, environment: more.merging(["SSH_ORIGINAL_COMMAND": whole]) { $1 })
  }

  /// All that lies outside the exchange folder and the store, with what is in it.
  private func outside() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in ["outside", "home", "config"] {
      let names = FileManager.default.enumerator(atPath: "\(desk.folder)/\(name)")?.compactMap {
        $0 as? String
      }
      for one in names ?? [] where !one.hasSuffix("-wal") && !one.hasSuffix("-shm") {
        found["\(name)/\(one)"] =
          FileManager.default.contents(atPath: "\(desk.folder)/\(name)/\(one)") ?? Data()
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      found[name] = FileManager.default.contents(atPath: "\(desk.folder)/\(name)") ?? Data()
    }
    return found
  }

  // MARK: By file and command

  /// `@` stands for the folder in which everything lies: the exchange folder, and beside it what is not to be reached.
  private static let attempts: [(what: String, command: String)] = [
    ("up from the folder", "import stakeholders ../secret.csv"),
    ("by its whole name", "import stakeholders @/outside/secret.csv"),
    ("through the folder and up", "import stakeholders @/exchange/../secret.csv"),
    ("up in the middle", "import stakeholders folder/../../secret.csv"),
    ("by a link", "import stakeholders link.csv"),
    ("in a linked folder", "import stakeholders folder/secret.csv"),
    ("by a link to the folder above", "import stakeholders up/secret.csv"),
    ("by a link to everything", "import stakeholders root/etc/passwd"),
    ("by the process", "import stakeholders /proc/self/cwd/../secret.csv"),
    ("by a home", "import stakeholders ~/../secret.csv"),
    ("by somebody's home", "import stakeholders ~root/secret.csv"),
    ("what only looks like the folder", "import stakeholders @/exchange.csv"),
    ("a text", "wording ../secret.csv"),
    ("the logins", "wording /etc/passwd"),
    ("the variables", "wording /proc/self/environ"),
    ("the memory", "wording /proc/self/mem"),
    ("a device", "wording /dev/zero"),
    ("the store as text", "wording @/data/outreach/outreach.sqlite"),
    ("written above", "export stakeholders -o ../stolen.csv"),
    ("written beside", "export stakeholders -o @/outside/stolen.csv"),
    ("written through a link", "export stakeholders -o folder/stolen.csv"),
    ("written where a link leads", "export stakeholders -o new.csv"),
    ("written over what a link leads to", "export stakeholders --force -o link.csv"),
    ("written to a device", "export stakeholders -o /dev/tty"),
    ("a workbook beside", "export stakeholders --format xlsx -o ../stolen.xlsx"),
    ("a mailing list beside", "export mailing-list -o @/outside/list.csv"),
    ("a list beside", "list --format csv -o @/outside/list.csv"),
    ("a copy of the store above", "store backup ../stolen.sqlite"),
    ("a copy of the store beside", "store backup @/outside/stolen.sqlite"),
    ("another store", "list --store @/outside/other.sqlite"),
    ("another store before the command", "--store @/outside/other.sqlite list"),
    ("another store in one word", "list --store=@/outside/other.sqlite"),
    ("the sample", "list --sample"),
    ("another folder", "--files / list"),
    ("another role", "--role administrator list"),
    ("another person", "--as root list"),
    ("another session", "--restricted list"),
    ("a theme by its path", "--theme @/outside/theme.toml"),
    ("the editor", "--editor"),
    ("a rehearsal, which copies the store", "--clock 2016-02-22T09:00Z"),
    ("the tour, which makes one", "--tour"),
    ("the manual in its pager", "manual"),
    ("help for shells", "install-help --prefix @/outside"),
    ("words to a folder", "phrases export @/outside fr"),
    ("words from a folder", "phrases check @/outside/secret.csv"),
    ("a publication beside", "publish write @/outside/site"),
    ("a publication through a link", "publish write folder"),
    ("a publication read beside", "publish check @/outside"),
    ("a register beside", "register release -o @/outside/register"),
    ("a calendar beside", "calendar publish @/outside"),
    ("a calendar file above", "calendar export -o ../x.ics"),
    ("a calendar from beside", "calendar import @/outside/secret.csv"),
    ("coverage from above", "media import ../secret.csv"),
    ("feeds from the host", "media feeds import /etc/passwd"),
    ("a form from beside", "survey form import @/outside"),
    ("a form from a linked folder", "survey form import folder"),
    ("a record from beside", "add stakeholder --json @/outside/secret.csv"),
    ("rejected rows above", "import stakeholders bad.csv --rejects ../rejects.csv"),
    ("comments from above", "comments import none ../secret.csv"),
    ("somebody's own data above", "privacy data ann -o ../own.json"),
    ("a notice above", "notice make --country KE -o ../notice"),
    (
      "a report beside",
      "report evaluation --audience plenary --from 2015-01-01 --to 2015-12-31 --format html -o @/outside/r.html"
    ),
    ("a second command", "list; cat @/outside/secret.csv"),
    ("a second command if the first is done", "list && touch @/outside/canary"),
    ("a command in a command", "list $(touch @/outside/canary)"),
    ("the same in the older way", "list `touch @/outside/canary`"),
    ("a pipe", "list | tee @/outside/canary"),
    ("a file for what is said", "list > @/outside/canary"),
    ("a line end", "list\ntouch @/outside/canary"),
    ("a shell", "/bin/sh -c id"),
    ("a shell by name", "sh"),
    ("a copy by scp", "scp -f @/outside/secret.csv"),
    ("files by sftp", "/usr/lib/openssh/sftp-server"),
    ("files by rsync", "rsync --server --sender . @/outside"),
    ("a quotation without an end", "list 'open"),
    ("a backslash at the end", "list \\"),
  ]

  @Test func `Nothing that is asked for by a command leaves the folder`() throws {
    #expect(Self.attempts.count >= 60)
    let before = try outside()
    for (what, command) in Self.attempts {
      let result = try ask(command)
      let said = result.output + result.errors
      #expect(!said.contains(Self.secret) && !said.contains("root:x:0"), "\(what): \(said)")
      #expect(
        result.code != 0 || ["--restricted list"].contains(command) || isHarmless(command), "\(what): \(said)"
      )
      #expect(try outside() == before, "\(what)")
    }
    #expect(try desk.run("list").output.contains("Ann Banda"))
    #expect(try !desk.run("list").output.contains(Self.secret))
  }

  /// What ends well without having reached anything: words that a list looks for, and a manual without its pager.
  private func isHarmless(_ command: String) -> Bool { command.hasPrefix("list") || command == "manual" }

  @Test func `Variables choose nothing`() throws {
    let before = try outside()
    let hostile = [
      "OUTREACH_STORE": desk.folder + "/outside/other.sqlite", "XDG_DATA_HOME": desk.folder + "/outside",
      "XDG_CONFIG_HOME": desk.folder + "/outside", "OUTREACH_THEME": desk.folder + "/outside/theme.toml",
      "VISUAL": "touch \(desk.folder)/outside/canary", "PATH": desk.folder + "/outside",
      "TMPDIR": desk.folder + "/outside", "TERMINFO": desk.folder + "/outside",
      "TZ": ":\(desk.folder)/outside/secret.csv", "LOGNAME": "root", "SUDO_USER": "root",
    ]
    let result = try ask("list", with: hostile)
    #expect(result.code == 0)
    #expect(result.output.contains("Ann Banda") && !result.output.contains(Self.secret))
    #expect(try outside() == before)
  }

  @Test func `In the folder everything works, and its home is the folder`() throws {
    #expect(try ask("import stakeholders ok.csv").code == 0)
    #expect(try ask("export stakeholders -o ~/out.csv").code == 0)
    #expect(try ask("outreach export stakeholders --force -o out.csv").code == 0)
    let text = try String(decoding: desk.bytes(desk.folder + "/exchange/out.csv"), as: UTF8.self)
    #expect(text.contains("Ok Person"))
    #expect(try ask("due --days 14").code <= 1)
    #expect(try ask("list 'name:\"Ann Banda\"'").output.contains("Ann Banda"))
    #expect(try ask("publish write site").errors.contains("site") == false)
  }

  @Test func `Without a folder no file is read or written`() throws {
    let bare = ["--restricted", "--store", desk.store]
    for command in ["import stakeholders ok.csv", "export stakeholders -o out.csv", "wording /etc/passwd"] {
      let result = try ask(command, bare)
      #expect(result.code != 0 && result.errors.contains("reads and writes no files"), "\(command)")
    }
    #expect(try ask("list", bare).output.contains("Ann Banda"))
  }

  // MARK: Roles

  @Test func `A role only lowers, and a login is somebody's only where the account owns the store`() throws {
    let viewer = session + ["--role", "viewer"]
    #expect(try ask("add stakeholder --set name=Eve", viewer).errors.contains("needs the role"))
    #expect(try ask("role grant \(login) administrator", viewer).errors.contains("needs the role"))
    #expect(try !ask("export stakeholders --format json", viewer).output.contains("ann@example.org"))
    try Library.open(desk.store, who: login).grant(RoleGrant(login: "ana", role: .viewer))
    let ana = session + ["--as", "ana", "--role", "administrator"]
    #expect(try ask("add stakeholder --set name=Eve", ana).errors.contains("needs the role"))
    #expect(try ask("list", session + ["--as", "eve"]).errors.contains("has no role"))
    #expect(try ask("list", session + ["--role", "king"]).code == EX_USAGE)
    #expect(try ask("list", session + ["--role", "consultancy"]).code == EX_USAGE)
    #expect(try ask("add stakeholder --set name=Eve", session + ["--read-only"]).code == EX_NOPERM)
    #expect(try desk.run("--role", "viewer").code == EX_USAGE)
  }

  // MARK: By key

  /// Prompts for a path, and what opens them.
  private static let prompts: [(what: String, keys: [String])] = [
    ("import", ["2", "i"]),
    ("a copy of the store", ["2", ":"] + "back".map(String.init) + ["Enter"]),
  ]
  private static let paths = [
    "../secret.csv", "@/outside/secret.csv", "link.csv", "folder/secret.csv", "/etc/passwd",
  ]

  @Test(arguments: [0, 1])
  func `No path that is typed into a prompt leaves the folder`(prompt: Int) throws {
    let (what, keys) = Self.prompts[prompt]
    let before = try outside()
    let probe = try desk.start([Desk.program] + session)
    try probe.wait(for: " quit", timeout: 20)
    for path in Self.paths {
      for key in keys { probe.press(key) }
      probe.settle()
      probe.retype(path.replacing("@", with: desk.folder))
      probe.press("Enter")
      try probe.wait(for: "outside your folder", timeout: 10)
      #expect(!probe.lines.joined().contains(Self.secret), "\(what) \(path)")
      for _ in 0..<4 { probe.press("Ctrl-D") }
      probe.settle()
      try probe.wait(for: "▌Ann Banda")
    }
    #expect(try outside() == before)
  }

  @Test func `No key reaches a shell, an editor, a printer or a folder's names`() throws {
    let before = try outside()
    let hostile = ["VISUAL": "touch \(desk.folder)/outside/canary", "SHELL": "/bin/sh"]
    let probe = try desk.start([Desk.program] + session, environment: hostile)
    try probe.wait(for: " quit", timeout: 20)
    probe.press("Ctrl-Z")
    try probe.wait(for: "Not in this session")
    probe.press(":")
    probe.send("tour")
    probe.press("Enter")
    try probe.wait(for: "the store alone: take the tour")
    probe.press("2", "i")
    probe.settle()
    probe.retype("/etc/pass")
    probe.press("Tab")
    probe.settle()
    #expect(!probe.lines.joined().contains("passwd"))
    for _ in 0..<3 { probe.press("Ctrl-D") }
    probe.settle()
    probe.press("n")
    try probe.wait(for: "Native name")
    probe.press("F4")
    probe.settle()
    #expect(try outside() == before)
  }
}
