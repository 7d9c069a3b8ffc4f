import Model
import Phrases

/// The lists of the press office, in the order of their tabs.
enum PressTab: String, PaneTab {
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
