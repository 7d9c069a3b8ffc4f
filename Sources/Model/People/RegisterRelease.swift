/// One edition of the public register (annex II, appendix, paragraph 3). Who stood in it, and with what, the
/// store keeps beside it.
public struct RegisterRelease: Record {
  public static let kind = RecordKind.release

  public let id: RecordID
  public var version = 0
  /// Counted from 1.
  public var number = 0
  public var day: Day?
  public var guidance: [Guidance] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { String(number) }

  public static let fields: [Field<RegisterRelease>] = [
    .number("number", \.number, in: 0...100_000),
    .day("day", \.day),
    .items("guidance", \.guidance),
    .text("note", \.note),
  ]
}

/// Under whose guidance something was done, written `bureau | 2015-03-02 | sixth meeting, item 4`.
public struct Guidance: Composite {
  public var body: GuidingBody
  public var day: Day?
  public var reference = ""

  public init(body: GuidingBody, day: Day?, reference: String = "") {
    (self.body, self.day, self.reference) = (body, day, reference)
  }

  public static let parts = [
    Part("body", .choice(GuidingBody.codes)), Part("day", .day), Part("reference", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    body = try GuidingBody.reading(texts[0])
    day = try PartText.day(texts[1])
    reference = texts[2]
  }

  public var texts: [String] { [body.rawValue, day?.description ?? "", reference] }
}

/// Who guides: the Bureau and the Multidisciplinary Expert Panel.
public enum GuidingBody: String, Vocabulary { case bureau, mep }
