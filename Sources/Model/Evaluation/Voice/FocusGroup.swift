/// What a focus group found, and what it bears on.
public struct Finding: Composite {
  public let text: String
  public let messages: [KeyMessage]
  public let objectives: [Objective]
  /// Descriptions of the indicators, such as `1.2`.
  public let indicators: [RecordID]
  public let audience: Audience?

  public static let parts = [
    Part("finding", .line), Part("messages", .choices(KeyMessage.codes)),
    Part("objectives", .choices(Objective.codes)), Part("indicators", .choices(Evidence.descriptions)),
    Part("audience", .choice([""] + Audience.codes)),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[0].isEmpty else { throw .missing }
    text = texts[0]
    messages = try PartText.codes(texts[1])
    objectives = try PartText.codes(texts[2])
    var descriptions: [RecordID] = []
    for id in PartText.words(texts[3]) {
      guard Evidence.descriptions.contains(id) else { throw .notOneOf(id, Evidence.descriptions) }
      descriptions.append(id)
    }
    indicators = descriptions
    audience = texts[4].isEmpty ? nil : try Audience.reading(texts[4])
  }

  public var texts: [String] {
    [
      text, messages.map(\.rawValue).joined(separator: "; "),
      objectives.map(\.rawValue).joined(separator: "; "),
      indicators.joined(separator: "; "), audience?.rawValue ?? "",
    ]
  }
}

/// The objectives of communications (annex I, paragraph 10) and of engagement (annex II, paragraph 7).
public enum Objective: String, Vocabulary {
  case a10a = "A.10a", a10b = "A.10b", a10c = "A.10c", a10d = "A.10d", a10e = "A.10e", a10f = "A.10f"
  case b7a = "B.7a", b7b = "B.7b", b7c = "B.7c", b7d = "B.7d", b7e = "B.7e", b7f = "B.7f", b7g = "B.7g"
  case b7h = "B.7h"
}

/// A session with a few people at a key stage (annex I, section VII, paragraph 12 (b)).
public struct FocusGroup: Record {
  public static let kind = RecordKind.focusGroup

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var when: When?
  public var place = ""
  public var language = ""
  public var audiences: [Audience] = []
  public var moderator = ""
  /// How many took part.
  public var number = 0
  /// The records of those whom the base knows.
  public var participants: [RecordID] = []
  public var guide = ""
  public var findings: [Finding] = []
  public var survey: RecordID = ""
  public var event: RecordID = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<FocusGroup>] = [
    .line("name", \.name, isRequired: true), .when("when", \.when), .line("place", \.place),
    Field("language", .line, read: \.language) { (group, text) throws(FieldProblem) in
      group.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .choices("audiences", \.audiences), .line("moderator", \.moderator),
    .number("number", \.number, in: 0...10_000),
    .references("participants", \.participants, to: .stakeholder),
    .text("guide", \.guide), .items("findings", \.findings), .reference("survey", \.survey, to: .survey),
    .reference("event", \.event, to: .event), .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = ["participants": .stays(counting: "number")]
}
