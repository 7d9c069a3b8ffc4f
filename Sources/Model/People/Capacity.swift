/// What kind of support one can give and another needs (annex II, paragraphs 7 (g), 7 (h) and 8; appendix,
/// paragraph 9).
public enum CapacityKind: String, Vocabulary {
  case inKind = "in-kind", expertise, capacityBuilding = "capacity-building"
}

/// Something that a stakeholder offers or needs, written `expertise | pollen analysis | 2015-12-31`.
public struct Capacity: Composite {
  public var kind: CapacityKind
  public var subject = ""
  /// The last day on which it can be given or is of use; nil for as long as one knows.
  public var until: Day?

  public init(kind: CapacityKind, subject: String = "", until: Day? = nil) {
    (self.kind, self.subject, self.until) = (kind, subject, until)
  }

  public static let parts = [
    Part("capacity", .choice(CapacityKind.codes)), Part("subject", .line), Part("until", .day),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    kind = try CapacityKind.reading(texts[0])
    subject = texts[1]
    until = try PartText.day(texts[2])
  }

  public var texts: [String] { [kind.rawValue, subject, until?.description ?? ""] }
}
