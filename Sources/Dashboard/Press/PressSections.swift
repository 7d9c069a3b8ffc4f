import Model
import Phrases

/// The lists of the press office, in the order of their tabs.
enum PressSection: Int, CaseIterable, Sendable {
  case enquiries, appearances, spokespersons, media, mailing, material, responses

  /// Its name in the line of tabs.
  var tab: PhraseKey {
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
