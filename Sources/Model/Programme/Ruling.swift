/// Which of two texts that do not agree is followed.
public enum RulingSide: String, Vocabulary {
  case first, second, both, other
}

/// What was decided about two items of the annexes that do not agree, by whom and why. Until it is recorded both
/// stand. Its id is that of the `Contradiction`.
public struct Ruling: Record {
  public static let kind = RecordKind.ruling

  public let id: RecordID
  public var version = 0
  public var side: RulingSide?
  public var decision = ""
  /// Who decided: the secretariat, the Bureau.
  public var by = ""
  public var day: Day?
  public var reason = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { Self.label(of: id)?.en ?? id }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    label(of: id)?.text(in: language) ?? title
  }

  private static func label(of id: RecordID) -> Label? {
    Decision.adopted.contradictions.first { $0.id == id }.flatMap { Decision.adopted.activity($0.first) }?
      .label
  }

  public static let fields: [Field<Ruling>] = [
    .choice("side", \.side), .line("decision", \.decision), .line("by", \.by), .day("day", \.day),
    .text("reason", \.reason),
  ]

  /// A side without a name and a reason would be no record of a decision.
  public var contradictions: [(field: String, problem: FieldProblem)] {
    guard side != nil else { return [] }
    return [("by", by), ("reason", reason)].filter { $0.1.isEmpty }.map { ($0.0, .missing) }
  }
}
