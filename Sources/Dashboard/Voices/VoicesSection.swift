import Model
import Phrases

/// The lists of what comes in from others, in the order of their tabs.
enum VoicesSection: Int, CaseIterable, Sendable {
  case opportunities, calls, comments, concerns, groups, findings

  /// Its name in the line of tabs.
  var tab: PhraseKey {
    switch self {
    case .opportunities: .voOpportunities
    case .calls: .voCalls
    case .comments: .voComments
    case .concerns: .voConcerns
    case .groups: .voGroups
    case .findings: .voFindings
    }
  }

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
