import Model
import Phrases

extension Event: Shown {
  static let form = PhraseKey.paneCalendar
  var destination: Destination { .event(id) }
  static let sections: [FieldSection]? = .linked([
    "name", "event_kind", "start", "end", "place", "event_status", "languages", "audiences", "participants",
    "owner",
    "public", "launch", "url", "note",
  ])
  static let elsewhere: Set = ["activity", "spokespersons", "rule", "uid", "sequence", "extra"]
  /// What calendars tell each other.
  var hidden: Set<String> { ["uid", "sequence", "extra"] }
}
