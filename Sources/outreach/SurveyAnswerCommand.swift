import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store
import Typesetting

/// `outreach survey answer ID`: the questions one after the other, line by line: at the telephone, over the slowest link,
/// in the plainest terminal.
struct SurveyAnswerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "answer", abstract: abstract(.cliAnswer))
  }

  @Argument(help: help(.cliSurveyID)) var survey: String
  @Option(help: help(.cliAnswerLanguage)) var questionsIn: String?
  @Option(help: help(.cliSurveyGroup)) var group: String?
  @Option(help: help(.cliSurveyMode)) var mode: String?
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .edit)
      let survey = try library.survey(named: survey)
      let look = Environment.look(book, asOf: try reckoning.day)
      if let closed = InterviewWords.closed(survey, on: look.asOf, look) {
        throw CommandFailure(closed, code: EX_UNAVAILABLE)
      }
      let tongue = try tongue(of: survey, book)
      let frame = try frame(of: survey)
      let kept = KeptInterview(try Interview(survey, library.read(AllRecords<Question>()).byID), in: library)
      let words = { InterviewWords(kept.interview, look: look, language: tongue) }
      for line in words().introduction { tell(line) }
      tell(book.say(survey.anonymity == .named ? .askNamed : .askNobody))
      tell(book.say(.askKeys))
      if try kept.resume() {
        tell(book.say(.answersResumed, .text(String(kept.interview.answers.count))))
      }
      // Whoever ends the command, or loses the link, has the answers next time.
      Interruption.before { if kept.keep() { say(book.say(kept.news), to: STDERR_FILENO) } }
      defer { Interruption.before(end: nil) }
      guard let answered = try ask(kept, words, book) else { return }
      var response = answered.response(name: NewID.make(), day: look.asOf)
      (response.language, response.group, response.mode) = (tongue, frame.group, frame.mode)
      response.role = survey.groups.first { $0.code == frame.group }?.role
      try library.apply(AddRecord(response))
      try kept.drop()
      tell(book.say(.askSaved, .text(survey.title)))
    }
  }

  /// Asks until all is answered; nil where it is given up.
  private func ask(
    _ kept: KeptInterview, _ words: () -> InterviewWords, _ book: Phrasebook
  ) throws -> Interview? {
    var isHeard = false
    while true {
      if !isHeard { for line in [""] + words().question { tell(line) } }
      isHeard = true
      prompt()
      guard let line = readLine() else {
        let isKept = kept.keep()
        throw CommandFailure(
          isKept ? kept.news : Phrase(.askBroken, .number(kept.interview.answers.count)), code: EX_IOERR)
      }
      switch kept.take(line) {
      case .next: isHeard = false
      case .again(let problem):
        if let problem { tell(book.say(InterviewWords.phrase(problem))) } else { isHeard = false }
      case .over:
        try kept.drop()
        tell(book.say(.askDropped))
        return nil
      case .done: return kept.interview
      }
    }
  }

  /// Terminals of twenty columns break lines anywhere; words are easier to read out.
  private func tell(_ text: String) {
    for line in TerminalWidth.ofTerminal.map({ Wrapping.lines(text, columns: $0) }) ?? [text] { say(line) }
  }

  private func prompt() {
    Output.write(Array("> ".utf8))
  }

  private func tongue(of survey: Survey, _ book: Phrasebook) throws -> String {
    guard let questionsIn else {
      return survey.languages.contains(book.language) ? book.language : survey.languages.first ?? "en"
    }
    guard survey.languages.contains(questionsIn) else {
      throw CommandFailure(Phrase(FieldProblem.notOneOf(questionsIn, survey.languages)), code: EX_USAGE)
    }
    return questionsIn
  }

  private func frame(of survey: Survey) throws -> (group: String, mode: ResponseMode) {
    let codes = survey.groups.map(\.code)
    if let group, !codes.contains(group) {
      throw CommandFailure(Phrase(FieldProblem.notOneOf(group, codes)), code: EX_USAGE)
    }
    guard let chosen = ResponseMode(rawValue: mode ?? ResponseMode.phone.rawValue) else {
      throw CommandFailure(Phrase(FieldProblem.notOneOf(mode ?? "", ResponseMode.codes)), code: EX_USAGE)
    }
    return (group ?? "", chosen)
  }
}
