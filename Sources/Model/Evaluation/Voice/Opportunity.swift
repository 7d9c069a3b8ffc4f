public enum OpportunityState: String, Vocabulary { case planned, open, closed, cancelled }

/// Whom the office told of an opportunity, and how.
public struct Telling: Composite {
  public let day: Day?
  public let audience: Audience?
  public let channel: Channel?
  /// A record of the base, where it was one.
  public let stakeholder: RecordID
  /// How many were told.
  public let number: Int
  public let note: String

  public init(
    day: Day?, audience: Audience? = nil, channel: Channel? = nil, stakeholder: RecordID = "",
    number: Int = 0,
    note: String = ""
  ) {
    (self.day, self.audience, self.channel) = (day, audience, channel)
    (self.stakeholder, self.number, self.note) = (stakeholder, number, note)
  }

  public static let parts = [
    Part("day", .day), Part("audience", .choice([""] + Audience.codes)),
    Part("channel", .choice([""] + Channel.codes)), Part("stakeholder", .reference(.id(.stakeholder))),
    Part("number", .number),
    Part("note", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    day = try PartText.day(texts[0])
    audience = texts[1].isEmpty ? nil : try Audience.reading(texts[1])
    channel = texts[2].isEmpty ? nil : try Channel.reading(texts[2])
    stakeholder = texts[3]
    number = try PartText.number(texts[4])
    note = texts[5]
  }

  public var texts: [String] {
    [
      day?.description ?? "", audience?.rawValue ?? "", channel?.rawValue ?? "", stakeholder,
      number == 0 ? "" : String(number), note,
    ]
  }
}

/// Why somebody declines to take part.
public enum DeclineReason: String, Vocabulary { case cost, time, unclear, other }

/// Who answered an opportunity.
public struct Reply: Composite {
  public let stakeholder: RecordID
  public let day: Day?
  /// How many answered, where it is not one record of the base.
  public let number: Int
  public let note: String
  /// Why they do not take part; nil where they do. Want of funds is one of the risks (annex II, paragraph 19).
  public let declined: DeclineReason?

  public init(
    stakeholder: RecordID = "", day: Day?, number: Int = 0, note: String = "", declined: DeclineReason? = nil
  ) {
    (self.stakeholder, self.day, self.number) = (stakeholder, day, number)
    (self.note, self.declined) = (note, declined)
  }

  public static let parts = [
    Part("day", .day), Part("stakeholder", .reference(.id(.stakeholder))), Part("number", .number),
    Part("note", .line), Part("declined", .choice([""] + DeclineReason.codes)),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    day = try PartText.day(texts[0])
    stakeholder = texts[1]
    number = try PartText.number(texts[2])
    note = texts[3]
    declined = texts[4].isEmpty ? nil : try DeclineReason.reading(texts[4])
  }

  public var texts: [String] {
    [
      day?.description ?? "", stakeholder, number == 0 ? "" : String(number), note, declined?.rawValue ?? "",
    ]
  }
}

/// A way to take part in a deliverable (annex II, paragraphs 12 to 14).
public struct Opportunity: Aimed {
  public static let kind = RecordKind.opportunity

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// Of the work programme, such as `3(a)`.
  public var deliverable = ""
  public var type: ParticipationKind?
  public var state = OpportunityState.planned
  /// The rule of engagement that governs it; empty is "no rule yet": there are rules for some deliverables only.
  public var rule = ""
  public var opens: Day?
  public var deadline: When?
  /// The objectives and functions of the decision that it serves.
  public var aims: [Aim] = []
  public var told: [Telling] = []
  public var answered: [Reply] = []
  public var owner = ""
  public var link = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Opportunity>] = [
    .line("name", \.name, isRequired: true), .deliverable(\.deliverable),
    .choice("participation", \.type), .choice("opportunity_state", \.state, default: .planned),
    .text("engagement_rule", \.rule), .aims(\.aims), .day("opens", \.opens), .when("deadline", \.deadline),
    .items("told", \.told), .items("answered", \.answered), .line("owner", \.owner), .line("link", \.link),
    .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = [
    "told": .stays(without: ["note"], counting: "number"),
    "answered": .stays(without: ["note"], counting: "number"),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let opens, let deadline, deadline.day < opens { return [("deadline", .endBeforeStart)] }
    return []
  }
}

/// A deliverable of the work programme (annex to decision IPBES-2/5), as the office writes it: `1(a)`, `3(b)(i)`.
enum Deliverable {
  private static let steps = ["", "(i)", "(ii)", "(iii)", "(iv)", "(v)"]

  /// One of four objectives, a letter, and for parts of a deliverable a small Roman numeral.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count >= 4, "1234".contains(text.first!) else { return false }
    let letter = text.dropFirst().prefix(3)
    let letters = ["(a)", "(b)", "(c)", "(d)", "(e)"]
    return letters.contains(String(letter)) && steps.contains(String(text.dropFirst(4)))
  }
}

extension Field {
  /// A deliverable of the work programme, or nothing. Spaces and capitals are no matter.
  static func deliverable(_ path: any Path<R, String>) -> Self {
    Field("deliverable", .line, read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      let id = String(text.lowercased().filter { !$0.isWhitespace })
      guard id.isEmpty || Deliverable.isOne(id) else { throw .malformedDeliverable(text) }
      record[keyPath: path] = id
    }
  }
}
