import ArgumentParser
import Dashboard
import Glibc
import Interchange
import Model
import Phrases
import Store

/// What can be exported: the kinds of records, and whom to write to.
enum ExportKind: String, CaseIterable, ExpressibleByArgument {
  case stakeholders, activities, launches, launch, evidence
  case mailingList = "mailing-list"
}

/// `outreach export`: writes all records of a kind as CSV, JSON or vCard, or a mailing list.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json, vcard, vcard3 }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliExport))
  }

  @Argument(help: help(.cliExportKind)) var kind: ExportKind
  @Option(help: help(.cliFormat)) var format = Format.csv
  @Flag(help: help(.cliSpreadsheetSafe)) var spreadsheetSafe = false
  @Option(help: help(.cliMailingChannel)) var channel: MailingChannel?
  @Option(name: .customLong("language"), help: help(.cliMailingLanguage)) var preferredLanguage: String?
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String?
  @Flag(help: help(.cliAll)) var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      try check()
      let library = try store.place.open(isReadOnly: true)
      switch kind {
      case .stakeholders: try writeStakeholders(of: library)
      case .activities: try write(Activity.self, of: library)
      case .launches: try write(Launch.self, of: library)
      case .launch: try write(LaunchCell.self, of: library)
      case .evidence: try write(Evidence.self, of: library)
      case .mailingList: try writeMailingList(of: library, book)
      }
    }
  }

  /// Options that do not go together would be passed over in silence otherwise.
  private func check() throws {
    func refuse(_ key: PhraseKey) -> CommandFailure { CommandFailure(Phrase(key), code: EX_USAGE) }
    if spreadsheetSafe && format != .csv { throw refuse(.cliSafeIsForCSV) }
    if [.vcard, .vcard3].contains(format) && kind != .stakeholders { throw refuse(.cliCardsAreStakeholders) }
    let isListed = kind == .mailingList
    if isListed && format != .csv { throw refuse(.cliMailingIsCSV) }
    if !isListed && (channel != nil || preferredLanguage != nil) { throw refuse(.cliChannelIsForMailing) }
  }

  private var style: CSVWriter.Style { spreadsheetSafe ? .spreadsheetSafe : .exact }

  // MARK: Records

  private func export<R: Exchangeable>(_: R.Type) -> RecordExport<R> {
    RecordExport(format == .json ? .json : .csv(style))
  }

  private func writeStakeholders(of library: Library) throws {
    switch format {
    case .vcard: try write(VCardWriter(version: .v40), of: library)
    case .vcard3: try write(VCardWriter(version: .v30), of: library)
    case .csv, .json: try write(export(Stakeholder.self), of: library)
    }
  }

  private func write(_ writer: some RecordWriter<Stakeholder>, of library: Library) throws {
    var writer = writer
    var count = 0
    let file = try OutputFile(output == "-" ? nil : output)
    try file.write(writer.begin())
    try library.eachStakeholder(includingRetired: all) {
      count += $0.count
      try file.write(writer.append($0))
    }
    try file.write(writer.end())
    try file.commit()
    log("export", count, all ? "all" : "in-use")
  }

  private func write<R: Exchangeable>(_ type: R.Type, of library: Library) throws {
    var export = export(type)
    let file = try OutputFile(output == "-" ? nil : output)
    try file.write(export.begin() + export.append(library.read(AllRecords<R>())) + export.end())
    try file.commit()
  }

  // MARK: Mailing lists

  private func writeMailingList(of library: Library, _ book: Phrasebook) throws {
    let wanted = try wantedLanguage()
    var list = MailingList(channel: channel, language: wanted, style: style)
    let file = try OutputFile(output == "-" ? nil : output)
    try file.write(list.begin())
    try library.eachStakeholder(includingRetired: true) { try file.write(list.append($0)) }
    try file.commit()
    log("mailing-list", list.count, [channel?.rawValue, wanted].compactMap(\.self).joined(separator: " "))
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
    do { return try Language.checked(preferredLanguage) } catch {
      throw CommandFailure(Phrase(error), code: EX_USAGE)
    }
  }

  /// Writes down that data left the house. A store that cannot be written to has no log either.
  private func log(_ name: String, _ count: Int, _ selection: String) {
    let disclosure = Disclosure(name: name, format: format.rawValue, records: count, selection: selection)
    try? store.place.open().disclose(disclosure)
  }
}

extension MailingChannel: ExpressibleByArgument {}
