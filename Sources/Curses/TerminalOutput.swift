import CSystem
import Glibc

/// Where ncurses writes to.
///
/// ncurses sends a page in some three hundred small writes, each of which may become a packet, and a frame
/// that the terminal shows half done; and it waits where the terminal does not read. So its output has a descriptor of its
/// own, which means a file in memory while a frame is made, and the terminal otherwise, when ncurses asks for sizes and modes.
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

  /// What `draw` makes ncurses write, which is not sent yet. Where there is no such file it is sent at once.
  func collecting(_ draw: () -> Void) -> [UInt8] {
    guard memory >= 0, system_replace_descriptor(descriptor, memory) else {
      draw()
      return []
    }
    draw()
    _ = system_replace_descriptor(descriptor, STDOUT_FILENO)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    lseek(memory, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      filled = max(0, pread(memory, bytes.baseAddress, count, 0))
    }
  }

  func close() {
    fclose(stream)
    if memory >= 0 { Glibc.close(memory) }
  }
}
