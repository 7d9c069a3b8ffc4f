import ArgumentParser
import Model
import Office
import Phrases

/// `outreach budget`: what is indicated, committed and spent, and what the totals leave out.
struct BudgetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "budget", abstract: abstract(.cliBudget))
  }

  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
      let report = try BudgetReport(library, look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
