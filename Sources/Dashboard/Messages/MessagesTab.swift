import Model
import Phrases

/// The lists of the message house, in the order of their tabs.
enum MessagesTab: PaneTab {
  case points, overall, terms

  var title: PhraseKey {
    switch self {
    case .points: .messagesPoints
    case .overall: .messagesOverall
    case .terms: .messagesTerms
    }
  }

  init(_ kind: MessageKind) {
    switch kind {
    case .point: self = .points
    case .overall: self = .overall
    case .term: self = .terms
    }
  }

  var kind: MessageKind {
    switch self {
    case .points: .point
    case .overall: .overall
    case .terms: .term
    }
  }
}
