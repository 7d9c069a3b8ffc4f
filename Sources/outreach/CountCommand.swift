import ArgumentParser
import Dashboard
import Glibc
import Model
import Phrases
import Store

/// `outreach count`: stakeholders over one or two dimensions, as a table.
struct CountCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "count", abstract: abstract(.cliCount))
  }

  @Option(help: help(.cliCountRows)) var rows: String
  @Option(help: help(.cliCountColumns)) var columns: String?
  @Option(help: help(.cliCountFormat)) var format = Format.text
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let rows = try dimension(rows)
      let columns = try columns.map(dimension).flatMap { $0 == rows ? nil : $0 }
      let library = try store.place.open(isReadOnly: true)
      let look = Look(phrases: book, asOf: Day(number: 0), who: StorePlace.login)
      let cross = try library.read(CrossCounts([rows] + (columns.map { [$0] } ?? []), within: .init()))
      let report = PivotReport(cross, rows: rows, columns: columns, look: look)
      let file = try OutputFile(output == "-" ? nil : output)
      try file.write(format == .csv ? report.csv : Array(report.text.utf8))
      try file.commit()
    }
  }

  private func dimension(_ name: String) throws(CommandFailure) -> Dimension {
    if let dimension = Dimension.named(name) { return dimension }
    let known = Dimension.allCases.map(\.optionName).joined(separator: ", ")
    throw CommandFailure(Phrase(.cliCountUnknown, .text(name), .text(known)), code: EX_USAGE)
  }
}
