import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct StakeholderEditTests {
  @Test func `Enter on a field edits it there`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "Enter", "a")
    desk.go(to: "City")
    desk.press("Enter")
    desk.type("Lusaka")
    desk.press("Enter")
    #expect(desk.status == " Saved: Banda, Thandiwe.")
    #expect(try desk.stakeholder("ban")?.city == "Lusaka")
    #expect(desk.footer.contains("u undo: City of Banda"))
  }

  @Test func `A mistake is named under the field and nothing is written`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "Enter")
    desk.go(to: "E-mail")
    desk.press("Enter", "Ctrl-U")
    desk.type("thandiwe@")
    desk.press("Enter")
    #expect(desk.body.contains("thandiwe@"))
    #expect(desk.body.contains("! Nothing after the @ in “thandiwe@”. Kept as typed"))
    #expect(try desk.stakeholder("ban")?.emails == ["thandiwe@example.org"])
    desk.press("Esc")
    #expect(desk.body.contains("thandiwe@example.org"))
  }

  @Test func `A new record is written whole`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("! This has to be filled in."))
    desk.type("Zulu, Nomsa")
    desk.press("Ctrl-S")
    #expect(desk.status == " Added: Zulu, Nomsa.")
    #expect(desk.body.contains("▌Zulu, Nomsa"))
    desk.press("u")
    #expect(!desk.body.contains("Zulu"))
  }

  @Test func `Several codes are turned on and off in the line`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Down", "Down", "Enter")
    desk.go(to: "Role")
    desk.press("Enter")
    #expect(desk.body.contains("[x] contributor  [ ] end user"))
    desk.press("Right", "Space", "Enter")
    #expect(try desk.stakeholder("ban")?.roles == [.contributor, .endUser])
  }

  @Test func `A half-typed form waits as a draft`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", "e")
    desk.type(" Mary")
    desk.session.leave()
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    #expect(next.body.contains("Banda, Thandiwe Mary"))
    next.press("Ctrl-S")
    #expect(try next.stakeholder("ban")?.name == "Banda, Thandiwe Mary")
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `Escape keeps the draft and the form opens with it again`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.type("!")
    desk.press("Esc")
    #expect(desk.status.hasPrefix(" Kept as a draft"))
    desk.press("e")
    #expect(desk.body.contains("African Forest Forum!"))
    desk.press("Ctrl-X", "y")
    #expect(try desk.library.read(Drafts()).isEmpty)
  }

  @Test func `A clash opens a merge field by field`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", "e")
    desk.type(" Mary")
    var theirs = try #require(try desk.stakeholder("ban"))
    let base = theirs
    theirs.name = "Banda, Thandiwe R."
    theirs.city = "Ndola"
    try library.apply(EditStakeholder(base: base, edited: theirs))
    desk.press("Ctrl-S")
    #expect(desk.body.contains("Banda, Thandiwe R."))
    #expect(desk.body.contains("● yours"))
    desk.press("Right", "Ctrl-S")
    #expect(try desk.stakeholder("ban")?.name == "Banda, Thandiwe R.")
    #expect(try desk.stakeholder("ban")?.city == "Ndola")
    #expect(desk.lines[0].contains("Stakeholders"))
  }

  @Test func `Edits of different fields merge by themselves`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", "e")
    desk.type(" Mary")
    let base = try #require(try desk.stakeholder("ban"))
    var theirs = base
    theirs.city = "Ndola"
    try library.apply(EditStakeholder(base: base, edited: theirs))
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.name == "Banda, Thandiwe Mary")
    #expect(try desk.stakeholder("ban")?.city == "Ndola")
  }

  @Test func `A read-only store says why nothing can be changed`() throws {
    let desk = try Desk("2", isReadOnly: true, library: .ofForests())
    for key in ["n", "e", "D"] as [KeyChord] {
      desk.press(key)
      #expect(desk.status == " The store is open for reading only.")
    }
  }

  @Test func `Pasted lines become one line`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    desk.session.paste("Zulu,\nNomsa\u{1B}[2J")
    #expect(desk.body.contains("Zulu, Nomsa␛[2J"))
  }
}
