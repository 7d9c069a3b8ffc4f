import Model
import Office
import Store
import Testing

@testable import Dashboard

/// The proposals of the network by keys: noted, shared, considered, answered.
@Suite struct ProposalsPaneTests {
  private func desk(
    columns: Int = 80, rows: Int = 24, language: String = "en", isReadOnly: Bool = false
  ) throws -> Desk {
    let library = try Library.ofForests()
    var waiting = NetworkProposal(id: "p1")
    (waiting.name, waiting.received) = ("A hub for forest communities in the Sahel", Day("2015-05-04"))
    (waiting.stakeholder, waiting.shared) = ("aff", Day("2015-05-20"))
    var answered = NetworkProposal(id: "p2")
    (answered.name, answered.received) = ("Guides in Swahili", Day("2015-01-12"))
    (answered.shared, answered.bureau, answered.panel) = (
      Day("2015-01-20"), Day("2015-02-02"), Day("2015-02-03")
    )
    answered.outcome = "Taken up by the network itself"
    for proposal in [answered, waiting] { try library.begin(with: AddRecord(proposal)) }
    return try Desk(
      "Y", columns: columns, rows: rows, language: language, isReadOnly: isReadOnly, library: library)
  }

  private func proposal(_ desk: Desk, _ id: String) throws -> NetworkProposal {
    try #require(try desk.library.read(RecordByID<NetworkProposal>(id)))
  }

  @Test func `What waits for somebody stands before what is answered`() throws {
    let desk = try desk()
    #expect(desk.lines[3].contains("shared") && desk.lines[3].contains("A hub for forest"))
    #expect(desk.lines[4].contains("answered") && desk.lines[4].contains("Guides in Swahili"))
    desk.press("Down")
    #expect(desk.status.contains("Taken up by the network itself"))
  }

  @Test func `Space notes who had it today, and at last asks for the outcome`() throws {
    let desk = try desk()
    desk.press("Space")
    #expect(try proposal(desk, "p1").bureau == Desk.asOf)
    desk.press("Space")
    #expect(try proposal(desk, "p1").panel == Desk.asOf)
    #expect(desk.lines[3].contains("considered"))
    desk.press("u")
    #expect(try proposal(desk, "p1").panel == nil)
    desk.press("Ctrl-R", "Space")
    desk.type("Considered at the next session")
    desk.press("Ctrl-S")
    #expect(try proposal(desk, "p1").outcome == "Considered at the next session")
    #expect(try proposal(desk, "p1").state == .answered)
  }

  @Test func `A proposal is not shared before it was received`() throws {
    let desk = try desk()
    desk.press("e", "Down", "Down", "Down", "Down")
    desk.retype("2015-05-01")
    desk.press("Ctrl-S")
    #expect(desk.body.contains("The end lies before the start."))
    #expect(try proposal(desk, "p1").shared == Day("2015-05-20"))
  }

  @Test func `In Chinese`() throws {
    let desk = try desk(language: "zh")
    #expect(desk.lines[0].contains("提案"))
    #expect(desk.lines[3].contains("已共享"))
  }

  @Test func `Where a store is only read nothing is noted`() throws {
    let desk = try desk(isReadOnly: true)
    desk.press("Space")
    #expect(try proposal(desk, "p1").bureau == nil)
    #expect(desk.status.contains("reading only"))
  }
}
