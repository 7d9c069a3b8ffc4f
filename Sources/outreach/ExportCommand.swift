import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases
import Store

/// What can be exported: records of a kind, or whom to write to.
enum ExportKind: ExpressibleByArgument {
  case records(FileKind)
  case mailingList

  init?(argument: String) {
    if argument == Self.mailingListName {
      self = .mailingList
    } else if let kind = FileKind(argument: argument) {
      self = .records(kind)
    } else {
      return nil
    }
  }

  private static let mailingListName = "mailing-list"
  static var allValueStrings: [String] { FileKind.allValueStrings + [mailingListName] }

  /// Whether it is about stakeholders, so that a query can choose among them.
  var isOfStakeholders: Bool {
    switch self {
    case .records(let kind): kind.type.kind == .stakeholder
    case .mailingList: true
    }
  }

  var isMailingList: Bool {
    if case .mailingList = self { true } else { false }
  }
}

/// `outreach export`: writes all records of a kind as CSV, JSON, vCard or a workbook, or a mailing list.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json, vcard, vcard3, xlsx }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliExport))
  }

  @Argument(
    help: FileKind.help(.cliExportKind, besides: .cliKindMailing),
    completion: .list(ExportKind.allValueStrings), transform: FileKind.reading { ExportKind(argument: $0) })
  var kind: ExportKind
  @Option(name: .customLong("format"), help: help(.cliFormat)) var formatAsked: Format?
  @Flag(help: help(.cliSpreadsheetSafe)) var spreadsheetSafe = false
  @Option(name: .customLong("where"), help: help(.cliExportWhere)) var condition: String?
  @Option(help: help(.cliMailingChannel)) var channel: MailingChannel?
  @Option(name: .customLong("language"), help: help(.cliMailingLanguage)) var preferredLanguage: String?
  @OptionGroup var output: OutputOptions
  @Flag(help: help(.cliAll)) var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  var format: Format { output.format(formatAsked, else: .csv) }

  func run() throws {
    try language.reporting { book in
      try check()
      let query = try condition.map {
        try StakeholderFilter.asked(for: $0, language: book.language, today: Environment.today)
      }
      let library = try library()
      switch kind {
      case .records where kind.isOfStakeholders: try writeStakeholders(query, of: library)
      case .records(let kind): try write(kind.type, of: library)
      case .mailingList: try writeMailingList(query, of: library, book)
      }
    }
  }

  /// Options that do not go together would be passed over in silence otherwise.
  private func check() throws {
    func refuse(_ key: PhraseKey) -> CommandFailure { CommandFailure(Phrase(key), code: EX_USAGE) }
    if spreadsheetSafe && format != .csv { throw refuse(.cliSafeIsForCSV) }
    let isListed = kind.isMailingList
    if [.vcard, .vcard3].contains(format) && (isListed || !kind.isOfStakeholders) {
      throw refuse(.cliCardsAreStakeholders)
    }
    if condition != nil && !kind.isOfStakeholders { throw refuse(.cliWhereIsForStakeholders) }
    if isListed && format != .csv && format != .xlsx { throw refuse(.cliMailingIsCSV) }
    if !isListed && (channel != nil || preferredLanguage != nil) { throw refuse(.cliChannelIsForMailing) }
  }

  private var style: CSVWriter.Style { spreadsheetSafe ? .spreadsheetSafe : .exact }

  // MARK: Records

  private func export<R: Exchangeable>(_: R.Type) -> RecordExport<R> {
    RecordExport(format == .json ? .json : .csv(style))
  }

  private func writeStakeholders(_ filter: StakeholderFilter?, of library: Library) throws {
    switch format {
    case .vcard: try write(VCardWriter(version: .v40), filter, of: library)
    case .vcard3: try write(VCardWriter(version: .v30), filter, of: library)
    case .csv, .json: try write(export(Stakeholder.self), filter, of: library)
    case .xlsx:
      var count = 0
      let record = { logStakeholders(count, in: library) }
      try writeSheet(Stakeholder.self, recording: record) { append in
        try each(filter, includingRetired: all, of: library) {
          count += $0.count
          try append($0)
        }
      }
    }
  }

  /// Writes a workbook, which only a library can: to a file, never to a pipe.
  private func writeSheet<R: Exchangeable>(
    _: R.Type, recording record: (() throws -> Void)?,
    _ each: (_ append: ([R]) throws -> Void) throws -> Void
  ) throws {
    let path = try output.sheetPath()
    try output.makeSheet(recording: record) { temporary in
      let export = try SheetExport<R>(temporary, for: path)
      try each { try export.append($0) }
      try export.close()
    }
  }

  private func logStakeholders(_ count: Int, in library: Library) {
    log(.export, count, asked ?? (all ? "all" : "in-use"), in: library)
  }

  private func write(
    _ writer: some RecordWriter<Stakeholder>, _ filter: StakeholderFilter?, of library: Library
  ) throws {
    var writer = writer
    var count = 0
    let file = try output.file()
    try file.write(writer.begin())
    try each(filter, includingRetired: all, of: library) {
      count += $0.count
      try file.write(writer.append($0))
    }
    try file.write(writer.end())
    try file.commit { logStakeholders(count, in: library) }
  }

  /// What a query asked for, by the names of its fields alone.
  private var asked: String? {
    condition.map {
      StakeholderQuery($0, language: language.book.language, today: Environment.today).askedFields
    }
  }

  private func each(
    _ filter: StakeholderFilter?, includingRetired: Bool, of library: Library,
    _ body: ([Stakeholder]) throws -> Void
  ) throws {
    guard let filter else { return try library.eachStakeholder(includingRetired: includingRetired, body) }
    try library.eachStakeholder(matching: filter, body)
  }

  private func write<R: Exchangeable>(_ type: R.Type, of library: Library) throws {
    // No table hides anything of single answers: they are for the office alone.
    if R.kind == .surveyResponse { try library.permit(.edit) }
    let answers = R.kind == .surveyResponse ? try library.read(ResponseCounts()).values.reduce(0, +) : nil
    let record = answers.map { count in { log(.export, count, R.kind.rawValue, in: library) } }
    if format == .xlsx {
      try writeSheet(type, recording: record) { try each(type, of: library, $0) }
    } else {
      var export = export(type)
      let file = try output.file()
      try file.write(export.begin())
      try each(type, of: library) { try file.write(export.append($0)) }
      try file.write(export.end())
      try file.commit(recording: record)
    }
    if R.self is any Outgoing.Type {
      BoundaryAdvice.tell(of: try library.read(AllRecords<R>()), language.book)
    }
    guard answers != nil else { return }
    say(language.book.say(.resRawExport), to: STDERR_FILENO)
  }

  private func each<R: Exchangeable>(
    _: R.Type, of library: Library, _ body: ([R]) throws -> Void
  ) throws {
    guard R.kind == .coverage else { return try body(library.read(AllRecords<R>())) }
    // There may be a million of them.
    try library.eachCoverage { try body($0.compactMap { $0 as? R }) }
  }

  // MARK: Mailing lists

  private func writeMailingList(
    _ filter: StakeholderFilter?, of library: Library, _ book: Phrasebook
  ) throws {
    let wanted = try wantedLanguage()
    try library.permit(.mailingList)
    var list = MailingList(channel: channel, language: wanted, style: style)
    let record = {
      let selection = [channel?.rawValue, wanted, asked].compactMap(\.self).joined(separator: " ")
      log(.mailingList, list.count, selection, in: library)
    }
    if format == .xlsx {
      var rows = list.begin()
      try each(filter, includingRetired: true, of: library) { rows += list.append($0) }
      try output.writeSheet(rows, named: "mailing-list", recording: record)
    } else {
      let file = try output.file()
      try file.write(list.begin())
      try each(filter, includingRetired: true, of: library) { try file.write(list.append($0)) }
      try file.commit(recording: record)
    }
    say(book.say(.mailingCount, .number(list.count)), to: STDERR_FILENO)
    for reason in MailingList.Exclusion.allCases {
      guard let count = list.excluded[reason] else { continue }
      say(
        book.say(.mailingExcluded, .text(book.label("excluded", reason.rawValue)), .number(count)),
        to: STDERR_FILENO)
    }
  }

  private func wantedLanguage() throws(CommandFailure) -> String? {
    guard let preferredLanguage else { return nil }
    if let tag = Language.tag(named: preferredLanguage) { return tag }
    do { return try Language.checked(preferredLanguage) } catch {
      throw CommandFailure(Phrase(error), code: EX_USAGE)
    }
  }

  // MARK: The log

  /// To be written to where that is possible: what leaves the house is logged in it. One way in serves for both,
  /// so that its log goes home into the file as it closes.
  private func library() throws -> Library {
    do { return try store.place.open(to: .export) } catch { return try store.place.open() }
  }

  /// Writes down that data left the house. Where that is not possible, the export stands, and somebody has to
  /// know.
  private func log(_ kind: Disclosure.Kind, _ count: Int, _ selection: String, in library: Library) {
    let disclosure = Disclosure(kind, format: format.rawValue, records: count, selection: selection)
    do { try library.disclose(disclosure) } catch {
      let reason = CommandFailure(error).phrase
      say(language.book.say(.cliNotLogged, .phrase(reason)), to: STDERR_FILENO)
    }
  }
}

extension MailingChannel: ExpressibleByArgument {}
