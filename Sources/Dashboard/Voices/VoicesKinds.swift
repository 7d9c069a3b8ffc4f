import Model
import Phrases

extension Opportunity: Shown {
  static let form = PhraseKey.paneVoices
  static let sections: [FieldSection]? = .linked(fields.map(\.name))
}

extension CallForInput: Shown {
  static let form = PhraseKey.paneVoices
  static let sections: [FieldSection]? = .linked(fields.map(\.name))
}

extension ReviewComment: Shown {
  static let form = PhraseKey.paneVoices
  static let sections: [FieldSection]? = .linked(fields.map(\.name))
}

extension Concern: Shown {
  static let form = PhraseKey.paneVoices
  static let sections: [FieldSection]? = .linked(fields.map(\.name).filter { !elsewhere.contains($0) })
  /// Its links say them.
  static let elsewhere = namingFields
}

extension FocusGroup: Shown {
  static let form = PhraseKey.paneVoices
  static let sections: [FieldSection]? = .linked(fields.map(\.name).filter { !elsewhere.contains($0) })
  /// Its links say them.
  static let elsewhere = namingFields
}
