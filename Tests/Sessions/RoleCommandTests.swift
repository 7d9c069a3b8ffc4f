import Foundation
import Glibc
import Model
import Store
import Testing

/// Every command with every role, tried as the program of that login.
@Suite(.serialized) struct RoleCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let login = String(cString: getpwuid(getuid()).pointee.pw_name)

  /// What each command asks for; nil for one that everybody may run who gets in. Words with a file in them are written
  /// `@name`.
  static let commands: [String: (need: Need?, words: String)] = [
    "due": (nil, ""), "indicators": (nil, ""), "show": (nil, "pollination"), "list": (nil, ""),
    "count": (nil, ""), "duplicates": (nil, ""), "history": (nil, "pollination"), "board": (nil, ""),
    "budget": (nil, ""), "products": (nil, ""), "opportunities": (nil, ""), "concerns": (nil, ""),
    "proposals": (nil, ""), "partnerships": (nil, ""), "messages": (nil, ""), "trace": (nil, ""),
    "risks": (nil, ""), "objectives": (nil, ""), "wording": (nil, "@text.txt"),
    "export": (nil, "stakeholders"),
    "manual": (nil, "--help"), "install-help": (nil, "--help"),
    "add": (.edit, "stakeholder --set name=Ann"), "edit": (.campaign, "pollination --set note=x"),
    "import": (.edit, "stakeholders @people.csv"),
    "log add": (.contribute, "ann --subject Call"), "log list": (nil, ""),
    "calendar export": (nil, ""), "calendar import": (.campaign, "@events.ics"),
    "calendar publish": (.publish, "@site"),
    "media import": (.contribute, "@coverage.csv"), "media feeds import": (.edit, "@feeds.opml"),
    "media figures": (nil, ""),
    "survey form export": (nil, "none --to @form"), "survey form import": (.edit, "@form"),
    "survey import": (.edit, "none @answers.csv"), "survey answer": (.edit, "none"),
    "survey results": (nil, "none"), "survey invite": (.edit, "none"),
    "comments list": (nil, ""), "comments import": (.contribute, "none @comments.csv"),
    "comments publish": (.publish, "none"),
    "register preview": (nil, ""), "register release": (.publish, "-o @register"), "register list": (nil, ""),
    "register publish": (.publish, "1 -o @register"), "register contact": (nil, ""),
    "publish write": (.publish, "@site"), "publish check": (nil, "@site"),
    "notice preview": (nil, "--country KE"), "notice make": (.publish, "--country KE -o @notice"),
    "notice list": (nil, ""), "notice show": (nil, "1"), "notice sender": (nil, ""),
    "focal-point list": (nil, ""), "focal-point add": (.edit, "--country KE --name Ann"),
    "privacy consent": (.edit, "ann register yes --date 2015-01-01"),
    "privacy data": (.publish, "ann -o @own.json"), "privacy erase": (.erase, "nobody --why asked"),
    "privacy review": (nil, "--day 2015-01-01"), "privacy log": (nil, ""),
    "report evaluation": (nil, "--audience plenary --from 2015-01-01 --to 2015-12-31"),
    "report list": (nil, ""), "report show": (nil, "none"),
    "report draft": (.edit, "--name R --audience plenary --from 2015-01-01 --to 2015-12-31"),
    "report release": (.release, "none"), "report check": (nil, "none"),
    "material list": (nil, ""), "material release": (.release, "none"),
    "phrases check": (nil, ""), "phrases export": (nil, "--help"), "phrases import": (nil, "--help"),
    "phrases done": (nil, "--help"),
    "store path": (nil, ""), "store check": (nil, ""), "store backup": (.administer, "@copy.sqlite"),
    "store repair": (.administer, ""), "store restore": (.administer, "@copy.sqlite"),
    "privacy trim-log": (.administer, "--before 2015-01-01 --why rule"),
    "role list": (nil, ""), "role grant": (.administer, "\(login) viewer"),
    "role revoke": (.administer, "nobody viewer"),
  ]

  /// A contact belongs to no launch: a consultancy, which works on one, logs none.
  private static func mayRun(_ command: String, as role: OfficeRole) -> Bool {
    guard let need = commands[command]?.need else { return true }
    return role.needs.contains(need) && !(role.isBound && command == "log add")
  }

  /// A store in which this login holds that role, and another one is the administrator.
  private func library(holding role: OfficeRole) throws {
    try? FileManager.default.removeItem(atPath: desk.store)
    for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk.store + end) }
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
    let boss = try Library.open(desk.store, who: "boss", creating: true)
    let isBound = role.isBound
    try boss.apply(ImportRecords(new: [Stakeholder(id: "ann", version: 0, values: ["name": "Ann"])]))
    try boss.grant(
      RoleGrant(
        login: Self.login, role: role, launch: isBound ? Launch.pollination : "",
        from: isBound ? Day("2015-01-01") : nil, until: isBound ? Day("2999-12-31") : nil))
  }

  private func run(_ command: String) throws -> Desk.Result {
    let words = (command + " " + (Self.commands[command]?.words ?? "")).split(separator: " ").map { word in
      word.hasPrefix("@") ? "\(desk.folder)/\(word.dropFirst())" : String(word)
    }
    return try desk.run(arguments: words)
  }

  /// Whether it was the role that was lacking.
  private func isRefused(_ result: Desk.Result) -> Bool {
    result.code == EX_NOPERM && result.errors.contains("needs the role")
  }

  @Test func `Every command is in the table`() throws {
    let help = try desk.run("--experimental-dump-help").output
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    func leaves(_ node: [String: Any]?, _ path: [String]) -> [String] {
      let below = (node?["subcommands"] as? [[String: Any]] ?? []).filter {
        $0["commandName"] as? String != "help"
      }
      if below.isEmpty { return [path.joined(separator: " ")] }
      return below.flatMap { leaves($0, path + [$0["commandName"] as? String ?? ""]) }
    }
    #expect(Set(leaves(tree["command"] as? [String: Any], [])) == Set(Self.commands.keys))
  }

  @Test(arguments: OfficeRole.allCases)
  func `A command that writes begins with the roles that the table says`(role: OfficeRole) throws {
    try files()
    for (command, (need, _)) in Self.commands.sorted(by: { $0.key < $1.key }) {
      guard need != nil, command != "role grant" || role != .administrator else { continue }
      try library(holding: role)
      let result = try run(command)
      #expect(
        isRefused(result) == !Self.mayRun(command, as: role),
        "\(role) \(command): \(result.code) \(result.errors)"
      )
    }
  }

  @Test(arguments: [OfficeRole.viewer, .consultancy])
  func `A command that reads is refused to nobody who gets in`(role: OfficeRole) throws {
    try files()
    try library(holding: role)
    for (command, (need, _)) in Self.commands.sorted(by: { $0.key < $1.key }) where need == nil {
      let result = try run(command)
      #expect(!isRefused(result), "\(role) \(command): \(result.errors)")
    }
  }

  private func files() throws {
    for (name, text) in [
      ("text.txt", "A text."), ("people.csv", "id,name\na,Ann\n"), ("coverage.csv", "id,when\n"),
      ("answers.csv", "a\n1\n"), ("comments.csv", "id,text\n"),
      ("events.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"),
      ("feeds.opml", "<opml version=\"2.0\"><body/></opml>"),
    ] { try desk.write(text, to: name) }
  }

  // MARK: One login

  @Test func `A role is given, shown and taken, and whoever has none is told whom to ask`() throws {
    #expect(try desk.run("role", "list").errors.contains("no store"))
    let first = try desk.run("role", "grant", "daemon", "viewer")
    #expect(first.code == 0)
    #expect(first.output.contains("\(Self.login) is the first administrator"))
    let list = try desk.run("role", "list").output.split(separator: "\n")
    #expect(Set(list) == ["\(Self.login) · administrator", "daemon · viewer"])
    let unknown = try desk.run("role", "grant", "no-such-login", "viewer")
    #expect(unknown.code == 0 && unknown.errors.contains("No login on this host"))
    #expect(try desk.run("role", "revoke", "no-such-login", "viewer").code == 0)
    #expect(try desk.run("role", "grant", "daemon", "viewer", "--launch", "pollination").code == EX_USAGE)
    #expect(try desk.run("role", "revoke", "daemon", "viewer").code == 0)
    #expect(try desk.run("role", "revoke", Self.login, "administrator").code != 0)
    #expect(try desk.run("privacy", "log").output.contains("- viewer: daemon"))
  }

  @Test func `A login without a role does not get in`() throws {
    try library(holding: .viewer)
    try Library.open(desk.store, who: "boss").revoke(.viewer, from: Self.login)
    let result = try desk.run("list")
    #expect(result.code == EX_NOPERM)
    #expect(result.errors.contains("boss"))
    #expect(try desk.run().code == EX_NOPERM)
  }

  @Test func `A viewer at the screen is told which role a key needs, and who has it`() throws {
    try library(holding: .viewer)
    let probe = try desk.open()
    try probe.wait(for: "viewer")
    probe.press("2")
    try probe.wait(for: "Ann")
    probe.press("e")
    try probe.wait(for: "This needs the role: editor. Who can do it here: boss.")
    // What an administrator changes meanwhile holds at the next look.
    try Library.open(desk.store, who: "boss").grant(RoleGrant(login: Self.login, role: .editor))
    try probe.wait(forNo: "viewer")
    probe.press("e")
    try probe.wait(for: "Native name")
  }

  // MARK: The page

  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Dashboard/Dashboard.docc/Roles.md")

  private static var table: String {
    let roles = OfficeRole.allCases
    let rows = commands.keys.sorted().map { command in
      let cells = roles.map { role in mayRun(command, as: role) ? "yes" : "–" }
      return "| `\(command)` | \(cells.joined(separator: " | ")) |"
    }
    let head = ["| | \(roles.map(\.rawValue).joined(separator: " | ")) |", "|---|---|---|---|---|---|---|"]
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// `OUTREACH_WRITE_DOCS=1` writes the table anew.
  @Test func `The page says what was tried of commands`() throws {
    var text = try String(contentsOf: Self.page, encoding: .utf8)
    let from = try #require(text.range(of: "<!-- commands -->\n"))
    let to = try #require(text.range(of: "<!-- end commands -->"))
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      text.replaceSubrange(from.upperBound..<to.lowerBound, with: Self.table)
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[from.upperBound..<to.lowerBound] == Self.table)
  }
}
