/// All that the store holds about one person, for that person to read (UN Personal Data Protection and Privacy
/// Principles, 2018, principle 8, transparency).
public struct PersonalData: Sendable, Equatable {
  public let stakeholder: Stakeholder
  public var engagements: [Engagement] = []
  /// What they asked the press office for.
  public var enquiries: [Enquiry] = []
  /// Their record as somebody who speaks for the platform.
  public var spokespersons: [Spokesperson] = []
  public var invitations: [Invitation] = []
  /// Of surveys that are not anonymous.
  public var responses: [SurveyResponse] = []
  public var opportunities: [Opportunity] = []
  public var comments: [ReviewComment] = []
  public var concerns: [Concern] = []
  public var focusGroups: [FocusGroup] = []
  public var evidence: [Evidence] = []
  public var history: [Event] = []
  /// In which notices to focal points they are named, such as `2015/7`.
  public var notices: [String] = []
  /// In which releases of the public register they stood.
  public var releases: [Int] = []

  /// Of what names several people, only this person's part.
  public var ownOpportunities: [Opportunity] {
    let id = stakeholder.id
    return opportunities.map { opportunity in
      var own = opportunity
      own.told.removeAll { $0.stakeholder != id }
      own.answered.removeAll { $0.stakeholder != id }
      return own
    }
  }

  public var ownFocusGroups: [FocusGroup] {
    focusGroups.map { group in
      var own = group
      own.participants = [stakeholder.id]
      return own
    }
  }

  /// Something that was done to the record.
  public struct Event: Sendable, Equatable {
    /// Seconds since 1970.
    public let at: Int
    public let who: String
    public let name: String
    public let why: String
    /// Field by field what it was; empty where the record was made.
    public let before: [String: String]
    public let after: [String: String]

    public init(
      at: Int, who: String, name: String, why: String, before: [String: String], after: [String: String]
    ) {
      (self.at, self.who, self.name, self.why) = (at, who, name, why)
      (self.before, self.after) = (before, after)
    }
  }

  public init(_ stakeholder: Stakeholder) { self.stakeholder = stakeholder }
}
