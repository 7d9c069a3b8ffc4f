import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Nothing is written by Esc in the entries of a field, and nothing that was typed there is lost by it.
@Suite struct KeptEntriesTests {
  /// Opens the third record, Thandiwe Banda, with one affiliation, in the list of her affiliations.
  private func desk() throws -> Desk {
    let library = try Library.ofForests()
    let base = try #require(try library.read(RecordByID<Stakeholder>("ban")))
    var edited = base
    edited.affiliations = [Affiliation(organization: "Bee House", role: "keeper")]
    try library.apply(EditStakeholder(base: base, edited: edited))
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", "Enter", "a")
    desk.go(to: "Affiliations")
    desk.press("Enter")
    return desk
  }

  private func organizations(_ desk: Desk) throws -> [String] {
    try #require(try desk.stakeholder("ban")).affiliations.map(\.organization)
  }

  private func drafted(_ desk: Desk) throws -> [String] {
    try desk.library.read(Drafts()).compactMap { $0.typed["affiliations"] }
  }

  @Test func `Esc after an entry is removed writes nothing, and keeps a draft`() throws {
    let desk = try desk()
    #expect(desk.footer.contains("Ctrl-S save"))
    desk.press("D", "Esc")
    #expect(desk.status.hasPrefix(" Kept as a draft"))
    #expect(try organizations(desk) == ["Bee House"])
    #expect(try desk.library.read(Drafts()).count == 1)
  }

  @Test(arguments: ["Ctrl-S", "F2"] as [KeyChord])
  func `Saving from the list writes what is removed`(key: KeyChord) throws {
    let desk = try desk()
    desk.press("D", key)
    #expect(try organizations(desk) == [])
    #expect(try drafted(desk) == [])
  }

  @Test func `Esc where nothing was changed says nothing and keeps nothing`() throws {
    let desk = try desk()
    desk.press("Enter", "Esc", "n", "Esc", "Esc")
    #expect(!desk.status.contains("Kept"))
    #expect(try drafted(desk) == [])
    #expect(try organizations(desk) == ["Bee House"])
  }

  @Test func `Esc in an entry keeps what was typed in the list, and then in a draft`() throws {
    let desk = try desk()
    desk.press("n")
    desk.type("Honey Union")
    desk.press("Esc")
    #expect(desk.status.hasPrefix(" Kept in the list"))
    #expect(desk.screen.contains("Honey Union") && desk.screen.contains("Bee House"))
    #expect(try organizations(desk) == ["Bee House"])
    desk.press("Esc")
    #expect(desk.status.hasPrefix(" Kept as a draft"))
    #expect(try drafted(desk).first?.contains("Honey Union") == true)
    #expect(try organizations(desk) == ["Bee House"])
  }

  @Test func `An entry that was left half typed is checked before it is saved`() throws {
    let desk = try desk()
    desk.press("n")
    desk.type("Honey Union")
    desk.press("Tab", "Tab")
    desk.type("2015-02-30")
    desk.press("Esc", "Ctrl-S")
    #expect(desk.screen.contains("! “2015-02-30”"))
    #expect(try organizations(desk) == ["Bee House"])
    desk.retype("2015")
    desk.press("Ctrl-S", "Ctrl-S")
    #expect(try organizations(desk) == ["Bee House", "Honey Union"])
  }

  @Test func `In a form both keys lead back to the form, which holds the text`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.go(to: "Needs")
    desk.press("Enter", "n", "Tab")
    desk.type("rooms")
    desk.press("Esc", "Esc")
    #expect(try desk.library.read(Drafts()).isEmpty)
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("aff")?.needs == [Capacity(kind: .inKind, subject: "rooms")])
  }

  @Test func `Down past the last organization that is offered goes to the next part`() throws {
    let desk = try desk()
    desk.press("n")
    // Of all who are found by any field, only those are offered who are called so.
    desk.type("resea")
    #expect(desk.screen.contains("Forest Research Institute · "))
    desk.press("Down", "Down")
    desk.type("guest")
    desk.press("Ctrl-S", "Ctrl-S")
    let last = try #require(try desk.stakeholder("ban")).affiliations.last
    #expect(last == Affiliation(organization: "resea", role: "guest"))
  }
}
