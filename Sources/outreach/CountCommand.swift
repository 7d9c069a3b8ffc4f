import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach count`: stakeholders over one or two dimensions, as a table.
struct CountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "count", abstract: abstract(.cliCount))
  }

  @Option(help: help(.cliCountRows)) var rows: String?
  @Option(help: help(.cliCountColumns)) var columns: String?
  @Option(help: help(.cliCountView)) var view: String?
  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let view = try view.map(library.savedView)
      let grouping = try grouping(of: view)
      let look = Look(phrases: book, asOf: Day(number: 0), who: StorePlace.login)
      let today = Environment.today
      let query = StakeholderQuery(view?.query ?? "", language: book.language, today: today)
      let lines = StakeholderLines(columns: StakeholderLines.usual, phrases: book, asOf: today)
      if let problem = lines.problems(of: query).first { throw CommandFailure(problem, code: EX_USAGE) }
      let cross = try library.read(CrossCounts(grouping.dimensions, within: StakeholderFilter(query)))
      let report = PivotReport(cross, rows: grouping.rows, columns: grouping.columns, look: look)
      try table.write(text: report.text, csv: report.csv)
    }
  }

  /// What was asked for, else what the view keeps.
  private func grouping(of view: SavedView?) throws -> Grouping {
    if let rows { return Grouping(rows: try dimension(rows), columns: try columns.map(dimension)) }
    guard let kept = view.flatMap({ Grouping($0.group) }) else {
      throw CommandFailure(Phrase(.cliCountNothing), code: EX_USAGE)
    }
    return Grouping(rows: kept.rows, columns: try columns.map(dimension) ?? kept.columns)
  }

  private func dimension(_ name: String) throws(CommandFailure) -> Dimension {
    if let dimension = Dimension.named(name) { return dimension }
    let known = Dimension.allCases.map(\.optionName)
    throw CommandFailure(Phrase(.cliCountUnknown, .text(name), .list(known)), code: EX_USAGE)
  }
}
