import ArgumentParser
import Glibc
import Model
import Office
import Phrases

/// Which rows of a file are about which stored stakeholders, on the command line.
struct SameOptions: ParsableArguments {
  @Option(help: help(.cliSame)) var same: [String] = []

  /// - Returns: the stakeholders by the lines of the rows.
  /// - Throws: `CommandFailure` for one that does not say which line is whom.
  func given() throws -> [Int: RecordID] {
    var given: [Int: RecordID] = [:]
    for text in same {
      let sign = text.firstIndex(of: "=") ?? text.endIndex
      let id = String(text[sign...].dropFirst()).trimmed
      guard let line = Int(String(text[..<sign]).trimmed), line > 0, !id.isEmpty else {
        throw CommandFailure(Phrase(.cliSameSyntax, .text(text)), code: EX_USAGE)
      }
      if let known = given[line], known != id {
        throw CommandFailure(Phrase(.cliSameTwice, .text(String(line))), code: EX_USAGE)
      }
      given[line] = id
    }
    return given
  }

  /// Other kinds are known by their ids: what is said of their rows is not passed over in silence.
  /// - Throws: `CommandFailure`.
  func refuse() throws {
    if !same.isEmpty { throw CommandFailure(Phrase(.cliSameOfPeople), code: EX_USAGE) }
  }

  /// - Throws: `CommandFailure` where a line has no row.
  static func check(_ summary: ImportSummary) throws {
    guard let line = summary.sameNowhere.first else { return }
    throw CommandFailure(Phrase(.cliSameNowhere, .text(String(line))), code: EX_DATAERR)
  }
}
