/// One way in which a stakeholder took part, written `comments | 14 | Pollination | 2015-03-02`.
public struct Participation: Composite {
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

  public static let parts = [
    Part("participation", .choice(ParticipationKind.codes)), Part("count", .number),
    Part("deliverable", .line), Part("day", .day),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    kind = try ParticipationKind.reading(texts[0])
    if !texts[1].isEmpty {
      guard let number = Int(texts[1]), number > 0 else {
        throw .malformedParticipation(ListText.entry(parts: texts))
      }
      count = number
    }
    deliverable = texts[2]
    day = try PartText.day(texts[3])
  }

  public var texts: [String] { [kind.rawValue, String(count), deliverable, day?.description ?? ""] }
}
