/// What kind of event something dated is.
public enum EventKind: String, Vocabulary {
  case session, stakeholderDay = "stakeholder-day", launch, sideEvent = "side-event", meeting, workshop
  case pressConference = "press-conference", interview, briefing, seminar, training, deadline, other
}

public enum EventStatus: String, Vocabulary {
  case confirmed, tentative, cancelled
}

/// Something that takes place: a plenary session, a stakeholder day, a press conference, an interview.
public struct Event: Record {
  public static let kind = RecordKind.event

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var type = EventKind.other
  public var start: When?
  /// The last day, itself included, or the moment at which it is over.
  public var end: When?
  public var place = ""
  public var url = ""
  public var status = EventStatus.confirmed
  /// Stands in the public calendar (annex I, appendix, paragraph 2 (i)).
  public var isPublic = false
  public var launch: RecordID = ""
  public var activity: RecordID = ""
  public var owner = ""
  public var languages: [String] = []
  /// For whom it is above all (annex I, paragraph 13).
  public var audiences: [Audience] = []
  public var spokespersons: [RecordID] = []
  /// Who takes part, by words or by the ids of stakeholders: outlets at a press conference.
  public var participants: [String] = []
  public var note = ""
  /// How it comes again, as a rule of RFC 5545, section 3.3.10; empty where it does not.
  public var rule = ""
  /// The name by which calendar programs know it (RFC 5545, section 3.8.4.7); empty for those made here.
  public var uid = ""
  /// How often it was revised (RFC 5545, section 3.8.7.4).
  public var sequence = 0
  /// What another calendar program said of it besides, line by line.
  public var extra: [String] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Event>] = [
    .line("name", \.name, isRequired: true), .choice("event_kind", \.type, default: .other),
    .when("start", \.start, isRequired: true), .when("end", \.end), .line("place", \.place),
    .line("url", \.url), .choice("event_status", \.status, default: .confirmed),
    .flag("public", \.isPublic), .reference("launch", \.launch, to: .launch),
    .reference("activity", \.activity, to: .activity),
    .line("owner", \.owner), .list("languages", \.languages, check: Language.checked),
    .choices("audiences", \.audiences),
    .references("spokespersons", \.spokespersons, to: .spokesperson),
    .references("participants", \.participants, .idOrWords(.stakeholder)),
    .text("note", \.note), .line("rule", \.rule), .line("uid", \.uid),
    .number("sequence", \.sequence, in: 0...1_000_000), .list("extra", \.extra).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["spokespersons": .stays(), "participants": .stays()]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    switch (start, end) {
    case (.day(let first), .day(let last)): if last < first { found.append(("end", .endBeforeStart)) }
    case (.moment(let first), .moment(let last)):
      if last.seconds < first.seconds { found.append(("end", .endBeforeStart)) }
    case (nil, _), (_, nil): break
    // One with a time and the other without are no length of time.
    case (.day, .moment(let last)): found.append(("end", .malformedDay(last.description)))
    case (.moment, .day(let last)): found.append(("end", .malformedMoment(last.description)))
    }
    if !rule.isEmpty {
      do { _ = try EventRule(rule) } catch .malformed(let part) {
        found.append(("rule", .malformedRule(part)))
      } catch {}
    }
    return found
  }
}
