import ArgumentParser
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach duplicates`: stakeholders that may be stored twice, with the reasons.
struct DuplicatesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv }
  enum Level: String, CaseIterable, ExpressibleByArgument { case certain, likely, possible }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "duplicates", abstract: abstract(.cliDuplicates))
  }

  @Option(help: help(.cliDuplicatesLimit)) var limit = 100
  @Option(help: help(.cliDuplicatesLevel)) var level = Level.possible
  @Option(help: help(.cliDuplicatesMin)) var min: Int?
  @Option(name: .customLong("where"), help: help(.cliDuplicatesWhere)) var condition: String?
  @Option(help: help(.cliListFormat)) var format = Format.text
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let query = try condition.map {
        try StakeholderFilter.asked(for: $0, language: book.language, today: Environment.today)
      }
      let report = try library.duplicates(
        among: query.map(StakeholderScope.filter) ?? .all, limit: max(0, limit), least: least)
      switch format {
      case .text: write(report, book)
      case .csv: try writeCSV(report, book)
      }
    }
  }

  /// The stricter of both options.
  private var least: Int { max(DuplicateLevel(rawValue: level.rawValue)?.least ?? 0, min ?? 0) }

  private func write(_ report: DuplicateReport, _ book: Phrasebook) {
    for candidate in report.candidates {
      let level = DuplicateWords.level(candidate.level, book).text
      say("\(level)  \(side(candidate.a, book)) = \(side(candidate.b, book))")
      say("    \(DuplicateWords.reasons(candidate, book))")
    }
    say(book.say(DuplicateWords.summary(report)))
    for note in DuplicateWords.notes(report) { say(book.say(note)) }
  }

  private func side(_ side: DuplicateCandidate.Side, _ book: Phrasebook) -> String {
    book.bracketed(side.title, side.id)
  }

  /// Names come from anywhere: a spreadsheet that opens this runs no formula.
  private func writeCSV(_ report: DuplicateReport, _ book: Phrasebook) throws {
    var writer = CSVWriter(style: .spreadsheetSafe)
    writer.append(book.say(.cliDuplicatesColumns).split(separator: ",").map(String.init))
    for candidate in report.candidates {
      writer.append([
        book.label("level", candidate.level.rawValue), String(candidate.score), candidate.a.id,
        candidate.a.title, candidate.b.id, candidate.b.title, DuplicateWords.reasons(candidate, book),
      ])
    }
    let file = try OutputFile()
    try file.write(writer.bytes)
    try file.commit()
  }
}
