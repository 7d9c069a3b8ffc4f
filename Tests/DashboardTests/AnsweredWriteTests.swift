import Model
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// Two people write the same record: what the second one typed is still there, wherever it was typed.
@Suite struct AnsweredWriteTests {
  private let library: Library
  private let report: Report

  init() throws {
    library = try Library.inMemory()
    var report = Report(id: "r")
    (report.name, report.from, report.to) = ("Draft", Day("2015-01-01"), Day("2015-12-31"))
    report.language = "en"
    try library.apply(AddRecord(report))
    self.report = try #require(try library.read(RecordByID<Report>("r")))
  }

  private func stored() throws -> Report { try #require(try library.read(RecordByID<Report>("r"))) }

  /// Somebody else writes meanwhile.
  private func other(_ change: (inout Report) -> Void) throws {
    var edited = try stored()
    change(&edited)
    try library.apply(EditRecord(base: try stored(), edited: edited))
  }

  private func rewriting(_ text: String) throws -> Desk {
    let desk = try Desk("T", library: library)
    desk.press("Enter", "Down", "e")
    try other { $0.edits = [ReportEdit(paragraph: "introduction.mandate", kind: .replace, text: "Theirs")] }
    desk.retype(text)
    desk.press("Enter")
    return desk
  }

  @Test func `Two rewrite a report: both texts stand side by side, and mine is saved`() throws {
    let desk = try rewriting("Mine")
    #expect(desk.screen.contains("Theirs") && desk.screen.contains("Mine"))
    #expect(desk.status.contains("tester changed this too"))
    desk.press("Ctrl-S")
    #expect(desk.status == " Saved: Draft.")
    #expect(try stored().edits.map(\.text) == ["Mine"])
    #expect(desk.session.shell.top is ReportDraftPane)
  }

  @Test func `Two rewrite different paragraphs of a report, and both stand`() throws {
    let desk = try Desk("T", library: library)
    desk.press("Enter", "Down", "e")
    try other { $0.edits = [ReportEdit(paragraph: "media.tone", kind: .replace, text: "Theirs")] }
    desk.retype("Mine")
    desk.press("Enter")
    #expect(desk.session.shell.top is ReportDraftPane)
    #expect(try stored().edits.map(\.text) == ["Theirs", "Mine"])
  }

  @Test(arguments: [["e"], ["Enter", "Enter"]])
  func `What is typed of somebody who is erased meanwhile is not kept, and nothing says that it was`(
    _ keys: [String]
  ) throws {
    var person = Stakeholder(id: "zz")
    (person.name, person.emails) = ("Zzyzx, Quentin", ["q@zzyzx.example"])
    try library.apply(AddRecord(person))
    let desk = try Desk("2", library: library)
    for key in keys { desk.press(KeyChord(stringLiteral: key)) }
    desk.type("half")
    _ = try library.erase("zz", why: "asked")
    desk.press("Esc")
    #expect(desk.status.contains("erased meanwhile"))
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `A draft of somebody who was merged away opens over the survivor`() throws {
    for (id, name) in [("keep", "Keep"), ("gone", "Gone")] {
      var person = Stakeholder(id: id)
      person.name = name
      try library.apply(AddRecord(person))
    }
    let gone = try #require(try library.read(RecordByID<Stakeholder>("gone")))
    let keep = try #require(try library.read(RecordByID<Stakeholder>("keep")))
    try library.apply(MergeStakeholders(StakeholderMerge(keep, gone)))
    try library.keep(
      Draft(kind: .stakeholder, record: "gone", basedOn: 1, base: gone.values, typed: ["city": "Quito"]))
    let desk = try Desk("2", library: library)
    desk.press("Ctrl-O")
    #expect(desk.status.contains("merged into"))
    desk.press("Ctrl-S")
    #expect(try library.read(RecordByID<Stakeholder>("gone")) == nil)
    #expect(try library.read(RecordByID<Stakeholder>("keep"))?.city == "Quito")
    #expect(try library.read(Drafts()).isEmpty)
  }

  @Test func `Who turns away from the choice finds the text in its line`() throws {
    let desk = try rewriting("Mine")
    desk.press("Esc")
    #expect(desk.session.shell.top is LinePrompt)
    #expect(desk.screen.contains("Mine"))
    #expect(try stored().edits.map(\.text) == ["Theirs"])
  }

  @Test func `The lines of a report clash, and open the choice too`() throws {
    let desk = try Desk("T", library: library)
    desk.press("e")
    try other { $0.name = "Theirs" }
    desk.retype("Mine")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("● yours") && desk.screen.contains("Theirs"))
    desk.press("Right", "Ctrl-S")
    #expect(try stored().name == "Theirs")
    #expect(desk.session.shell.layers.isEmpty)
  }

  @Test func `Who is faster twice is asked for twice`() throws {
    let desk = try Desk("T", library: library)
    desk.press("e")
    try other { $0.name = "First" }
    desk.retype("Mine")
    desk.press("Ctrl-S")
    try other { $0.name = "Second" }
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("Second"))
    desk.press("Ctrl-S")
    #expect(try stored().name == "Mine")
    #expect(desk.session.shell.layers.isEmpty)
  }

  @Test func `A write that is refused for another reason leaves the sheet open`() throws {
    let desk = try Desk("T", library: library)
    desk.press("e")
    desk.retype("Mine")
    try library.apply(RemoveRecord(try stored()))
    desk.press("Ctrl-S")
    #expect(desk.status.contains("is not in the store any more"))
    #expect(desk.session.shell.top is LinesSheet && desk.screen.contains("Mine"))
  }

  @Test func `A write tells what it wrote: the fields of both, and the next version`() throws {
    try other { $0.note = "theirs" }
    var mine = report
    mine.name = "Mine"
    let written = try library.apply(EditRecord(base: report, edited: mine))
    let record: Report = try #require(written.record("r"))
    #expect(record.name == "Mine" && record.note == "theirs" && record.version == 3)
  }
}
