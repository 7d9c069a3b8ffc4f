import Foundation
import Probe
import Testing

/// Messages and what the boundary check says of them without a screen.
@Suite struct MessagesCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let columns = "id,name,message_kind,launch,text_en,finding,confidence,source_page,agreements"

  private func messages(_ rows: String..., extra: String = "") throws -> String {
    try desk.write(([Self.columns + extra] + rows).joined(separator: "\n") + "\n", to: "messages.csv")
  }

  @Test func `An import says which rows prescribe policy, with their lines, and takes them all the same`()
    throws
  {
    let file = try messages(
      "a,First,,,Many crops yield more.,,,,", "b,Second,,,Governments must ban these pesticides.,,,,")
    let result = try desk.run("import", "messages", file)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(":3: Text, English: “Governments must”"))
    #expect(result.output.contains("1 row has wording that prescribes policy: advice only"))
    let listed = try desk.run("messages")
    #expect(listed.code == 0 && listed.output.contains("Governments must ban"))
    #expect(listed.errors.contains("advice: message:b") && !listed.errors.contains("message:a"))
  }

  @Test
  func `Reasons that a file brings are kept as those of whoever imports them, and what is stored stays`()
    throws
  {
    let file = try messages(
      "b,Second,,,Governments must ban these pesticides.,,,,,text_en | Governments must | Title of a law | mei | 2015-09-01",
      extra: ",overrides")
    let result = try desk.run("import", "messages", file)
    #expect(result.code == 0 && result.output.contains(":2: the reasons why words stay are kept as yours"))
    let exported = try desk.run("export", "messages").output
    #expect(exported.contains("Title of a law (mei, 2015-09-01)"))
    #expect(!exported.contains("| Title of a law | mei |"))
    // The same file once more, and one that would take the reason away, change nothing.
    #expect(try desk.run("import", "messages", file).output.contains("nothing"))
    let without = try messages("b,Second,,,Governments must ban these pesticides.,,,,,", extra: ",overrides")
    _ = try desk.run("import", "messages", without)
    #expect(try desk.run("export", "messages").output == exported)
  }

  @Test func `A reason that is given beforehand keeps the words that prescribe policy`() throws {
    let file = try messages(
      "a,First,,,Many crops yield more.,,,,", "b,Second,,,Governments must ban these pesticides.,,,,")
    let tried = try desk.run("import", "messages", file, "--keep-words", "Title of a law", "--dry-run")
    let stays = "“Governments must” stays: Title of a law"
    #expect(tried.code == 0 && tried.output.contains(stays), "\(tried.errors)")
    #expect(try !desk.run("export", "messages").output.contains("Title of a law"))
    let result = try desk.run("import", "messages", file, "--keep-words", "Title of a law")
    #expect(result.code == 0 && result.output.contains(stays) && !result.output.contains("advice only"))
    #expect(try !desk.run("messages").errors.contains("advice"))
    let added = try desk.run(
      "add", "message", "--set", "name=Own", "--set", "text_en=States should act.", "--keep-words", "Quoted")
    #expect(added.code == 0 && added.errors.isEmpty, "\(added.errors)")
    let exported = try desk.run("export", "messages").output
    #expect(exported.contains("text_en | Governments must | Title of a law |"))
    #expect(exported.contains("text_en | States should | Quoted |"))
    // What is there already gets its reason too; where nothing prescribes, nothing is kept.
    let bare = ["add", "message", "--set", "name=Bare", "--set", "text_en=States must act."]
    #expect(try desk.run(arguments: bare).code == 0)
    let kept = try desk.run("edit", "Bare", "--keep-words", "Heard")
    #expect(kept.code == 0 && kept.output.contains("“States must” stays: Heard"), "\(kept.errors)")
    let none = try desk.run("edit", "First", "--set", "note=x", "--keep-words", "Heard")
    #expect(none.code == 0 && none.output.contains("No words here prescribe policy"))
    #expect(try desk.run("edit", "Bare", "--set", "note=x", "--keep-words", " ").code == 64)
  }

  @Test func `Line by line somebody is asked why words stay, and may go back to them`() throws {
    #expect(try desk.run("add", "message", "--set", "name=Own", "--set", "text_en=Bees.").code == 0)
    /// Types an English text, saves, and then what is left.
    func edit(_ text: String, _ lines: String..., until last: String) throws {
      let probe = try desk.start([Desk.program, "edit", "Own"], columns: 100)
      try probe.wait(for: "1 of 19. Name: Own", timeout: 20)
      probe.send(String(repeating: "\r", count: 5))
      try probe.wait(for: "Text, English: ")
      probe.send("\(text)\r.\r")
      try probe.wait(for: "Why do these words stay?")
      for line in lines { probe.send("\(line)\r") }
      try probe.wait(for: last)
      #expect(try probe.waitForExit() == .code(0))
    }
    func stored() throws -> String { try desk.run("export", "messages").output }
    try edit("States must act.", "!", until: "Nothing was written.")
    #expect(try !stored().contains("States must"))
    try edit("States must act.", "<", "Bees matter.", ".", until: "Saved: Own.")
    #expect(try stored().contains("Bees matter."))
    try edit("States must act.", "A quotation", until: "“States must” stays: A quotation")
    #expect(try stored().contains("text_en | States must | A quotation |"))
    try edit("States should act.", "", until: "Saved: Own.")
    let last = try stored()
    #expect(last.contains("States should act.") && !last.contains("text_en | States should |"))
  }

  @Test func `A file speaks for nobody: such a row is refused with its line, and the others come in`() throws
  {
    let file = try messages(
      "a,First,,,Many crops yield more.,,,,", "b,Second,,,More.,,,,Ngozi | co-chair | 2015-09-01 | 1 |")
    let refused = try desk.run("import", "messages", file)
    #expect(refused.code == 65 && refused.errors.contains(":3: agreements: "))
    #expect(try desk.run("import", "messages", file, "--skip-rejected").code == 0)
    #expect(try desk.run("export", "messages").output.contains("First"))
  }

  @Test func `A report goes out whatever it says, and the advice stands on standard error`() throws {
    let made = try desk.run(
      "report", "draft", "--name", "Governments must act", "--audience", "bureau", "--from", "2015-01-01",
      "--to",
      "2015-12-31")
    let id = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let reports = try desk.write(
      "id,name,edits\n\(id),Governments must act,media.none | replace | Governments must ban these pesticides. |\n",
      to: "reports.csv")
    _ = try desk.run("import", "reports", reports)
    let released = try desk.run("report", "release", id, "--day", "2016-01-15")
    #expect(released.code == 0 && released.errors.contains("advice: report:\(id)"), "\(released.errors)")
  }

  @Test func `An export says beside it what prescribes policy, and is written all the same`() throws {
    let file = try messages("b,Second,,,Governments must ban these pesticides.,,,,")
    #expect(try desk.run("import", "messages", file).code == 0)
    for format in ["csv", "json"] {
      let out = try desk.run("export", "messages", "--format", format)
      #expect(out.code == 0 && out.output.contains("Governments must ban"))
      #expect(out.errors.contains("advice: message:b"), "\(out.errors)")
      #expect(!out.output.contains("advice: message"))
    }
    #expect(try desk.run("export", "stakeholders").errors.isEmpty)
  }
}
