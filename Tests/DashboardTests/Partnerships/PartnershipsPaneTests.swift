import Model
import Office
import Store
import Terminal
import Testing

@testable import Dashboard

/// The register of partnerships by keys: what can follow, what is missing, and which key leads there.
@Suite struct PartnershipsPaneTests {
  private func desk(
    at id: RecordID? = nil, columns: Int = 80, language: String = "en", isReadOnly: Bool = false,
    who: String = "tester"
  ) throws -> Desk {
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    let desk = try Desk(
      "Q", columns: columns, language: language, isReadOnly: isReadOnly, library: library, who: who)
    if let id { desk.session.perform([.go(.list(.partnership, id))], from: 0) }
    desk.session.settle(milliseconds: 0)
    return desk
  }

  private func stored(_ desk: Desk, _ id: String) throws -> Partnership {
    try #require(try desk.library.read(RecordByID<Partnership>(id)))
  }

  private func marked(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  @Test func `What waits stands first, and what there was before the decision has its citation`() throws {
    let desk = try desk()
    #expect(desk.lines[0].contains("11, 2 waiting for Bureau or Plenary, 1 to review"))
    #expect(marked(desk).contains("review due") && marked(desk).contains("technical support"))
    desk.session.perform([.go(.list(.partnership, "c15.unep"))], from: 0)
    desk.session.settle(milliseconds: 0)
    #expect(marked(desk).contains("active") && desk.status.contains("C.15 (a), decision IPBES-2/8"))
  }

  @Test func `The invitation itself goes nowhere, and a new one begins with its type`() throws {
    let desk = try desk(at: "op7.mea")
    desk.press("Space")
    #expect(desk.status.contains("It stands for all who are invited: n begins"))
    desk.press("n")
    desk.type("Areas of work")
    desk.press("Ctrl-S")
    let new = try #require(
      try desk.library.read(AllRecords<Partnership>()).first { $0.name == "Areas of work" })
    #expect(new.type == .agreement && new.state == .idea && new.steps.map(\.who) == ["tester"])
  }

  @Test func `An open issue keeps it from being active, and the key that settles it leads there`() throws {
    let desk = try desk(at: "partnership-04")
    #expect(desk.status.contains("2 of 11 issues open"))
    desk.press("Space", "Enter")
    #expect(desk.status.contains("c settles: intellectual property"))
    #expect(try stored(desk, "partnership-04").state == .bureau)
    desk.press("Esc", "c")
    for _ in 0..<4 { desk.press("Down") }
    desk.press("Space", "Down", "Down", "x")
    desk.type("no logo")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-04").openIssues.isEmpty)
    #expect(try stored(desk, "partnership-04").settled(.logos)?.state == .waived)
    desk.press("Esc", "Space", "Enter", "Down")
    desk.type("Bureau meeting 7")
    desk.press("Enter")
    #expect(desk.status.contains("a second person makes it active"))
    desk.press("Space", "Enter")
    #expect(desk.status.contains("tester has recorded it already"))
    #expect(try stored(desk, "partnership-04").state == .bureau)
    desk.press("Esc", "u")
    #expect(try stored(desk, "partnership-04").approvals.isEmpty)
  }

  @Test func `A number or a reason is asked for where there is none`() throws {
    let desk = try desk(at: "partnership-05")
    desk.press("Space", "Down", "Enter", "Enter", "Enter")
    #expect(desk.body.contains("asks for the number of a decision"))
    desk.press("Down")
    desk.type("Nobody took it up")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-05").state == .refused)
  }

  @Test func `What an alternative settles ends as that, and stays`() throws {
    let desk = try desk(at: "partnership-01")
    #expect(marked(desk).contains("no partnership needed") && desk.status.contains("goes on as influence"))
    desk.press("Space")
    #expect(desk.status.contains("Over: no partnership needed"))
    desk.press("D")
    #expect(desk.status.contains("What has a history stays"))
    #expect(try stored(desk, "partnership-01").state == .lighter)
  }

  @Test func `Another route takes a reason`() throws {
    let desk = try desk(at: "partnership-04")
    desk.press("w", "c", "Enter", "Enter")
    #expect(desk.body.contains("This has to be filled in"))
    desk.type("It reaches beyond the deliverable")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-04").route == .consult)
    desk.press("Space", "Enter")
    #expect(desk.status.contains("asks the Plenary first (annex III, 18 (c))"))
  }

  @Test func `A review that is due is recorded with the day of the next`() throws {
    let desk = try desk(at: "partnership-03")
    desk.press("v", "Down", "Down", "Down")
    desk.type("It serves its aims")
    desk.press("Down")
    desk.type("2016-09-01")
    desk.press("Enter")
    #expect(try stored(desk, "partnership-03").state(on: Desk.asOf) == .active)
    #expect(try stored(desk, "partnership-03").reviews.map(\.body) == [.secretariat])
    desk.press("u")
    #expect(marked(desk).contains("review due"))
  }

  @Test func `Alarms, the overview and the calendar tell of a review`() throws {
    let desk = try desk()
    desk.press("1")
    desk.rest()
    #expect(desk.body.contains("PARTNERSHIPS"))
    desk.press("A")
    for _ in 0..<200 where !marked(desk).contains(" review ") { desk.press("Down") }
    #expect(marked(desk).contains("review"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Partnerships"))
    let agenda = Agenda(try desk.library.read(WholeProgramme()), zone: .utc)
    let items = agenda.items(from: Day("2015-09-01")!, through: Day("2015-09-01")!)
    #expect(items.contains { $0.kind == .partnership && $0.mark == .review && $0.id == "partnership-03" })
  }

  @Test func `Whether others take part less is compared around the day on which it is active`() throws {
    let desk = try desk(at: "partnership-03")
    desk.press("s")
    desk.rest()
    #expect(desk.body.contains("before (") && desk.body.contains("since (1 Mar 2015"))
    #expect(desk.body.contains("annex III, 9 (e)"))
  }

  @Test func `Where a store is only read nothing is written`() throws {
    let desk = try desk(at: "partnership-04", isReadOnly: true)
    for keys in [["Space"], ["c", "Space"], ["l", "Space"], ["w"], ["v"]] {
      for key in keys { desk.press(KeyChord(stringLiteral: key)) }
      #expect(desk.status.contains("reading only"), "\(keys)")
      desk.press("Esc")
    }
    #expect(try stored(desk, "partnership-04").openIssues.count == 2)
  }
}
