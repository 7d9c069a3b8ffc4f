import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach comments`: calls for input and the comments on them.
struct CommentsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "comments", abstract: abstract(.cliComments),
      subcommands: [CallsCommand.self, SheetCommand.self, LedgerCommand.self])
  }
}

/// `outreach comments list`.
struct CallsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliCommentsList))
  }

  @OptionGroup var options: VoicesOptions

  func run() throws { try options.write(.calls) }
}

/// `outreach opportunities`.
struct OpportunitiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "opportunities", abstract: abstract(.cliOpportunities))
  }

  @OptionGroup var options: VoicesOptions

  func run() throws { try options.write(.opportunities) }
}

/// `outreach concerns`.
struct ConcernsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "concerns", abstract: abstract(.cliConcerns))
  }

  @OptionGroup var options: VoicesOptions

  func run() throws { try options.write(.concerns) }
}

/// What the lists of voices have in common.
struct VoicesOptions: ParsableArguments {
  @OptionGroup var table: TableOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func write(_ subject: VoicesReport.Subject) throws {
    try language.reporting { book in
      let library = try store.place.open()
      let look = Look(
        phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login,
        access: library.access)
      let report = try VoicesReport(subject, library, look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}

/// `outreach comments import CALL FILE`.
struct SheetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliCommentsImport))
  }

  @Argument(help: help(.cliCommentsCall)) var call: String
  @Argument(help: help(.cliCommentsFile)) var file: String
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @OptionGroup var words: KeepWordsOptions
  @OptionGroup var rejects: RejectsOptions
  @OptionGroup var values: ValueOptions
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: dryRun ? nil : .contribute)
      let call = try library.call(call)
      let source = try values.file(sheet.file(file))
      try rejects.check(source)
      var plan = try library.planSheet(source, call: call.id)
      plan.ownOverrides(by: library.who, on: Environment.today)
      try words.keep(in: &plan, by: library.who)
      let kept = try rejects.keep(plan.lost.count, isRehearsal: dryRun) {
        try plan.writeRejected(of: source, to: $0, replacing: $1, in: book)
      }
      let isWhole = plan.isComplete || rejects.rejects != nil
      let report = ImportReport(plan, file: file, book: book)
      for line in report.lines {
        say(line, to: isWhole || dryRun ? STDOUT_FILENO : STDERR_FILENO)
      }
      for line in words.sentences(plan.keptWords, book) { say(line) }
      for line in try values.unused(plan.remarks.cellNotes, book) { say(line) }
      if let kept { say(book.say(kept)) }
      let isNothingNew = plan.new.isEmpty && plan.changed.isEmpty
      if !dryRun, isWhole, !isNothingNew { try library.apply(ImportRecords(plan)) }
      try ImportEnding(
        isRehearsal: dryRun, refused: isWhole ? nil : Phrase(.importRefused), isNothingNew: isNothingNew,
        stayedOut: plan.lost.count, kept: kept
      ).tell(book)
    }
  }
}

/// `outreach comments publish CALL --format csv|text|markdown|html --output FILE`.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish", abstract: abstract(.cliCommentsPublish),
      discussion: abstract(.cliCommentsNames) + " " + abstract(.cliDocumentLanguagesOld))
  }

  @Argument(help: help(.cliCommentsCall)) var call: String
  @Option(help: help(.cliCommentsFormat)) var format: CommentLedger.Format?
  @OptionGroup var output: OutputOptions
  @OptionGroup var pages: DocumentLanguageOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try pages.reporting(language) { book, languages in
      // One file has one language: the first that is asked for.
      let language = languages.first ?? LanguageOptions.ofLocale
      guard DocumentBook.languages.contains(language) else {
        throw PublicationProblem.noDocumentLanguage(language)
      }
      let library = try store.place.open(to: .publish)
      let call = try library.call(call)
      let publication = LedgerPublication(
        call: call, format: format ?? LedgerPublication.format(of: output.output ?? ""), language: language)
      let file = try publication.file(in: library)
      try write(file.bytes, of: publication) { try publication.disclose(file.counts.all, in: library) }
      say(book.say(LedgerPublication.news(file.counts, path: output.output ?? "-")), to: STDERR_FILENO)
      tellHeld(file.held, book)
    }
  }
}

extension LedgerCommand {
  /// - Parameter disclose: what leaves the house is in the log before it has its name.
  private func write(
    _ bytes: [UInt8], of publication: LedgerPublication, _ disclose: @escaping () throws -> Void
  ) throws {
    if publication.format == .xlsx {
      let path = try output.sheetPath()
      return try publication.sheet(bytes).write(
        to: path, isRightToLeft: publication.isRightToLeft, readers: output.readableBy ?? .everybody,
        replacing: output.standing.replacing, recording: disclose)
    }
    let file = try output.file(for: .everybody)
    try file.write(bytes)
    try file.commit(recording: disclose)
  }
}

/// Names the comments about whose contact details somebody is to decide, and how.
func tellHeld(_ held: [CommentLedger.Held], _ book: Phrasebook) {
  guard let first = held.first else { return }
  say(book.say(.ledgerHeldBack, .number(held.count)), to: STDERR_FILENO)
  for one in held { say("  " + LedgerPublication.what(one, book), to: STDERR_FILENO) }
  let reference = "\(RecordKind.comment.rawValue):\(first.comment.id)"
  say(book.say(.ledgerHeldDecide, .text(reference)), to: STDERR_FILENO)
}

extension CommentLedger.Format: ExpressibleByArgument {}

extension Library {
  fileprivate func call(_ id: String) throws -> CallForInput {
    guard let call = try read(RecordByID<CallForInput>(id)) else {
      throw CommandFailure(Phrase(.problemNoCall, .text(id)), code: EX_DATAERR)
    }
    return call
  }
}
