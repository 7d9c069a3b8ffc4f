import Glibc
import Interchange
import Office
import Phrases

/// A long text in the person's own editor (POSIX: `VISUAL`, then `EDITOR`, then vi).
enum OwnEditor {
  static var command: String {
    [environment("VISUAL"), environment("EDITOR")].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
  }

  /// More is no text that somebody wrote.
  private static let most = 1 << 20

  /// - Returns: what they made of it, without the end of its last line.
  /// - Throws: a sentence where the editor could not be run, or gave up, or left what cannot be read; the text as it was
  ///   is still where it came from.
  static func edit(_ text: String) throws(CommandFailure) -> String {
    try LentTerminal.allow(command)
    let folder = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var name = Array("\(folder)/outreach-XXXXXX.txt".utf8CString)
    let file = mkstemps(&name, 4)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard file >= 0 else { throw failure(path) }
    defer { unlink(path) }
    let isWritten = ByteStream.write(Array((text + "\n").utf8), to: file)
    close(file)
    guard isWritten else { throw failure(path) }
    let code = LentTerminal.run("/bin/sh", ["sh", "-c", command + " \"$1\"", "sh", path])
    guard code == 0 else {
      throw CommandFailure(Phrase(.ownEditorFailed, .text(command), .number(code)), code: EX_UNAVAILABLE)
    }
    let bytes = try ByteStream.read(path, most: most)
    guard bytes.count <= most, let made = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(Phrase(.ownEditorUnreadable, .text(command)), code: EX_DATAERR)
    }
    return made.hasSuffix("\n") ? String(made.dropLast()) : made
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      Phrase(.fileUnwritable, .text(path), .phrase(Phrase(errno: errno))), code: EX_IOERR)
  }
}
