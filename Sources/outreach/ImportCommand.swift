import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// What can be done with a file: read records of a kind, or only look at its columns.
struct ImportKind: ExpressibleByArgument {
  /// Nil where only the columns are asked for.
  let records: FileKind?

  init?(argument: String) {
    records = FileKind(argument: argument)
    if records == nil && argument != Self.columns { return nil }
  }

  private static let columns = "columns"
  static var allValueStrings: [String] { FileKind.allValueStrings + [columns] }
}

/// `outreach import`: reads a file, says what it would change, and writes all of it or nothing.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliImport))
  }

  @Argument(
    help: FileKind.help(.cliImportKind, besides: .cliKindColumns),
    completion: .list(ImportKind.allValueStrings), transform: FileKind.reading { ImportKind(argument: $0) })
  var kind: ImportKind
  @Argument(help: help(.cliImportFile)) var file: String
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var zone: ZoneOptions
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @Flag(help: help(.cliReadmit)) var readmit = false
  @Flag(help: help(.cliOlderCards)) var olderCards = false
  @OptionGroup var same: SameOptions
  @OptionGroup var words: KeepWordsOptions
  @OptionGroup var rejects: RejectsOptions
  @Flag(help: help(.cliEveryRow)) var everyRow = false
  @OptionGroup var mapping: MappingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard let type = kind.records?.type else { return try showColumns(book) }
      switch type.kind {
      case .stakeholder: try Interruption.patiently { try importStakeholders(book) }
      case .launchCell: try finish(book) { try $0.planLaunchCells($1) }
      default: try importRecords(type, book)
      }
    }
  }

  private func importRecords<R: Exchangeable>(_ type: R.Type, _ book: Phrasebook) throws {
    try finish(book) { try $0.plan(type, $1, today: Environment.today) }
  }

  /// Shows what the columns of a list of stakeholders become; reads the store only for its saved mappings.
  private func showColumns(_ book: Phrasebook) throws {
    try zone.refuse()
    let library = try store.place.open(to: .edit, isRehearsal: true)
    let job = try mapping.job(sheet.file(file), in: library)
    for line in try ColumnsReport(job, book: book).lines { say(line) }
  }

  // MARK: Stakeholders

  private func importStakeholders(_ book: Phrasebook) throws {
    try zone.refuse()
    try words.refuse()
    let line = ProgressLine(book)
    do {
      let bytes = try sheet.file(file, isWanted: line.goesOn)
      let library = try store.place.open(to: .edit, isRehearsal: dryRun)
      let job = try mapping.job(bytes, in: library)
      try rejects.check(bytes)
      let work = job.work(try options())
      if !dryRun { try mapping.save(job, in: library) }
      line.clear()
      if let origin = job.origin { say(book.say(.importReadAs, .text(origin))) }
      var kept: Phrase?
      func keep(_ summary: ImportSummary) throws {
        try SameOptions.check(summary)
        kept = try rejects.keep(summary.reasons.count, isRehearsal: dryRun) { path, replacing in
          try job.writeRejected(summary.reasons, to: path, replacing: replacing, in: book)
        }
      }
      let summary =
        try dryRun
        ? work.preview(in: library, progress: line.show)
        : work.run(in: library, progress: line.show, before: keep)
      if dryRun { try keep(summary) }
      line.clear()
      try report(summary, job, kept, book)
    } catch {
      line.clear()
      guard let signal = Interruption.asked else { throw error }
      say(book.say(.importCancelled), to: STDERR_FILENO)
      Interruption.end(by: signal)
    }
  }

  private func options() throws -> StakeholderImport.Options {
    var options = StakeholderImport.Options()
    (options.skipsRejected, options.readmitsErased) = (skips, readmit)
    options.keepsReasons = rejects.rejects != nil
    options.takesOlder = olderCards
    options.same = try same.given()
    options.comparesNew = true
    options.why = file.split(separator: "/").last.map(String.init) ?? file
    options.keptFindings = 10_000
    return options
  }

  /// - Parameter kept: what is to be said of the rows that were not taken.
  private func report(_ summary: ImportSummary, _ job: ImportJob, _ kept: Phrase?, _ book: Phrasebook) throws
  {
    let isRefused = !summary.isComplete && !skips
    let report = ImportReport(
      summary, job, file: file, book: book, namesEveryRow: everyRow, isRehearsal: dryRun)
    tell(report, isRefused: isRefused)
    for line in try mapping.values.unused(summary.remarks.cellNotes, book) { say(line) }
    if let kept { say(book.say(kept)) }
    try ImportEnding(
      isRehearsal: dryRun, refused: isRefused ? Phrase(.importRefused) : nil,
      isNothingNew: summary.new + summary.changed == 0, stayedOut: summary.rejected + summary.conflictingRows,
      kept: kept, mayBeStoredTwice: summary.new > 0 && summary.lookalikes?.isEmpty != true
    ).tell(book)
  }

  /// Rows that are kept in a file of their own are not lost.
  private var skips: Bool { skipRejected || rejects.rejects != nil }

  // MARK: Small kinds

  private func finish<R: Exchangeable>(
    _ book: Phrasebook, plan: (Library, ImportFile) throws -> ImportPlan<R>
  ) throws {
    try mapping.refuse()
    try same.refuse()
    if !R.fields.contains(where: { $0.entry == .moment }) { try zone.refuse() }
    let source = try zone.file(mapping.values.file(sheet.file(file)))
    try rejects.check(source)
    let library = try store.place.open(to: R.kind.need, isRehearsal: dryRun)
    var plan = try plan(library, source)
    plan.ownOverrides(by: library.who, on: Environment.today)
    try words.keep(in: &plan, by: library.who)
    let isRefused = !plan.isComplete && !skips
    let isNothingNew = plan.new.isEmpty && plan.changed.isEmpty
    let kept = try rejects.keep(plan.lost.count, isRehearsal: dryRun) {
      try plan.writeRejected(of: source, to: $0, replacing: $1, in: book)
    }
    // What the store refuses as a whole was never counted as new.
    let written = try dryRun || isRefused || isNothingNew ? nil : library.apply(ImportRecords(plan))
    let report = ImportReport(
      plan, file: file, book: book, isTable: try ImportFormat(of: source) == .table,
      namesEveryRow: everyRow)
    tell(report, isRefused: isRefused)
    for line in words.sentences(plan.keptWords, book) { say(line) }
    for line in try mapping.values.unused(plan.remarks.cellNotes, book) { say(line) }
    if let kept { say(book.say(kept)) }
    let isTried = dryRun && !isRefused && !isNothingNew
    var consequences = try isTried ? library.rehearse(ImportRecords(plan)) : written?.consequences ?? []
    // A store that is only read for a dry run cannot try it: what follows by itself the records say alone.
    if isTried, consequences.isEmpty, plan.changed.contains(where: Self.settles) {
      consequences = [R.kind == .comment ? .contactsOpen : .routeVoid]
    }
    for consequence in consequences { say(book.say(Phrase(consequence))) }
    try ImportEnding(
      isRehearsal: dryRun, refused: isRefused ? Phrase(.importRefused) : nil, isNothingNew: isNothingNew,
      stayedOut: plan.lost.count, kept: kept
    ).tell(book)
  }

  /// Whether something follows by itself from what changes of a record.
  private static func settles<R: Record>(_ change: ImportPlan<R>.Change) -> Bool {
    change.after.settled(over: change.before.values) != change.after
  }

  private func tell(_ report: ImportReport, isRefused: Bool) {
    for line in report.lines { say(line, to: isRefused && !dryRun ? STDERR_FILENO : STDOUT_FILENO) }
  }
}
