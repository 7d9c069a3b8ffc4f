/// Who of some stakeholders is asked to answer a survey, and who is not, and why: nobody is asked too often (annex II,
/// paragraph 19), nobody who asked to be left alone, nobody twice.
public struct InvitationPlan: Sendable, Equatable {
  public enum Reason: String, Sendable, CaseIterable {
    /// Asked to answer this survey already.
    case invited
    /// Asked as often as the limit allows in the twelve months before.
    case tooOften = "too-often"
    case retired
    case doNotContact = "do-not-contact"
    /// They said no to mailings.
    case refused
    /// Nobody asked them whether they want to be written to.
    case unasked
  }

  public struct LeftOut: Sendable, Equatable {
    public let id: RecordID
    public let name: String
    public let reason: Reason
    /// How often they were asked in the twelve months.
    public let times: Int
  }

  /// How often somebody is asked in twelve months where the office has set nothing else.
  public static let usualLimit = 3
  /// So many of those left out are kept by name.
  public static let named = 1_000

  public let survey: RecordID
  public let day: Day
  public let limit: Int
  public private(set) var invited: [RecordID] = []
  public private(set) var leftOut: [LeftOut] = []
  public private(set) var counts: [Reason: Int] = [:]

  public init(_ survey: RecordID, on day: Day, limit: Int) {
    (self.survey, self.day, self.limit) = (survey, day, limit)
  }

  /// The first of the twelve months that end with a day.
  public static func first(of day: Day) -> Day { day + -365 }

  /// Decides about one.
  /// - Parameter invitations: all that they had.
  public mutating func consider(_ stakeholder: Stakeholder, _ invitations: [Invitation]) {
    let recent = invitations.filter { invitation in
      invitation.day.map { $0 > Self.first(of: day) && $0 <= day } ?? true
    }
    guard let reason = reason(stakeholder, invitations, times: recent.count) else {
      return invited.append(stakeholder.id)
    }
    counts[reason, default: 0] += 1
    guard leftOut.count < Self.named else { return }
    leftOut.append(LeftOut(id: stakeholder.id, name: stakeholder.title, reason: reason, times: recent.count))
  }

  private func reason(_ stakeholder: Stakeholder, _ invitations: [Invitation], times: Int) -> Reason? {
    if invitations.contains(where: { $0.survey == survey }) { return .invited }
    if stakeholder.retired != nil { return .retired }
    if stakeholder.isDoNotContact { return .doNotContact }
    if !stakeholder.allows(.mailing) { return stakeholder.consent(to: .mailing) == nil ? .unasked : .refused }
    return times >= limit ? .tooOften : nil
  }
}
