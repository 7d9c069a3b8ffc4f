import ArgumentParser
import Model
import Office
import Phrases
import Store
import Typesetting

/// `outreach proposals`: the proposals of the stakeholder network and how far each has come.
struct ProposalsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "proposals", abstract: abstract(.cliProposals))
  }

  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
      let report = ProposalsReport(
        try store.place.open().read(AllRecords<NetworkProposal>()), look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }
}
