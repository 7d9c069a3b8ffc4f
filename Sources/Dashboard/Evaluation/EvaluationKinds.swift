import Model
import Phrases

extension Evidence: Shown {
  static let form = PhraseKey.paneEvaluation
  var destination: Destination { .indicator(id) }
}

extension Measure: Shown {
  static let form = PhraseKey.paneEvaluation
  var destination: Destination { .indicator(id) }
}
