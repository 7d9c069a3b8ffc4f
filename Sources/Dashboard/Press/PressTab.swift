import Model
import Phrases

/// The lists of the press office, in the order of their tabs.
enum PressTab: PaneTab {
  case enquiries, appearances, spokespersons, media, mailing, material, responses

  var title: PhraseKey {
    switch self {
    case .enquiries: .pressEnquiries
    case .appearances: .pressAppearances
    case .spokespersons: .pressSpokespersons
    case .media: .pressMedia
    case .mailing: .pressMailing
    case .material: .pressMaterial
    case .responses: .pressResponses
    }
  }

  /// Those whose records are the office's own; the media are the base's.
  var isOwn: Bool { self != .media && self != .mailing }
  var isSearched: Bool { isOwn }
  var isWorkedOff: Bool { self == .enquiries || self == .material || self == .responses }

  /// Where records of a kind are listed; nil for kinds of other panes.
  init?(_ kind: RecordKind) {
    switch kind {
    case .enquiry: self = .enquiries
    case .event: self = .appearances
    case .spokesperson: self = .spokespersons
    case .material: self = .material
    case .response: self = .responses
    default: return nil
    }
  }
}

extension FieldSection {
  /// What records of the press office link to is chosen by keys of their own, and released by two people.
  static let linkedFields: Set = ["person", "spokesperson", "event", "releases", "coverage"]

  /// The fields of a record of the press office, and below them what it is linked to.
  static func press(_ kind: RecordKind) -> [FieldSection] {
    [FieldSection(title: nil, fields: pressFields(kind)), FieldSection(title: .sectionLinks, fields: [])]
  }

  private static func pressFields(_ kind: RecordKind) -> [String] {
    switch kind {
    case .enquiry:
      [
        "subject", "enquiry_kind", "enquiry_state", "deadline", "received", "outlet", "asker", "language",
        "question", "approved_line", "approved_by", "answer", "answered", "owner", "launch", "note",
      ]
    case .spokesperson: ["name", "languages", "topics", "training", "availability", "limit", "note"]
    case .material: ["name", "embargo", "launch", "languages", "url", "digest", "owner", "note"]
    case .response:
      [
        "name", "response_state", "facts", "approved_line", "approvers", "audience", "owner", "opened", "log",
        "launch", "note",
      ]
    case .coverage: Coverage.fields.map(\.name)
    default:
      [
        "name", "event_kind", "start", "end", "place", "event_status", "languages", "participants", "owner",
        "public", "launch", "url", "note",
      ]
    }
  }
}
