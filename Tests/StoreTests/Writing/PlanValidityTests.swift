import Model
import Testing

@testable import Store

/// Plans that cannot be do not come into the store, whichever way they come.
@Suite struct PlanValidityTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    for (id, after) in [("a", [RecordID]()), ("b", ["a"]), ("c", ["b"])] {
      var activity = Activity(id: id)
      (activity.name, activity.dependsOn) = (id.uppercased(), after)
      try library.apply(AddRecord(activity))
    }
  }

  private func edit(_ id: RecordID, _ change: (inout Activity) -> Void) throws {
    let base = try #require(try library.read(RecordByID<Activity>(id)))
    var edited = base
    change(&edited)
    try library.apply(EditRecord(base: base, edited: edited))
  }

  @Test func `A circle is named`() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("a") { $0.dependsOn = ["c"] } }
    #expect(refusal == .invalid(field: "depends_on", .circle(["A", "C", "B", "A"])))
    let itself = #expect(throws: Refusal.self) { try edit("a") { $0.parent = "a" } }
    #expect(itself == .invalid(field: "parent", .circle(["A", "A"])))
  }

  @Test func `A step cannot wait for what it is a step of`() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("c") { $0.parent = "b" } }
    #expect(refusal == .invalid(field: "depends_on", .circle(["C", "B", "C"])))
  }

  @Test func `What nobody has is not waited for`() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("a") { $0.dependsOn = ["x"] } }
    #expect(refusal == .invalid(field: "depends_on", .unknownRecord("x")))
  }

  @Test func `A circle of several edits is refused as a whole`() throws {
    let all = try library.read(AllRecords<Activity>()).filter { ["a", "b"].contains($0.id) }
    var (a, b) = (all[0], all[1])
    (a.start, b.parent) = (Day("2016-01-01"), "c")
    var circle = a
    circle.dependsOn = ["b"]
    #expect(throws: Refusal.self) {
      try library.apply(ChangeActivities("reschedule", [(all[0], circle), (all[1], b)]))
    }
    #expect(try library.read(RecordByID<Activity>("a"))?.start == nil)
    try library.apply(ChangeActivities("reschedule", [(all[0], a), (all[1], b)]))
    #expect(try library.read(RecordByID<Activity>("b"))?.parent == "c")
    try library.undo()
    #expect(try library.read(RecordByID<Activity>("b"))?.parent == "")
  }

  @Test func `A circle does not come back by undo`() throws {
    try edit("b") { $0.dependsOn = [] }
    try edit("a") { $0.notes = "first" }
    // Somebody else turns the chain round meanwhile.
    try edit("a") { $0.dependsOn = ["b"] }
    try library.undo()
    try library.undo()
    try library.undo()
    #expect(try library.read(RecordByID<Activity>("b"))?.dependsOn == ["a"])
  }
}
