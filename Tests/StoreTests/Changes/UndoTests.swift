import Model
import Store
import Testing

@Suite struct UndoTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(.named("Ana") { $0.city = "Lima" })
  }

  @Test func `Undo and redo of an edit`() throws {
    try library.edit("Ana") { $0.city = "Quito" }
    try library.undo()
    #expect(try library.stakeholder("Ana")?.city == "Lima")
    try library.redo()
    #expect(try library.stakeholder("Ana")?.city == "Quito")
    #expect(throws: Refusal.nothingToRedo) { try library.redo() }
  }

  @Test func `Undo goes back step by step to the beginning`() throws {
    try library.edit("Ana") { $0.city = "Quito" }
    try library.edit("Ana") { $0.city = "Bogotá" }
    try library.undo()
    try library.undo()
    #expect(try library.stakeholder("Ana")?.city == "Lima")
    try library.undo()
    #expect(try library.stakeholder("Ana") == nil)
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
    for _ in 0..<3 { try library.redo() }
    #expect(try library.stakeholder("Ana")?.city == "Bogotá")
  }

  @Test func `A new change ends redo`() throws {
    try library.edit("Ana") { $0.city = "Quito" }
    try library.undo()
    try library.edit("Ana") { $0.notes = "called" }
    #expect(throws: Refusal.nothingToRedo) { try library.redo() }
    #expect(try library.read(UndoOutlook()).redo == nil)
  }

  @Test func `What a new change ended stays ended`() throws {
    try library.edit("Ana") { $0.city = "Quito" }
    try library.undo()
    try library.edit("Ana") { $0.city = "Bogotá" }
    try library.undo()
    try library.redo()
    #expect(try library.stakeholder("Ana")?.city == "Bogotá")
    #expect(throws: Refusal.nothingToRedo) { try library.redo() }
  }

  @Test func `The adopted activities cannot be undone`() throws {
    try library.undo()
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
    #expect(try library.read(AllRecords<Activity>()).count == 22)
  }

  @Test func `Removed and retired come back`() throws {
    try library.apply(RetireStakeholder(["Ana"], on: Day("2015-09-15")))
    try library.undo()
    #expect(try library.stakeholder("Ana")?.retired == nil)
    try library.apply(RemoveRecord(#require(try library.stakeholder("Ana"))))
    #expect(try library.find("ana").isEmpty)
    try library.undo()
    #expect(try library.find("ana") == ["Ana"])
  }

  @Test func `The outlook names what undo would do`() throws {
    try library.edit("Ana") { $0.city = "Quito" }
    let outlook = try library.read(UndoOutlook())
    #expect(outlook.undo?.title == "Ana")
    #expect(outlook.undo?.fields.map { [$0.field, $0.before, $0.after] } == [["city", "Lima", "Quito"]])
  }

  @Test func `An import is one undo`() throws {
    try library.add(.named("Ben"), .named("Eva"))
    #expect(try library.read(RecentChanges(limit: 1)).first?.count == 2)
    try library.undo()
    #expect(try library.read(Tallies()).total == 1)
  }

  @Test func `Contents that a store begins with are no news`() throws {
    let library = try Library.inMemory()
    try library.begin(with: ImportRecords(new: [Stakeholder.named("Ana")]))
    #expect(try library.read(RecentChanges(limit: 9)).isEmpty)
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
  }
}
