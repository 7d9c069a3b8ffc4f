import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store
import Workbooks

/// Why a command line ends without success: one sentence, and a code of `sysexits.h`.
struct CommandFailure: Error {
  let phrase: Phrase
  let code: Int32

  init(_ phrase: Phrase, code: Int32) {
    self.phrase = phrase
    self.code = code
  }

  /// What an error of the store or of a file means to the user.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let problem as StoreProblem: self.init(Phrase(problem), code: problem.exitCode)
    case let problem as RecordProblem:
      let isUsage = if case .noField = problem { true } else { false }
      self.init(Phrase(problem), code: isUsage ? EX_USAGE : EX_DATAERR)
    case let problem as PublicationProblem: self.init(Phrase(problem), code: problem.exitCode)
    case let problem as ReportProblem: self.init(Phrase(problem), code: problem.exitCode)
    case let failure as ImportFailure: self.init(Phrase(failure), code: EX_DATAERR)
    case let failure as ResponseFile.Failure:
      let phrase = Phrase(failure)
      let isOpen = if case .datesOpen = failure { true } else { false }
      self.init(isOpen ? Phrase(.cliDatesOpen, .phrase(phrase)) : phrase, code: EX_DATAERR)
    case let problem as ICalendarProblem: self.init(Phrase(problem), code: EX_DATAERR)
    case let problem as MediaProblem: self.init(Phrase(problem), code: EX_DATAERR)
    case let problem as MailProblem: self.init(Phrase(problem), code: EX_DATAERR)
    case let problem as WorkbookWriter.Problem: self.init(Phrase(problem), code: EX_CANTCREAT)
    case let problem as FileProblem:
      let phrase = Phrase(problem)
      // Who types a command has no sheet that asks.
      if case .standing = problem {
        self.init(Phrase(.cliForce, .phrase(phrase)), code: EX_CANTCREAT)
      } else {
        self.init(phrase, code: EX_CANTCREAT)
      }
    case let unwritten as RecordedUnwritten: self.init(Phrase(unwritten), code: EX_CANTCREAT)
    case let uncertain as UncertainEncoding:
      self.init(Phrase(.cliEncodingUncertain, .phrase(Phrase(uncertain))), code: EX_DATAERR)
    case let file as ImportFile.Unreadable: self.init(Phrase(file), code: EX_NOINPUT)
    case Refusal.clash(let clash):
      let title = clash.theirs["name"] ?? clash.record
      self.init(Phrase(.importClash, .text(title), .text(clash.who)), code: EX_TEMPFAIL)
    case Refusal.gone(let title): self.init(Phrase(.importGone, .text(title)), code: EX_TEMPFAIL)
    case let refusal as Refusal where refusal.isOfRoles: self.init(Phrase(refusal: refusal), code: EX_NOPERM)
    case let refusal as QueryRefusal: self.init(refusal.problem, code: EX_USAGE)
    case let refusal as Refusal: self.init(Phrase(refusal: refusal), code: EX_DATAERR)
    default: self.init(Phrase(.failed, .text("\(error)")), code: EX_SOFTWARE)
    }
  }
}

extension LanguageOptions {
  /// Runs a command; a failure becomes its sentence on standard error and its exit code.
  func reporting(_ command: (Phrasebook) throws -> Void) throws {
    try Self.reporting(book) { book in
      try check()
      try command(book)
      // The dashboard says so itself.
      if Environment.isSample && Self.isCommand { say(book.say(.cliSampleGone), to: STDERR_FILENO) }
    }
  }

  static func reporting(_ book: Phrasebook, _ command: (Phrasebook) throws -> Void) throws {
    do {
      do { try command(book) } catch let code as ExitCode {
        try Output.check()
        throw code
      }
      try Output.check()
    } catch let code as ExitCode { throw code } catch {
      let failure = CommandFailure(error)
      say(book.say(failure.phrase), to: STDERR_FILENO)
      throw ExitCode(failure.code)
    }
  }
}

/// Writes a line for people, which has nothing in it that steers their terminal.
func say(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
  let bytes = Array((Legible.line(line) + "\n").utf8)
  if descriptor == STDOUT_FILENO { return Output.write(bytes) }
  _ = ByteStream.write(bytes, to: descriptor)
}
