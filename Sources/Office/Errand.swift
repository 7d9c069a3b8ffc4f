import Glibc
import Interchange
import Phrases
import Store
import Synchronization

/// Long work beside the keys: an import, a search for duplicates. One at a time; it can be stopped.
public protocol Errand: Sendable {
  associatedtype Outcome: Sendable
  /// What is being done, in a few words.
  var title: Phrase { get }
  /// Does the work on another thread.
  /// - Throws: `CancellationError` from `progress` where it was stopped; nothing may be left behind then.
  func run(in library: Library, progress: ErrandProgress) throws -> Outcome
  /// What is announced when it is done, whatever the person looks at by then.
  func news(of outcome: Outcome) -> Phrase?
}

/// Work that writes files under names that somebody typed.
public protocol WritingErrand: Errand {
  /// What may be replaced there: nothing, until the person was asked.
  var replacing: Replacing { get set }
}

/// Work that reads a file of text that somebody else made.
public protocol ReadingErrand: Errand {
  /// How its letters are stored: nil where that is to be found out. What nobody can tell for sure is asked.
  var encoding: TextEncoding? { get set }
}

/// How far an errand is, told by its thread and read by the screen's.
public final class ErrandProgress: Sendable {
  private struct State: Sendable {
    var done = 0
    /// 0 while nobody knows.
    var total = 0
    var isStopped = false
    /// Seconds of the monotonic clock.
    var told = 0.0
  }

  private let state = Mutex(State())
  private let begun = ErrandProgress.seconds
  private let wake: @Sendable () -> Void

  public init(wake: @escaping @Sendable () -> Void = {}) { self.wake = wake }

  /// Tells how much is done; cheap enough to be called for each record.
  /// - Throws: `CancellationError` where the work is to stop.
  public func report(_ done: Int, of total: Int) throws {
    let isDue = try state.withLock { state in
      if state.isStopped { throw CancellationError() }
      (state.done, state.total) = (done, total)
      let now = Self.seconds
      // Twice a second is enough for eyes, and little enough for a slow link.
      guard now - state.told >= 0.5 else { return false }
      state.told = now
      return true
    }
    if isDue { wake() }
  }

  public func stop() { state.withLock { $0.isStopped = true } }

  public var isStopped: Bool { state.withLock(\.isStopped) }

  /// The line that says how far the work is.
  public func line(_ title: Phrase, stopKey: String, _ phrases: Phrasebook) -> Phrase {
    let state = state.withLock { $0 }
    let elapsed = Self.seconds - begun
    if state.isStopped { return Phrase(.errandStopping, .phrase(title)) }
    guard state.total > 0, state.done > 0, elapsed > 0 else {
      return Phrase(.errandBegun, .phrase(title), .text(phrases.number(state.done)), .text(stopKey))
    }
    let rate = Double(state.done) / elapsed
    let left = Int((Double(state.total - state.done) / rate).rounded(.up))
    let time = left < 120 ? Phrase(.seconds, .number(left)) : Phrase(.minutes, .number((left + 30) / 60))
    return Phrase(
      .errandProgress, .phrase(title), .text(phrases.number(state.done)), .text(phrases.number(state.total)),
      .text(phrases.number(Int(rate))), .phrase(time), .text(stopKey))
  }

  /// The same for somebody who listens: a new sentence only at each quarter of the work.
  public func spokenLine(_ title: Phrase, stopKey: String) -> Phrase {
    let state = state.withLock { $0 }
    if state.isStopped { return Phrase(.errandStopping, .phrase(title)) }
    let quarters = state.total > 0 ? state.done * 4 / state.total : 0
    return Phrase(.spokenProgress, .phrase(title), .number(min(4, quarters) * 25), .text(stopKey))
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
