import ArgumentParser
import Model
import Office
import Store

/// `outreach trace`: what the decision asks for, what covers it, and the gaps.
struct TraceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "trace", abstract: abstract(.cliTrace))
  }

  @OptionGroup var options: TableReportOptions

  func run() throws {
    try options.write { library, look in
      TraceReport(
        try library.read(MandateTraceOn(look.asOf)), try library.read(AllRecords<NetworkProposal>()),
        look: look)
    }
  }
}
