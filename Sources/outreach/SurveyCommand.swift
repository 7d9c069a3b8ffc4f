import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach survey`: forms out and in, responses in.
struct SurveyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "survey", abstract: abstract(.cliSurvey),
      subcommands: [
        SurveyFormCommand.self, SurveyImportCommand.self, SurveyAnswerCommand.self, SurveyResultsCommand.self,
        SurveyInviteCommand.self,
      ])
  }
}

/// `outreach survey form`.
struct SurveyFormCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "form", abstract: abstract(.cliSurveyForm),
      subcommands: [SurveyFormExportCommand.self, SurveyFormImportCommand.self])
  }
}

/// `outreach survey form export ID --to FILE.xlsx`, or `--to FOLDER`.
struct SurveyFormExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliSurveyFormExport))
  }

  @Argument(help: help(.cliSurveyID)) var id: String
  @Option(help: help(.cliSurveyTo)) var to: String
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let written = try SurveyForms.write(
        library.survey(named: id), of: library, to: to, replacing: standing.replacing)
      for path in written.paths {
        say(book.say(.surveyFormWritten, .text(path)))
      }
      if let warning = written.warning { say(book.say(warning)) }
    }
  }
}

/// `outreach survey form import FOLDER`.
struct SurveyFormImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliSurveyFormImport))
  }

  @Argument(help: help(.cliSurveyFolder)) var folder: String
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @OptionGroup var reading: EncodingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .edit, isRehearsal: dryRun)
      let plan = try SurveyForms.plan(folder, as: reading.chosen(), in: library)
      let report = SurveyReport(plan, book)
      report.tell(isRefused: plan.isRefused && !dryRun)
      if !dryRun, !plan.isRefused, !plan.isNothingNew { try library.apply(plan.change) }
      try ImportEnding(
        isRehearsal: dryRun, refused: plan.isRefused ? SurveyForms.refused : nil,
        isNothingNew: plan.isNothingNew
      ).tell(book)
    }
  }
}

/// `outreach survey import ID FILE`.
struct SurveyImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliSurveyImport))
  }

  @Argument(help: help(.cliSurveyID)) var id: String
  @Argument(help: help(.cliSurveyFile)) var file: String
  @Option(help: help(.cliSurveyFrom)) var from = ResponseFormat.auto
  @Option(help: help(.cliSurveyGroup)) var group = ""
  @Option(help: help(.cliSurveyMode)) var mode = ResponseMode.web
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let line = ProgressLine(book)
      do { try Interruption.patiently { try take(book, line) } } catch is CancellationError {
        line.clear()
        guard let signal = Interruption.asked else { throw CancellationError() }
        say(book.say(.importCancelled), to: STDERR_FILENO)
        Interruption.end(by: signal)
      }
    }
  }

  private func take(_ book: Phrasebook, _ line: ProgressLine) throws {
    let library = try store.place.open(to: .edit, isRehearsal: dryRun)
    var options = ResponseFile.Options()
    (options.format, options.group, options.mode, options.dates) = (from, group, mode, sheet.dates)
    let survey = try library.survey(named: id)
    let bytes = try sheet.file(file, isWanted: line.goesOn)
    let job = try ResponseJob(bytes, for: survey, options: options, in: library)
    let ears = Ears(line)
    let summary =
      dryRun
      ? try job.preview(in: library, progress: ears.listen)
      : try job.run(in: library, skipsRejected: skipRejected, progress: ears.listen)
    line.clear()
    let isRefused = !summary.isComplete && !skipRejected
    SurveyReport(summary, job, file: file, book).tell(isRefused: isRefused && !dryRun)
    let isNothingNew = summary.new + summary.changed == 0
    try ImportEnding(
      isRehearsal: dryRun, refused: isRefused ? Phrase(.importRefused) : nil, isNothingNew: isNothingNew,
      stayedOut: summary.rejected + summary.conflictingRows
    ).tell(book)
  }
}

/// Says how far the work is, and breaks off where a signal asks for it. All runs on one thread here.
private final class Ears: @unchecked Sendable {
  private let line: ProgressLine
  private var clock: ImportClock?
  init(_ line: ProgressLine) { self.line = line }

  @Sendable func listen(rows: Int, bytes: Int, size: Int) throws {
    let clock = self.clock ?? ImportClock(size)
    self.clock = clock
    if !line.show(clock.progress(rows, bytes)) { throw CancellationError() }
  }
}

extension SurveyReport {
  fileprivate func tell(isRefused: Bool) {
    for text in lines.map(\.text) + [sum] { say(text, to: isRefused ? STDERR_FILENO : STDOUT_FILENO) }
  }
}

extension ResponseFormat: ExpressibleByArgument {}
extension ResponseMode: ExpressibleByArgument {}

extension Library {
  /// The survey that somebody named.
  /// - Throws: `CommandFailure` with the ids that there are.
  func survey(named id: String) throws -> Survey {
    if let survey = try read(RecordByID<Survey>(id)) { return survey }
    let known = try read(AllRecords<Survey>()).map(\.id)
    throw CommandFailure(Phrase(.cliSurveyUnknown, .text(id), .list(known)), code: EX_USAGE)
  }
}
