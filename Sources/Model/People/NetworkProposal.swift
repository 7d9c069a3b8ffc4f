/// How far a proposal of the stakeholder network has come on its way.
public enum ProposalState: String, Vocabulary { case received, shared, considered, answered }

/// A proposal of the stakeholder network: national focal points see it, the Bureau and the Panel consider it
/// (annex II, paragraph 5; appendix, paragraph 4).
public struct NetworkProposal: Record {
  public static let kind = RecordKind.proposal

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var text = ""
  /// Whoever speaks for the network.
  public var stakeholder: RecordID = ""
  public var received: Day?
  /// The day on which the national focal points had it.
  public var shared: Day?
  public var bureau: Day?
  public var panel: Day?
  /// What came of it, in the words of whoever decided.
  public var outcome = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  /// As far as its days and its outcome say.
  public var state: ProposalState {
    if !outcome.isEmpty { return .answered }
    if bureau != nil && panel != nil { return .considered }
    return shared == nil ? .received : .shared
  }

  /// As it is once the next body has seen it on that day; nil where all have, and only the outcome is missing.
  public func next(on day: Day) -> Self? {
    var next = self
    if shared == nil {
      next.shared = day
    } else if bureau == nil {
      next.bureau = day
    } else if panel == nil {
      next.panel = day
    } else {
      return nil
    }
    return next
  }

  /// Those without an answer first, in the order in which they were received.
  public static func ordered(_ proposals: [Self]) -> [Self] {
    func key(_ proposal: Self) -> (Int, Day, RecordID) {
      (proposal.state == .answered ? 1 : 0, proposal.received ?? .first, proposal.id)
    }
    return proposals.sorted { key($0) < key($1) }
  }

  public static let fields: [Field<NetworkProposal>] = [
    .line("name", \.name, isRequired: true), .text("text", \.text),
    .reference("stakeholder", \.stakeholder, to: .stakeholder), .day("received", \.received),
    .day("shared_on", \.shared), .day("bureau_on", \.bureau), .day("panel_on", \.panel),
    .text("proposal_outcome", \.outcome), .text("note", \.note).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholder": .stays()]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    guard let received else { return [] }
    return [("shared_on", shared), ("bureau_on", bureau), ("panel_on", panel)]
      .filter { $0.1.map { $0 < received } == true }.map { ($0.0, .endBeforeStart) }
  }
}
