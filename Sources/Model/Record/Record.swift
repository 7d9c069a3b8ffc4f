/// The name of a record within its kind; never changes, never used again.
public typealias RecordID = String

/// The kinds of record that the store keeps and the journal tells of.
public enum RecordKind: String, Sendable, CaseIterable {
  case stakeholder, activity, launch, launchCell = "launch-cell", evidence
  case engagement, request, view, mapping, focalPoint = "focal-point", release, notice
  case toldApart = "told-apart", merged
  case plan, occurrence, budgetLine = "budget-line", event, product, translation, ruling, card
  case spokesperson, enquiry, material, response, coverage, feed
  case question, survey, surveyResponse = "survey-response", invitation, focusGroup = "focus-group"
  case opportunity, call, comment, concern, measure, report, proposal
  case risk, partnership, message

  /// The type of its records.
  public var type: any Record.Type {
    switch self {
    case .stakeholder: Stakeholder.self
    case .activity: Activity.self
    case .launch: Launch.self
    case .launchCell: LaunchCell.self
    case .evidence: Evidence.self
    case .engagement: Engagement.self
    case .request: TaskForceRequest.self
    case .view: SavedView.self
    case .mapping: ImportMapping.self
    case .focalPoint: FocalPoint.self
    case .release: RegisterRelease.self
    case .notice: Notice.self
    case .toldApart: ToldApart.self
    case .merged: MergedRecord.self
    case .plan: WorkPlan.self
    case .occurrence: Occurrence.self
    case .budgetLine: BudgetLine.self
    case .event: Event.self
    case .product: Product.self
    case .translation: Translation.self
    case .ruling: Ruling.self
    case .card: Card.self
    case .spokesperson: Spokesperson.self
    case .enquiry: Enquiry.self
    case .material: Material.self
    case .response: RapidResponse.self
    case .coverage: Coverage.self
    case .feed: Feed.self
    case .question: Question.self
    case .survey: Survey.self
    case .surveyResponse: SurveyResponse.self
    case .invitation: Invitation.self
    case .focusGroup: FocusGroup.self
    case .opportunity: Opportunity.self
    case .call: CallForInput.self
    case .comment: ReviewComment.self
    case .concern: Concern.self
    case .measure: Measure.self
    case .report: Report.self
    case .proposal: NetworkProposal.self
    case .risk: Risk.self
    case .partnership: Partnership.self
    case .message: Message.self
    }
  }
}

/// Something that people edit: a value with fields, a version and a name to call it by.
public protocol Record: Sendable, Equatable, Identifiable where ID == RecordID {
  static var kind: RecordKind { get }
  static var fields: [Field<Self>] { get }
  var id: RecordID { get }
  /// 0 before it is stored; each write adds one.
  var version: Int { get set }
  /// What a person calls it.
  var title: String { get }
  /// What the people of a language call the record of an id, which is stored under a title: what the decision names
  /// has a name in each.
  static func title(of id: RecordID, called title: String, in language: String) -> String
  init(id: RecordID)
  /// The kind of the record that it is a part of: its id is that one's, a slash, and what tells the parts apart.
  static var whole: RecordKind? { get }
  /// What becomes of it when somebody whom a field names is erased, by the names of such fields.
  static var onErasure: [String: OnErasure] { get }
  /// The record without those that are erased; nil where it goes along with them.
  func forgetting(_ gone: Set<RecordReference>) -> Self?
  /// A field that two people changed from the same base, with what both did to it; nil where they contradict each other,
  /// and a person has to choose.
  func joining(_ theirs: Self, over base: Self, in field: String) -> Self?
  /// What is wrong between fields, such as an end before its start.
  var contradictions: [(field: String, problem: FieldProblem)] { get }
  /// What can be stored, for a file may hold it, and what no form makes.
  var doubts: [(field: String, problem: FieldProblem)] { get }
  /// The fields that tell what was done, when and by whom: a command of their own writes them, no form and no file does.
  static var history: [String] { get }
  /// What of a change only a command of its own may do; nil where there is nothing of the kind.
  func breach(over before: Self) -> (field: String, problem: FieldProblem)?
  /// All that is wrong, as of a day, with the history that a record brings from elsewhere: what keys could not have made.
  func historyProblems(asOf day: Day) -> [(field: String, problem: FieldProblem)]
  /// A day that a form sets and that lies too early, as what is known of the record and the day say.
  /// - Parameter before: as it was; nil where all of it is new.
  func untimely(over before: Self?, asOf today: Day) -> (field: String, problem: FieldProblem)?
  /// The record, new here, with a mark where it brings a history that nobody recorded here.
  func given(by who: String, on day: Day) -> Self
  /// The record after what follows by itself from other fields.
  /// - Parameter before: the values that it had; nil for a new one.
  func settled(over before: [String: String]?) -> Self
}

