import ArgumentParser
import Office
import Store

/// `outreach partnerships`: the register of strategic partnerships, for the Plenary's fourth session too (operative
/// paragraph 8).
struct PartnershipsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "partnerships", abstract: abstract(.cliPartnerships))
  }

  @OptionGroup var options: TableReportOptions

  func run() throws {
    try options.write { library, look in
      PartnershipReport(try library.read(PartnershipRegisterOn(look.asOf)), look: look)
    }
  }
}
