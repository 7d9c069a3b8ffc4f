public enum OutletKind: String, Vocabulary {
  case website, newspaper, magazine, scientific, broadcast, agency, social
}

/// How an item speaks of the platform: set by a person, never computed.
public enum Tone: String, Vocabulary {
  case favourable, neutral, critical
}

/// The key messages of annex I, section V, paragraph 3.
public enum KeyMessage: String, Vocabulary {
  case a, b, c, d, e, f, g
}

/// An item in the media about the platform or a launch (annex I, section VII, paragraph 12 (c)).
public struct Coverage: Record {
  public static let kind = RecordKind.coverage

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var when: When?
  public var outlet = ""
  public var type: OutletKind?
  public var country = ""
  public var language = ""
  public var link = ""
  /// How many people it reached, as the outlet or a service says.
  public var reach = 0
  public var tone: Tone?
  public var messages: [KeyMessage] = []
  /// The messages of the office that it carries as they were meant, and those that it carries wrongly.
  public var pointsRight: [RecordID] = []
  public var pointsWrong: [RecordID] = []
  public var isInaccurate = false
  /// Outside the boundary: it makes the platform say what is to be done (annex I, paragraph 9).
  public var isOutside = false
  public var needsResponse = false
  public var launch: RecordID = ""
  /// What tells that it is a copy of the same story as others.
  public var story = ""
  /// The feed that told of it; empty for what people found themselves.
  public var feed: RecordID = ""
  /// What the feed calls it: within the feed it never changes (RSS 2.0, `guid`; RFC 4287, section 4.2.6).
  public var guid = ""
  public var author = ""
  /// The first words of it, as the feed has them.
  public var summary = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  /// It carries a message as it was meant, or wrongly.
  public var contradictions: [(field: String, problem: FieldProblem)] {
    let both = pointsRight.first(where: pointsWrong.contains)
    return both.map { [("points_wrong", .repeatedCode($0))] } ?? []
  }

  public static let fields: [Field<Coverage>] = [
    .line("name", \.name, isRequired: true), .when("when", \.when, isRequired: true),
    .line("outlet", \.outlet), .choice("outlet_kind", \.type),
    .country("country", \.country),
    Field("language", .line, read: \.language) { (coverage, text) throws(FieldProblem) in
      coverage.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .line("link", \.link), .number("reach", \.reach, in: 0...2_000_000_000), .choice("tone", \.tone),
    .choices("messages", \.messages),
    .references("points_right", \.pointsRight, to: .message),
    .references("points_wrong", \.pointsWrong, to: .message),
    .flag("inaccurate", \.isInaccurate), .flag("outside", \.isOutside),
    .flag("needs_response", \.needsResponse), .reference("launch", \.launch, to: .launch),
    .line("story", \.story),
    .text("summary", \.summary), .line("author", \.author), .reference("feed", \.feed, to: .feed),
    .line("guid", \.guid),
    .text("note", \.note),
  ]
}