extension Record {
  public static var whole: RecordKind? { nil }
  /// The id of the record that it is a part of.
  public var wholeID: RecordID { String(id.prefix { $0 != "/" }) }
  public static func title(of id: RecordID, called title: String, in language: String) -> String { title }
  public func title(in language: String) -> String { Self.title(of: id, called: title, in: language) }

  public static var onErasure: [String: OnErasure] { [:] }
  public func forgetting(_ gone: Set<RecordReference>) -> Self? { forgettingByTable(gone) }

  public var contradictions: [(field: String, problem: FieldProblem)] { [] }
  public var doubts: [(field: String, problem: FieldProblem)] { [] }

  public static var history: [String] { [] }
  public func historyProblems(asOf day: Day) -> [(field: String, problem: FieldProblem)] { [] }
  public func untimely(over before: Self?, asOf today: Day) -> (field: String, problem: FieldProblem)? { nil }
  public func given(by who: String, on day: Day) -> Self { self }
  public func settled(over before: [String: String]?) -> Self { self }

  public func breach(over before: Self) -> (field: String, problem: FieldProblem)? {
    Self.history.isEmpty ? nil : rewritten(over: before, .notByHand)
  }

  /// A part of the history that differs.
  func rewritten(over before: Self, _ problem: FieldProblem) -> (field: String, problem: FieldProblem)? {
    let fields = Self.fields.filter { Self.history.contains($0.name) }
    return fields.first { $0.read(self) != $0.read(before) }.map { ($0.name, problem) }
  }

  public func joining(_ theirs: Self, over base: Self, in field: String) -> Self? { nil }

  /// The fields that are not empty, as text. This is what the store holds.
  public var values: [String: String] {
    var values: [String: String] = [:]
    for field in Self.fields {
      let text = field.read(self)
      if !text.isEmpty { values[field.name] = text }
    }
    return values
  }

  /// Takes stored values back. What this program cannot read is left out: a store of a newer program is
  /// refused before it comes to that.
  public init(id: RecordID, version: Int, values: [String: String]) {
    self.init(id: id)
    self.version = version
    for field in Self.fields {
      if let text = values[field.name] { try? field.write(text, to: &self) }
    }
  }

  /// Takes some of the stored values back.
  public init(id: RecordID, version: Int, values: [String: String], only fields: [Field<Self>]) {
    self.init(id: id)
    self.version = version
    for field in fields {
      if let text = values[field.name] { try? field.write(text, to: &self) }
    }
  }

  /// The field of that name; nil where there is none.
  public static func field(_ name: String) -> Field<Self>? {
    FieldPlaces.place(of: name, in: Self.self).map { fields[$0] }
  }

  /// The names of the fields in which two records differ, in the order of the table.
  public func differences(from other: Self) -> [String] {
    Self.fields.filter { $0.read(self) != $0.read(other) }.map(\.name)
  }
}

extension Sequence where Element: Record {
  /// The records by their ids; of two of the same id the later.
  public var byID: [RecordID: Element] {
    Dictionary(lazy.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }
}
