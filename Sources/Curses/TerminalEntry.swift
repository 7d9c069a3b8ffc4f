import CNcurses
import Glibc

/// Why there is no screen.
nonisolated public enum ScreenError: Error, Equatable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal of this name cannot address its cursor, or nothing is known about it and its like.
  case unknownTerminal(String)
}

/// The description of a terminal that ncurses works with.
struct TerminalEntry {
  /// What most terminals of today understand, best first.
  private static let fallbacks = ["xterm-256color", "xterm", "vt100"]

  /// The name in `TERM`.
  let asked: String
  /// The name of the description in use.
  let used: String
  let handle: OpaquePointer
  let output: TerminalOutput

  /// Starts ncurses. The terminal is not drawn on yet.
  static func open() throws(ScreenError) -> TerminalEntry {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let output = TerminalOutput() else { throw .notATerminal }
    let asked = getenv("TERM").map { String(cString: $0) } ?? ""
    // Variables left over from another window must not win over the size that the terminal tells.
    use_tioctl(true)
    for name in [asked] + fallbacks where !name.isEmpty {
      guard let handle = newterm(name, output.stream, curses_input()) else { continue }
      guard curses_capability("cup") != nil else {
        endwin()
        delscreen(handle)
        throw .unknownTerminal(asked)
      }
      return TerminalEntry(asked: asked, used: name, handle: handle, output: output)
    }
    throw .unknownTerminal(asked)
  }
}
