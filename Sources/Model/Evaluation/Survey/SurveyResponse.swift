/// How a response came in.
public enum ResponseMode: String, Vocabulary { case web, phone, interview, paper }

/// What somebody answered to a question, or to a row of a matrix.
public struct Answer: Composite {
  /// The question's id; for a row of a matrix `question.row`.
  public let question: String
  /// A code, a number, or words. Several codes stand between spaces, of a ranking the first before the others.
  public let value: String

  public init(_ question: String, _ value: String) { (self.question, self.value) = (question, value) }

  public static let parts = [Part("question", .line), Part("answer", .line)]

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[0].isEmpty else { throw .missing }
    (question, value) = (texts[0], texts[1])
  }

  public var texts: [String] { [question, value] }
}

/// What one respondent answered to a survey. Its id is `survey/name`.
public struct SurveyResponse: Record {
  public static let kind = RecordKind.surveyResponse
  public static let whole: RecordKind? = .survey

  public let id: RecordID
  public var version = 0
  /// Of an anonymous survey the day only, so that nobody can tell who answered at that minute.
  public var day: Day?
  public var language = ""
  /// The code of an invited group.
  public var group = ""
  public var role: Role?
  public var mode = ResponseMode.web
  /// Nobody's where the survey is anonymous.
  public var stakeholder: RecordID = ""
  public var answers: [Answer] = []

  public init(id: RecordID) { self.id = id }
  public init(survey: RecordID, name: String) { self.init(id: "\(survey)/\(name)") }

  public var survey: RecordID { wholeID }
  public var title: String { id }

  /// What is the same for responses of one day with the same answers; for as long as the program runs.
  public var contentHash: Int {
    Self.contentHash(
      day: day?.description ?? "", answers: answers.map(\.text).joined(separator: "; "))
  }

  /// - Parameters: as they are stored.
  public static func contentHash(day: String, answers: String) -> Int {
    var hasher = Hasher()
    hasher.combine(day)
    hasher.combine(answers)
    return hasher.finalize()
  }

  public subscript(question: String) -> String { answers.first { $0.question == question }?.value ?? "" }

  public static let fields: [Field<SurveyResponse>] = [
    .day("day", \.day),
    Field("language", .line, read: \.language) { (response, text) throws(FieldProblem) in
      response.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .line("group", \.group), .choice("stakeholder_role", \.role), .choice("mode", \.mode, default: .web),
    .reference("stakeholder", \.stakeholder, to: .stakeholder), .items("answers", \.answers).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholder": .stays()]
}

/// That somebody was asked to answer a survey: what the limit on asking counts (annex II, paragraph 19).
public struct Invitation: Record {
  public static let kind = RecordKind.invitation

  public let id: RecordID
  public var version = 0
  public var survey: RecordID = ""
  public var stakeholder: RecordID = ""
  /// The code of an invited group.
  public var group = ""
  public var day: Day?
  public var channel: Channel?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { "\(survey), \(stakeholder)" }

  public static let fields: [Field<Invitation>] = [
    .reference("survey", \.survey, to: .survey, isRequired: true),
    .reference("stakeholder", \.stakeholder, to: .stakeholder, isRequired: true),
    .line("group", \.group), .day("day", \.day), .choice("channel", \.channel), .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholder": .goes]
}
