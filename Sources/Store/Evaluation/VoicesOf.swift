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
    let people: Set = [RecordReference(.stakeholder, id)]
    var answer = Answer()
    answer.opportunities = try reader.records(Opportunity.self, naming: people)
    answer.comments = try reader.records(ReviewComment.self, naming: people)
    answer.concerns = try reader.records(Concern.self, naming: people)
    answer.focusGroups = try reader.records(FocusGroup.self, naming: people)
    return answer
  }
}
