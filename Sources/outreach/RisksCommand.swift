import ArgumentParser
import Office
import Store

/// `outreach risks`: the register of risks with its signals, and what changed since each was reviewed.
struct RisksCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "risks", abstract: abstract(.cliRisks))
  }

  @OptionGroup var options: TableReportOptions

  func run() throws {
    try options.write { library, look in
      RisksReport(try library.read(WholeRiskBook(look.asOf, by: look.regions)), look: look)
    }
  }
}
