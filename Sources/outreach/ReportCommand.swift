import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach report`: reports of evaluation, from the store as it is and as they were released.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: abstract(.cliReport),
      subcommands: [
        ReportEvaluationCommand.self, ReportListCommand.self, ReportShowCommand.self, ReportDraftCommand.self,
        ReportReleaseCommand.self, ReportCheckCommand.self,
      ])
  }
}

extension ReportAudience: ExpressibleByArgument {}
extension ReportPaper.Format: ExpressibleByArgument {}

/// How a report is written.
struct ReportOutput: ParsableArguments {
  @Option(name: .customLong("format"), help: help(.cliReportFormat)) var formatAsked: ReportPaper.Format?
  @Flag(help: help(.cliReportASCII)) var ascii = false
  @OptionGroup var output: OutputOptions

  var format: ReportPaper.Format { output.format(formatAsked, else: .text) }

  /// - Parameter isReleased: may be read by everybody, unless somebody says otherwise.
  func write(_ paper: ReportPaper, isReleased: Bool = false) throws {
    if format == .docx, output.path == nil {
      throw CommandFailure(Phrase(.cliReportNeedsFile), code: EX_USAGE)
    }
    let bytes = paper.bytes(format, isASCII: ascii)
    let file = try output.file(for: isReleased ? .everybody : nil)
    // A page is for a browser; the others may be read in the terminal, which they must not steer.
    let isShown = (output.output ?? "-") == "-" && format != .html && format != .docx
    try file.write(isShown ? Array(Legible.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes)
    try file.commit()
  }
}

/// For whom a report is, and what it covers.
struct ReportScope: ParsableArguments {
  @Option(help: help(.cliReportAudience)) var audience: ReportAudience
  @Option(help: help(.cliReportFrom)) var from: String
  @Option(help: help(.cliReportTo)) var to: String
  @Option(name: .customLong("language"), help: help(.cliReportLanguage)) var document: String?

  func days() throws -> (from: Day, to: Day) {
    let (from, to) = (try typedDay(from), try typedDay(to))
    guard from <= to else { throw ReportProblem.backwards(self.from, self.to) }
    return (from, to)
  }

  /// That of the program where nobody named one.
  func language(_ book: Phrasebook) throws -> String {
    let language = document ?? book.language
    guard Language.official.contains(language) else { throw ReportProblem.notALanguage(language) }
    return language
  }
}

/// `outreach report evaluation`: keeps nothing, reads only.
struct ReportEvaluationCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "evaluation", abstract: abstract(.cliReportEvaluation))
  }

  @OptionGroup var scope: ReportScope
  @OptionGroup var output: ReportOutput
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let (from, to) = try scope.days()
      let language = try scope.language(book)
      let library = try store.place.open()
      let facts = try library.read(
        ReportFactsOf(scope.audience, from: from, to: to, asOf: try reckoning.day))
      try output.write(ReportPaper(facts, language: language))
    }
  }
}

/// `outreach report list`.
struct ReportListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliReportList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let reports = try store.place.open().read(AllRecords<Report>())
      if reports.isEmpty { say(book.say(.reportsNone)) }
      for report in reports {
        let days = [report.from, report.to].map { $0?.description ?? "-" }.joined(separator: "..")
        say(
          [
            report.id, book.label("report_state", report.state.rawValue), report.audience.rawValue, days,
            report.language, report.released?.description ?? "", report.name,
          ].filter { !$0.isEmpty }.joined(separator: "  "))
      }
    }
  }
}

/// `outreach report show ID`.
struct ReportShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: abstract(.cliReportShow))
  }

  @Argument(help: help(.cliReportID)) var id: String
  @OptionGroup var output: ReportOutput
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { _ in
      let library = try store.place.open()
      let report = try library.report(named: id)
      try output.write(ReportPaper(report, in: library), isReleased: report.state == .released)
    }
  }
}

/// `outreach report draft`.
struct ReportDraftCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "draft", abstract: abstract(.cliReportDraft))
  }

  @Option(help: help(.cliReportName)) var name: String
  @OptionGroup var scope: ReportScope
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var report = Report(id: NewID.make())
      (report.from, report.to) = try scope.days()
      report.language = try scope.language(book)
      (report.audience, report.name) = (scope.audience, name.trimmed)
      try store.place.open(to: .edit, creating: true).apply(AddRecord(report))
      say(report.id)
    }
  }
}

/// `outreach report release ID`.
struct ReportReleaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "release", abstract: abstract(.cliReportRelease))
  }

  @Argument(help: help(.cliReportID)) var id: String
  @Option(help: help(.cliReleaseWhy)) var why = ""
  @Option(help: help(.cliPublicationDay)) var day: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .release)
      let report = try library.report(named: id)
      try ReportPaper.release(report, in: library, on: publicationDay(day), why: why)
      BoundaryAdvice.tell(of: [report], book)
      say(book.say(.reportWasReleased, .text(report.title)))
    }
  }
}

/// `outreach report check ID`: its exit code is 1 where something differs.
struct ReportCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: abstract(.cliReportCheck))
  }

  @Argument(help: help(.cliReportID)) var id: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let differences = try ReportPaper.differences(of: library.report(named: id), in: library)
      if differences.isEmpty { return say(book.say(.cliReportSame)) }
      for one in differences {
        say("\(one.of) \(one.before)")
        say("  \(book.say(.cliReportNow)) \(one.after)")
      }
      throw ExitCode(1)
    }
  }
}

extension Library {
  /// The report of that id.
  fileprivate func report(named id: String) throws -> Report {
    guard let report = try read(RecordByID<Report>(id)) else { throw ReportProblem.unknown(id) }
    return report
  }
}

extension ReportProblem {
  /// The code of `sysexits.h` that says the same to a script.
  var exitCode: Int32 {
    switch self {
    case .noDays, .backwards, .notALanguage: EX_USAGE
    case .damaged, .unreadable, .notReleased: EX_DATAERR
    case .unknown: EX_NOINPUT
    }
  }
}
