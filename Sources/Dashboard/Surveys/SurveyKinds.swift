import Model
import Phrases

extension Question: Shown {
  static let form = PhraseKey.paneSurveys
}

extension Survey: Shown {
  static let form = PhraseKey.paneSurveys
  /// Titles in languages in which nobody is asked; what stands there already can be seen.
  var hidden: Set<String> {
    guard !languages.isEmpty else { return [] }
    let others = Language.official.filter { !languages.contains($0) }
    return Set(
      others.flatMap { tag in
        [("title_\(tag)", titles[tag]), ("introduction_\(tag)", introduction[tag])].filter(\.1.isEmpty).map(
          \.0)
      })
  }
}

extension SurveyResponse: Shown {
  static let form = PhraseKey.paneSurveys
  var destination: Destination { .list(.survey, survey) }
}

extension Invitation: Shown {
  static let form = PhraseKey.paneSurveys
  var destination: Destination { .list(.survey, nil) }
}
