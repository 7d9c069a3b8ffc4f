import CSystem
import Glibc
import Phrases
import Synchronization

/// Standard output of a command. What it does not take is said at the end, whatever the command wrote there: a script must
/// not go on with half a list.
enum Output {
  /// The error number of the first write that failed; 0 while none did.
  private static let lost = Mutex<Int32>(0)

  static func write(_ bytes: [UInt8]) {
    guard lost.withLock({ $0 == 0 }), !ByteStream.write(bytes, to: STDOUT_FILENO) else { return }
    let code = errno
    lost.withLock { $0 = code }
  }

  /// Text for people and for programs: a terminal gets nothing that steers it, all else is exact.
  static func write(text: [UInt8]) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    write(isTerminal ? Array(Legible.lines(String(decoding: text, as: UTF8.self)).utf8) : text)
  }

  /// Whoever reads no more, as `head` does, has heard enough: the command ends without a word, as it would by the signal.
  /// - Throws: `CommandFailure` where something could not be written.
  static func check() throws {
    let code = lost.withLock(\.self)
    guard code != 0 else { return }
    if code == EPIPE { Interruption.end(by: SIGPIPE) }
    throw CommandFailure(Phrase(.cliOutputLost, .phrase(Phrase(errno: code))), code: EX_CANTCREAT)
  }
}
