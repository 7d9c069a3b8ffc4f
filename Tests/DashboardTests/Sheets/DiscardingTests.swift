import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// What somebody typed is thrown away only after a question, and a key for cutting never does it.
@Suite struct DiscardingTests {
  @Test func `Throwing away a form is asked about, and Esc goes back to it`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.type("!")
    desk.press("Ctrl-X")
    #expect(desk.screen.contains("What was typed is thrown away"))
    desk.press("Enter")
    #expect(desk.session.shell.top is AskSheet)
    desk.press("Esc")
    #expect(desk.body.contains("African Forest Forum!"))
    desk.press("Ctrl-X", "y")
    #expect(desk.status == " The draft is gone.")
    #expect(!(desk.session.shell.top is RecordForm<Stakeholder>))
    #expect(try desk.library.read(Drafts()).isEmpty)
  }

  @Test func `A link that is lost during the question keeps the form`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e")
    desk.type("!")
    desk.press("Ctrl-X")
    desk.session.leave()
    #expect(try desk.library.read(Drafts()).first?.typed["name"] == "African Forest Forum!")
  }

  @Test func `Marked text is cut, put back elsewhere, and the form stays`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("e", "Shift-Left", "Shift-Left", "Shift-Left", "Shift-Left", "Shift-Left", "Ctrl-X")
    #expect(desk.session.shell.top is RecordForm<Stakeholder>)
    desk.press("Home", "Ctrl-V")
    #expect(desk.body.contains("ForumAfrican Forest"))
  }

  @Test func `A draft in the list of drafts is thrown away after a question`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    for name in ["Zulu, Nomsa", "Zuma, Sipho"] {
      desk.press("n")
      desk.type(name)
      desk.press("Esc")
    }
    desk.press("Ctrl-O", "Ctrl-X")
    #expect(try library.read(Drafts()).count == 2)
    desk.press("y")
    #expect(desk.status == " The draft is gone.")
    #expect(try library.read(Drafts()).count == 1)
  }
}
