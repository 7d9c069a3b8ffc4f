import Dispatch
import Synchronization

/// Carries batches from one thread to another; the one that makes them waits while the other is behind.
final class Conveyor<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
    /// The one that takes stands there with nothing to do.
    var isWaiting = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let places = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  /// - Parameter length: how many elements may lie on it.
  init(length: Int) {
    // A semaphore may not end lower than it began.
    for _ in 0..<length { places.signal() }
  }

  /// Whether the one that takes has nothing to do.
  var isWaitedAt: Bool { state.withLock { $0.isWaiting && $0.elements.isEmpty } }

  /// Puts an element on it.
  /// - Throws: `CancellationError` where nobody takes any more.
  func put(_ element: Element) throws {
    places.wait()
    try state.withLock { state in
      if state.isClosed { throw CancellationError() }
      state.elements.append(element)
    }
    news.signal()
  }

  /// No more comes; with a failure, the one that takes gets to know it.
  func close(_ failure: (any Error)? = nil) {
    state.withLock { state in
      state.isClosed = true
      if let failure { state.failure = failure }
    }
    news.signal()
    places.signal()
  }

  /// The next element; nil at the end.
  /// - Parameter idle: called while none has come for a quarter of a second.
  func take(idle: () throws -> Void) throws -> Element? {
    state.withLock { $0.isWaiting = true }
    while news.wait(timeout: .now() + .milliseconds(250)) == .timedOut { try idle() }
    let element = try state.withLock { state -> Element? in
      state.isWaiting = false
      if !state.elements.isEmpty { return state.elements.removeFirst() }
      if let failure = state.failure { throw failure }
      return nil
    }
    if element != nil { places.signal() }
    return element
  }
}
