/// What a session wants done with the terminal.
public enum Wish: Sendable, Equatable {
  /// The process stops, and continues with a full repaint.
  case suspend
  /// Everything is drawn again, whatever the screen may hold.
  case repaint
  /// A text goes to the terminal's clipboard.
  case copy(String)
  /// A text goes to the person's own editor, and comes back by `Session.composed`.
  case compose(String)
  /// The tour has the terminal until somebody leaves it.
  case tour
}
