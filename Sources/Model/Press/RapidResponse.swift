public enum ResponseState: String, Vocabulary {
  case open, approved, sent, closed
}

/// One step of a rapid response.
public struct ResponseStep: Composite {
  /// A moment, as `Moment` writes it.
  public let at: Moment?
  public let who: String
  public let what: String

  public static let parts = [Part("at", .moment), Part("who", .line), Part("what", .line)]

  public init(at: Moment?, who: String, what: String) { (self.at, self.who, self.what) = (at, who, what) }

  public init(texts: [String]) throws(FieldProblem) {
    (at, who, what) = (try PartText.moment(texts[0]), texts[1], texts[2])
  }

  public var texts: [String] { [at?.description ?? "", who, what] }
}

/// An answer to something that is going wrong in public (annex I, appendix, Table 2: rapid-response plan).
public struct RapidResponse: Record, Outgoing {
  public static let kind = RecordKind.response

  public let id: RecordID
  public var version = 0
  /// The issue, in a line.
  public var name = ""
  public var state = ResponseState.open
  public var launch: RecordID = ""
  public var opened: Moment?
  public var facts = ""
  public var approvedLine = ""
  public var approvers: [String] = []
  public var audience = ""
  public var owner = ""
  /// The coverage that caused it.
  public var coverage: [RecordID] = []
  public var log: [ResponseStep] = []
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }
  public var isOpen: Bool { state != .closed }

  public static let fields: [Field<RapidResponse>] = [
    .line("name", \.name, isRequired: true), .choice("response_state", \.state, default: .open),
    .reference("launch", \.launch, to: .launch), .moment("opened", \.opened), .text("facts", \.facts),
    .text("approved_line", \.approvedLine).goingOut(), .list("approvers", \.approvers),
    .line("audience", \.audience),
    .line("owner", \.owner), .references("coverage", \.coverage, to: .coverage), .items("log", \.log),
    .text("note", \.note), .overrides,
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    guard state == .approved || state == .sent else { return [] }
    if approvedLine.isEmpty { return [("approved_line", .missing)] }
    return approvers.isEmpty ? [("approvers", .missing)] : []
  }
}
