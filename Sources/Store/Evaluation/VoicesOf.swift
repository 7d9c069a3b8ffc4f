import Model

/// What a stakeholder was told, asked and said.
public struct VoicesOf: Query {
  let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public struct Answer: Sendable, Equatable {
    public var opportunities: [Opportunity] = []
    public var comments: [ReviewComment] = []
    public var concerns: [Concern] = []
    public var focusGroups: [FocusGroup] = []

    public init() {}
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    answer.opportunities = try reader.all(Opportunity.self).filter { $0.people.contains(id) }
    answer.comments = try reader.naming(id)
    answer.concerns = try reader.all(Concern.self).filter { $0.stakeholder == id }
    answer.focusGroups = try reader.all(FocusGroup.self).filter { $0.participants.contains(id) }
    return answer
  }
}
