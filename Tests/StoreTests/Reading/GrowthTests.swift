import GRDB
import GRDBSQLite
import Model
import RandomRecords
import Synchronization
import Testing

@testable import Store

/// What one screen shows costs the same at every size: counted in steps of SQLite's machine, which no other work on the
/// host changes.
@Suite struct GrowthTests {
  private func library(of count: Int) throws -> Library {
    let library = try Library.inMemory()
    var number = 0
    try library.load {
      guard number < count else { return nil }
      number += 1
      var stakeholder = Stakeholder(id: "s-\(number)", version: 1, values: [:])
      stakeholder.name = "River \(number)"
      return stakeholder
    }
    return library
  }

  /// The steps that the answer to a question takes, once its statements are made.
  private func steps(_ library: Library, _ query: some Query) throws -> Int {
    _ = try library.read(query)
    let counter = Counter()
    try library.database.read { db in
      let address = Unmanaged.passUnretained(counter).toOpaque()
      sqlite3_progress_handler(
        db.sqliteConnection, 1,
        { address in
          Unmanaged<Counter>.fromOpaque(address!).takeUnretainedValue().steps += 1
          return 0
        }, address)
    }
    defer { try? library.database.read { sqlite3_progress_handler($0.sqliteConnection, 0, nil, nil) } }
    _ = try library.read(query)
    return counter.steps
  }

  private final class Counter { var steps = 0 }

  @Test func `What one screen shows costs what it costs at a tenth of the size`() throws {
    let (small, large) = (try library(of: 1_500), try library(of: 15_000))
    func grows(_ name: String, _ query: some Query, _ most: Double) throws {
      let (before, after) = (try steps(small, query), try steps(large, query))
      #expect(before > 20, "\(name): nothing was counted")
      let growth = "\(name): \(before) steps, \(after) at ten times the size"
      #expect(Double(after) <= Double(before) * most, "\(growth)")
      print(growth)
    }
    try grows("the first page", StakeholderWindow(count: 50), 1.2)
    let middle = StakeholderWindow(anchor: .record("s-700", before: 25), count: 50)
    try grows("a page from the middle", middle, 1.2)
    try grows("counts", Tallies(), 1.2)
    try grows("the last changes", RecentChanges(limit: 40), 1.2)
    try grows(
      "a letter, as it is typed",
      StakeholderWindow(filter: .init(text: "riv"), count: 50, isThorough: false), 3)
  }
}
