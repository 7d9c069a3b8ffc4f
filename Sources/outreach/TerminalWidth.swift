import Glibc

/// How wide text for reading is made.
enum TerminalWidth {
  /// Of a page: as wide as the terminal, at most 100 columns; 80 where there is none, or hardly any.
  static var columns: Int { ofTerminal.flatMap { $0 > 20 ? min(100, $0) : nil } ?? 80 }

  /// Of the terminal at standard output; nil where there is none.
  static var ofTerminal: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
