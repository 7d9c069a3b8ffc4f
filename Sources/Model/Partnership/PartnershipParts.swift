/// What was weighed of a lighter alternative: why it is not enough, or that it is.
public struct WeighedAlternative: Composite {
  public let way: LighterWay
  public let isEnough: Bool
  public let why: String

  public init(_ way: LighterWay, isEnough: Bool = false, why: String) {
    (self.way, self.isEnough, self.why) = (way, isEnough, why)
  }

  public static let parts = [
    Part("alternative", .choice(LighterWay.codes)), Part("enough", .flag), Part("why", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (way, isEnough, why) = (try .reading(texts[0]), try PartText.flag(texts[1]), texts[2])
  }

  public var texts: [String] { [way.rawValue, isEnough ? "yes" : "", why] }
}

/// What was found of a criterion, and the evidence for it.
public struct JudgedCriterion: Composite {
  public let criterion: PartnershipCriterion
  public let reasoning: String
  public let evidence: RecordID

  public init(_ criterion: PartnershipCriterion, _ reasoning: String, evidence: RecordID = "") {
    (self.criterion, self.reasoning, self.evidence) = (criterion, reasoning, evidence)
  }

  public static let parts = [
    Part("criterion", .choice(PartnershipCriterion.codes)), Part("reasoning", .line),
    Part("evidence", .reference(.id(.evidence))),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (criterion, reasoning, evidence) = (try .reading(texts[0]), texts[1], texts[2])
  }

  public var texts: [String] { [criterion.rawValue, reasoning, evidence] }
}

/// How far an issue of the agreement is settled, and how or why not.
public struct SettledIssue: Composite {
  public let issue: AgreementIssue
  public let state: IssueState
  /// How it is settled, or why it is waived: nobody waives one without saying why.
  public let reason: String

  public init(_ issue: AgreementIssue, _ state: IssueState, reason: String = "") {
    (self.issue, self.state, self.reason) = (issue, state, reason)
  }

  public static let parts = [
    Part("issue", .choice(AgreementIssue.codes)), Part("issue_state", .choice(IssueState.codes)),
    Part("reason", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (issue, reason) = (try .reading(texts[0]), texts[2])
    state = texts[1].isEmpty ? .open : try .reading(texts[1])
    if state == .waived && reason.isEmpty { throw .missing }
  }

  public var texts: [String] { [issue.rawValue, state.rawValue, reason] }
}

/// How a safeguard is kept.
public struct KeptSafeguard: Composite {
  public let safeguard: PartnershipSafeguard
  public let note: String

  public init(_ safeguard: PartnershipSafeguard, _ note: String) {
    (self.safeguard, self.note) = (safeguard, note)
  }

  public static let parts = [
    Part("safeguard", .choice(PartnershipSafeguard.codes)), Part("note", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (safeguard, note) = (try .reading(texts[0]), texts[1])
  }

  public var texts: [String] { [safeguard.rawValue, note] }
}

/// A step on the way of a partnership. What was done stays done.
public struct PartnershipStep: Composite {
  /// Where it has come to by this step.
  public let state: PartnershipState
  public let day: Day
  /// Of the decision or the meeting; empty where there is none.
  public let number: String
  /// The login of whoever recorded it.
  public let who: String
  public let reason: String

  public init(
    _ state: PartnershipState, on day: Day, number: String = "", by who: String, reason: String = ""
  ) {
    (self.state, self.day, self.number, self.who, self.reason) = (state, day, number, who, reason)
  }

  public static let parts = [
    Part("partnership_state", .choice(PartnershipState.codes)), Part("day", .day), Part("number", .line),
    Part("who", .line), Part("reason", .line),
  ]
  /// A review may be called and answered twice within a day, in the same words.
  public static let isSequence = true

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[1]) else { throw .missing }
    (state, self.day, number) = (try .reading(texts[0]), day, texts[2])
    (who, reason) = (texts[3], texts[4])
  }

  public var texts: [String] { [state.rawValue, day.description, number, who, reason] }
}

/// One person's word that the body approved: the partnership is active with the word of a second.
public struct PartnershipApproval: Composite {
  public let who: String
  public let day: Day
  public let number: String
  public let reason: String
  /// How many steps had been taken when it was given: it counts for the step that comes next, and for no other.
  public let after: Int

  public init(by who: String, on day: Day, number: String, reason: String, after: Int) {
    (self.who, self.day, self.number, self.reason, self.after) = (who, day, number, reason, after)
  }

  public static let parts = [
    Part("who", .line), Part("day", .day), Part("number", .line), Part("reason", .line),
    Part("after_steps", .number),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[1]), !texts[0].isEmpty else { throw .missing }
    (who, self.day, number, reason) = (texts[0], day, texts[2], texts[3])
    after = try PartText.number(texts[4])
    if number.isEmpty && reason.isEmpty { throw .missing }
  }

  public var texts: [String] { [who, day.description, number, reason, String(after)] }
}

/// That a file gave the history that stands before: nobody at a screen recorded those steps.
public struct GivenHistory: Composite {
  /// Who brought the file in, and when.
  public let who: String
  public let day: Day
  /// How many steps came with it: the first ones.
  public let steps: Int

  public init(by who: String, on day: Day, steps: Int) {
    (self.who, self.day, self.steps) = (who, day, steps)
  }

  public static let parts = [Part("who", .line), Part("day", .day), Part("after_steps", .number)]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[1]), !texts[0].isEmpty else { throw .missing }
    (who, self.day, steps) = (texts[0], day, try PartText.number(texts[2]))
  }

  public var texts: [String] { [who, day.description, String(steps)] }
}

/// A periodic review (annex III, paragraph 10).
public struct PartnershipReview: Composite {
  public let body: ReviewBody
  public let day: Day
  public let number: String
  /// Whether it still serves its aims and is relevant to the work programme.
  public let finding: String

  public init(_ body: ReviewBody, on day: Day, number: String = "", finding: String) {
    (self.body, self.day, self.number, self.finding) = (body, day, number, finding)
  }

  public static let parts = [
    Part("review_body", .choice(ReviewBody.codes)), Part("day", .day), Part("number", .line),
    Part("finding", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[1]) else { throw .missing }
    (body, self.day, number, finding) = (try .reading(texts[0]), day, texts[2], texts[3])
  }

  public var texts: [String] { [body.rawValue, day.description, number, finding] }
}
