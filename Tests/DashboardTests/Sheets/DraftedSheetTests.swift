import Model
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Whatever is typed in a sheet is there again in the next session, where it was typed.
@Suite struct DraftedSheetTests {
  /// Leaves a session with something half typed, and opens what the next one offers.
  private func opened(
    _ library: Library, _ pane: KeyChord, _ type: (Desk) -> Void, esc: Bool = false
  ) throws -> Desk {
    let desk = try Desk(pane, library: library)
    type(desk)
    if esc {
      desk.press("Esc")
      #expect(desk.status.hasPrefix(" Kept as a draft"))
    } else {
      desk.session.leave()
    }
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    return next
  }

  @Test(arguments: [false, true])
  func `The line of a prompt comes back in its prompt, over its record`(esc: Bool) throws {
    let library = try Library.ofForests()
    let next = try opened(
      library, "2",
      { desk in
        desk.press("Down", "Down", "P", "X")
        desk.type("asked by letter")
      }, esc: esc)
    #expect(next.session.shell.top is LinePrompt)
    #expect(next.screen.contains("asked by letter") && next.screen.contains("Banda, Thandiwe"))
    next.press("Enter")
    #expect(try next.stakeholder("ban") == nil)
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `A form opens again at the field where one left off`() throws {
    let next = try opened(try Library.ofForests(), "2") { desk in
      desk.press("n")
      desk.type("Half-written person")
      desk.go(to: "City")
      desk.type("Nai")
    }
    #expect(next.lines.contains { $0.hasPrefix("▌City") && $0.contains("Nai") })
  }

  @Test func `The lines of a sheet come back together`() throws {
    let library = try Library.inMemory()
    let next = try opened(library, "7") { desk in
      desk.press("n")
      desk.type("How many bees?")
      desk.press("Down")
      desk.type("Example Radio")
    }
    #expect(next.screen.contains("How many bees?") && next.screen.contains("Example Radio"))
    next.press("Down", "Down")
    next.type("-")
    next.press("Ctrl-S")
    #expect(try library.read(AllRecords<Enquiry>()).map(\.subject) == ["How many bees?"])
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `A bulk edit comes back with its field, its value and whom it is about`() throws {
    let library = try Library.ofForests()
    let next = try opened(library, "2") { desk in
      desk.press("Space", "Space", "E")
      desk.type("City")
      desk.press("Enter")
      desk.type("Accra")
    }
    #expect(next.session.shell.top is BulkPane)
    next.rest()
    next.press("Ctrl-S")
    #expect(try ["aff", "afc", "fri"].map { try next.stakeholder($0)?.city } == ["Accra", "Accra", ""])
  }

  @Test func `What was typed over a record that is gone is still to be read`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", "P", "X")
    desk.type("asked by letter")
    desk.session.leave()
    try library.apply(RetireStakeholder(["ban"], on: Desk.asOf))
    _ = try library.erase("ban", why: "asked")
    let next = try Desk("1", library: library)
    // The person's erasure takes what was typed about them along.
    next.press("Ctrl-O")
    #expect(next.status == " You have no draft.")
  }

  @Test func `A prompt that its record offers no more shows its text, and keeps it`() throws {
    let library = try Library.inMemory()
    var enquiry = Enquiry(id: "e")
    (enquiry.subject, enquiry.outlet, enquiry.state) = ("Bees", "Radio", .assigned)
    enquiry.owner = "tester"
    try library.apply(AddRecord(enquiry))
    let desk = try Desk("7", library: library)
    desk.press("Space")
    desk.type("Twenty thousand")
    desk.session.leave()
    let base = try #require(try library.read(RecordByID<Enquiry>("e")))
    var closed = base
    (closed.state, closed.answer) = (.answered, "Another")
    closed.answered = try Moment("2015-09-15 10:00 UTC")
    try library.apply(EditRecord(base: base, edited: closed))
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    #expect(next.session.shell.top is DraftTextPane)
    #expect(next.screen.contains("Twenty thousand"))
    #expect(try library.read(RecordByID<Enquiry>("e"))?.answer == "Another")
    next.press("Esc")
    #expect(try library.read(Drafts()).count == 1)
    next.press("Ctrl-O", "Ctrl-X", "y")
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `What is pasted into an entry of several parts is in the draft of its form`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("e")
    desk.go(to: "Affiliations")
    desk.press("Enter", "n")
    desk.session.paste("Institute of Bees")
    desk.session.leave()
    #expect(try library.read(Drafts()).first?.typed["affiliations"]?.contains("Institute of Bees") == true)
  }

  @Test func `A prompt that is emptied again leaves no draft`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("P", "X")
    desk.type("x")
    desk.press("Esc", "X")
    #expect(desk.screen.contains("Ctrl-X discard the draft"))
    desk.press("Backspace", "Esc")
    #expect(try desk.library.read(Drafts()).isEmpty)
  }

  @Test(arguments: [["2"], ["3"], ["7", "]"], ["9", "]"]] as [[KeyChord]])
  func `A half-typed search line opens again with its words`(_ keys: [KeyChord]) throws {
    let library = try Library.sample()
    let next = try opened(library, keys[0]) { desk in
      for key in keys.dropFirst() + ["/"] { desk.press(key) }
      desk.type("forest")
    }
    #expect(next.session.shell.top.isTyping, "\(next.screen)")
    #expect(next.session.shell.top.searchWords == "forest", "\(next.screen)")
    next.type("s")
    #expect(next.screen.contains("forests"))
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `A search line opens again on its own list`() throws {
    let library = try Library.sample()
    let next = try opened(library, "7") { desk in
      desk.press("]", "]", "/")
      desk.type("pol")
    }
    let desk = try Desk("7", library: library)
    desk.press("]", "]")
    #expect(next.lines[2].prefix(20) == desk.lines[2].prefix(20), "\(next.screen)")
  }
}
