import Model
import Office
import Store
import Terminal
import Testing

@testable import Dashboard

/// Undo takes back what was done here and now, and asks about all else.
@Suite struct TakeBackTests {
  private func rename(_ id: RecordID, to name: String, in library: Library) throws {
    let base = try #require(try library.read(RecordByID<Stakeholder>(id)))
    var edited = base
    edited.name = name
    try library.apply(EditStakeholder(base: base, edited: edited))
  }

  @Test func `What was done in an earlier session is asked about`() throws {
    let library = try Library.ofForests()
    try rename("liu", to: "Liu Sen II", in: library)
    let desk = try Desk("2", library: library)
    #expect(!desk.footer.contains("undo"))
    desk.press("u")
    #expect(desk.screen.contains("Take back: Name of Liu Sen II"))
    #expect(desk.screen.contains("It was not done in this session."))
    desk.press("Esc")
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen II")
    desk.press("u", "y")
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen")
  }

  @Test func `What was done in another pane is asked about`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("D")
    #expect(desk.footer.contains("undo: Retired African"))
    desk.press("3")
    #expect(!desk.footer.contains("undo"))
    desk.press("u")
    #expect(desk.screen.contains("It is not of what is shown here."))
    desk.press("Esc", "2", "u")
    #expect(try desk.stakeholder("aff")?.retired == nil)
  }

  @Test func `What was made of what is shown here is taken back here, wherever it went`() throws {
    let desk = try Desk.atPress()
    let count = try desk.library.read(AllRecords<Event>()).count
    desk.press("v")
    #expect(try desk.library.read(AllRecords<Event>()).count == count + 1)
    desk.press("u")
    #expect(try desk.library.read(AllRecords<Event>()).count == count)
  }

  @Test func `An open record never offers to take back another's change`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("D", "Down", "Enter")
    #expect(!desk.footer.contains("undo"))
    desk.press("u")
    #expect(desk.screen.contains("Take back: Retired African Forest Forum"))
  }

  @Test func `The list of what I did takes back down to the chosen change`() throws {
    let library = try Library.ofForests()
    try rename("liu", to: "Liu Sen II", in: library)
    try rename("aff", to: "Forest Forum", in: library)
    let desk = try Desk("2", library: library)
    desk.press("Ctrl-U")
    #expect(desk.lines[0].contains("What I did"))
    desk.press("Down")
    desk.rest()
    #expect(desk.body.contains("Name: Liu Sen II → Liu Sen"))
    #expect(desk.body.contains("With it goes 1 other change."))
    desk.press("Enter")
    #expect(desk.screen.contains("Take back: Name of Forest Forum"))
    desk.press("y")
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen")
    #expect(try desk.stakeholder("aff")?.name == "African Forest Forum")
    #expect(desk.status == " Taken back: 2 changes.")
    desk.rest()
    #expect(desk.body.contains("taken back"))
    desk.press("g", "Enter", "y")
    #expect(try desk.stakeholder("aff")?.name == "Forest Forum")
    #expect(try desk.stakeholder("liu")?.name == "Liu Sen II")
  }

  @Test func `Where one of several cannot be taken back none is`() throws {
    let library = try Library.ofForests()
    try rename("liu", to: "Liu Sen II", in: library)
    try rename("aff", to: "Forest Forum", in: library)
    let changes = try library.read(OwnChanges())
    let turn = Turn(isRedo: false, entries: changes.map(\.entry.id))
    #expect(try library.refusal(of: turn) == nil)
    #expect(try library.read(RecordByID<Stakeholder>("aff"))?.name == "Forest Forum")
    let wrong = Turn(isRedo: false, entries: [changes[0].entry.id, 999_999])
    #expect(try library.refusal(of: wrong) == .anotherIsLast)
    #expect(throws: Refusal.anotherIsLast) { try library.turn(wrong) }
    #expect(try library.read(RecordByID<Stakeholder>("aff"))?.name == "Forest Forum")
  }
}
