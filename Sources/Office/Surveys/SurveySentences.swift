import Interchange
import Model
import Phrases

extension Phrase {
  /// What is wrong with an answer.
  public init(_ problem: AnswerProblem) {
    switch problem {
    case .unknownCode(let code, let known):
      self.init(.answerUnknown, .text(code), .list(known, first: 20))
    case .repeatedCode(let code): self.init(.answerRepeated, .text(code))
    case .tooMany(let count, let most): self.init(.answerTooMany, .number(count), .number(most))
    case .ambiguous(let text, let codes):
      self.init(.answerAmbiguous, .text(text), .list(codes))
    case .contradicted(let whole, let choices):
      self.init(.answerContradicted, .text(whole), .list(choices))
    }
  }

  /// Why a file of responses is not taken at all.
  public init(_ failure: ResponseFile.Failure) {
    switch failure {
    case .wrongSurvey(let found, let count):
      self.init(label: "response", "wrong_survey", .number(found), .number(count))
    case .headingsUnknown(let found, let count):
      self.init(label: "response", "headings_unknown", .number(found), .number(count))
    case .datesOpen(let day): self.init(label: "response", "dates_open", .text(day))
    case .unknownGroup(let code, let known):
      self.init(label: "response", "unknown_group", .text(code), .list(known))
    case .notAsked: self.init(label: "response", "not_asked")
    }
  }

  /// How the days of a file of responses were read.
  public init(_ dates: ResponseDates) {
    let order = Phrase(label: "date_order", dates.order.rawValue)
    let evidence = Phrase(label: "date_evidence", dates.evidence.rawValue)
    self.init(label: "response", "dates_read", .text(dates.sample), .phrase(order), .phrase(evidence))
  }

  /// What is to be said of a line of an XLSForm.
  public init(_ finding: SheetFinding) {
    if let cause = finding.cause {
      self.init(cause)
      return
    }
    let language: Argument =
      finding.language.isEmpty ? "" : .phrase(Phrase(label: "official", finding.language))
    self.init(label: "sheet", finding.code.rawValue, .text(finding.value), language)
  }
}
