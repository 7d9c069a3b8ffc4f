import Glibc
import Model
import Synchronization

/// This program's own place among those who have a store open; it is taken with the first thing to say or to ask.
final class Attendance: Sendable {
  private let store: String?
  private let who: String
  /// Nil before the first call; then what could be had.
  private let place = Mutex<PresenceFile??>(nil)

  /// - Parameter store: nil for one in memory, in which nobody else is.
  init(store: String?, who: String) { (self.store, self.who) = (store, who) }

  private var file: PresenceFile? {
    place.withLock { place in
      if let place { return place }
      let file = store.flatMap { PresenceFile(store: $0, who: who) }
      place = .some(file)
      return file
    }
  }

  func note(editing record: RecordReference?) { file?.note(editing: record) }

  func others() -> [Attendee] { file?.others() ?? [] }

  /// The right to bring rows in beside the work of others: see `Incoming`; nil where another has it.
  func claim() -> PresenceFile.Claim? { file?.claim() }

  /// Says, as long as it takes, that nobody else can write now.
  func writing<T>(_ body: () throws -> T) rethrows -> T {
    let file = file
    file?.note(writingSince: time(nil))
    defer { file?.note(writingSince: nil) }
    return try body()
  }

  /// Names who writes, where somebody else has been writing for too long.
  func named(_ problem: StoreProblem) -> StoreProblem {
    guard case .busy(let path) = problem else { return problem }
    let writers = others().filter { $0.writingSince != nil }
    guard let first = writers.min(by: { ($0.writingSince ?? 0) < ($1.writingSince ?? 0) }) else {
      return problem
    }
    return .held(path, by: first.who, seconds: max(3, time(nil) - (first.writingSince ?? 0)))
  }
}

extension Library {
  /// Says which record is edited here, to whoever else has the store open.
  public func note(editing record: RecordReference?) { attendance.note(editing: record) }

  /// Whoever else has the store open, other windows of the same person included.
  public var others: [Attendee] { attendance.others() }
}
