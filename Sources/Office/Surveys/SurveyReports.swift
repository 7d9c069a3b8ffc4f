import Interchange
import Model
import Phrases

/// What an import of a form or of responses would do, in lines for the screen and the command line.
public struct SurveyReport: Sendable {
  public struct Line: Sendable, Equatable {
    public let text: String
    /// Something was refused.
    public let isProblem: Bool

    public init(text: String, isProblem: Bool) { (self.text, self.isProblem) = (text, isProblem) }
  }

  public let lines: [Line]
  /// The counts, in one line.
  public let sum: String

  /// - Parameter file: stands before each line of the file; empty where it is known anyway.
  public init(_ summary: ResponseSummary, _ job: ResponseJob, file: String, _ book: Phrasebook) {
    var lines: [Line] = []
    func say(_ text: String) { lines.append(Line(text: text, isProblem: false)) }
    let (source, remarks) = (job.source, summary.remarks)
    say(
      book.say(
        Phrase(
          label: "response", "read_as", .phrase(Phrase(label: "response_format", source.format.rawValue)))))
    if let encoding = remarks.remarks.encodingSentence(names: []) { say(book.say(encoding)) }
    if let sheet = remarks.remarks.sheet {
      for sentence in sheet.sentences { say(book.say(sentence)) }
      for note in remarks.remarks.notes { say(Self.placed(file, note.line, book.say(Phrase(note)), book)) }
    }
    func list(_ code: String, _ titles: [String]) {
      guard !titles.isEmpty else { return }
      say(book.say(Phrase(label: "response", code, .list(titles))))
    }
    if let dates = source.dates { say(book.say(Phrase(dates))) }
    list("unknown_columns", source.unknownColumns)
    list(source.survey.anonymity == .anonymous ? "left_behind" : "not_stored", source.personalColumns)
    list("missing_questions", source.missingQuestions)
    for sentence in remarks.remarks.columnSentences { say(book.say(sentence)) }
    func count(_ code: String, _ number: Int) {
      if number > 0 { say(book.say(Phrase(label: "response", code, .number(number)))) }
    }
    count("other_texts", remarks.otherTexts)
    count("empty_rows", remarks.empty)
    count("failed", remarks.failed)
    count("doubted", remarks.doubted)
    count("renumbered", remarks.renumbered)
    count("known_by_content", remarks.knownByContent)
    if let apart = Self.apart(remarks.apart, book) { say(apart) }
    if !remarks.apartStored.isEmpty {
      lines.append(
        Line(
          text: book.say(
            Phrase(
              label: "response", "apart_stored", .number(remarks.apartStored.count),
              .list(remarks.apartStored.map(String.init), first: 20))),
          isProblem: true))
    }
    for finding in summary.findings {
      let said = book.say(Phrase(finding.what))
      let isProblem = if case .repeated = finding.what { false } else { true }
      lines.append(
        Line(
          text: Self.placed(
            file, finding.line, finding.column.isEmpty ? said : book.labelled(finding.column, said), book),
          isProblem: isProblem))
    }
    if summary.findingsLeftOut > 0 { say(book.say(.importMoreFindings, .number(summary.findingsLeftOut))) }
    self.lines = lines
    let counts = book.say(
      .importCounts, .number(summary.new), .number(summary.changed), .number(summary.unchanged),
      .number(summary.rejected + summary.conflictingRows))
    let apart = remarks.apart.values.reduce(0, +)
    sum =
      apart == 0 ? counts : book.say(Phrase(label: "response", "sum_apart", .text(counts), .number(apart)))
  }

  /// Which rows are no results, and why; nil where there are none.
  private static func apart(_ apart: [ResponseApart: Int], _ book: Phrasebook) -> String? {
    guard !apart.isEmpty else { return nil }
    let reasons = ResponseApart.allCases.compactMap { reason in
      apart[reason].map { book.say(Phrase(label: "response_apart", reason.rawValue, .number($0))) }
    }
    return book.say(Phrase(label: "response", "apart", .list(reasons)))
  }

  public init(_ plan: SurveyForms.Plan, _ book: Phrasebook) {
    lines = (plan.problems + plan.notes).sorted { ($0.sheet, $0.line) < ($1.sheet, $1.line) }.map {
      Line(text: Self.placed($0.sheet, $0.line, book.say(Phrase($0)), book), isProblem: $0.isProblem)
    }
    let (questions, survey) = (plan.questions, plan.survey)
    sum = book.say(
      .importCounts, .number(questions.new.count + survey.new.count),
      .number(questions.changed.count + survey.changed.count),
      .number(questions.unchanged + survey.unchanged),
      .number(plan.problems.count))
  }

  /// What is said of a line, behind where that is.
  private static func placed(_ file: String, _ line: Int, _ said: String, _ book: Phrasebook) -> String {
    file.isEmpty ? book.labelled(book.say(.importLine, .number(line)), said) : "\(file):\(line): \(said)"
  }
}
