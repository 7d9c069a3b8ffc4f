import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct ShellTests {
  @Test func `The palette finds a command by a few letters and runs it`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press(":")
    desk.type("stak")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
  }

  @Test func `The palette says why a command cannot run`() throws {
    let desk = try Desk("1")
    desk.press(":")
    desk.type("undo")
    #expect(desk.screen.contains("Nothing of yours is left to undo."))
    desk.press("Enter")
    #expect(desk.status == " Nothing of yours is left to undo.")
  }

  @Test func `Help shows the keys of the pane below`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("?")
    #expect(desk.body.contains("n                    new"))
    #expect(!desk.body.contains("stakeholder.new"))
  }

  @Test func `A day that is typed takes the place of the one that stands there`() throws {
    let desk = try Desk("1")
    desk.press("@")
    desk.type("2015-02-01")
    desk.press("Enter")
    #expect(desk.lines[0].contains("1 Feb 2015"))
    // An arrow first, and it is changed.
    desk.press("@", "End", "Backspace")
    desk.type("3")
    desk.press("Enter")
    #expect(desk.lines[0].contains("3 Feb 2015"))
  }

  @Test func `The as-of date is asked and checked`() throws {
    let desk = try Desk("1")
    desk.press("@", "Ctrl-U")
    desk.type("2015-13-01")
    desk.press("Enter")
    #expect(desk.screen.contains("! “2015-13-01” is not a day"))
    desk.press("Ctrl-U")
    desk.type("2015-02-01")
    desk.press("Enter")
    #expect(desk.lines[0].contains("as of 1 Feb 2015"))
  }

  @Test func `A keymap takes the place of the usual keys`() throws {
    let keymap = try Keymap(toml: "[keys]\n\"stakeholder.new\" = [\"N\"]", known: Shell.commandNames)
    let desk = try Desk("2", keymap: keymap, library: .ofForests())
    desk.press("n")
    #expect(desk.body.contains("African Forest Forum"))
    desk.press("N")
    #expect(desk.lines[0].contains("› new"))
  }

  @Test(arguments: [
    ("[keys]\n\"stakeholder.fly\" = [\"N\"]", 2), ("[keys]\n\"undo\" = [\"Hyper-N\"]", 2), ("[keys\n", 1),
  ])
  func `A broken keymap names its line`(_ toml: String, _ line: Int) {
    let problem = #expect(throws: Keymap.Problem.self) { try Keymap(toml: toml, known: Shell.commandNames) }
    #expect(problem?.line == line)
  }

  @Test func `Lines of the overview open what they tell of`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
    desk.press("1", "Right", "Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
    #expect(desk.body.contains(" / region:africa"))
  }

  @Test func `Another's change arrives when nobody presses a key`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    let base = try #require(try desk.stakeholder("aff"))
    var edited = base
    edited.name = "African Forest Forum II"
    try library.apply(EditStakeholder(base: base, edited: edited))
    desk.rest()
    #expect(desk.body.contains("African Forest Forum II"))
  }

  @Test func `Redo brings back what undo took`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("D", "u", "Ctrl-R")
    #expect(desk.status == " Done again: Retired African Forest Forum.")
    #expect(!desk.body.contains("African Forest Forum"))
  }

  @Test func `Undo takes back what it names, or nothing`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("D")
    #expect(desk.footer.contains("undo: Retired African"))
    // The same person writes at another screen.
    var edited = try #require(try desk.stakeholder("liu"))
    let base = edited
    edited.name = "Liu Sen II"
    try library.apply(EditStakeholder(base: base, edited: edited))
    desk.press("u")
    #expect(desk.status.hasPrefix(" Nothing was taken back"))
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen II")
    desk.press("u", "y")
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen")
  }

  @Test func `Escape goes back to where a line led from`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("Right", "Enter", "Esc", "Esc")
    #expect(desk.lines[0].contains("Overview"))
  }

  @Test func `Several drafts are listed`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    for name in ["Zulu, Nomsa", "Zuma, Sipho"] {
      desk.press("n")
      desk.type(name)
      desk.press("Esc")
      #expect(desk.status == " Kept as a draft: \(name). Ctrl-O opens it again.")
    }
    desk.press("Ctrl-O", "Down", "Enter")
    #expect(desk.body.contains("Name              Zu"))
    desk.press("Ctrl-X", "y")
    #expect(try library.read(Drafts()).count == 1)
  }

  @Test func `While letters are typed the footer offers none as keys`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    #expect(desk.footer.contains("Enter open") && desk.footer.contains("Esc clear"))
    #expect(!desk.footer.contains("filter") && !desk.footer.contains("new"))
  }

  @Test func `Reading only is said in the title`() throws {
    #expect(try Desk("1", isReadOnly: true).lines[0].hasSuffix("read only"))
  }
}
