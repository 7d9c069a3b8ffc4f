import Terminal

/// What can happen to a program that runs in a terminal.
nonisolated public enum TerminalEvent: Sendable, Equatable {
  case key(KeyChord)
  /// Text that came from the clipboard in one piece, lines ended by `\n`; never keys.
  case paste(String)
  /// The terminal says what it writes on: the answer to `CursesScreen.askForBackground`.
  case background(Background)
  /// The terminal says whether spacing marks take a column of their own: all widths may have changed.
  case marks(takeRoom: Bool)
  /// The terminal has read all that was sent before it was asked; the event loop takes that for itself.
  case here
  /// The terminal says whether it can be told where a frame begins and ends; the event loop takes that for itself.
  case synchronizes(Bool)
  /// The terminal has another size, or needs to be drawn again; the screen knows its size already.
  case resized
  /// The link is lost: nobody sees the screen any more, and nothing more will be typed.
  case hangUp
  /// Somebody asked the process to end.
  case terminate
  /// Somebody asked the process to stop for a while: `EventLoop.suspend()` does it.
  case suspend
  /// Another thread called the loop's `Waker`.
  case wake
  /// The descriptor is readable that `EventLoop.watched` names.
  case stirred
  /// Nothing happened in the time given.
  case idle
}

extension TerminalEvent {
  /// Whether it answers what the terminal was asked.
  nonisolated var isAnswer: Bool {
    switch self {
    case .background, .marks, .here, .synchronizes: true
    default: false
    }
  }
}
