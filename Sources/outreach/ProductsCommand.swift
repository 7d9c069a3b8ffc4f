import ArgumentParser
import Model
import Office
import Phrases
import Store

/// `outreach products`: the products in the six official languages.
struct ProductsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "products", abstract: abstract(.cliProducts))
  }

  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
      let report = try ProductsReport(library, look: look)
      BoundaryAdvice.tell(of: try library.read(AllRecords<Product>()), book)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
