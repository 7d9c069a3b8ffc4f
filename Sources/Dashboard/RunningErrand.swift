import Dispatch
import Office
import Phrases
import Store
import Synchronization

/// An errand under way, without its type.
final class RunningErrand: Sendable {
  struct Result: Sendable {
    let outcome: any Sendable
    let news: Phrase?
  }

  let errand: any Errand
  /// The number of the pane that sent it off, so that the outcome finds it.
  let pane: Int
  /// The number of the sheet that closes when the work is done.
  let sheet: Int?
  let progress: ErrandProgress
  private let ended = Mutex<Swift.Result<Result, any Error>?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  /// - Parameter isImmediate: does the work before it returns, for tests and for plain text.
  init<E: Errand>(
    _ errand: E, from pane: Int, closing sheet: Int? = nil, in library: Library, isImmediate: Bool,
    wake: @escaping @Sendable () -> Void
  ) {
    self.errand = errand
    (self.pane, self.sheet) = (pane, sheet)
    progress = ErrandProgress(wake: wake)
    let work: @Sendable () -> Void = { [self] in
      let result = Swift.Result {
        let outcome = try errand.run(in: isImmediate ? library : library.sibling(), progress: progress)
        return Result(outcome: outcome, news: errand.news(of: outcome))
      }
      ended.withLock { $0 = result }
      finished.signal()
      wake()
    }
    if isImmediate {
      work()
    } else {
      DispatchQueue(label: "outreach.errand", qos: .utility).async(execute: work)
    }
  }

  var title: Phrase { errand.title }

  /// How it ended; nil while it goes on.
  var result: Swift.Result<Result, any Error>? { ended.withLock { $0 } }

  /// Tells it to stop, and waits until it has put everything back.
  func stopAndWait() {
    progress.stop()
    if result == nil { finished.wait() }
  }
}
