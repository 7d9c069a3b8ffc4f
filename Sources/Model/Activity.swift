/// How far work has come.
public enum WorkState: String, Vocabulary {
  case planned, underWay = "under-way", done, cancelled
}

/// What the office makes of an adopted activity: its current plan, progress and owner. The adopted text stands
/// in `Decision` and cannot be edited.
public struct Activity: Record {
  public static let kind = RecordKind.activity

  public let id: RecordID
  public var version = 0
  public var status = WorkState.planned
  /// Percent.
  public var progress = 0
  public var owner = ""
  /// The current plan, where it is not that of the decision.
  public var start: Day?
  public var end: Day?
  public var actualStart: Day?
  public var actualEnd: Day?
  public var notes = ""

  public init(id: RecordID) { self.id = id }

  public var adopted: AdoptedActivity? { Decision.adopted.activity(id) }
  public var title: String { adopted?.label.en ?? id }

  public static let fields: [Field<Activity>] = [
    .choice("status", \.status, default: .planned),
    .number("progress", \.progress, in: 0...100),
    .line("owner", \.owner),
    .day("start", \.start),
    .day("end", \.end),
    .day("actual_start", \.actualStart),
    .day("actual_end", \.actualEnd),
    .line("notes", \.notes),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if let start, let end, end < start { found.append(("end", .endBeforeStart)) }
    if let actualStart, let actualEnd, actualEnd < actualStart {
      found.append(("actual_end", .endBeforeStart))
    }
    return found
  }

  /// The current plan: what the office set, else what the decision printed.
  public func plan(in year: Int) -> (start: Day?, end: Day?) {
    let baseline: (start: Day?, end: Day?) = adopted?.timing.span(in: year) ?? (nil, nil)
    return (start ?? baseline.start, end ?? baseline.end)
  }
}
