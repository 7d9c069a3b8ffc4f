import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach calendar`: everything that has a day, as iCalendar.
struct CalendarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "calendar", abstract: abstract(.cliCalendar),
      subcommands: [
        CalendarExportCommand.self, CalendarImportCommand.self, CalendarPublishCommand.self,
      ])
  }
}

/// `outreach calendar export`.
struct CalendarExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliCalendarExport))
  }

  @Option(help: help(.cliCalendarFrom)) var from: String?
  @Option(help: help(.cliCalendarTo)) var to: String?
  @Option(help: kindHelp) var kind: [String] = []
  @Option(help: help(.cliCalendarLaunch)) var launch: String?
  @Flag(name: .customLong("public"), help: help(.cliCalendarPublic)) var isPublic = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  private static var kindHelp: ArgumentHelp {
    ArgumentHelp(
      stringLiteral: LanguageOptions.beforehand.say(.cliCalendarKind, .list(CalendarExport.knownKinds)))
  }

  func run() throws {
    try language.reporting { book in
      var export = try asked()
      let library = try store.place.open()
      let programme = try library.read(WholeProgramme())
      try choose(launch, of: programme, for: &export)
      let stamp = try library.lastWritten()
      let (bytes, count) = export.file(of: programme, stamp: stamp, book: book, asOf: Environment.today)
      let file = try output.file()
      try file.write(bytes)
      try file.commit()
      say(book.say(.cliCalendarWritten, .number(count)), to: STDERR_FILENO)
    }
  }

  private func asked() throws -> CalendarExport {
    var export = CalendarExport()
    export.isPublic = isPublic
    (export.from, export.to) = (try from.map(typedDay), try to.map(typedDay))
    if let from = export.from, let to = export.to, to < from {
      throw CommandFailure(
        Phrase(.cliCalendarBackwards, .text(from.description), .text(to.description)), code: EX_USAGE)
    }
    for kind in kind {
      guard CalendarExport.knownKinds.contains(kind) else {
        throw CommandFailure(
          Phrase(.cliCalendarKindUnknown, .text(kind), .list(CalendarExport.knownKinds)), code: EX_USAGE)
      }
      export.kinds.insert(kind)
    }
    return export
  }

  private func choose(_ id: String?, of programme: Programme, for export: inout CalendarExport) throws {
    guard let id else { return }
    let known = programme.launches.map(\.id)
    guard known.contains(id) else {
      throw CommandFailure(
        Phrase(.cliCalendarLaunchUnknown, .text(id), .list(known)), code: EX_USAGE)
    }
    export.launch = id
  }
}

/// `outreach calendar import FILE`.
struct CalendarImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: abstract(.cliCalendarImport))
  }

  @Argument(help: help(.cliCalendarFile)) var file: String
  @Flag(help: help(.cliDryRun)) var dryRun = false
  @Flag(help: help(.cliSkipRejected)) var skipRejected = false
  @Option(help: help(.cliCalendarZone)) var zone: String?
  @OptionGroup var reading: EncodingOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let reader = try ICalendarReader(reading.file(file), zone: zone.map(namedZone))
      let library = try store.place.open(to: .campaign, isRehearsal: dryRun)
      let plan = try CalendarImport(reader, stored: library.read(AllRecords<Event>()))
      let isRefused = plan.lost > 0 && !skipRejected
      for line in CalendarReport(plan, file: file, book: book).lines {
        say(line, to: isRefused && !dryRun ? STDERR_FILENO : STDOUT_FILENO)
      }
      let isNothingNew = plan.new.isEmpty && plan.changed.isEmpty
      if !dryRun && !isRefused && !isNothingNew {
        try library.apply(
          ImportRecords(new: plan.new, changed: plan.changed.map { ($0.before, $0.after) }))
      }
      try ImportEnding(
        isRehearsal: dryRun, refused: isRefused ? Phrase(.cliCalendarLost) : nil, isNothingNew: isNothingNew,
        stayedOut: plan.lost
      ).tell(book)
    }
  }
}

/// What an import of a calendar would do, in lines, as `ImportReport` says it of other files.
struct CalendarReport {
  let lines: [String]

  init(_ plan: CalendarImport, file: String, book: Phrasebook) {
    // A calendar of ours has a line for each date of a plan: to name each would bury the rest.
    let own = plan.notes.filter(\.isOfOwnRecord)
    let named = own.count > 3 ? plan.notes.filter { !$0.isOfOwnRecord } : plan.notes
    var lines = Self.grouped(named, file, book)
    if own.count > 3 { lines.append(book.say(.calendarNotesOwn, .number(own.count))) }
    if plan.notesLeftOut > 0 { lines.append(book.say(.importMoreFindings, .number(plan.notesLeftOut))) }
    let others = plan.leftOut.sorted { $0.key < $1.key }
      .map { book.bracketed($0.key, book.number($0.value)) }
    if !others.isEmpty { lines.append(book.say(.cliCalendarLeftOut, .list(others))) }
    let titles: [(PhraseKey, [String])] = [
      (.importTitlesNew, plan.new.map(\.name)), (.importTitlesChanged, plan.changed.map(\.after.name)),
    ]
    for (key, titles) in titles where !titles.isEmpty {
      lines.append(book.say(key, .chain(titles, first: 3)))
    }
    lines.append(
      book.say(
        .importCounts, .number(plan.new.count), .number(plan.changed.count), .number(plan.unchanged),
        .number(plan.lost)))
    self.lines = lines
  }
}

extension CalendarReport {
  /// The same thing once, with how often it is to be said and where.
  fileprivate static func grouped(_ notes: [ICalendarNote], _ file: String, _ book: Phrasebook) -> [String] {
    var (order, places): ([String], [String: [Int]]) = ([], [:])
    for note in notes {
      let sentence = book.say(Phrase(note.what))
      if places[sentence] == nil { order.append(sentence) }
      places[sentence, default: []].append(note.line)
    }
    let said = order.flatMap { sentence -> [(line: Int, text: String)] in
      let all = places[sentence] ?? []
      guard all.count > 3 else { return all.map { ($0, sentence) } }
      let times = book.say(
        .calendarNoteTimes, .text(sentence), .number(all.count), Self.named(all))
      return [(all[0], times)]
    }
    return said.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.text)" }
  }

  /// The first different lines.
  private static func named(_ lines: [Int]) -> Phrase.Argument {
    let different = lines.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    return .list(different.map(String.init), first: 5)
  }
}

/// `outreach calendar publish FOLDER`.
struct CalendarPublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish", abstract: abstract(.cliCalendarPublish),
      discussion: abstract(.cliDocumentLanguagesOld))
  }

  @Argument(help: help(.cliCalendarFolder)) var folder: String
  @Option(help: help(.cliCalendarAddress)) var address: String?
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var pages: DocumentLanguageOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try pages.reporting(language) { book, languages in
      for language in languages where !DocumentBook.languages.contains(language) {
        throw PublicationProblem.noDocumentLanguage(language)
      }
      let library = try store.place.open()
      try library.permit(.publish)
      let publication = CalendarPublication(
        try library.read(WholeProgramme()), stamp: try library.lastWritten(),
        asOf: try reckoning.day ?? Environment.today, languages: languages,
        address: try address.map(pageAddress) ?? "")
      let files = try FileSet(
        publication.names, in: folder, readers: .everybody, replacing: standing.replacing)
      for (place, bytes) in publication.files().enumerated() { try files.write(bytes, to: place) }
      let written = try library.commit(files)
      // Of each event there is a file: they are counted, not named.
      for file in written.prefix(publication.pages) { say(book.say(.registerWritten, .text(file))) }
      say(book.say(.cliCalendarWritten, .number(publication.count)))
      let left = CalendarPublication.left(in: folder, besides: publication.names)
      if !left.isEmpty { say(book.say(.cliCalendarLeft, .list(left))) }
    }
  }
}

/// Where a folder will be found, as somebody typed it.
/// - Throws: `CommandFailure` for what leads to no page.
func pageAddress(_ text: String) throws -> String {
  guard CalendarPage.isAddress(text) else {
    throw CommandFailure(Phrase(.cliCalendarAddressBad, .text(text)), code: EX_USAGE)
  }
  return text
}

extension Library {
  /// When the store was last changed, in seconds since 1970; 0 for one that never was.
  fileprivate func lastWritten() throws -> Int { try read(RecentChanges(limit: 1)).first?.at ?? 0 }
}
