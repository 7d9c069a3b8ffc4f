/// A call for comments or other input (annex II, paragraph 20, description 6.1).
public struct CallForInput: Record {
  public static let kind = RecordKind.call

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// The document on which it asks for comments.
  public var document = ""
  public var deliverable = ""
  public var opens: Day?
  public var closes: Day?
  /// It asks about engagement itself, which is what 6.1 counts.
  public var isOnEngagement = false
  public var link = ""
  public var owner = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<CallForInput>] = [
    .line("name", \.name, isRequired: true), .line("document", \.document),
    .deliverable(\.deliverable), .day("opens", \.opens), .day("closes", \.closes),
    .flag("on_engagement", \.isOnEngagement), .line("link", \.link), .line("owner", \.owner),
    .text("note", \.note),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let opens, let closes, closes < opens { return [("closes", .endBeforeStart)] }
    return []
  }
}

/// What became of a comment (annex II, paragraph 3: each was considered).
public enum Disposition: String, Vocabulary {
  case accepted, partly = "partly-accepted", notAccepted = "not-accepted"
}

/// What somebody decided about the contact details in a comment and its answer: nobody reads them in the ledger until then.
public enum ContactDecision: String, Vocabulary {
  /// They may stand there: whoever they belong to meant it so.
  case publish
  case hold = "hold-back"
}

/// A comment that came in on a call. Its id is `call/number`.
public struct ReviewComment: Record, Outgoing {
  public static let kind = RecordKind.comment
  public static let whole: RecordKind? = .call

  public let id: RecordID
  public var version = 0
  /// The record of who wrote it, where the base has one.
  public var stakeholder: RecordID = ""
  /// Who wrote it, as it was published.
  public var source = ""
  public var received: Day?
  public var language = ""
  /// Where in the document: a paragraph, a page and line.
  public var paragraph = ""
  public var text = ""
  /// Nil until it was considered.
  public var disposition: Disposition?
  /// What the office answers: why it was accepted, in part or not.
  public var reason = ""
  public var answeredBy = ""
  public var answered: Day?
  /// Nil until somebody decided, and again where other details come in afterwards.
  public var contactDetails: ContactDecision?
  /// What somebody marked as saying the opposite: comments, concerns, each as `kind:id`.
  public var contradicts: [String] = []
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }
  public init(call: RecordID, number: Int) { self.init(id: "\(call)/\(number)") }

  public var call: RecordID { wholeID }
  public var number: Int { Int(id.split(separator: "/").last ?? "") ?? 0 }
  public var title: String { "\(number), \(source)" }

  public static let fields: [Field<ReviewComment>] = [
    .reference("person", \.stakeholder, to: .stakeholder), .line("source", \.source),
    .day("received", \.received),
    Field("language", .line, read: \.language) { (comment, text) throws(FieldProblem) in
      comment.language = text.isEmpty ? "" : try Language.checked(text)
    },
    .line("paragraph", \.paragraph), .text("text", \.text, isRequired: true),
    .choice("disposition", \.disposition), .text("reason", \.reason).goingOut(),
    .line("answered_by", \.answeredBy), .day("answered_on", \.answered),
    .choice("contact_details", \.contactDetails),
    .references("contradicts", \.contradicts, .tagged), .text("note", \.note), .overrides,
  ]

  public static let onErasure: [String: OnErasure] = [
    "person": .stays(without: ["source", "contact_details"]), "contradicts": .stays(),
  ]

  /// Contact details that come in after somebody let the others stand are decided on anew.
  public func settled(over before: [String: String]?) -> ReviewComment {
    guard contactDetails == .publish, let before, before["contact_details"] == contactDetails?.rawValue
    else { return self }
    let earlier = ReviewComment(id: id, version: 0, values: before)
    guard going != earlier.going, !details.isSubset(of: earlier.details) else { return self }
    var settled = self
    settled.contactDetails = nil
    return settled
  }

  /// What of it goes out.
  private var going: [String] { [text, disposition == nil ? "" : reason] }
  private var details: Set<String> { Set(going.flatMap { ContactText($0).details.map(\.text) }) }

  /// A comment that is not wholly accepted is owed a reason.
  public var contradictions: [(field: String, problem: FieldProblem)] {
    let owesReason = disposition == .partly || disposition == .notAccepted
    return owesReason && reason.isEmpty ? [("reason", .missing)] : []
  }
}
