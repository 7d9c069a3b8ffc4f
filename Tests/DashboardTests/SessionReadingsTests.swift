import Model
import Store
import Testing

@testable import Dashboard

/// Whose private details were on the screen is noted beside the keys, and logged when it is over.
@Suite struct SessionReadingsTests {
  private func desk(isReadOnly: Bool = false) throws -> Desk {
    let library = try Library.inMemory()
    let people = ["Ana", "Ben", "Cem"].map { name in
      Stakeholder(id: name.lowercased(), version: 0, values: ["name": name, "kind": "individual"])
    }
    try library.apply(ImportRecords(new: people))
    return try Desk("2", isReadOnly: isReadOnly, library: library, clock: Desk.Clock(Desk.now))
  }

  private func lines(_ desk: Desk) throws -> [String] {
    try desk.library.read(Disclosures()).map { "\($0.id < 0 ? "open" : "logged") \($0.selection)" }
  }

  @Test(arguments: [false, true])
  func `What is opened is noted as soon as the keys rest, and logged at the end`(isReadOnly: Bool) throws {
    let desk = try desk(isReadOnly: isReadOnly)
    #expect(try lines(desk).isEmpty)
    desk.press("Enter")
    desk.rest()
    #expect(try lines(desk) == ["open stakeholder:ana"])
    desk.press("Esc", "Down", "Enter")
    desk.rest()
    // Not for each record at once: some seconds later.
    #expect(try lines(desk) == ["open stakeholder:ana"])
    #expect(desk.session.secondsToLog == 3)
    desk.clock.now += 3
    desk.rest()
    #expect(try lines(desk) == ["open stakeholder:ana stakeholder:ben"])
    desk.press("Esc", "q")
    #expect(try lines(desk) == ["logged stakeholder:ana stakeholder:ben"])
  }

  @Test func `Who reads on has a line for ten minutes`() throws {
    let desk = try desk()
    desk.press("Enter")
    desk.rest()
    desk.wait(minutes: 10)
    #expect(try lines(desk) == ["logged stakeholder:ana"])
    desk.press("Esc", "Down", "Enter")
    desk.rest()
    #expect(try lines(desk) == ["open stakeholder:ben", "logged stakeholder:ana"])
  }
}
