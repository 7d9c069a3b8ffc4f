import Foundation
import Testing

@testable import Curses

@Suite struct ClipboardTests {
  @Test func `A text goes to the clipboard as base64 and nothing else`() {
    let sequence = Clipboard.sequence(
      "Zoë <zoe@example.org>\u{1B}[2J", terminal: "xterm-256color", isInTmux: false)
    #expect(sequence == "\u{1B}]52;c;Wm/DqyA8em9lQGV4YW1wbGUub3JnPhtbMko=\u{07}")
  }

  @Test func `GNU screen hands on what is wrapped for it, in pieces that it takes`() {
    let sequence = Clipboard.sequence(String(repeating: "a", count: 900), terminal: "screen", isInTmux: false)
    let pieces = sequence.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count == 2)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 768 })
    #expect(Clipboard.sequence("a", terminal: "screen", isInTmux: true) == "\u{1B}]52;c;YQ==\u{07}")
  }
}
