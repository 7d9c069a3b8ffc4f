import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases

/// How the letters of a file are stored that a command reads.
struct EncodingOptions: ParsableArguments {
  @Option(help: help(.cliEncoding)) var encoding: String?

  /// Opens a file of text; what nobody can tell for sure is refused, with what it may be.
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - sheet: the sheet that is meant where it is a workbook.
  ///   - dates: which number comes first in dates that do not tell.
  func file(
    _ path: String, sheet: String? = nil, dates: DateOrder? = nil, isWanted: () -> Bool = { true }
  ) throws -> ImportFile {
    let file = try ImportFile(
      path: path, sheet: sheet, encoding: chosen(), dates: dates, isWanted: isWanted)
    let isWorkbook = try file.isWorkbook()
    if isWorkbook, let encoding {
      throw CommandFailure(Phrase(.encodingOfWorkbook, .text(path), .text(encoding)), code: EX_USAGE)
    }
    if !isWorkbook, let sheet {
      throw CommandFailure(Phrase(.sheetOfText, .text(path), .text(sheet)), code: EX_USAGE)
    }
    return try file.certain()
  }

  /// - Throws: `CommandFailure` for a name that nobody knows.
  func chosen() throws -> TextEncoding? {
    guard let encoding else { return nil }
    guard let chosen = TextEncoding(named: encoding) else {
      let usual = TextEncoding.usual.map(\.name)
      throw CommandFailure(Phrase(.encodingUnknown, .text(encoding), .list(usual)), code: EX_USAGE)
    }
    return chosen
  }
}
