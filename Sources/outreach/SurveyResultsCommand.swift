import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store
import Typesetting

/// `outreach survey results ID`: what was found, as far as it may be shown.
struct SurveyResultsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "results", abstract: abstract(.cliResults))
  }

  @Argument(help: help(.cliSurveyID)) var survey: String
  @Option(help: help(.cliResultsQuestion)) var question: String?
  @Option(help: help(.cliResultsCross)) var by: String?
  @Flag(help: help(.cliResultsWaves)) var waves = false
  @Flag(help: help(.cliResultsRates)) var rates = false
  @Flag(help: help(.cliResultsActions)) var actions = false
  @Flag(help: help(.cliResultsWords)) var words = false
  @Option(help: help(.cliAnswerLanguage)) var questionsIn: String?
  @OptionGroup var table: TableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      // What leaves as a file is written into the log of the store.
      let library = try store.place.open(to: table.format == .text ? nil : .export)
      let survey = try library.survey(named: survey)
      let bank = try library.read(AllRecords<Question>()).byID
      let said = ResultWords(survey, look: Environment.look(book), language: questionsIn)
      if let by {
        let cross = try cross(survey, bank, question ?? "", by, in: library)
        let lines = CrossLines(cross, of: survey, said, columns: 10_000)
        try write(lines.lines(), csv: lines.csv, of: survey, in: library)
      } else {
        let results = SurveyResults(survey, bank, try library.tally(of: survey.id))
        let lines = try lines(results, bank, said, in: library)
        try write(lines, csv: results.csv, of: survey, in: library)
      }
    }
  }

  private static let width = 78

  private func lines(
    _ results: SurveyResults, _ bank: [RecordID: Question], _ said: ResultWords, in library: Library
  ) throws -> [[Span]] {
    let report = ResultLines(results, said, columns: Self.width)
    let asked = try question.map { try item(named: $0, of: results.survey, bank).variable }
    if waves {
      let own = try library.read(AllRecords<Survey>()).waves(of: results.survey)
      let found = try own.map { SurveyResults($0, bank, try library.tally(of: $0.id)) }
      return WaveLines(found, said, columns: Self.width).lines(of: asked)
    }
    if rates { return report.rates }
    if actions { return report.actions }
    guard let asked, let result = results[asked] else { return report.all }
    guard words, results.showsWords(of: result) else { return report.lines(of: result) }
    return try library.read(OpenAnswers(results.survey.id, question: asked.name)).map { [Span("- \($0)")] }
  }

  private func cross(
    _ survey: Survey, _ bank: [RecordID: Question], _ first: String, _ second: String, in library: Library
  ) throws -> SurveyCross {
    let rows = try item(named: first, of: survey, bank)
    let columns = try item(named: second, of: survey, bank)
    for item in [rows, columns] where item.form == .open {
      throw CommandFailure(Phrase(.resWordsNoTable), code: EX_USAGE)
    }
    let tally = try library.jointTally(of: survey.id, rows.variable, columns.variable)
    return SurveyCross(survey, rows: rows, columns: columns, tally)
  }

  private func item(named name: String, of survey: Survey, _ bank: [RecordID: Question]) throws -> SurveyItem
  {
    let items = survey.items(bank)
    let variables = [name, "@\(name)"].map(SurveyVariable.init(name:))
    if let item = items.first(where: { variables.contains($0.variable) }) { return item }
    let known = items.map { String($0.variable.name.drop { $0 == "@" }) }
    throw CommandFailure(Phrase(.cliResultsUnknown, .text(name), .list(known)), code: EX_USAGE)
  }

  private func write(_ lines: [[Span]], csv: [UInt8], of survey: Survey, in library: Library) throws {
    let text = lines.map { line in
      var text = line.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
    // What leaves as a file is in the log before it has its name.
    try table.write(text: text, csv: csv) {
      guard table.format != .text else { return }
      let count = try library.tally(of: survey.id).responses
      try library.disclose(
        Disclosure(.surveyResults, format: table.format.rawValue, records: count, selection: survey.id))
    }
  }
}
