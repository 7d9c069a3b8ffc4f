import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// What is typed in sheets that only open after something was done first outlives the session too.
@Suite struct DraftedDeepSheetTests {
  private func drafts(_ library: Library) throws -> [String] {
    try library.read(Drafts()).flatMap { $0.typed.values }
  }

  @Test(arguments: [false, true])
  func `Two edits side by side lose neither`(inForm: Bool) throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Down", "Down", inForm ? "e" : "Enter")
    if !inForm { desk.press("Enter") }
    desk.retype("Zqx")
    let base = try #require(try desk.stakeholder("ban"))
    var theirs = base
    theirs.name = "Banda, Thandiwe R."
    try library.apply(EditStakeholder(base: base, edited: theirs))
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("● yours"))
    desk.session.leave()
    #expect(try drafts(library).contains("Zqx"))
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    #expect(next.screen.contains("Zqx"), "\(next.screen)")
  }

  @Test func `Why words stay, and the text that they stay in`() throws {
    let library = try Library.inMemory()
    try library.begin(
      with: AddRecord(Message(id: "p1", version: 0, values: ["name": "Crops", "text_en": "More yield."])))
    let desk = try Desk("X", library: library)
    desk.press("e")
    desk.go(to: "Text, English")
    desk.retype("Governments must ban these pesticides.")
    desk.press("Ctrl-S")
    desk.type("Zqx of a law")
    desk.session.leave()
    let kept = try drafts(library)
    #expect(kept.contains("Governments must ban these pesticides.") && kept.contains("Zqx of a law"))
  }

  @Test(arguments: ["e", "a"] as [KeyChord])
  func `A paragraph of a report comes back over its report`(key: KeyChord) throws {
    let library = try Library.sample()
    let desk = try Desk("T", library: library)
    desk.press("n")
    desk.type("Evaluation")
    desk.press("Ctrl-S", "Enter", "Down", key)
    desk.retype("Zqx in short")
    desk.session.leave()
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    #expect(next.session.shell.top is LinePrompt, "\(next.screen)")
    #expect(next.screen.contains("Zqx in short"))
    next.press("Ctrl-S")
    #expect(try library.read(AllRecords<Report>()).flatMap(\.edits).map(\.text) == ["Zqx in short"])
    #expect(try drafts(library).isEmpty)
  }

  @Test func `What somebody answered at the telephone comes back at the question that stood open`() throws {
    let library = try Library.sample()
    let desk = try Desk("9", library: library)
    desk.press("a", "Ctrl-S")
    #expect(desk.session.shell.top is AnswerPane, "\(desk.screen)")
    desk.type("Zqx")
    desk.session.leave()
    let next = try Desk("1", library: library)
    next.press("Ctrl-O")
    #expect(next.session.shell.top is AnswerPane, "\(next.screen)")
    #expect(next.screen.contains("Zqx"))
  }
}
