import ArgumentParser
import Dashboard
import Glibc
import Interchange
import Model
import Phrases
import Store

/// `outreach export`: writes all records of a kind as CSV or JSON.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: abstract(.cliExport))
  }

  @Argument(help: help(.cliExportKind)) var kind: FileKind
  @Option(help: help(.cliFormat)) var format = Format.csv
  @Flag(help: help(.cliSpreadsheetSafe)) var spreadsheetSafe = false
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String?
  @Flag(help: help(.cliAll)) var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { _ in
      if spreadsheetSafe && format == .json {
        throw CommandFailure(Phrase(.cliSafeIsForCSV), code: EX_USAGE)
      }
      let library = try store.place.open(isReadOnly: true)
      switch kind {
      case .stakeholders: try writeStakeholders(of: library)
      case .activities: try write(Activity.self, of: library)
      case .launches: try write(Launch.self, of: library)
      case .launch: try write(LaunchCell.self, of: library)
      case .evidence: try write(Evidence.self, of: library)
      }
    }
  }

  private func export<R: Exchangeable>() -> RecordExport<R> {
    RecordExport(format == .json ? .json : .csv(spreadsheetSafe ? .spreadsheetSafe : .exact))
  }

  private func writeStakeholders(of library: Library) throws {
    var export: RecordExport<Stakeholder> = export()
    let file = try OutputFile(output == "-" ? nil : output)
    try file.write(export.begin())
    try library.eachStakeholder(includingRetired: all) { try file.write(export.append($0)) }
    try file.write(export.end())
    try file.commit()
  }

  private func write<R: Exchangeable>(_ type: R.Type, of library: Library) throws {
    var export: RecordExport<R> = export()
    let file = try OutputFile(output == "-" ? nil : output)
    try file.write(export.begin() + export.append(library.read(AllRecords<R>())) + export.end())
    try file.commit()
  }
}
