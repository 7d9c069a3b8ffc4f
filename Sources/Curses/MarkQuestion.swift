/// How a terminal is asked whether spacing marks take a column: kitty and mlterm draw them on the letter before, xterm and VTE
/// count as the C library does. It writes a letter with one at the left of a line, and asks where the cursor is (CPR of
/// ECMA-48); what it wrote is drawn over.
nonisolated enum MarkQuestion {
  /// Counted from 1. In the first line the answer would be Shift-F3.
  static let row = 2
  /// Devanagari ka with aa.
  static let text = "\u{1B}7\u{1B}[\(row);1H\u{915}\u{93E}\u{1B}[6n\u{1B}8"

  /// - Parameter column: where the cursor stands, counted from 1; nil for what is no answer.
  static func takesRoom(column: Int) -> Bool? {
    switch column {
    case 2: false
    case 3: true
    default: nil
    }
  }
}
