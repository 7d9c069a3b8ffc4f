import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach media`: what the media say.
struct MediaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "media", abstract: abstract(.cliMedia),
      subcommands: [MediaImportCommand.self, MediaFeedsCommand.self, MediaFiguresCommand.self])
  }
}

/// `outreach media import FILE…`: each file is one change, whole or not at all.
struct MediaImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliMediaImport))
  }

  @Argument(help: help(.cliMediaFiles)) var files: [String]
  @Option(help: help(.cliMediaFeed)) var feed: String?
  @Option(help: help(.cliMediaLaunch)) var launch: String?
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @OptionGroup var rejects: RejectsOptions
  @OptionGroup var values: ValueOptions
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var zone: ZoneOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      if rejects.rejects != nil, files.count > 1 {
        throw CommandFailure(Phrase(.importRejectsOfOne), code: EX_USAGE)
      }
      let library = try store.place.open(to: .contribute, isRehearsal: dryRun)
      let meant = try feed.map(library.feed)
      try checkLaunch(in: library)
      var isRefused = false
      var (isWritten, stayedOut) = (false, 0)
      for file in files {
        let source = try zone.file(values.file(sheet.file(file)))
        try rejects.check(source)
        do {
          let plan = try library.planMedia(
            source, feed: meant, launch: launch ?? "", today: Environment.today)
          let isWhole = plan.isComplete || skipRejected || rejects.rejects != nil
          let kept = try rejects.keep(plan.plan.lost.count, isRehearsal: dryRun) {
            try plan.plan.writeRejected(of: source, to: $0, replacing: $1, in: book)
          }
          tell(plan, file: file, book, isRefused: !isWhole)
          for line in try values.unused(plan.plan.remarks.cellNotes, book) { say(line) }
          if let kept { say(book.say(kept)) } else { stayedOut += plan.plan.lost.count }
          isRefused = isRefused || !isWhole
          guard isWhole, !dryRun, !plan.isNothingNew else { continue }
          try library.apply(plan)
          isWritten = true
        } catch let problem as MarkupProblem {
          say("\(file):\(problem.line): \(book.say(Phrase(problem)))", to: STDERR_FILENO)
          isRefused = true
        }
      }
      try ImportEnding(
        isRehearsal: dryRun, refused: isRefused ? Phrase(.importRefused) : nil, isNothingNew: !isWritten,
        stayedOut: stayedOut
      ).tell(book)
    }
  }

  private func checkLaunch(in library: Library) throws {
    guard let launch else { return }
    let known = try library.read(AllRecords<Launch>()).map(\.id)
    guard known.contains(launch) else {
      throw CommandFailure(
        Phrase(.cliCalendarLaunchUnknown, .text(launch), .list(known)), code: EX_USAGE
      )
    }
  }

  private func tell(_ plan: MediaPlan, file: String, _ book: Phrasebook, isRefused: Bool) {
    let descriptor = isRefused && !dryRun ? STDERR_FILENO : STDOUT_FILENO
    if let encoding = plan.encoding { say(book.say(Phrase(encoding)), to: descriptor) }
    let report = ImportReport(
      plan.plan, file: file, book: book, isTable: plan.feed == nil, hasDates: true)
    for line in report.lines.dropLast() { say(line, to: descriptor) }
    for note in plan.media.notes { say("\(file):\(note.line): \(book.say(Phrase(note)))", to: descriptor) }
    if let problem = plan.problem {
      say("\(file):\(problem.line): \(book.say(Phrase(problem)))", to: descriptor)
      let count = plan.plan.new.count + plan.plan.changed.count + plan.plan.unchanged
      say(book.say(.mediaBroken, .text(String(problem.line)), .number(count)), to: descriptor)
    }
    let undated = plan.media.undated.count
    let timeless = plan.media.timeless.count
    if timeless > 0 { say(book.say(.mediaTimeless, .number(timeless)), to: descriptor) }
    if undated > 0 { say(book.say(.mediaUndated, .number(undated)), to: descriptor) }
    if plan.media.joined > 0 { say(book.say(.mediaJoinedTo, .number(plan.media.joined)), to: descriptor) }
    if let counts = report.lines.last { say(counts, to: descriptor) }
  }
}

/// `outreach media feeds`.
struct MediaFeedsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "feeds", abstract: abstract(.cliMediaFeeds), subcommands: [MediaFeedsImportCommand.self])
  }
}

/// `outreach media feeds import FILE.opml`.
struct MediaFeedsImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliMediaFeedsImport))
  }

  @Argument(help: help(.cliMediaFiles)) var file: String
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @OptionGroup var reading: EncodingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .edit, isRehearsal: dryRun)
      do {
        let plan = try library.planFeeds(reading.file(file))
        if let problem = plan.problem {
          guard skipRejected else { throw problem }
          say("\(file):\(problem.line): \(book.say(Phrase(problem)))")
        }
        if !dryRun, !plan.new.isEmpty { try library.apply(ImportRecords(new: plan.new)) }
        say(book.say(Phrase(plan)))
        if dryRun { say(book.say(.importDryRun)) }
      } catch let problem as MarkupProblem {
        say("\(file):\(problem.line): \(book.say(Phrase(problem)))", to: STDERR_FILENO)
        if dryRun { throw ExitCode(EX_DATAERR) }
        throw CommandFailure(Phrase(.importRefused), code: EX_DATAERR)
      }
    }
  }
}

/// `outreach media figures`.
struct MediaFiguresCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "figures", abstract: abstract(.cliMediaFigures))
  }

  @Option(help: help(.cliMediaFrom)) var from: String?
  @Option(help: help(.cliMediaTo)) var to: String?
  @Option(help: help(.cliMediaLaunch)) var launch: String?
  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var filter = CoverageFilter(from: try from.map(typedDay), to: try to.map(typedDay))
      if let first = filter.first, let last = filter.last, last < first {
        throw CommandFailure(
          Phrase(.cliCalendarBackwards, .text(first.description), .text(last.description)), code: EX_USAGE)
      }
      if let launch { filter.launches = [launch] }
      let library = try store.place.open()
      let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
      let report = try MediaReport(library, filter, look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
