import ArgumentParser
import Glibc
import Phrases

/// How an import ended, in words: that it was written or why not, what stayed out and where that is, and what to do next.
struct ImportEnding {
  var isRehearsal: Bool
  /// Why nothing was written; nil where something may be.
  var refused: Phrase?
  var isNothingNew: Bool
  /// How many rows were passed over while the others were written.
  var stayedOut = 0
  /// What is to be said of the file in which they stand; nil where nobody asked for one.
  var kept: Phrase?
  /// Whether there are people who may now be stored twice, or who were compared with nobody.
  var mayBeStoredTwice = false

  /// - Throws: `CommandFailure` or an exit code where something was refused.
  func tell(_ book: Phrasebook) throws {
    if isRehearsal {
      say(book.say(.importDryRun))
      if refused != nil { throw ExitCode(EX_DATAERR) }
      return
    }
    if let refused { throw CommandFailure(refused, code: EX_DATAERR) }
    say(book.say(isNothingNew ? .importNoneNew : .importWritten))
    if stayedOut > 0, kept == nil { say(book.say(.cliImportStayedOut, .number(stayedOut))) }
    if isNothingNew { return }
    say(book.say(.cliImportNext, .phrase(Phrase(.cliImportNextUndo))))
    if mayBeStoredTwice { say(book.say(.cliImportNext, .phrase(Phrase(.cliImportNextPeople)))) }
  }
}
