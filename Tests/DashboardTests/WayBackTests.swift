import Model
import Office
import Store
import Terminal
import Testing

@testable import Dashboard

/// Esc returns to where somebody came from, as it was.
@Suite struct WayBackTests {
  @Test func `From the records behind a number Esc returns to the table, its query and its cursor`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("/")
    desk.type("discipline:natural")
    desk.press("Down", "p", "Down")
    let (title, status) = (desk.lines[0], desk.status)
    desk.press("Enter")
    #expect(desk.lines[0].contains("Stakeholders"))
    #expect(desk.footer.contains("Esc back to Pivot"))
    desk.press("Esc")
    #expect(desk.lines[0] == title)
    #expect(desk.status == status)
    desk.press("Esc")
    #expect(desk.body.contains(" / discipline:natural"))
  }

  @Test func `From a bar of the overview one Esc leads back to it`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("Right")
    let body = desk.body
    desk.press("Enter")
    #expect(desk.footer.contains("Esc back to Overview"))
    desk.press("Esc")
    #expect(desk.lines[0].contains("Overview"))
    #expect(desk.body == body)
  }

  @Test func `Back from a bar of the overview, the list has its own query and cursor again`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    desk.type("role:contributor")
    desk.press("Down", "Down")
    let body = desk.body
    desk.press("1", "Right", "Enter")
    #expect(desk.lines[0].contains("Stakeholders") && desk.body != body)
    desk.press("Esc", "2")
    #expect(desk.body == body)
  }

  @Test func `What was looked for at the new place is widened before Esc leads back`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
    desk.press("Esc")
    #expect(desk.lines[0].contains("Overview"))
  }

  @Test func `The key of a pane begins anew`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press("Right", "Enter", "3", "Backspace")
    #expect(desk.lines[0].contains("Timeline"))
    #expect(!desk.footer.contains("back to"))
  }

  @Test func `Another's change is seen in the place to which Esc returns`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("p", "Enter")
    var edited = try #require(try desk.stakeholder("aff"))
    let base = edited
    edited.roles = []
    edited.retired = Day("2015-09-01")
    try library.apply(EditStakeholder(base: base, edited: edited))
    desk.rest()
    desk.press("Esc")
    desk.rest()
    #expect(desk.lines[0].contains("6 in all"))
  }

  @Test func `No more places are kept than somebody remembers`() throws {
    let desk = try Desk("2", library: .ofForests())
    for _ in 0..<30 { desk.press("p", "Enter") }
    #expect(desk.session.shell.trail.count == 20)
  }

  @Test func `Editing a record that was looked for keeps what was looked for`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    desk.type("forest")
    desk.press("Down", "e")
    desk.press("Ctrl-S")
    #expect(desk.body.contains(" / forest"))
    #expect(!desk.footer.contains("back to"))
  }

  @Test func `Down leaves the query for the list and keeps it, Up brings earlier ones`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("/")
    desk.type("role:contributor")
    #expect(desk.footer.contains("Down to the list"))
    desk.press("Down")
    #expect(!desk.session.shell.top.isTyping)
    #expect(desk.body.contains(" / role:contributor"))
    desk.press("Esc", "/", "Up")
    #expect(desk.body.contains(" / role:contributor"))
    desk.press("Down")
    #expect(desk.session.shell.top.isTyping)
    #expect(!desk.body.contains("role:contributor"))
  }

  @Test func `Queries of codes are kept for the next session, words are not`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("/")
    desk.type("forum")
    desk.press("Down", "Esc", "/")
    desk.type("role:contributor")
    desk.press("Down")
    let kept = try #require(try library.read(Preferences())[QueryLine.preference])
    #expect(kept.hasSuffix(":contributor") && !kept.contains("forum"))
    let next = try Desk("2", library: library)
    next.press("/", "Up")
    #expect(next.body.contains(" / role:contributor"))
  }
}
