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

  @Test func `Another's edits additions and removals arrive`() throws {
    try rename("b", "Bees", by: mei)
    try tom.apply(AddRecord(Self.plan("c")))
    try mei.apply(RemoveRecord(Self.plan("z")))
    try tom.apply(AddRecord(Self.plan("0")))
    for library in [mei, tom] { #expect(try plans(library) == fresh()) }
    #expect(try plans(mei).map { $0.prefix(1) } == ["0", "a", "b", "c", "d", "É"])
  }

  @Test func `Undo and redo arrive`() throws {
    try rename("a", "Ants", by: mei)
    try mei.undo()
    #expect(try plans(tom) == fresh())
    try mei.redo()
    try mei.apply(RemoveRecord(Self.plan("d")))
    #expect(try plans(tom) == fresh())
    try mei.undo()
    for library in [mei, tom] { #expect(try plans(library) == fresh()) }
  }

  @Test func `What was refused leaves nothing behind`() throws {
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

  @Test func `Many changes at once are read anew`() throws {
    try tom.apply(ImportRecords(new: (0..<1_500).map { Self.plan("many-\($0)") }))
    #expect(try plans(mei).count == 1_505)
    #expect(try plans(mei) == fresh())
  }

  @Test func `The whole programme is of one state`() throws {
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
