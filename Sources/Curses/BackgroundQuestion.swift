import Glibc
import Terminal

/// What a terminal is asked for its background, and how it answers (xterm's control sequences, "OSC 11").
nonisolated enum BackgroundQuestion {
  static let text = "\u{1B}]11;?\u{1B}\\"

  /// The colour of an answer, `11;rgb:ffff/ffff/ffff`: one to four digits of each part (XParseColor(3)). Nil for other
  /// strings.
  static func background(_ answer: some Sequence<UInt8>) -> Background? {
    let text = String(decoding: Array(answer), as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    for model in ["rgb:", "rgba:"] where text.dropFirst(3).hasPrefix(model) {
      let parts = text.dropFirst(3 + model.count).split(separator: "/", omittingEmptySubsequences: false)
      let values = parts.prefix(3).compactMap(part)
      if values.count == 3 { return Background(red: values[0], green: values[1], blue: values[2]) }
    }
    return nil
  }

  /// From 0 to 255.
  private static func part(_ digits: Substring) -> Int? {
    guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0 else { return nil }
    return value * 255 / ((1 << (4 * digits.count)) - 1)
  }
}
