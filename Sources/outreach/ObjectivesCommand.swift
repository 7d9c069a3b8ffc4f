import ArgumentParser
import Model
import Office
import Phrases
import Store

/// `outreach objectives`: for each objective and function what is planned, done and shown, and what is empty.
struct ObjectivesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, html, csv }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "objectives", abstract: abstract(.cliObjectives))
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
      let report = ObjectivesReport(try library.read(AimBookOn(look.asOf)), look: look)
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
