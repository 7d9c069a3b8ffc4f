import CProbe
import Glibc

/// What did not happen in time, and what was on the screen instead.
public struct ProbeError: Error, CustomStringConvertible {
  public let reason: String
  public let screen: [String]

  init(_ reason: String, screen: [String]) {
    self.reason = reason
    self.screen = screen
  }

  public var description: String {
    ([reason] + screen.map { "| \($0)" }).joined(separator: "\n")
  }
}

/// How long an answer took, and how much of it there was.
public struct ProbeMeasurement: Sendable, Equatable {
  /// From the first key to the first byte of the answer.
  public var firstMilliseconds: Double
  /// From the first key to the last byte of the answer.
  public var lastMilliseconds: Double
  public var bytes: Int
}

/// How a program ended.
public enum ProbeExit: Sendable, Equatable {
  case code(Int)
  case signal(Int)

  init(status: Int32) {
    self = status & 0x7F == 0 ? .code(Int(status >> 8 & 0xFF)) : .signal(Int(status & 0x7F))
  }
}

/// Waiting for what the program does: never longer than it takes.
extension TerminalProbe {
  /// Waits until the text stands on the screen.
  public func wait(for text: String, timeout seconds: Double = 5) throws(ProbeError) {
    try wait(timeout: seconds, "\"\(text)\" did not appear") { $0.row(of: text) != nil }
  }

  /// Waits until the text stands on the screen no more.
  public func wait(forNo text: String, timeout seconds: Double = 5) throws(ProbeError) {
    try wait(timeout: seconds, "\"\(text)\" did not go") { $0.row(of: text) == nil }
  }

  /// Waits until the condition holds; `reason` says what did not happen otherwise.
  public func wait(
    timeout seconds: Double = 5, _ reason: String = "it did not happen",
    until condition: (TerminalProbe) -> Bool
  ) throws(ProbeError) {
    let deadline = probe_now() + Int64(seconds * 1e9)
    while !condition(self) {
      let left = (deadline - probe_now()) / 1_000_000
      if left <= 0 { throw ProbeError("\(reason) in \(seconds) s", screen: lines) }
      if probe_pump(handle, Int32(clamping: left)) < 0 {
        if condition(self) { return }
        throw ProbeError("\(reason): the program has ended", screen: lines)
      }
    }
  }

  /// Reads until nothing has come for so long; at once when the program has ended.
  public func settle(quietMilliseconds: Int = 50) {
    while probe_pump(handle, Int32(quietMilliseconds)) > 0 {}
  }

  /// Waits until the program ends.
  public func waitForExit(timeout seconds: Double = 5) throws(ProbeError) -> ProbeExit {
    let deadline = probe_now() + Int64(seconds * 1e9)
    while probe_now() < deadline {
      // A closed terminal says so at once and for ever.
      if probe_pump(handle, 10) < 0 { usleep(1000) }
      let status = probe_status(handle)
      if status != -1 { return ProbeExit(status: status) }
    }
    throw ProbeError("the program did not end in \(seconds) s", screen: lines)
  }

  /// Types, and reads until nothing has come for so long. Nil where there was no answer in `timeout`.
  public func measure(
    _ text: String, quietMilliseconds: Int = 50, timeout seconds: Double = 5
  ) -> ProbeMeasurement? {
    measure(quietMilliseconds: quietMilliseconds, timeout: seconds) { $0.send(text) }
  }

  /// The same for anything done to the program.
  public func measure(
    quietMilliseconds: Int = 50, timeout seconds: Double = 5, _ act: (TerminalProbe) -> Void
  ) -> ProbeMeasurement? {
    settle(quietMilliseconds: 0)
    let before = bytesReceived
    probe_mark(handle)
    let start = probe_now()
    act(self)
    guard probe_pump(handle, Int32(seconds * 1000)) > 0 else { return nil }
    settle(quietMilliseconds: quietMilliseconds)
    return ProbeMeasurement(
      firstMilliseconds: Double(probe_first_since_mark(handle) - start) / 1e6,
      lastMilliseconds: Double(probe_last(handle) - start) / 1e6, bytes: bytesReceived - before)
  }

  /// Bytes that the program has sent so far.
  public var bytesReceived: Int { Int(probe_bytes(handle)) }
  /// When the program was started, in monotonic nanoseconds.
  public var launchTime: Int64 { probe_launched(handle) }
  /// When its last byte came, in monotonic nanoseconds.
  public var lastByteTime: Int64 { probe_last(handle) }

  /// From the start of the program to the last byte so far: after `wait(for:)`, the time to a drawn screen.
  public var millisecondsSinceLaunch: Double { Double(lastByteTime - launchTime) / 1e6 }
}
