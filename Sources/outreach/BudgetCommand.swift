import ArgumentParser
import Dashboard
import Model
import Phrases

/// `outreach budget`: what is indicated, committed and spent, and what the totals leave out.
struct BudgetCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "budget", abstract: abstract(.cliBudget))
  }

  @Option(help: help(.cliTableFormat)) var format = Format.text
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(isReadOnly: true)
      let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
      let report = try BudgetReport(library, look: look)
      let file = try OutputFile(output == "-" ? nil : output)
      // As plain text it may be read by a terminal further on, whatever it goes to now.
      try file.write(format == .csv ? report.csv : Array(Legible.lines(report.text).utf8))
      try file.commit()
    }
  }
}
