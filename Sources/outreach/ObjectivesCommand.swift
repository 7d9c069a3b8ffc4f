import ArgumentParser
import Office
import Store

/// `outreach objectives`: for each objective and function what is planned, done and shown, and what is empty.
struct ObjectivesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "objectives", abstract: abstract(.cliObjectives))
  }

  @OptionGroup var options: TableReportOptions

  func run() throws {
    try options.write { library, look in
      ObjectivesReport(try library.read(AimBookOn(look.asOf)), look: look)
    }
  }
}
