import Model
import Phrases
import Typesetting

/// A state of records: its mark, and among which labels its word stands.
public protocol RecordState: RawRepresentable<String> {
  static var labels: String { get }
  var mark: Mark { get }
}

extension RecordState {
  public func word(_ look: Look) -> String { look.word(Self.labels, rawValue) }
  /// Sign and word: never colour alone.
  public func said(_ look: Look) -> Span { mark.said(word(look)) }
}

extension SurveyState: RecordState {
  public static let labels = "survey_state"
  public var mark: Mark {
    switch self {
    case .draft: .open
    case .open: .underWay
    case .closed: .done
    }
  }
}

extension OpportunityState: RecordState {
  public static let labels = "opportunity_state"
  public var mark: Mark {
    switch self {
    case .planned: .open
    case .open: .underWay
    case .closed: .done
    case .cancelled: .gone
    }
  }
}

extension ConcernState: RecordState {
  public static let labels = "concern_state"
  public var mark: Mark {
    switch self {
    case .open: .open
    case .considering: .underWay
    case .resolved: .done
    case .declined: .gone
    }
  }
}

extension Disposition: RecordState {
  public static let labels = "disposition"
  public var mark: Mark {
    switch self {
    case .accepted: .done
    case .partly: .underWay
    case .notAccepted: .gone.inked(.text)
    }
  }
}

extension EnquiryState: RecordState {
  public static let labels = "enquiry_state"
  public var mark: Mark {
    switch self {
    case .open: .open
    case .assigned: .underWay
    case .answered: .done
    case .declined: .gone
    }
  }
}

extension ResponseState: RecordState {
  public static let labels = "response_state"
  public var mark: Mark {
    switch self {
    case .open: .late
    case .approved: .underWay
    case .sent: .done
    case .closed: .gone
    }
  }
}

extension EventStatus: RecordState {
  public static let labels = "event_status"
  public var mark: Mark {
    switch self {
    case .confirmed: .done
    case .tentative: .open
    case .cancelled: .gone
    }
  }
}

extension ReportState: RecordState {
  public static let labels = "report_state"
  public var mark: Mark {
    switch self {
    case .draft: .missing
    case .released: .done
    }
  }
}

extension CellState: RecordState {
  public static let labels = "state"
  public var mark: Mark {
    switch self {
    case .planned: .open
    case .underWay: .underWay
    case .done: .done
    }
  }
}

extension CellState? {
  public var mark: Mark { self?.mark ?? .nothing }
  public func word(_ look: Look) -> String { self?.word(look) ?? look.say(.launchNothing) }
  public func said(_ look: Look) -> Span { mark.said(word(look)) }
}

extension CardState: RecordState {
  public static let labels = "card_state"
  public var mark: Mark {
    switch self {
    case .toDo: .open
    case .ready: .ready
    case .live: .underWay
    case .done: .done
    case .blocked: .blocked
    }
  }
}

extension TranslationState: RecordState {
  public static let labels = "translation"
  public var mark: Mark {
    switch self {
    case .translating: .underWay
    case .review: .review
    case .published: .done
    case .notFeasible: .gone
    }
  }
}

extension PartnershipState: RecordState {
  public static let labels = "partnership_state"
  public var mark: Mark {
    switch self {
    case .invited: .unsaid
    case .idea: .open
    case .alternatives: .begins
    case .proposed: .underWay
    case .bureau, .plenary: .pressing
    case .active, .amended: .done
    case .reviewDue: .late
    case .ended, .refused: .gone
    case .lighter: .ready.inked(.text)
    }
  }
}

extension IssueState: RecordState {
  public static let labels = "issue_state"
  public var mark: Mark {
    switch self {
    case .open: .missing
    case .settled: .done
    case .waived: .gone
    }
  }
}

extension ProposalState: RecordState {
  public static let labels = "proposal_state"
  public var mark: Mark {
    switch self {
    case .received: .missing
    case .shared, .considered: .pressing
    case .answered: .done
    }
  }
}
