import CSystem
import Foundation
import Glibc
import Synchronization

/// Hears the signals that end a command (Ctrl-C, SIGTERM, a lost link) and those that stop it for a while. Signals are
/// blocked in every thread: one of its own waits for them, and hands them over to a dashboard.
enum Interruption {
  private struct State {
    /// Long work ends itself, at a good place.
    var isPatient = false
    var asked: Int32?
    /// What is done before the end, such as keeping what was answered.
    var farewell: (@Sendable () -> Void)?
    var isOver = false
  }

  private static let state = Mutex(State())
  private static let ended = DispatchSemaphore(value: 0)
  /// Wakes the thread that hears.
  private static let bell: (hears: Int32, rings: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  static func listen() {
    _ = bell
    Thread.detachNewThread {
      hear()
      ended.signal()
    }
  }

  /// Leaves the signals to whoever reads them from now on.
  static func handOver() {
    state.withLock { $0.isOver = true }
    var byte: UInt8 = 0
    _ = Glibc.write(bell.rings, &byte, 1)
    ended.wait()
  }

  private static func hear() {
    var ends = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell.hears, events: Int16(POLLIN), revents: 0),
    ]
    while !state.withLock(\.isOver) {
      guard poll(&ends, 2, -1) > 0 else { continue }
      while !state.withLock(\.isOver), case let number = system_next_signal(signals), number != 0 {
        take(number)
      }
    }
  }

  private static func take(_ number: Int32) {
    switch number {
    case SIGTSTP: system_suspend()
    case SIGINT, SIGTERM, SIGHUP:
      let isPatient = state.withLock { state in
        defer { state.asked = state.asked ?? number }
        // Who asks twice does not want to wait.
        return state.isPatient && state.asked == nil
      }
      if !isPatient { end(by: number) }
    default: break
    }
  }

  // MARK: Work

  /// The signal that asked for the end of long work; nil while none did.
  static var asked: Int32? { state.withLock(\.asked) }

  /// Lets work end itself when it is asked to: see `asked`.
  static func patiently<T>(_ body: () throws -> T) rethrows -> T {
    state.withLock { $0.isPatient = true }
    defer { state.withLock { $0.isPatient = false } }
    return try body()
  }

  /// - Parameter farewell: done on another thread when a signal ends the command; nil for nothing any more.
  static func before(end farewell: (@Sendable () -> Void)?) { state.withLock { $0.farewell = farewell } }

  /// Ends the command as a signal does, and leaves nothing behind that was only there for a while.
  static func end(by number: Int32) -> Never {
    takeLeave()
    system_remove_lent()
    system_end_by(number)
  }

  /// Does once what is to be done before the end: lines may break off without any signal.
  static func takeLeave() {
    let farewell = state.withLock { state in
      defer { state.farewell = nil }
      return state.farewell
    }
    farewell?()
  }
}
