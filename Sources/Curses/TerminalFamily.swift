/// What terminals have in common, by the first part of `TERM`.
nonisolated enum TerminalFamily {
  /// `foot-extra` and `iTerm2.app` are of the families `foot` and `iterm2`.
  static func name(of terminal: String) -> String {
    terminal.prefix { $0 != "-" && $0 != "." }.lowercased()
  }

  /// Whether it understands, or at least takes for what they are and leaves alone, the control sequences of xterm: pasted
  /// text in brackets, the mouse, the clipboard, questions. The console and terminals of hardware would show them.
  static func isKin(_ terminal: String) -> Bool { kin.contains(name(of: terminal)) }

  /// Whether it can be asked where its cursor is, and shows letters of UTF-8 or others as somebody set it.
  static func tellsLetters(_ terminal: String) -> Bool { isKin(terminal) || name(of: terminal) == "linux" }

  private static let kin: Set<String> = [
    "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "gnome", "st",
    "stterm", "mlterm", "wezterm", "ghostty", "contour", "iterm", "iterm2", "mintty", "ms", "rio", "putty",
    "nsterm",
    "xfce", "terminator", "tilix", "termux", "vscode", "hyper", "blink",
  ]

  /// What stands in for a terminal that is not described here, best first.
  /// - Parameter answers: whether it answered as xterm's kin does; nil where it was not asked.
  static func standIns(for terminal: String, answers: Bool?) -> [String] {
    let name = name(of: terminal)
    let own: [String] =
      switch name {
      case "tmux", "screen": ["tmux-256color", "screen-256color", "screen"]
      case "rxvt": ["rxvt-unicode-256color", "rxvt-256color", "rxvt"]
      case "linux": ["linux"]
      case _ where name.hasPrefix("vt") && name != "vte": name.hasPrefix("vt1") ? ["vt100"] : ["vt220"]
      case _ where isKin(terminal) || answers == true: ["xterm-256color", "xterm"]
      default: []
      }
    return own + (isKin(terminal) ? ["xterm-256color", "xterm"] : []) + ["vt100", "ansi"]
  }

  /// Whether a name says what stands in for it, so that nobody has to be asked.
  static func isCertain(_ terminal: String) -> Bool {
    let name = name(of: terminal)
    return isKin(terminal) || name == "linux" || name.hasPrefix("vt")
  }
}
