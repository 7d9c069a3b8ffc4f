/// How a terminal is told where a frame begins and ends, so that it shows no half of one (DEC mode 2026, "synchronized
/// output"), and how it is asked whether it can be told (DECRQM).
nonisolated enum FrameBrackets {
  static let question = "\u{1B}[?2026$p"

  /// Whether the parameters of an answer, `ESC [ ? 2026 ; 2 $ y`, say so: that the mode is set or reset, and not unknown or
  /// fixed.
  static func isUnderstood(_ parameters: some Sequence<UInt8>) -> Bool? {
    switch String(decoding: Array(parameters), as: UTF8.self) {
    case "?2026;1$", "?2026;2$": true
    case let answer where answer.hasPrefix("?2026;"): false
    default: nil
    }
  }

  /// A small frame comes in one packet, and is read in one piece without that.
  static func around(_ frame: [UInt8]) -> [UInt8] {
    frame.count < least ? frame : Array("\u{1B}[?2026h".utf8) + frame + Array("\u{1B}[?2026l".utf8)
  }

  static let least = 1024
}
