extension ReportFacts {
  /// A partnership as it stood on the day.
  public struct PartnershipWork: Sendable, Equatable, Codable {
    public var id: RecordID
    /// Empty for one that the decision names.
    public var name: String
    /// As `PartnershipState` writes it.
    public var state: String
    /// The day of the last step; empty where none was taken here.
    public var since: String
    /// Of the last decision or meeting.
    public var number: String
    /// As `PartnershipRoute` writes it; empty where nobody is named who approves it.
    public var route: String
    /// How many of the eleven issues of paragraph 8 are to be settled still; 0 where nobody asks for them.
    public var openIssues: Int
    public var nextReview: String

    /// Those that there were by the end of a day, in the order of the register.
    static func all(_ partnerships: [Partnership], asOf day: Day) -> [PartnershipWork] {
      Partnership.ordered(partnerships, on: day).compactMap { one in
        guard let stood = one.stood(on: day) else { return nil }
        let steps = one.steps.filter { $0.day <= day }
        let isDue = stood.isInForce && one.nextReview.map { $0 <= day } ?? false
        let state = isDue ? PartnershipState.reviewDue : stood
        return PartnershipWork(
          id: one.id, name: one.adopted.map { $0.label.en == one.name } ?? false ? "" : one.name,
          state: state.rawValue, since: steps.last?.day.description ?? "",
          number: steps.last?.number ?? "", route: one.route?.rawValue ?? "",
          openIssues: one.adopted == nil && !state.isOver ? one.openIssues.count : 0,
          nextReview: state.isInForce ? one.nextReview?.description ?? "" : "")
      }
    }
  }
}
