import Model
import Phrases

/// The lists of the message house, in the order of their tabs.
enum MessagesTab: String, PaneTab {
  case points, overall, terms, board, chain, audiences

  var title: PhraseKey {
    switch self {
    case .points: .messagesPoints
    case .overall: .messagesOverall
    case .terms: .messagesTerms
    case .board: .messagesBoard
    case .chain: .messagesChain
    case .audiences: .messagesAudiences
    }
  }

  var isSearched: Bool { self != .audiences }
  /// The grids need the width themselves.
  var hasSide: Bool { kind != nil }

  init(_ kind: MessageKind) {
    switch kind {
    case .point: self = .points
    case .overall: self = .overall
    case .term: self = .terms
    }
  }

  /// The kind of message that it lists; nil for the grids over all of them.
  var kind: MessageKind? {
    switch self {
    case .points: .point
    case .overall: .overall
    case .terms: .term
    case .board, .chain, .audiences: nil
    }
  }
}
