import ArgumentParser
import Glibc
import Interchange
import Office
import Phrases

/// What words in the cells of a table mean, on the command line.
struct ValueOptions: ParsableArguments {
  @Option(help: help(.cliValue)) var value: [String] = []

  /// - Throws: `CommandFailure` for one that does not say what a word means.
  func given() throws -> [GivenValue] {
    try value.map { text in
      guard let given = GivenValue(text) else {
        throw CommandFailure(Phrase(.importValueSyntax, .text(text)), code: EX_USAGE)
      }
      return given
    }
  }

  /// The same file, its words with what was said of them.
  func file(_ file: ImportFile) throws -> ImportFile { ImportFile(file, values: try given()) }

  /// What was said of words that no cell has.
  func unused(_ notes: [CellNote], _ book: Phrasebook) throws -> [String] {
    try given().filter { given in !notes.contains(where: given.isAbout) }
      .map { book.say(.importValueUnused, .text($0.place)) }
  }
}

/// Where the rows go that are not taken.
struct RejectsOptions: ParsableArguments {
  @Option(help: help(.cliRejects)) var rejects: String?
  @OptionGroup var standing: ReplacingOptions

  /// Finds out before anything is written whether the file can be.
  /// - Throws: `CommandFailure`, `FileProblem`.
  func check(_ file: ImportFile) throws {
    guard let rejects else { return }
    if rejects == "-" { throw CommandFailure(Phrase(.importRejectsFile), code: EX_USAGE) }
    guard try ImportFormat(of: file) == .table else {
      throw CommandFailure(Phrase(.importRejectsOfTables), code: EX_USAGE)
    }
    if RejectedRows.isOnlyRead(rejects) {
      throw CommandFailure(Phrase(.importRejectsEnd, .text(rejects)), code: EX_USAGE)
    }
    _ = try NewFile(rejects, replacing: standing.replacing)
  }

  /// Writes them before anything is stored: where the file cannot be written, nothing is. A dry run writes none.
  /// - Parameter count: how many there are.
  /// - Returns: what is to be said of it; nil where nobody asked for a file.
  func keep(_ count: Int, isRehearsal: Bool, by write: (String, Replacing) throws -> Int) throws -> Phrase? {
    guard let rejects else { return nil }
    if isRehearsal {
      return count == 0 ? nil : Phrase(.importRejectsWould, .number(count), .text(rejects))
    }
    let count = try write(rejects, standing.replacing)
    return count == 0
      ? Phrase(.importRejectsNone, .text(rejects))
      : Phrase(.importRejectsWritten, .number(count), .text(rejects))
  }
}
