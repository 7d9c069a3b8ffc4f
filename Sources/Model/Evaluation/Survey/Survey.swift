/// What a survey is for (annex II, appendix, paragraphs 6, 7 and 15; annex I, section VII, paragraph 12 (a)).
public enum SurveyPurpose: String, Vocabulary {
  case needs, perception, annual, afterEvent = "after-event"
}

/// Who can be told from a response. Fixed when the survey is made.
public enum Anonymity: String, Vocabulary {
  /// Nobody: no response knows its respondent, and small cells are not shown.
  case anonymous
  /// The office, but no table: small cells are not shown.
  case confidential
  /// Everybody who sees the results.
  case named
}

public enum SurveyState: String, Vocabulary { case draft, open, closed }

/// A group that is asked: its response rate is that of the responses that name it.
public struct InvitedGroup: Composite {
  public let code: String
  /// Contributors and end users alike (annex II, paragraph 21).
  public let role: Role?
  /// How many were asked.
  public let invited: Int
  public let channel: Channel?
  public let name: String

  public init(code: String, role: Role? = nil, invited: Int = 0, channel: Channel? = nil, name: String = "") {
    (self.code, self.role, self.invited, self.channel, self.name) = (code, role, invited, channel, name)
  }

  public static let parts = [
    Part("code", .line), Part("stakeholder_role", .choice([""] + Role.codes)), Part("invited", .number),
    Part("channel", .choice([""] + Channel.codes)), Part("name", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    code = try Question.code(texts[0])
    role = texts[1].isEmpty ? nil : try Role.reading(texts[1])
    invited = try PartText.number(texts[2])
    channel = texts[3].isEmpty ? nil : try Channel.reading(texts[3])
    name = texts[4]
  }

  public var texts: [String] {
    [code, role?.rawValue ?? "", invited == 0 ? "" : String(invited), channel?.rawValue ?? "", name]
  }
}

/// What is done about an answer that many gave: an incentive that is offered, a concern that is met.
public struct MatchedAction: Composite {
  public let question: RecordID
  public let choice: String
  public let activity: RecordID
  public let what: String

  public static let parts = [
    Part("question", .reference(.id(.question))), Part("choice", .line),
    Part("activity", .reference(.id(.activity))), Part("what", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[0].isEmpty else { throw .missing }
    (question, choice, activity, what) = (texts[0], texts[1], texts[2], texts[3])
  }

  public var texts: [String] { [question, choice, activity, what] }
}

/// A survey: a needs analysis, a survey of perceptions, an annual survey, one after an event.
public struct Survey: Record {
  public static let kind = RecordKind.survey

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var purpose = SurveyPurpose.annual
  /// Surveys of the same series are its waves, in the order of their opening.
  public var series = ""
  public var state = SurveyState.draft
  public var opens: Day?
  public var closes: Day?
  /// The official languages in which it is to be answered, the first one the default.
  public var languages: [String] = []
  public var anonymity = Anonymity.anonymous
  /// The smallest number of responses that a table shows: see `Suppression`.
  public var threshold = 0
  /// The ids of its questions, in their order.
  public var questions: [RecordID] = []
  public var groups: [InvitedGroup] = []
  public var actions: [MatchedAction] = []
  public var titles = Wording()
  public var introduction = Wording()
  public var activity: RecordID = ""
  public var event: RecordID = ""
  public var owner = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }
  /// Where nobody set another.
  public static let usualThreshold = 5
  public var smallest: Int { threshold == 0 ? Self.usualThreshold : threshold }

  public static let fields: [Field<Survey>] =
    [
      .line("name", \.name, isRequired: true), .choice("purpose", \.purpose, default: .annual),
      .line("series", \.series), .choice("survey_state", \.state, default: .draft),
      .day("opens", \.opens), .day("closes", \.closes),
      .list("languages", \.languages) { tag throws(FieldProblem) in
        guard Language.official.contains(tag) else { throw .notOneOf(tag, Language.official) }
        return tag
      },
      .choice("anonymity", \.anonymity, default: .anonymous),
      .number("threshold", \.threshold, in: 0...100), .references("questions", \.questions, to: .question),
      .items("groups", \.groups), .items("actions", \.actions),
    ] + Field.wording("title", \.titles) + Field.wording("introduction", \.introduction) + [
      .reference("activity", \.activity, to: .activity), .reference("event", \.event, to: .event),
      .line("owner", \.owner), .text("note", \.note),
    ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let opens, let closes, closes < opens { return [("closes", .endBeforeStart)] }
    return []
  }
}
