import Foundation
import Probe
import Testing

/// A person's own keys and colours.
@Suite(.serialized) struct SettingsTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `Keys can be chosen`() throws {
    try desk.write(
      """
      [keys]
      "pane.stakeholders" = ["s", "F7"]
      "stakeholder.open" = "o"
      """, to: "config/outreach/keymap.toml")
    let probe = try desk.open("--sample")
    probe.press("2")
    probe.press("F7")
    try probe.wait(for: "▌Achieng")
    try probe.wait(for: " o open")
    probe.press("o")
    try probe.wait(for: "PEOPLE AND WORK")
  }

  @Test(arguments: [
    ("[keys]\n\"stakeholder.opne\" = [\"o\"]\n", "line 2: stakeholder.opne"),
    ("[keys]\n\n\"undo\" = [\"Hyper-x\"]\n", "line 3: Hyper-x"),
    ("[keys]\n\"undo\" = 7\n", "line 2: 7"),
    ("[keys]\n\"undo\" = [\n", "line "),
    ("[keis]\n\"undo\" = [\"x\"]\n", "line 1: keis"),
  ])
  func `A broken keymap names its line`(text: String, problem: String) throws {
    let path = try desk.write(text, to: "config/outreach/keymap.toml")
    let probe = try desk.open(columns: 200)
    try probe.wait(for: "Default keys used: \(path), \(problem)")
    probe.press("2")
    try probe.wait(for: "No stakeholders yet.")
  }

  @Test func `A theme of one's own has its colours`() throws {
    try desk.write(
      "[ink]\ntitle = { fg = \"#ff0000\", bold = true }\n", to: "config/outreach/themes/mine.toml")
    let probe = try desk.open("--theme", "mine")
    #expect(probe.cell(row: 0, column: 1).foreground == 196)
    #expect(probe.cell(row: 0, column: 1).isBold)
  }

  /// The colour of the program's name.
  private func title(_ arguments: String..., environment: [String: String] = [:]) throws -> Int? {
    let probe = try desk.start([Desk.program] + arguments, environment: environment)
    try probe.wait(for: " quit", timeout: 20)
    return probe.cell(row: 0, column: 1).foreground
  }

  private static let (dark, light) = (115, 23)

  @Test
  func `An option goes before the environment, that before the settings, and these before the terminal`()
    throws
  {
    #expect(try title(environment: ["COLORFGBG": "15;0"]) == Self.dark)
    #expect(try title(environment: ["COLORFGBG": "0;15"]) == Self.light)
    #expect(try title() == nil)
    try desk.write("theme = \"light\"\nmouse = false\n", to: "config/outreach/settings.toml")
    #expect(try title(environment: ["COLORFGBG": "15;0"]) == Self.light)
    #expect(try title(environment: ["OUTREACH_THEME": "dark"]) == Self.dark)
    #expect(try title("--theme", "light", environment: ["OUTREACH_THEME": "dark"]) == Self.light)
    #expect(try title("--theme", "auto", environment: ["COLORFGBG": "15;0"]) == Self.dark)
  }

  @Test func `What the terminal answers chooses the colours, and no key is lost to it`() throws {
    let probe = try desk.open("--sample")
    #expect(probe.cell(row: 0, column: 1).foreground == nil)
    probe.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\2")
    try probe.wait(for: "461 in all")
    #expect(probe.cell(row: 0, column: 1).foreground == Self.light)
    probe.send("\u{1B}]11;rgb:0000/0000/0000\u{7}")
    try probe.wait { $0.cell(row: 0, column: 1).foreground == Self.dark }
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A theme that was chosen in the dashboard is kept`() throws {
    let path = try desk.write("# mine\nzone = \"Africa/Nairobi\"\n", to: "config/outreach/settings.toml")
    let probe = try desk.open()
    probe.send(":theme")
    try probe.wait(for: "choose the theme")
    probe.press("Enter")
    try probe.wait(for: "✓ auto")
    probe.press("Down", "Down")
    try probe.wait { $0.cell(row: 0, column: 1).foreground == Self.light }
    probe.press("Enter")
    try probe.wait(for: "The theme is light")
    #expect(
      try String(decoding: desk.bytes(path), as: UTF8.self)
        == "# mine\nzone = \"Africa/Nairobi\"\ntheme = \"light\"\n")
    #expect(try title() == Self.light)
  }

  @Test func `Broken settings name their line`() throws {
    let path = try desk.write("\nthem = \"light\"\n", to: "config/outreach/settings.toml")
    try desk.open(columns: 200).wait(for: "Settings not used: \(path), line 2: them")
  }

  @Test func `The settings say the language, before the locale`() throws {
    try desk.write("language = \"zh\"\n", to: "config/outreach/settings.toml")
    #expect(try desk.run("store", "path", "--help").output.contains("数据库"))
    let english = try desk.run("store", "path", "--help", environment: ["OUTREACH_LANGUAGE": "en"])
    #expect(!english.output.contains("数据库"))
  }

  @Test(arguments: [
    ("[ink]\ntitel = { fg = \"red\" }\n", "line 2: titel"),
    ("[ink]\n\ntitle = { fg = \"pink\" }\n", "line 3: pink"), ("[ink\n", "line 1"),
  ])
  func `A broken theme names its line`(text: String, problem: String) throws {
    try desk.write(text, to: "config/outreach/themes/mine.toml")
    let probe = try desk.open("--theme", "mine", columns: 200)
    try probe.wait(for: "Default theme used: mine, \(problem)")
  }

  @Test func `A theme that is not there is named`() throws {
    try desk.open("--theme", "none").wait(for: "There is no theme “none”.")
  }

  @Test func `Columns and order are as they were left`() throws {
    let probe = try desk.open(columns: 110)
    probe.press("2", "c")
    try probe.wait(for: "✓ Name")
    for _ in 0..<4 { probe.press("Down") }
    probe.press("Space")
    try probe.wait(forNo: "LANG")
    probe.press("Esc")
    try probe.wait(forNo: "✓ Name")
    #expect(try probe.quit() == .code(0))
    let next = try desk.open(columns: 110)
    next.press("2")
    try next.wait(for: "AFFILIATION")
    #expect(!next.line(2).contains("LANG"))
  }

  @Test func `The language is the person's`() throws {
    let probe = try desk.start([Desk.program, "--sample", "--lang", "zh"])
    try probe.wait(for: "常见问题网页", timeout: 20)
    #expect(try desk.run("--sample", environment: ["LANG": "zh_CN.UTF-8"]).output.contains("常见问题网页"))
  }
}
