/// Something that shows how well engagement succeeds (annex II, paragraph 20).
public struct Evidence: Record {
  public static let kind = RecordKind.evidence

  public let id: RecordID
  public var version = 0
  /// The description that it shows, such as `1.2`.
  public var indicator = ""
  public var name = ""
  public var day: Day?
  public var source = ""
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
    .day("day", \.day),
    .line("source", \.source),
    .line("note", \.note),
  ]

  private static let descriptions = Decision.adopted.indicators.flatMap(\.descriptions).map(\.id)
}
