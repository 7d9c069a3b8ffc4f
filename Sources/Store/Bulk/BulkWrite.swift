import Dispatch
import GRDB
import Glibc
import Model
import Synchronization

/// What the thread that reads a file has in hand while another writes.
public struct BulkFeed {
  private let reader: Reader
  private let hand: (BulkBatch) throws -> Void

  init(_ reader: Reader, _ hand: @escaping (BulkBatch) throws -> Void) {
    (self.reader, self.hand) = (reader, hand)
  }

  /// Asks the store as it was when the writing began.
  public func read<Q: Query>(_ query: Q) throws -> Q.Answer { try query.answer(in: reader) }

  /// Hands over steps; waits while the writer is behind.
  /// - Throws: `CancellationError` where the write was given up.
  public func put(_ batch: BulkBatch) throws { try hand(batch) }
}

extension Library {
  /// Reads without writing, as `writeInBulk` does: for a preview.
  public func rehearse<T>(_ produce: (BulkFeed) throws -> T, take: (BulkBatch) throws -> Void) throws -> T {
    try withoutActuallyEscaping(take) { take in
      try withReader { reader in try produce(BulkFeed(reader, take)) }
    }
  }

  /// Writes very many stakeholders as one change: one transaction, one entry of the journal, one undo. One
  /// thread reads and prepares while this one writes; others read meanwhile, and see nothing of it.
  ///
  /// Call it on a `sibling` where other threads use this library.
  /// - Parameters:
  ///   - why: the name of the file.
  ///   - produce: makes the steps, on another thread.
  ///   - keeps: whether what was produced is to be kept; else nothing is written.
  ///   - progress: called on this thread a few times a second; false gives up.
  /// - Returns: what `produce` made, and whether anything was written.
  /// - Throws: `CancellationError` where it was given up, `Refusal`, `StoreProblem`, or what `produce` throws;
  ///   nothing was then written, and nothing is left of it.
  public func writeInBulk<T: Sendable>(
    why: String, produce: @escaping @Sendable (BulkFeed) throws -> T, keeps: (T) throws -> Bool,
    progress: (BulkProgress) -> Bool
  ) throws -> (T, isWritten: Bool) {
    guard let pool = database as? DatabasePool else {
      return try writeInMemory(why: why, produce: produce, keeps: keeps)
    }
    var written: (T, isWritten: Bool)?
    do { written = try writeInSteps(why: why, produce, keeps, progress) } catch is StepwiseWrite.Overtaken {}
    let result = try written ?? writeAtOnce(why: why, produce, keeps, progress)
    if result.isWritten {
      try? pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA analysis_limit = 1000; PRAGMA optimize")
      }
    }
    return result
  }

  /// Nil where nobody else is here.
  private func writeInSteps<T: Sendable>(
    why: String, _ produce: @escaping @Sendable (BulkFeed) throws -> T, _ keeps: (T) throws -> Bool,
    _ progress: (BulkProgress) -> Bool
  ) throws -> (T, isWritten: Bool)? {
    guard let writer = try StepwiseWrite(beside: self, why: why) else { return nil }
    do {
      let made = try feed(
        produce, begin: writer.begin, take: writer.take,
        goesOn: { if !progress(writer.progress) { throw CancellationError() } })
      let isWritten = try writer.finish(keeps: { try keeps(made) }, progress)
      try writer.close()
      return (made, isWritten)
    } catch {
      try writer.close()
      throw error
    }
  }

  private func writeAtOnce<T: Sendable>(
    why: String, _ produce: @escaping @Sendable (BulkFeed) throws -> T, _ keeps: (T) throws -> Bool,
    _ progress: (BulkProgress) -> Bool
  ) throws -> (T, isWritten: Bool) {
    try waitForIncoming(progress)
    // To empty the log all writers wait until the last reader is done: not while there are others.
    defer { if others.isEmpty { emptyLog() } }
    var made: T?
    do {
      try write(needs: .edit) { transaction in
        let cache = try Self.enlargeCache(transaction.db)
        defer { try? transaction.db.execute(sql: "PRAGMA cache_size = \(cache)") }
        let writer = BulkWriter(transaction, why: why)
        // This thread holds the lock of writers, so the view that begins now is of what it began from.
        let result = try feed(
          produce, begin: { _ in }, take: writer.write,
          goesOn: { if !progress(writer.progress) { throw CancellationError() } })
        made = result
        guard try keeps(result), writer.hasWritten else { throw NothingToKeep() }
        try writer.finish(progress)
      }
    } catch is NothingToKeep { return (made!, false) }
    return (made!, true)
  }

  /// Waits a while for somebody else's write that lets others in between, but no second one.
  /// - Throws: `StoreProblem.busy` where it goes on.
  private func waitForIncoming(_ progress: (BulkProgress) -> Bool) throws {
    for _ in 0..<30 {
      try takeBackLeftIncoming()
      guard try withReader({ try Incoming.line(in: $0.db) }) != nil else { return }
      guard progress(BulkProgress()) else { throw CancellationError() }
      usleep(100_000)
    }
    throw attendance.named(.busy(path))
  }

  private struct NothingToKeep: Error {}

  /// Lets one thread produce and this one write.
  /// - Parameters:
  ///   - begin: called with the view of the store from which is produced.
  ///   - goesOn: asked now and then; what it throws ends all.
  private func feed<T: Sendable>(
    _ produce: @escaping @Sendable (BulkFeed) throws -> T,
    begin: @escaping (Reader) throws -> Void, take: (BulkBatch) throws -> Void, goesOn: () throws -> Void
  ) throws -> T {
    let conveyor = Conveyor<BulkBatch>(length: 4)
    let made = Mutex<T?>(nil)
    let ended = DispatchSemaphore(value: 0)
    nonisolated(unsafe) let begin = begin
    DispatchQueue(label: "outreach.import").async { [self] in
      do {
        let result = try withReader { reader in
          try begin(reader)
          return try produce(
            BulkFeed(reader) { batch in
              // Whoever has time makes the rows ready: the writer where it waits, else this thread.
              try conveyor.put(conveyor.isWaitedAt ? batch : batch.prepared)
            })
        }
        made.withLock { $0 = result }
        conveyor.close()
      } catch { conveyor.close(error) }
      ended.signal()
    }
    defer {
      conveyor.close(CancellationError())
      ended.wait()
    }
    while let batch = try conveyor.take(idle: goesOn) {
      try take(batch)
      try goesOn()
    }
    ended.wait()
    ended.signal()
    return made.withLock { $0! }
  }

  /// A store in memory has one connection only: first all is produced, then it is written.
  private func writeInMemory<T>(
    why: String, produce: (BulkFeed) throws -> T, keeps: (T) throws -> Bool
  ) throws -> (T, isWritten: Bool) {
    var batches: [BulkBatch] = []
    let made = try rehearse(produce) { batches.append($0) }
    guard try keeps(made) else { return (made, false) }
    do {
      try write(needs: .edit) { transaction in
        let writer = BulkWriter(transaction, why: why)
        for batch in batches { try writer.write(batch) }
        guard writer.hasWritten else { throw NothingToKeep() }
        try writer.finish { _ in true }
      }
    } catch is NothingToKeep { return (made, false) }
    return (made, true)
  }

  /// Returns the size that it had.
  private static func enlargeCache(_ db: Database) throws -> Int {
    let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -2000
    try db.execute(sql: "PRAGMA cache_size = -65536")
    return usual
  }
}
