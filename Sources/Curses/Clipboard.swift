import Foundation

/// How a text gets into the clipboard of the person who looks at the terminal, over any number of hosts: by OSC 52 of
/// xterm's control sequences.
nonisolated public enum Clipboard {
  /// The bytes to be sent: of the text only base64 (RFC 4648, section 4), so that nothing in it steers the terminal.
  /// - Parameters:
  ///   - terminal: the name of its description.
  ///   - isInTmux: tmux itself takes the sequence; GNU screen hands on only what is wrapped for it.
  public static func sequence(_ text: String, terminal: String, isInTmux: Bool) -> String {
    let sequence = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    guard terminal.hasPrefix("screen"), !isInTmux else { return sequence }
    // screen takes no string longer than 768 bytes: it is handed on in pieces.
    var (rest, pieces): (Substring, [String]) = (sequence[...], [])
    while !rest.isEmpty {
      pieces.append("\u{1B}P\(rest.prefix(700))\u{1B}\\")
      rest = rest.dropFirst(700)
    }
    return pieces.joined()
  }
}
