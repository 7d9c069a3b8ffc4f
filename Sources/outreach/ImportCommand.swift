import ArgumentParser
import Dashboard
import Glibc
import Interchange
import Model
import Phrases
import Store

/// The kinds of records that files hold.
enum FileKind: String, CaseIterable, ExpressibleByArgument {
  case stakeholders, activities, launches, launch, evidence
}

/// `outreach import`: reads a file, says what it would change, and writes all of it or nothing.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliImport))
  }

  @Argument(help: help(.cliImportKind)) var kind: FileKind
  @Argument(help: help(.cliImportFile)) var file: String
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let bytes = try ByteStream.read(file)
      let library = try library()
      switch kind {
      case .stakeholders: try finish(library.planStakeholders(bytes), in: library, book)
      case .activities: try finish(library.plan(Activity.self, bytes), in: library, book)
      case .launches: try finish(library.plan(Launch.self, bytes), in: library, book)
      case .launch: try finish(library.planLaunchCells(bytes), in: library, book)
      case .evidence: try finish(library.plan(Evidence.self, bytes), in: library, book)
      }
    }
  }

  /// A rehearsal makes no file: where there is no store yet, a new one in memory stands in.
  private func library() throws -> Library {
    guard dryRun else { return try store.place.open(creating: true) }
    do { return try store.place.open(isReadOnly: true) } catch .missing { return try Library.inMemory() }
  }

  private func finish<R: Exchangeable>(
    _ plan: ImportPlan<R>, in library: Library, _ book: Phrasebook
  ) throws {
    let report = ImportReport(plan, file: file, book: book, isRehearsal: dryRun)
    let isRefused = !plan.isComplete && !skipRejected
    for line in report.lines { say(line, to: isRefused && !dryRun ? STDERR_FILENO : STDOUT_FILENO) }
    if dryRun {
      say(book.say(.importDryRun))
      if isRefused { throw ExitCode(EX_DATAERR) }
    } else if isRefused {
      throw CommandFailure(Phrase(.importRefused), code: EX_DATAERR)
    } else if plan.new.isEmpty && plan.changed.isEmpty {
      say(book.say(.importNoneNew))
    } else {
      try library.apply(ImportRecords(plan))
      say(book.say(.importWritten))
    }
  }
}
