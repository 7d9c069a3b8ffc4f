import CSystem
import Glibc

/// What is on its way to the terminal, in order. The terminal may take it slowly, or nothing for a while: whoever appends
/// never waits for that, so that keys, signals and the store are attended to meanwhile.
final class OutputQueue {
  /// The terminal, where room for more can be waited for.
  let descriptor: Int32
  private let neverWaits: Bool
  private var bytes: [UInt8] = []
  private var sent = 0

  init() {
    let own = system_open_terminal(STDOUT_FILENO)
    neverWaits = own >= 0
    descriptor = neverWaits ? own : STDOUT_FILENO
  }

  var isEmpty: Bool { bytes.isEmpty }

  func append(_ more: [UInt8]) {
    bytes += more
    drain()
  }

  /// Sends as much as the terminal takes at once. Where the link is gone nothing is left to send.
  func drain() {
    while sent < bytes.count {
      // Where writing would wait (the terminal is another login's), little enough is written that it hardly does.
      if !neverWaits && !hasRoom(milliseconds: 0) { return }
      let most = neverWaits ? bytes.count : 256
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, most)) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return }
        break
      }
      sent += count
    }
    forget()
  }

  /// Waits until all is sent, so long at most.
  func flush(milliseconds: Int32) {
    for _ in 0..<max(1, milliseconds / 10) where !isEmpty {
      _ = hasRoom(milliseconds: 10)
      drain()
    }
  }

  /// What was not sent yet never is.
  func forget() {
    bytes = []
    sent = 0
  }

  func close() {
    if neverWaits { Glibc.close(descriptor) }
  }

  private func hasRoom(milliseconds: Int32) -> Bool {
    var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&room, 1, milliseconds) > 0
  }
}
