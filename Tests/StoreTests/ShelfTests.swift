import Foundation
import Model
import Store
import Testing

/// Small kinds of record are kept at hand, and after a change only what changed is read again: it must never show.
@Suite struct ShelfTests {
  private let folder: TemporaryFolder
  private let mei: Library
  private let tom: Library

  init() throws {
    folder = try TemporaryFolder()
    mei = try Library.open(folder.store, who: "mei", creating: true)
    tom = try Library.open(folder.store, who: "tom")
    try mei.apply(ImportRecords(new: ["b", "d", "a", "É", "z"].map(Self.plan)))
    _ = try (plans(mei), plans(tom))
  }

  private static func plan(_ id: RecordID) -> WorkPlan {
    var plan = WorkPlan(id: id)
    plan.name = "Plan \(id)"
    return plan
  }

  private func plans(_ library: Library) throws -> [String] {
    try library.read(AllRecords<WorkPlan>()).map { "\($0.id) \($0.name) \($0.version)" }
  }

  private func rename(_ id: RecordID, _ name: String, by library: Library) throws {
    let base = try #require(try library.read(RecordByID<WorkPlan>(id)))
    var edited = base
    edited.name = name
    try library.apply(EditRecord(base: base, edited: edited))
  }

  /// What a library that has nothing at hand reads.
  private func fresh() throws -> [String] { try plans(Library.open(folder.store, who: "new")) }

  @Test func anothersEditsAdditionsAndRemovalsArrive() throws {
    try rename("b", "Bees", by: mei)
    try tom.apply(AddRecord(Self.plan("c")))
    try mei.apply(RemoveRecord(Self.plan("z")))
    try tom.apply(AddRecord(Self.plan("0")))
    for library in [mei, tom] { #expect(try plans(library) == fresh()) }
    #expect(try plans(mei).map { $0.prefix(1) } == ["0", "a", "b", "c", "d", "É"])
  }

  @Test func undoAndRedoArrive() throws {
    try rename("a", "Ants", by: mei)
    try mei.undo()
    #expect(try plans(tom) == fresh())
    try mei.redo()
    try mei.apply(RemoveRecord(Self.plan("d")))
    #expect(try plans(tom) == fresh())
    try mei.undo()
    for library in [mei, tom] { #expect(try plans(library) == fresh()) }
  }

  @Test func whatWasRefusedLeavesNothingBehind() throws {
    struct Halfway: Change {
      let name = "halfway"
      func perform(in transaction: Transaction) throws {
        var plan = WorkPlan(id: "half")
        plan.name = "Half"
        try transaction.put(plan)
        throw Refusal.gone(title: "the rest")
      }
    }
    let before = try plans(mei)
    #expect(throws: Refusal.self) { try mei.apply(Halfway()) }
    #expect(try plans(mei) == before)
    #expect(try plans(tom) == before)
    try rename("a", "Ants", by: tom)
    #expect(try plans(mei) == fresh())
  }

  @Test func manyChangesAtOnceAreReadAnew() throws {
    try tom.apply(ImportRecords(new: (0..<1_500).map { Self.plan("many-\($0)") }))
    #expect(try plans(mei).count == 1_505)
    #expect(try plans(mei) == fresh())
  }

  @Test func theWholeProgrammeIsOfOneState() throws {
    _ = try mei.read(WholeProgramme())
    var activity = Activity(id: "own")
    (activity.name, activity.planText) = ("Own", "a")
    try tom.apply(AddRecord(activity))
    try rename("a", "Ants", by: tom)
    let programme = try mei.read(WholeProgramme())
    #expect(programme.activities.contains { $0.id == "own" })
    #expect(programme.plans.first { $0.id == "a" }?.name == "Ants")
  }
}

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

  @Test func aCircleIsNamed() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("a") { $0.dependsOn = ["c"] } }
    #expect(refusal == .invalid(field: "depends_on", .circle(["A", "C", "B", "A"])))
    let itself = #expect(throws: Refusal.self) { try edit("a") { $0.parent = "a" } }
    #expect(itself == .invalid(field: "parent", .circle(["A", "A"])))
  }

  @Test func aStepCannotWaitForWhatItIsAStepOf() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("c") { $0.parent = "b" } }
    #expect(refusal == .invalid(field: "depends_on", .circle(["C", "B", "C"])))
  }

  @Test func whatNobodyHasIsNotWaitedFor() throws {
    let refusal = #expect(throws: Refusal.self) { try edit("a") { $0.dependsOn = ["x"] } }
    #expect(refusal == .invalid(field: "depends_on", .unknownRecord("x")))
  }

  @Test func aCircleOfSeveralEditsIsRefusedAsAWhole() throws {
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

  @Test func aCircleDoesNotComeBackByUndo() throws {
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
