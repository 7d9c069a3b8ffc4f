/// One way in which a stakeholder took part, written `comments | 14 | Pollination | 2015-03-02`.
public struct Participation: Sendable, Hashable {
  public var kind: ParticipationKind
  /// How many: review comments come in numbers, the rest mostly one by one.
  public var count = 1
  public var deliverable = ""
  public var day: Day?

  public init(kind: ParticipationKind, count: Int = 1, deliverable: String = "", day: Day? = nil) {
    self.kind = kind
    self.count = count
    self.deliverable = deliverable
    self.day = day
  }

  /// Reads one entry; parts at the end may be left out.
  public init(_ text: String) throws(FieldProblem) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
    kind = try ParticipationKind.reading(parts[0])
    if parts.count > 1, !parts[1].isEmpty {
      guard let number = Int(parts[1]), number > 0 else { throw .malformedParticipation(text) }
      count = number
    }
    if parts.count > 2 { deliverable = parts[2] }
    if parts.count > 3, !parts[3].isEmpty {
      guard let parsed = Day(parts[3]) else { throw .malformedDay(parts[3]) }
      day = parsed
    }
    if parts.count > 4 { throw .malformedParticipation(text) }
  }

  public var text: String {
    var parts = [kind.rawValue, String(count), deliverable, day?.description ?? ""]
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts.joined(separator: " | ")
  }
}
