import CNcurses
import CSystem
import Glibc

/// What is switched on in the terminal beside what ncurses switches, and how to get out of it all.
struct TerminalModes {
  /// Nothing of this is sent to a terminal that would show it.
  private let isKin: Bool
  private let mouse: Bool
  private let isMlterm: Bool
  /// Whether the terminal is told to leave the order of letters alone: explicit mode of ECMA-48, which BDSM (mode 8) chooses.
  var isExplicit = false

  init(mouse: Bool, terminal: String, isKin: Bool) {
    (self.mouse, self.isKin) = (mouse, isKin)
    isMlterm = terminal.hasPrefix("mlterm")
  }

  var on: [UInt8] {
    guard isKin else { return [] }
    // Reports of presses and the wheel, in the form without a limit of columns.
    return Array(
      ("\u{1B}[?2004h" + (mouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "") + (isExplicit ? ordering : "")).utf8)
  }

  var off: [UInt8] {
    guard isKin else { return [] }
    return Array(
      ((isExplicit ? ordering(byTerminal: true) : "") + (mouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "")
        + "\u{1B}[?2004l").utf8)
  }

  /// What tells the terminal who orders.
  var ordering: String { isKin ? ordering(byTerminal: !isExplicit) : "" }

  /// BDSM of ECMA-48 (mode 8) set or reset. mlterm does not know it, and has a setting of its own.
  private func ordering(byTerminal isImplicit: Bool) -> String {
    let own = "\u{1B}]5379;use_ctl=\(isImplicit)\u{07}"
    return (isImplicit ? "\u{1B}[8h" : "\u{1B}[8l") + (isMlterm ? own : "")
  }

  /// Everything that a dying process has to send: it can ask ncurses for nothing.
  func restoration(lastWords: String) -> String {
    let capabilities = ["sgr0", "rmkx", "cnorm", "rmcup"].map(Capability.text).joined()
    let region = Capability.text("csr").isEmpty ? "" : "\u{1B}[r"
    return String(decoding: off, as: UTF8.self) + region + capabilities + "\r" + lastWords
  }
}

/// What the description of the terminal in use says.
enum Capability {
  /// Without the delays that terminals of another time need (terminfo(5), "Delays and Padding"); empty where it has none.
  static func text(_ name: String) -> String {
    curses_capability(name).map { unpadded(String(cString: $0)) } ?? ""
  }

  nonisolated static func unpadded(_ text: String) -> String {
    guard let delay = text.firstRange(of: "$<") else { return text }
    let rest = text[delay.upperBound...]
    return text[..<delay.lowerBound] + unpadded(String(rest.drop { $0 != ">" }.dropFirst()))
  }
}

/// Sends what libraries and traps write to standard error into a file, while the screen is the program's.
struct ErrorLog {
  private let original: Int32

  /// Nil where the file cannot be opened: a log is no reason not to start.
  init?(path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(file, STDERR_FILENO)
    close(file)
  }

  func stop() {
    guard original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    close(original)
  }
}
