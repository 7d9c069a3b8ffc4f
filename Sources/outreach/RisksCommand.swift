import ArgumentParser
import Model
import Office
import Phrases
import Store

/// `outreach risks`: the register of risks with its signals, and what changed since each was reviewed.
struct RisksCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, html, csv }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "risks", abstract: abstract(.cliRisks))
  }

  @Option(help: help(.cliTraceFormat)) var format = Format.text
  @OptionGroup var output: OutputOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      var look = Look(phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login)
      let library = try store.place.open()
      look.names = RecordNames(in: library)
      let risks = try library.read(WholeRiskBook(look.asOf, by: look.regions))
      let report = RisksReport(risks, look: look)
      let file = try output.file()
      switch format {
      case .text: try file.write(Array(Legible.lines(report.text).utf8))
      case .markdown: try file.write(Array(Legible.lines(report.markdown).utf8))
      case .html: try file.write(report.page)
      case .csv: try file.write(report.csv)
      }
      try file.commit()
    }
  }
}
