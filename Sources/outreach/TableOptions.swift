import ArgumentParser
import Phrases

/// How a table is written, on the command line, and where to.
struct TableOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, xlsx }

  @Option(name: .customLong("format"), help: help(.cliTableFormat)) var formatAsked: Format?
  @OptionGroup var output: OutputOptions

  var format: Format { output.format(formatAsked, else: .text) }

  /// - Parameter record: writes down what leaves the house, before the file has its name.
  func write(
    text: @autoclosure () -> String, csv: @autoclosure () -> [UInt8],
    recording record: (() throws -> Void)? = nil
  ) throws {
    if format == .xlsx { return try output.writeSheet(csv(), named: "outreach", recording: record) }
    let file = try output.file()
    // As plain text it may be read by a terminal further on, whatever it goes to now.
    try file.write(format == .csv ? csv() : Array(Legible.lines(text()).utf8))
    try file.commit(recording: record)
  }
}
