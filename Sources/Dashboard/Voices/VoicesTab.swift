import Model
import Phrases

/// The lists of what comes in from others, in the order of their tabs.
enum VoicesTab: String, PaneTab {
  case opportunities, calls, comments, concerns, groups, findings

  var title: PhraseKey {
    switch self {
    case .opportunities: .voOpportunities
    case .calls: .voCalls
    case .comments: .voComments
    case .concerns: .voConcerns
    case .groups: .voGroups
    case .findings: .voFindings
    }
  }

  var isSearched: Bool { self != .findings }
  var isWorkedOff: Bool { self == .opportunities || self == .concerns }

  /// Where records of a kind are listed; nil for kinds of other panes.
  init?(_ kind: RecordKind) {
    switch kind {
    case .opportunity: self = .opportunities
    case .call: self = .calls
    case .comment: self = .comments
    case .concern: self = .concerns
    case .focusGroup: self = .groups
    default: return nil
    }
  }
}
