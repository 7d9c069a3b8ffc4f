import Model
import Testing

@testable import Interchange

/// A row without an id that says what a stored record says is that record, of kinds that nothing but an id tells apart.
@Suite struct SaidAgainTests {
  private static let rows =
    "name,start,place\nBriefing,2015-03-04,Bonn\nBriefing,2015-03-04,\nBriefing,2015-03-04,Bonn\n"

  private func plan(_ text: String, over stored: [Event] = []) throws -> ImportPlan<Event> {
    try RecordImport<Event>(known: KnownRecords(stored)).plan(Array(text.utf8))
  }

  private func event(_ id: RecordID, place: String) throws -> Event {
    var event = Event(id: id)
    (event.name, event.start, event.place) = ("Briefing", .day(try #require(Day("2015-03-04"))), place)
    return event
  }

  @Test func `The same file, imported again, brings nothing`() throws {
    let first = try plan(Self.rows).new
    #expect(first.count == 3)
    let again = try plan(Self.rows, over: first)
    #expect(again.new.isEmpty && again.changed.isEmpty && again.unchanged == 3)
  }

  @Test func `A stored record is said by one row`() throws {
    let stored = try plan(Self.rows).new
    let more = try plan(Self.rows + "Briefing,2015-03-04,Bonn\n", over: stored)
    #expect(more.unchanged == 3 && more.new.map(\.place) == ["Bonn"])
  }

  @Test func `What was filled in since does not make it another record`() throws {
    let text = "name,start,place\nBriefing,2015-03-04,\n"
    #expect(try plan(text, over: [event("e", place: "Lima")]).unchanged == 1)
    #expect(try plan("name,start\nBriefing,2015-03-05\n", over: [event("e", place: "Lima")]).new.count == 1)
  }

  @Test func `A row that says less leaves the record to the row that says the same`() throws {
    let text = "name,start,place\nBriefing,2015-03-04,\nBriefing,2015-03-04,Bonn\n"
    let plan = try plan(text, over: [event("e", place: "Bonn")])
    #expect(plan.unchanged == 1 && plan.new.map(\.place) == [""])
  }

  @Test func `A row with the id goes before one without`() throws {
    let text = "id,name,start\n,Briefing,2015-03-04\ne,Briefing,2015-03-04\n"
    let plan = try plan(text, over: [event("e", place: "")])
    #expect(plan.unchanged == 1 && plan.new.count == 1)
  }
}
