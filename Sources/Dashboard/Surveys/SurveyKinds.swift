import Model
import Phrases

extension Question: Shown {
  static let form = PhraseKey.paneSurveys
}

extension Survey: Shown {
  static let form = PhraseKey.paneSurveys
}

extension SurveyResponse: Shown {
  static let form = PhraseKey.paneSurveys
  var destination: Destination { .list(.survey, survey) }
}

extension Invitation: Shown {
  static let form = PhraseKey.paneSurveys
  var destination: Destination { .list(.survey, nil) }
}
