import Model
import Phrases

// What records of the press office link to is chosen by keys of their own, and released by two people.

extension Enquiry: Shown {
  static let form = PhraseKey.panePress
  static let sections: [FieldSection]? = .linked([
    "subject", "enquiry_kind", "enquiry_state", "deadline", "received", "outlet", "asker", "language",
    "question", "approved_line", "approved_by", "answer", "answered", "owner", "launch", "note",
  ])
  var hidden: Set<String> { ["person", "spokesperson", "event", "overrides"] }
}

extension Spokesperson: Shown {
  static let form = PhraseKey.panePress
  static let sections: [FieldSection]? = .linked([
    "name", "languages", "topics", "training", "availability", "limit", "note",
  ])
  static let peopleFields: Set<String> = ["name"]
  var hidden: Set<String> { ["person"] }
}

extension Material: Shown {
  static let form = PhraseKey.panePress
  static let sections: [FieldSection]? = .linked([
    "name", "embargo", "launch", "languages", "url", "digest", "owner", "note",
  ])
  var hidden: Set<String> { ["releases", "overrides"] }
}

extension RapidResponse: Shown {
  static let form = PhraseKey.panePress
  static let sections: [FieldSection]? = .linked([
    "name", "response_state", "facts", "approved_line", "approvers", "audience", "owner", "opened", "log",
    "launch", "note",
  ])
  var hidden: Set<String> { ["coverage", "overrides"] }
}
