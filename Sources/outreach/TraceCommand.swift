import ArgumentParser
import Model
import Office
import Phrases
import Store

/// `outreach trace`: what the decision asks for, what covers it, and the gaps.
struct TraceCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, html, csv }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "trace", abstract: abstract(.cliTrace))
  }

  @Option(help: help(.cliTraceFormat)) var format = Format.text
  @OptionGroup var output: OutputOptions
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let look = Look(phrases: book, asOf: try reckoning.day ?? Environment.today, who: StorePlace.login)
      let library = try store.place.open()
      let report = TraceReport(
        try library.read(MandateTraceOn(look.asOf)), try library.read(AllRecords<NetworkProposal>()),
        look: look)
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
