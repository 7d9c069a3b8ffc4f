import Foundation
import Model
import RandomRecords
import Synchronization
import Testing

@testable import Store

/// A store in a file, into which very much is written at once.
@Suite struct BulkTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "ana", creating: true)
  }

  /// Adds people as an import does, in batches of 100.
  @discardableResult
  private func bulk(
    _ people: [Stakeholder], changing changes: [(before: Stakeholder, after: Stakeholder)] = [],
    into library: Library? = nil, expected: Int? = nil, keeps: Bool = true,
    progress: (BulkProgress) -> Bool = { _ in true }
  ) throws -> Bool {
    try (library ?? self.library).writeInBulk(
      why: "people.csv",
      produce: { feed in
        var batch = BulkBatch()
        batch.expectedRows = expected ?? people.count
        batch.steps = changes.map { .change(before: $0.before, after: $0.after) }
        for (index, person) in people.enumerated() {
          batch.steps.append(.add(BulkRow(person, isIDFree: false)))
          batch.rows += 1
          guard index % 100 == 99 else { continue }
          try feed.put(batch)
          batch.steps = []
        }
        try feed.put(batch)
        return true
      }, keeps: { _ in keeps }, progress: progress
    ).isWritten
  }

  private func people(_ count: Int, _ seed: UInt64 = 1) -> [Stakeholder] {
    var random = RandomRecords(seed: seed, known: [:])
    return (0..<count).map { number in
      var person: Stakeholder = random.record("p\(seed)-\(number)", as: Stakeholder.self)
      if person.name.isEmpty { person.name = "Nobody \(number)" }
      return person
    }
  }

  private func stored() throws -> [Stakeholder] {
    var all: [Stakeholder] = []
    try library.eachStakeholder(includingRetired: true) { all += $0 }
    return all
  }

  /// Neither the way of writing nor setting indexes aside makes a difference to what is stored.
  @Test(arguments: [300, 30_000])
  func `What is written is as if added one by one`(expected: Int) throws {
    let people = people(300)
    #expect(try bulk(people, expected: expected))
    let other = try Library.inMemory()
    try other.apply(ImportRecords(new: people))
    #expect(try stored().map(\.values) == people.map(\.values))
    #expect(try library.read(Tallies()) == other.read(Tallies()))
    for text in ["a", "an", "小", "م", "org"] {
      let window = StakeholderWindow(filter: .init(text: text), count: 400)
      #expect(
        try library.read(window).rows.map(\.stakeholder.id) == other.read(window).rows.map(\.stakeholder.id))
    }
    #expect(try library.damage().isEmpty)
  }

  @Test func `It is one entry of the journal`() throws {
    try library.apply(ImportRecords(new: [Stakeholder.named("Zoe")]))
    let zoe = try #require(try library.stakeholder("Zoe"))
    var after = zoe
    after.city = "Lima"
    try bulk(people(250), changing: [(zoe, after)])
    let entry = try #require(try library.read(RecentChanges(limit: 1)).first)
    #expect((entry.name, entry.why, entry.count, entry.who) == ("import", "people.csv", 251, "ana"))
    #expect(try library.read(UndoOutlook()).undo?.count == 251)
    try library.undo()
    #expect(try stored().map(\.values) == [zoe.values])
    #expect(try library.read(RecentChanges(limit: 1)).first?.count == 251)
    try library.redo()
    #expect(try library.read(Tallies()).total + library.read(Tallies()).retired == 251)
    #expect(try library.stakeholder("Zoe")?.city == "Lima")
  }

  @Test(arguments: [300, 30_000])
  func `Undo and redo of a bulk`(expected: Int) throws {
    try library.apply(ImportRecords(new: people(20, 2)))
    let (before, tallies) = (try stored(), try library.read(Tallies()))
    try bulk(people(300), expected: expected)
    let (all, more) = (try stored(), try library.read(Tallies()))
    for _ in 0..<2 {
      try library.undo()
      #expect(try stored() == before)
      #expect(try library.read(Tallies()) == tallies)
      #expect(try library.damage().isEmpty)
      try library.redo()
      #expect(try stored().map(\.values) == all.map(\.values))
      #expect(try library.read(Tallies()) == more)
    }
    #expect(throws: Refusal.nothingToRedo) { try library.redo() }
    try library.undo()
    try library.undo()
    #expect(try stored().isEmpty)
  }

  @Test func `What somebody changed since stays`() throws {
    try bulk([.named("Ana"), .named("Ben")])
    let other = try Library.open(folder.store, who: "ben")
    try other.edit("Ben") { $0.city = "Lima" }
    #expect(throws: Refusal.changedSince(title: "Ben", by: "ben")) { try library.undo() }
    try other.undo()
    try library.undo()
    #expect(try stored().isEmpty)
  }

  @Test func `What was removed and brought back is still of the bulk`() throws {
    try bulk([.named("Ana"), .named("Ben")])
    try library.apply(RemoveRecord(#require(try library.stakeholder("Ben"))))
    let other = try Library.open(folder.store, who: "ben")
    #expect(throws: Refusal.nothingToUndo) { try other.undo() }
    try library.undo()
    try library.redo()
    try library.undo()
    #expect(try library.stakeholder("Ben")?.values["origin"] == nil)
    try library.undo()
    #expect(try stored().isEmpty)
  }

  @Test func `What somebody removed since is named`() throws {
    try bulk([.named("Ana"), .named("Ben")])
    let other = try Library.open(folder.store, who: "ben")
    try other.apply(RemoveRecord(#require(try other.stakeholder("Ben"))))
    #expect(throws: Refusal.changedSince(title: "Ben", by: "ben")) { try library.undo() }
  }

  @Test func `A clash over a bulk record names its importer`() throws {
    try bulk([.named("Ana")])
    let other = try Library.open(folder.store, who: "ben")
    let base = try #require(try other.stakeholder("Ana"))
    #expect(base.version == 1)
    try library.edit("Ana") { $0.city = "Lima" }
    var mine = base
    mine.city = "Quito"
    #expect(throws: Refusal.self) { try other.apply(EditStakeholder(base: base, edited: mine)) }
  }

  @Test func `Nothing is left of what was given up`() throws {
    var calls = 0
    #expect(throws: CancellationError.self) {
      try bulk(people(1_000), expected: 30_000) { progress in
        calls += 1
        return progress.rows < 500
      }
    }
    #expect(calls > 3)
    #expect(try stored().isEmpty)
    #expect(try library.read(RecentChanges(limit: 9)).isEmpty)
    #expect(try !bulk(people(10), keeps: false))
    #expect(try stored().isEmpty)
    #expect(try library.damage().isEmpty)
    let log = try FileManager.default.attributesOfItem(atPath: folder.store + "-wal")[.size] as? Int
    #expect(log == 0)
    // The indexes are in their places again.
    #expect(try bulk(people(50)))
  }

  @Test func `What the reading thread throws arrives`() throws {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      try library.writeInBulk(
        why: "", produce: { _ -> Int in throw Broken() }, keeps: { _ in true }, progress: { _ in true })
    }
    #expect(try bulk(people(5)))
  }

  @Test func `Others read meanwhile and write afterwards`() throws {
    let other = try Library.open(folder.store, who: "ben")
    try other.apply(AddRecord(Stakeholder.named("Ben")))
    let seen = Mutex<[Int]>([])
    var refusals: [StoreProblem] = []
    try bulk(people(300)) { progress in
      if progress.phase == .saving, let total = try? other.read(Tallies()).total {
        seen.withLock { $0.append(total) }
        do { try other.edit("Ben") { $0.city = "Lima" } } catch { refusals.append(error as! StoreProblem) }
      }
      return true
    }
    #expect(seen.withLock { $0 } == [1])
    #expect(refusals == [.busy(folder.store)])
    #expect(try other.read(Tallies()).total > 1)
    try other.edit("Ben") { $0.city = "Lima" }
  }

  @Test func `A made-up ID that is taken gives way`() throws {
    try bulk([.named("Ana", id: "x")])
    let isWritten = try library.writeInBulk(
      why: "",
      produce: { feed in
        var batch = BulkBatch()
        batch.steps = [.add(BulkRow(.named("Ben", id: "x"), isIDFree: true))]
        try feed.put(batch)
      }, keeps: { true }, progress: { _ in true }
    ).isWritten
    #expect(isWritten)
    #expect(try stored().map(\.name) == ["Ana", "Ben"])
  }
}
