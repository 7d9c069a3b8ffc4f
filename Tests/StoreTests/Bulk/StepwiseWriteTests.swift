import Foundation
import GRDB
import Glibc
import Model
import RandomRecords
import Testing

@testable import Store

/// Very much is written at once while others work in the same store.
@Suite struct StepwiseWriteTests {
  private let folder: TemporaryFolder
  private let library: Library
  private let other: Library
  private let guest: Guest

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "ana", creating: true)
    other = try Library.open(folder.store, who: "ben")
    #expect(library.others.isEmpty)
    guest = try Guest(folder.store)
  }

  /// A window of another program that has the store open.
  private final class Guest {
    private let descriptor: Int32

    init(_ store: String) throws {
      descriptor = open(store + "-here", O_RDWR)
      try #require(descriptor >= 0)
      var range = flock()
      (range.l_type, range.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
      (range.l_start, range.l_len) = (99, 1)
      #expect(fcntl(descriptor, 37, &range) == 0)
      let card = Array(#"{"who":"chi","process":0}"#.utf8)
      let bytes = card + [UInt8](repeating: 0, count: 512 - card.count)
      #expect(pwrite(descriptor, bytes, 512, 512 * 99) == 512)
    }

    deinit { close(descriptor) }
  }

  private func people(_ count: Int) -> [Stakeholder] {
    var random = RandomRecords(seed: 7, known: [:])
    return (0..<count).map { number in
      var person: Stakeholder = random.record("p\(number)", as: Stakeholder.self)
      person.name = "Person \(number)"
      if number == 1_499 { person.retired = nil }
      return person
    }
  }

  /// Adds people as an import does, and gives Zoe a city.
  /// - Parameter progress: called between the transactions.
  @discardableResult
  private func bulk(
    _ people: [Stakeholder], city: String? = nil, progress: (BulkProgress) throws -> Bool = { _ in true }
  ) throws -> Bool {
    var failure: (any Error)?
    let isWritten = try library.writeInBulk(
      why: "people.csv",
      produce: { feed in
        for start in stride(from: 0, to: people.count, by: 200) {
          var batch = BulkBatch()
          batch.rows = min(start + 200, people.count)
          batch.steps = people[start..<batch.rows].map { .new($0, isIDFree: false) }
          if start == 0, let city, let zoe = try feed.read(RecordByID<Stakeholder>("Zoe")) {
            var after = zoe
            after.city = city
            batch.steps.append(.change(before: zoe, after: after))
          }
          try feed.put(batch)
        }
        return true
      }, keeps: { _ in true },
      progress: {
        do { return try progress($0) } catch {
          failure = error
          return false
        }
      }
    ).isWritten
    if let failure { throw failure }
    return isWritten
  }

  private func line() throws -> Incoming.Line? { try library.withReader { try Incoming.line(in: $0.db) } }

  private func stored() throws -> Set<RecordID> {
    var all: Set<RecordID> = []
    try library.eachStakeholder(includingRetired: true) { all.formUnion($0.map(\.id)) }
    return all
  }

  @Test func `What is written is as if added one by one, undone and redone as one`() throws {
    let people = people(1_300)
    try library.add(.named("Zoe"))
    #expect(try bulk(people, city: "Lima"))
    let alone = try Library.inMemory()
    try alone.add(.named("Zoe"))
    try alone.edit("Zoe") { $0.city = "Lima" }
    try alone.apply(ImportRecords(new: people))
    for _ in 0..<2 {
      #expect(try library.read(Tallies()) == alone.read(Tallies()))
      #expect(try library.read(RecordByID<Stakeholder>("p1299"))?.values == people[1_299].values)
      #expect(try library.stakeholder("Zoe")?.city == "Lima")
      #expect(try line() == nil && library.check().isEmpty)
      let entry = try #require(try library.read(RecentChanges(limit: 1)).first)
      #expect((entry.name, entry.count, entry.who) == ("import", 1_301, "ana"))
      let history = try library.read(RecordHistory(.stakeholder, "p7")).entries
      #expect(history.map(\.why) == ["people.csv"] && history[0].who == "ana")
      try library.undo()
      #expect(try stored() == ["Zoe"] && library.check().isEmpty)
      #expect(try library.stakeholder("Zoe")?.city == "")
      #expect(try library.read(RecentChanges(limit: 1)).first?.count == 1_301)
      try library.redo()
    }
  }

  @Test func `Others see nothing of it before the end, and their saves do not wait`() throws {
    try library.add(.named("Zoe"))
    var (steps, edits) = (0, 0)
    try bulk(people(1_500)) { progress in
      guard try line() != nil, try library.database.read({ try Self.rows(behind: $0) }) > 0 else {
        return true
      }
      steps += 1
      #expect(try other.read(Tallies()).total == 1 + edits)
      #expect(try other.find("Person").isEmpty && other.find("Pers").isEmpty)
      let list = StakeholderWindow(filter: .init(), count: 50)
      #expect(try other.read(list).rows.count == 1 + edits)
      #expect(try other.stakeholder("p3") == nil)
      if steps == 1 { #expect(try other.check().isEmpty) }
      try other.edit("Zoe") { $0.city = "Lima \(steps)" }
      try other.apply(ImportRecords(new: [Stakeholder.named("Ben \(steps)")]))
      edits += 1
      return true
    }
    #expect(steps > 2 && edits == steps)
    #expect(try stored().count == 1_501 + edits)
    #expect(try library.stakeholder("Zoe")?.city == "Lima \(steps)")
    #expect(try other.find("Person 1499") == ["Person 1499"])
    #expect(try library.check().isEmpty && line() == nil)
    // What comes next goes on behind.
    try other.add(.named("Last"))
    #expect(try other.find("Last") == ["Last"])
  }

  private static func rows(behind db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM main.stakeholder WHERE row >= (SELECT first FROM main.incoming)")
      ?? 0
  }

  @Test func `What somebody writes meanwhile is kept, field by field`() throws {
    try library.add(.named("Zoe"))
    var isDone = false
    try bulk(people(900), city: "Lima") { _ in
      if !isDone { try other.edit("Zoe") { $0.notes = "Asked to be called" } }
      isDone = true
      return true
    }
    let zoe = try #require(try library.stakeholder("Zoe"))
    #expect(zoe.city == "Lima" && zoe.notes == "Asked to be called" && zoe.version == 3)
  }

  /// What the plan came from is another now: all is planned again while nobody else writes.
  @Test(arguments: ["field", "name", "removal"])
  func `Who is overtaken begins again`(by what: String) throws {
    try library.add(.named("Zoe"), .named("Yan"))
    var isDone = false
    let isWritten = try bulk(people(900), city: "Lima") { _ in
      guard !isDone else { return true }
      isDone = true
      switch what {
      case "field": try other.edit("Zoe") { $0.city = "Quito" }
      case "name": try other.edit("Yan") { $0.name = "Person 12" }
      default: try other.apply(RemoveRecord(#require(try other.stakeholder("Yan"))))
      }
      return true
    }
    #expect(isWritten && isDone)
    #expect(try library.stakeholder("Zoe")?.city == "Lima")
    #expect(try stored().count == (what == "removal" ? 901 : 902))
    #expect(try library.check().isEmpty && line() == nil)
    #expect(
      try library.read(RecentChanges(limit: 9)).filter { $0.name == "import" && $0.count > 2 }.count == 1)
  }

  @Test func `Nothing is left of what was given up`() throws {
    #expect(throws: CancellationError.self) { try bulk(people(2_000)) { $0.rows < 900 } }
    #expect(try stored().isEmpty && line() == nil && library.check().isEmpty)
    #expect(try library.read(RecentChanges(limit: 9)).isEmpty)
    #expect(try bulk(people(300)))
    #expect(try stored().count == 300)
  }

  @Test func `What somebody left who was killed is taken out`() throws {
    let people = people(1_200)
    do {
      let writer = try #require(try StepwiseWrite(beside: library, why: "people.csv"))
      var batch = BulkBatch()
      batch.steps = people.map { .new($0, isIDFree: false) }
      try writer.take(batch)
      // While it is at work nobody takes it for dead, and a second one waits.
      try other.takeBackLeftIncoming()
      #expect(try line() != nil)
      #expect(throws: StoreProblem.busy(folder.store)) {
        try other.writeInBulk(
          why: "", produce: { _ in true }, keeps: { _ in true }, progress: { _ in true })
      }
    }
    #expect(try other.read(Tallies()).total == 0 && other.find("Person").isEmpty)
    let next = try Library.open(folder.store, who: "eva")
    for _ in 0..<200 where try line() != nil { usleep(20_000) }
    #expect(try line() == nil && next.check().isEmpty)
    #expect(try next.database.read { try Self.rows(behind: $0) } == 0)
    #expect(try bulk(people))
  }
}
