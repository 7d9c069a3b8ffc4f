import CSystem
import Glibc

/// Where ncurses writes to.
///
/// ncurses sends a page in some three hundred small writes, each of which may become a packet, and a frame
/// that the terminal shows half done. So its output has a descriptor of its own, which means a file in memory
/// while a frame is made, and the terminal otherwise, when ncurses asks for sizes and modes.
final class TerminalOutput {
  /// What `newterm` writes to.
  let stream: UnsafeMutablePointer<FILE>
  private let descriptor: Int32
  private let memory = system_memory_file()

  /// Nil where no descriptor is left.
  init?() {
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0, let stream = fdopen(descriptor, "w") else { return nil }
    self.stream = stream
  }

  /// Sends at once what `draw` makes ncurses write.
  func inOnePiece(_ draw: () -> Void) {
    guard memory >= 0, system_replace_descriptor(descriptor, memory) else { return draw() }
    draw()
    _ = system_replace_descriptor(descriptor, STDOUT_FILENO)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    lseek(memory, 0, SEEK_SET)
    Self.send(
      [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        filled = max(0, pread(memory, bytes.baseAddress, count, 0))
      })
  }

  func close() {
    fclose(stream)
    if memory >= 0 { Glibc.close(memory) }
  }

  /// Writes to the terminal, waiting for room. Gives up when the link is gone.
  static func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { return }
        var room = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, 100)
      }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
