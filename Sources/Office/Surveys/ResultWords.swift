import Model
import Phrases
import Typesetting

/// How results are said, in the language that somebody chose for the questions.
public struct ResultWords: Sendable {
  public let survey: Survey
  public let look: Look
  /// Of the questions; the program itself speaks its own.
  public let language: String

  /// What may not be shown.
  public static let hidden = "x"

  public init(_ survey: Survey, look: Look, language: String? = nil) {
    (self.survey, self.look) = (survey, look)
    self.language = language ?? look.language
  }

  /// A text in the language; in another one it says in which.
  public func text(_ wording: Wording) -> String {
    if !wording[language].isEmpty || wording.isEmpty { return wording[language] }
    let text = wording.text(in: language)
    let other = wording.texts.first { $0.value == text }?.key ?? "?"
    return look.bracketed(text, other)
  }

  public func title(_ item: SurveyItem) -> String {
    guard let question = item.question else { return label(of: item.variable) }
    let asked = question.wording.isEmpty ? question.id : text(question.wording)
    return item.row.map { "\(asked) › \(text($0.wording).isEmpty ? $0.code : text($0.wording))" } ?? asked
  }

  /// For a line of a list: of a matrix the row first, which tells it from the others.
  public func short(_ item: SurveyItem) -> String {
    guard let row = item.row, let question = item.question else { return title(item) }
    let words = text(row.wording)
    return
      "\(words.isEmpty ? row.code : words) · \(question.wording.isEmpty ? question.id : text(question.wording))"
  }

  public func label(of variable: SurveyVariable) -> String {
    switch variable {
    case .question(let id): id
    case .language: look.word("field", "language")
    case .group: look.say(.resGroup)
    case .role: look.word("field", "stakeholder_role")
    case .mode: look.word("field", "mode")
    }
  }

  public func choice(_ choice: QuestionChoice, of item: SurveyItem) -> String {
    switch item.variable {
    case .language: return Language.name(choice.code, in: look.language)
    case .group:
      let name = survey.groups.first { $0.code == choice.code }?.name ?? ""
      return name.isEmpty ? choice.code : name
    case .role: return look.word("roles", choice.code)
    case .mode: return look.word("mode", choice.code)
    case .question:
      let words = text(choice.wording)
      guard item.isScale else { return words.isEmpty ? choice.code : words }
      return words.isEmpty ? choice.code : "\(choice.code) \(words)"
    }
  }

  public func heading(_ heading: SurveyCross.Heading, of item: SurveyItem) -> String {
    heading.choice.map { choice($0, of: item) } ?? look.say(.resNoAnswer)
  }

  public func number(_ count: Int?) -> String { count.map(look.phrases.number) ?? Self.hidden }

  /// `41 %`; without decimals, which so few people do not bear.
  public func percent(_ share: Double?) -> String { share.map { "\(Int($0.rounded())) %" } ?? "" }

  public func decimal(_ number: Double) -> String {
    Quantity(thousandths: Int((number * 10).rounded()) * 100).description
  }

  /// "34 answered, 3 did not".
  public func answered(_ result: SurveyResults.Result) -> String {
    look.say(
      .resAnswered, .text(look.phrases.number(result.answered)), .text(look.phrases.number(result.missing)))
  }

  /// Why numbers are missing.
  public func hiddenNote(_ suppression: Suppression) -> String {
    look.say(.resHidden, .text(Self.hidden), .number(suppression.threshold))
  }

  public func topic(_ item: SurveyItem) -> String {
    item.question.map { look.word("topic", $0.topic.rawValue) } ?? ""
  }

  /// What is done about an answer, in the office's words.
  public func action(_ action: MatchedAction) -> String {
    let activity = action.activity.isEmpty ? "" : look.title(of: Activity(id: action.activity))
    return [action.what, activity.isEmpty ? action.activity : activity].filter { !$0.isEmpty }
      .joined(separator: " → ")
  }
}
