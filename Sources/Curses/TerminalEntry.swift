import CNcurses
import CSystem
import Glibc

/// Why there is no screen.
nonisolated public enum ScreenError: Error, Equatable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal of this name cannot address its cursor.
  case dumbTerminal(String)
}

/// What stands in for the description of a terminal that is not known here.
nonisolated public enum StandIn: Sendable, Equatable {
  case unknown(String, taken: String)
  /// Nobody said what terminal it is.
  case unnamed(taken: String)
  /// Nothing is known of any terminal here: the program has a plain description of its own.
  case undescribed
}

/// The description of a terminal that ncurses works with.
struct TerminalEntry {
  /// The name of the description in use.
  let used: String
  let standIn: StandIn?
  /// Whether it understands what xterm does beside its description.
  let isKin: Bool
  /// What it was asked before; nil where nothing had to be asked.
  let interview: StartInterview?
  let handle: OpaquePointer
  let output: TerminalOutput

  /// Starts ncurses. The terminal is not drawn on yet.
  static func open(_ charset: system_charset) throws(ScreenError) -> TerminalEntry {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let output = TerminalOutput() else { throw .notATerminal }
    let said = getenv("TERM").map { String(cString: $0) } ?? ""
    let knowledge = knowledge(of: said)
    if knowledge == CURSES_DUMB { throw .dumbTerminal(said) }
    let isKnown = knowledge == CURSES_KNOWN
    let asksKin = !isKnown && !TerminalFamily.isCertain(said)
    let asksLetters = charset == SYSTEM_UNSAID && (asksKin || TerminalFamily.tellsLetters(said))
    let interview =
      asksKin || asksLetters ? StartInterview(asksKin: asksKin, asksLetters: asksLetters) : nil
    let answers = asksKin ? interview?.isKin : nil
    let used = isKnown ? said : standIn(for: said, answers)
    // Variables left over from another window must not win over the size that the terminal tells.
    use_tioctl(true)
    let begin = { newterm(used ?? PlainTerminal.name, output.stream, curses_input()) }
    guard let handle = used == nil ? PlainTerminal.described(begin) : begin() else { throw .notATerminal }
    return TerminalEntry(
      used: used ?? PlainTerminal.name, standIn: isKnown ? nil : standIn(said, used),
      isKin: TerminalFamily.isKin(used ?? said) || used == nil && answers == true,
      interview: interview, handle: handle, output: output)
  }

  /// A name is no path, and no text to look through; one needs no description.
  private static func knowledge(of name: String) -> curses_knowledge {
    if name == "dumb" { return CURSES_DUMB }
    let isName =
      (1...64).contains(name.utf8.count) && name.first != "."
      && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    return isName ? curses_knowledge_of(name) : CURSES_UNKNOWN
  }

  /// The first that is known here.
  private static func standIn(for name: String, _ answers: Bool?) -> String? {
    TerminalFamily.standIns(for: name, answers: answers).first { curses_knowledge_of($0) == CURSES_KNOWN }
  }

  private static func standIn(_ said: String, _ used: String?) -> StandIn {
    guard let used else { return .undescribed }
    // What getty and some programs set where they know nothing.
    if ["", "unknown", "network", "dialup"].contains(said) { return .unnamed(taken: used) }
    return .unknown(String(said.prefix(24)), taken: used)
  }
}
