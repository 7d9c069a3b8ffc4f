/// How far what the evidence shows goes: that people took part, what came of it, whom it moved, what it changed.
public enum Rung: String, Vocabulary { case participation, output, influence, impact }

/// What a piece of evidence is.
public enum Proof: String, Vocabulary { case record, document, link, count }

/// Something that shows how well engagement succeeds (annex II, paragraph 20).
public struct Evidence: Aimed {
  public static let kind = RecordKind.evidence

  public let id: RecordID
  public var version = 0
  /// The description that it shows, such as `1.2`.
  public var indicator = ""
  public var name = ""
  public var day: Day?
  public var rung: Rung?
  public var proof: Proof?
  /// A record of the base, as `kind:id`.
  public var reference = ""
  public var link = ""
  /// How many, where it is a count.
  public var count = 0
  public var source = ""
  /// The objectives and functions of the decision that it serves.
  public var aims: [Aim] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Evidence>] = [
    Field("indicator", .choice(descriptions), isRequired: true, read: \.indicator) {
      (evidence, text) throws(FieldProblem) in
      guard descriptions.contains(text) else { throw .notOneOf(text, descriptions) }
      evidence.indicator = text
    },
    .line("title", \.name, isRequired: true),
    .day("day", \.day), .choice("rung", \.rung), .choice("proof", \.proof),
    .reference("reference", \.reference, .tagged) { text throws(FieldProblem) in
      guard text.isEmpty || RecordReference(text) != nil else { throw .malformedID(text) }
      return text
    },
    .line("link", \.link), .number("count", \.count, in: 0...1_000_000_000),
    .line("source", \.source), .aims(\.aims),
    .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = [
    "reference": .stays(without: ["title", "link", "note"])
  ]

  /// The ids of the eleven descriptions.
  public static let descriptions = Decision.adopted.indicators.flatMap(\.descriptions).map(\.id)
}
