import Model
import Office
import Phrases
import Terminal

extension SurveysPane {
  func heading(_ look: Look) -> [Span] {
    guard tab != .surveys, let survey = surveys.first(where: { $0.id == chosen }) else { return [] }
    return [Span(" · " + look.say(.surveyOfSurvey, .text(survey.title)), .match)]
  }

  func status(_ look: Look) -> [Span] {
    let words = SurveyWords(look: look)
    if let survey {
      guard let gap = gaps[survey.id]?.first else {
        return [Span(look.say(.surveyComplete, .text(survey.title)), .quiet)]
      }
      return [Mark.lacking.said(look.say(SurveyWords.phrase(gap)))]
    }
    if let row { return [words.missing(row, in: languages[min(language, languages.count - 1)])] }
    if let question { return [Span(question.wording.text(in: look.language), .quiet)] }
    return []
  }

  var nothing: Phrase { Phrase(tab == .surveys ? .surveyNone : .surveyNoQuestions) }
}

extension SurveysPane {
  static let legend: [LegendLine] =
    LegendLine.states(SurveyState.self)
    + [LegendLine(.lacking, .legendLacking), LegendLine(.done, .legendSaidInAll)]
}
