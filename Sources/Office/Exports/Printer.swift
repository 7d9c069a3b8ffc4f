import Glibc
import Interchange

/// The program of the host that prints: `lp` (POSIX.1-2017, utilities), found in `PATH` and run without a shell.
public struct Printer: Sendable {
  private let path: String

  /// Nil where the host has none.
  public init?() {
    if Exchange.isRestricted { return nil }
    let folders = (environment("PATH") ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let programs: [String] = folders.map { $0 + "/lp" }
    guard let found = programs.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// Why nothing was printed: the error of the system, or how the program ended.
  public struct Failure: Error, Sendable, Equatable {
    public let reason: String
  }

  /// - Throws: `Failure`.
  public func put(_ text: [UInt8], title: String) throws {
    // A pair of sockets, because a pipe whose reader is gone would end this process.
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else {
      throw Failure(reason: Self.error(errno))
    }
    let process: pid_t
    do { process = try start(reading: ends[1], title: title) } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[1])
    var rest = text[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(ends[0], $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    shutdown(ends[0], Int32(SHUT_WR))
    let said = Self.said(by: ends[0])
    close(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0, rest.isEmpty else { throw Failure(reason: said.isEmpty ? "lp" : said) }
  }

  private func start(reading input: Int32, title: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    // What it says would spoil the screen: it is for the message, where it fails.
    for descriptor in [Int32(1), 2] { posix_spawn_file_actions_adddup2(&actions, input, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The program's own threads take no signals; another program does.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // A title that begins with a dash is no option: it stands behind its own.
    let words: [String] = [path, "-t", title]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, path, &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw Failure(reason: Self.error(code)) }
    return process
  }

  /// The first line of what the program says, until it ends.
  private static func said(by descriptor: Int32) -> String {
    var (said, bytes): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 512))
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if said.count < 4_096 { said += bytes[..<count] }
    }
    let line = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).first
    return line.map { String($0.prefix(200)) } ?? ""
  }

  private static func error(_ code: Int32) -> String { String(cString: strerror(code)) }
}
