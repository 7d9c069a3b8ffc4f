/// What somebody asks the press office for.
public enum EnquiryKind: String, Vocabulary {
  case question, interview, briefing, seminar, material, other
}

public enum EnquiryState: String, Vocabulary {
  case open, assigned, answered, declined
}

/// A question or a request to the press office. None can be removed: an answer or a refusal closes it.
public struct Enquiry: Record, Outgoing {
  public static let kind = RecordKind.enquiry

  public let id: RecordID
  public var version = 0
  /// What it is about, in a line.
  public var subject = ""
  public var type = EnquiryKind.question
  public var state = EnquiryState.open
  /// Who asks: a record of the base, or words where there is none.
  public var stakeholder: RecordID = ""
  public var contact = ""
  public var outlet = ""
  public var launch: RecordID = ""
  public var language = ""
  public var received: Moment?
  public var deadline: Moment?
  public var question = ""
  public var approvedLine = ""
  public var approvedBy = ""
  public var spokesperson: RecordID = ""
  public var owner = ""
  public var answered: Moment?
  public var answer = ""
  /// The event that came of it: an interview, a briefing.
  public var event: RecordID = ""
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { subject }

  public static let fields: [Field<Enquiry>] = [
    .line("subject", \.subject, isRequired: true), .choice("enquiry_kind", \.type, default: .question),
    .choice("enquiry_state", \.state, default: .open), .reference("person", \.stakeholder, to: .stakeholder),
    .line("asker", \.contact), .line("outlet", \.outlet), .reference("launch", \.launch, to: .launch),
    Field("language", .line, read: \.language) { (enquiry, text) throws(FieldProblem) in
      enquiry.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .moment("received", \.received), .moment("deadline", \.deadline), .text("question", \.question),
    .text("approved_line", \.approvedLine).goingOut(in: \.language), .line("approved_by", \.approvedBy),
    .reference("spokesperson", \.spokesperson, to: .spokesperson), .line("owner", \.owner),
    .moment("answered", \.answered),
    .text("answer", \.answer).goingOut(in: \.language), .reference("event", \.event, to: .event),
    .text("note", \.note).keptPrivate(), .overrides,
  ]

  public static let onErasure: [String: OnErasure] = [
    "person": .stays(without: ["asker"]), "spokesperson": .stays(),
  ]

  /// Whether it waits for an answer.
  public var isOpen: Bool { state == .open || state == .assigned }

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if let received, let answered, answered.seconds < received.seconds {
      found.append(("answered", .endBeforeStart))
    }
    if let received, let deadline, deadline.seconds < received.seconds {
      found.append(("deadline", .endBeforeStart))
    }
    if state == .answered && answer.isEmpty { found.append(("answer", .missing)) }
    return found
  }
}
