/// How far a partnership has come (annex III, paragraphs 3 to 18).
public enum PartnershipState: String, Vocabulary, Decodable {
  /// By operative paragraph 7: nobody has proposed anything yet.
  case invited
  case idea
  /// The lighter alternatives of paragraph 3 have been weighed.
  case alternatives
  case proposed
  /// With the Bureau, with the Plenary.
  case bureau, plenary
  case active
  /// In force, and its periodic review is called (paragraph 10).
  case reviewDue = "review-due"
  /// In force, in other words than at first.
  case amended
  case ended, refused
  /// One of the lighter alternatives is enough: it goes on as that.
  case lighter

  public var isInForce: Bool { self == .active || self == .reviewDue || self == .amended }
  /// Whether nothing comes after it.
  public var isOver: Bool { self == .ended || self == .refused || self == .lighter }

  /// In which order a list holds them: what waits for somebody first.
  var rank: Int {
    switch self {
    case .reviewDue: 0
    case .bureau, .plenary: 1
    case .proposed: 2
    case .alternatives: 3
    case .idea: 4
    case .invited: 5
    case .active, .amended: 6
    case .ended, .refused, .lighter: 7
    }
  }
}

/// The types of partner that the decision tells apart (annex III, paragraphs 15 and 16).
public enum PartnershipType: String, Vocabulary, Decodable {
  /// Paragraph 15 (a).
  case unSystem = "un-system"
  /// A multilateral environmental agreement: paragraph 15 (b).
  case agreement = "mea"
  /// Support to the implementation of the work programme: paragraph 16.
  case technical

  /// Who approves it (paragraph 18).
  public var route: PartnershipRoute { self == .technical ? .bureau : .plenary }
}

/// Who approves a partnership (annex III, paragraph 18).
public enum PartnershipRoute: String, Vocabulary {
  /// With institutions that the Platform's functions and institutional arrangements identify: (a).
  case plenary
  /// With institutions that give technical support, under the Plenary's guidance: (b).
  case bureau
  /// Where further guidance is needed, the Bureau asks the Plenary before it approves: (c).
  case consult

  /// The paragraph of the mandate that says so.
  public var paragraph: String {
    switch self {
    case .plenary: "C.18a"
    case .bureau: "C.18b"
    case .consult: "C.18c"
    }
  }
}

/// What a partnership is for (annex III, paragraph 1 a-d).
public enum PartnershipPurpose: String, Vocabulary { case coordinate, support, relations, engagement }

/// What may be enough without a partnership (annex III, paragraph 3 a-e).
public enum LighterWay: String, Vocabulary {
  case liaison, recognition, cooperation, priorities, practice

  /// As what an idea goes on for which it is enough.
  public var outcome: LighterOutcome {
    switch self {
    case .liaison: .liaison
    case .recognition: .recognition
    case .cooperation: .cooperation
    case .priorities, .practice: .influence
    }
  }
}

/// As what an idea goes on that needs no partnership.
public enum LighterOutcome: String, Vocabulary { case liaison, recognition, cooperation, influence }

/// By what it is judged whether a partnership is suitable and needed (annex III, paragraph 5 a-e).
public enum PartnershipCriterion: String, Vocabulary { case need, relevance, opportunity, partner, balance }

/// What has to be settled in any agreement (annex III, paragraph 8 a-k).
public enum AgreementIssue: String, Vocabulary {
  case purpose, commitments, conflicts, liability, property, confidentiality, logos, amendment, entry
  case termination, disputes
}

public enum IssueState: String, Vocabulary { case open, settled, waived }

/// How the principles of the Platform are kept (annex III, paragraph 9 a-e).
public enum PartnershipSafeguard: String, Vocabulary {
  case transparency, procedures, quality, opportunities, others
}

/// Who reviews partnerships (annex III, paragraph 10).
public enum ReviewBody: String, Vocabulary { case secretariat, mep, bureau, plenary }

/// The forms of an agreement (annex III, paragraphs 11 to 14).
public enum PartnershipForm: String, Vocabulary {
  case letters, memorandum, programme, contract
}

/// Who identified it (annex III, paragraph 17 a-d).
public enum PartnershipFinder: String, Vocabulary {
  case taskForce = "task-force"
  case scoping, policy, bureau
}

/// Whether it has an end of its own (annex III, paragraph 6).
public enum TimeFrame: String, Vocabulary { case limited, unlimited }

/// Whether funds are transferred (annex III, paragraph 13).
public enum PartnershipFunds: String, Vocabulary { case without, with }
