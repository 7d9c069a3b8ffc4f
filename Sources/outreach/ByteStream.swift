import Glibc
import Interchange
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

/// Where an export goes: a file that takes its name only when it is whole; standard output and devices are
/// written as they are, but terminals so that no text steers them.
struct OutputFile: ~Copyable {
  private let file: NewFile?
  /// Of standard output or a device.
  private let path: String?
  private let descriptor: Int32
  private let isTerminal: Bool

  /// - Parameter path: nil for standard output.
  init(_ path: String?) throws {
    let special = Self.isSpecial(path) ? path : nil
    let opened = special.map { open($0, O_WRONLY | O_CLOEXEC) } ?? STDOUT_FILENO
    if opened < 0 { throw FileProblem.unwritable(special ?? "-", errno: errno) }
    file = path == special ? nil : try path.map { path throws(FileProblem) in try NewFile(path) }
    self.path = special
    descriptor = opened
    isTerminal = isatty(opened) == 1
  }

  private static func isSpecial(_ path: String?) -> Bool {
    var kind = stat()
    return path.map { stat($0, &kind) == 0 && kind.st_mode & S_IFMT != S_IFREG } ?? false
  }

  /// - Parameter bytes: whole characters.
  func write(_ bytes: [UInt8]) throws {
    switch file {
    case .some(let file): try file.write(bytes)
    case .none:
      let bytes = isTerminal ? Array(Legible.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
      guard ByteStream.write(bytes, to: descriptor) else {
        throw FileProblem.unwritable(path ?? "-", errno: errno)
      }
    }
  }

  /// Puts the file in its place.
  func commit() throws {
    switch file {
    case .some(let file): try file.commit()
    case .none: break
    }
  }

  deinit { if path != nil { close(descriptor) } }
}
