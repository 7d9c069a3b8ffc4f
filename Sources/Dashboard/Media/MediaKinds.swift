import Model
import Phrases

extension Coverage: Shown {
  static let form = PhraseKey.paneMedia
  static let sections: [FieldSection]? = .linked(fields.map(\.name))
}

extension Feed: Shown {
  static let form = PhraseKey.paneMedia
}
