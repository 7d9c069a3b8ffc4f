import ArgumentParser
import Foundation
import Model
import Store

/// Times the whole report of evaluation: the facts alone, then the command that a person types, from start to last byte.
struct MeasureReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Time the report of evaluation, in every format.")

  @Argument(help: "A store with much in it: see generate-media and survey-import.") var store: String
  @Option(help: "The first day of the report.") var from = "2015-01-01"
  @Option(help: "The last day of the report.") var to = "2017-12-31"
  @Option(help: "So many times each.") var times = 5
  @Option(help: "The executable; else the one beside this.") var program: String?

  func run() throws {
    guard let from = Day(from), let to = Day(to) else { throw ValidationError("Days are YYYY-MM-DD.") }
    let library = try Library.open(store, who: "benchmark", isReadOnly: true)
    let facts = try (0..<times).map { _ in
      try Figures.milliseconds { _ = try library.read(ReportFactsOf(.plenary, from: from, to: to)) }
    }
    print(Figures.line("report: facts", Figures.times(facts), ""))
    for format in ["text", "markdown", "html"] {
      let whole = try (0..<times).map { _ in try Figures.milliseconds { try write(format) } }
      print(Figures.line("report: command, \(format)", Figures.times(whole), "3000 ms"))
    }
  }

  private func write(_ format: String) throws {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? beside + "/outreach")
    process.arguments = [
      "report", "evaluation", "--audience", "plenary", "--from", from, "--to", to, "--format", format,
      "--store", store, "-o", "/dev/null",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ValidationError("outreach report failed.") }
  }
}
