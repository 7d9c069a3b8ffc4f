import Dashboard
import Model
import Store
import Testing

@Suite struct SampleStoreTests {
  @Test func fillsAStoreThatNobodyUndoes() throws {
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    #expect(try library.read(Tallies()).total == 461)
    #expect(try library.read(AllRecords<Activity>()).count { $0.adopted != nil && $0.status == .done } == 6)
    #expect(try library.read(AllRecords<LaunchCell>()).allSatisfy { Month($0.slot) != nil })
    #expect(try library.read(AllRecords<Evidence>()).count == 14)
    #expect(try library.read(RecentChanges(limit: 1)).isEmpty)
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
  }

  @Test func isDrawnForItsDay() throws {
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    let late = try library.read(AllRecords<Activity>()).filter {
      if case .late = $0.standing(asOf: SampleStore.asOf) { true } else { false }
    }
    #expect(!late.isEmpty)
  }
}
