import Testing

@testable import Model

/// A plan whose year is over and that nobody has touched counts as closed until somebody starts it.
@Suite struct ClosedPlanTests {
  private let late = Day("2026-11-29")!

  /// The programme of a store as it is made.
  private var fresh: Programme {
    var programme = Programme()
    programme.activities = Decision.adopted.activities.map { Activity(id: $0.id, version: 1, values: [:]) }
    return programme
  }

  private func with(_ id: RecordID, _ values: [String: String]) -> Programme {
    var programme = fresh
    let place = programme.activities.firstIndex { $0.id == id }!
    programme.activities[place] = Activity(id: id, version: 2, values: values)
    return programme
  }

  @Test func `Nothing of an untouched plan is late once its year is over`() {
    #expect(fresh.closedPlans(asOf: late) == [.table1, .implementation])
    #expect(fresh.alarms(asOf: late, at: 0, within: 7).isEmpty)
    let work = OpenWork(fresh, asOf: late, limit: 60)
    #expect(work.items.isEmpty && work.lateCount == 0)
    #expect(work.closedPlans == [.table1, .implementation])
    let book = OccurrenceBook(fresh)
    for activity in fresh.activities {
      #expect(book.standing(of: activity, asOf: late) == .closed)
      #expect(book.slipDays(of: activity, asOf: late) == nil)
    }
  }

  @Test func `In its year it is what it says`() {
    let autumn = Day("2015-12-31")!
    #expect(fresh.closedPlans(asOf: autumn).isEmpty)
    #expect(OpenWork(fresh, asOf: autumn, limit: 60).lateCount > 0)
    #expect(fresh.closedPlans(asOf: Day("2016-01-01")!).contains(.table1))
  }

  @Test func `Whoever starts one thing opens its plan, and taking that back closes it`() {
    let started = with("t1.b", ["status": "under-way"])
    #expect(started.closedPlans(asOf: late) == [.implementation])
    #expect(OpenWork(started, asOf: late, limit: 60).items.contains { $0.activity.id == "t1.c" })
    #expect(with("t1.b", [:]).closedPlans(asOf: late) == [.table1, .implementation])
    // What was just written counts before the store has told the rest.
    let book = OccurrenceBook(fresh)
    #expect(book.standing(of: started.activities.first { $0.id == "t1.b" }!, asOf: late) != .closed)
  }

  @Test func `A step of the office's own, a ticked time or a decision opens it too`() {
    var steps = fresh
    steps.activities.append(Activity(id: "own", version: 1, values: ["name": "A", "parent": "t1.b"]))
    #expect(steps.closedPlans(asOf: late) == [.implementation])
    var times = fresh
    times.occurrences = [Occurrence(activity: "t1.l", slot: "2015")]
    #expect(times.touchedPlans == Set([Decision.adopted.activity("t1.l")?.plan].compactMap(\.self)))
    var decided = fresh
    var ruling = Ruling(id: Decision.adopted.contradictions[0].id)
    ruling.side = .both
    decided.rulings = [ruling]
    #expect(decided.closedPlans(asOf: late).isEmpty)
  }
}
