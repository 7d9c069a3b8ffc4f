import Glibc

/// How wide text for reading is made.
enum TerminalWidth {
  /// Of the terminal at standard output, at most 100; of a page where there is none.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return min(100, Int(size.ws_col))
  }
}
