import Glibc
import Phrases
import Store

/// Whole files in, and bytes out, by POSIX calls.
enum ByteStream {
  /// All bytes of a file; `-` is standard input.
  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes += chunk[..<count]
    }
  }

  /// Whether all bytes could be written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    let reason = String(cString: strerror(errno))
    return CommandFailure(Phrase(.fileUnreadable, .text(path), .text(reason)), code: EX_NOINPUT)
  }
}

/// A file that takes its name only when it is whole, so that nobody finds half of an export; standard output
/// and devices are written as they are, but terminals so that no text steers them.
struct OutputFile: ~Copyable {
  private let path: String?
  private let temporary: String?
  private let descriptor: Int32
  private let isTerminal: Bool

  /// - Parameter path: nil for standard output.
  init(_ path: String?) throws(CommandFailure) {
    self.path = path
    guard let path else {
      (temporary, descriptor, isTerminal) = (nil, STDOUT_FILENO, isatty(STDOUT_FILENO) == 1)
      return
    }
    var kind = stat()
    let isSpecial = stat(path, &kind) == 0 && kind.st_mode & S_IFMT != S_IFREG
    temporary = isSpecial ? nil : "\(path).\(getpid()).part"
    // Personal data: for its owner alone.
    descriptor = open(temporary ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw Self.unwritable(path) }
    isTerminal = isatty(descriptor) == 1
  }

  /// - Parameter bytes: whole characters.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    let bytes = isTerminal ? Array(Legible.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
    guard ByteStream.write(bytes, to: descriptor) else { throw Self.unwritable(path ?? "-") }
  }

  /// Puts the file in its place.
  func commit() throws(CommandFailure) {
    guard let path, let temporary else { return }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.unwritable(path) }
  }

  deinit {
    if path != nil { close(descriptor) }
    // After a commit there is none of that name.
    if let temporary { unlink(temporary) }
  }

  private static func unwritable(_ path: String) -> CommandFailure {
    let reason = String(cString: strerror(errno))
    return CommandFailure(Phrase(.fileUnwritable, .text(path), .text(reason)), code: EX_CANTCREAT)
  }
}
