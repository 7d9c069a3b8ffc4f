import ArgumentParser
import Glibc
import Interchange
import Phrases

/// How the letters of a file are stored that a command reads.
struct EncodingOptions: ParsableArguments {
  @Option(help: help(.cliEncoding)) var encoding: String?

  /// Opens a file of text; what nobody can tell for sure is refused, with what it may be.
  /// - Parameter path: `-` is standard input.
  func file(_ path: String, isWanted: () -> Bool = { true }) throws -> ImportFile {
    try ImportFile(path: path, encoding: chosen(), isWanted: isWanted).certain()
  }

  /// - Throws: `CommandFailure` for a name that nobody knows.
  func chosen() throws -> TextEncoding? {
    guard let encoding else { return nil }
    guard let chosen = TextEncoding(named: encoding) else {
      let usual = TextEncoding.usual.map(\.name).joined(separator: ", ")
      throw CommandFailure(Phrase(.encodingUnknown, .text(encoding), .text(usual)), code: EX_USAGE)
    }
    return chosen
  }
}
