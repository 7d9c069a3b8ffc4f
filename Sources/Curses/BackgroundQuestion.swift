import Glibc
import Terminal

/// What a terminal is asked for its background, and how it answers (xterm's control sequences, "OSC 11").
nonisolated enum BackgroundQuestion {
  static let text = "\u{1B}]11;?\u{1B}\\"

  /// By the first part of `TERM`: what answers, or at least takes the question for one. The console and terminals of
  /// hardware would show it.
  static func isUnderstood(by terminal: String) -> Bool {
    let family = terminal.prefix { $0 != "-" && $0 != "." }
    return answering.contains(String(family))
  }

  private static let answering: Set<String> = [
    "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "gnome", "st",
    "mlterm",
    "wezterm", "ghostty", "contour", "iterm", "iterm2", "mintty", "ms", "contour", "rio",
  ]

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

  /// Who leaves before the answer came would find it typed at the next prompt: it is waited for, a quarter of a second at
  /// most, and taken. Only a visit shorter than the way to the terminal and back comes to that.
  static func takeLateAnswer() {
    var taken: [UInt8] = []
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while poll(&source, 1, 250) > 0, read(STDIN_FILENO, &byte, 1) == 1 {
      taken.append(byte)
      // An answer about marks ends with a letter.
      let isPlace = byte == UInt8(ascii: "R") && taken.contains(Byte.bracket)
      if isPlace || byte == Byte.bell || taken.suffix(2) == [0x1B, 0x5C] || taken.count > 4096 { return }
    }
  }
}
