/// The records behind a number: each by its id, or of many how many there are, how to find them, and the first.
public struct ReportSources: Sendable, Equatable, Codable {
  /// So many are named at most.
  public static let named = 12

  /// How many records there are behind the number.
  public var count = 0
  /// As `kind:id`, sorted.
  public var records: [String] = []
  /// What finds all of them, where they are too many to be named; empty where all are.
  public var query = ""

  public init() {}

  /// - Parameter query: what finds them, said only where not all are named.
  public init(_ kind: RecordKind, _ ids: some Collection<RecordID>, count: Int? = nil, query: String = "") {
    self.count = count ?? ids.count
    records = ids.sorted().prefix(Self.named).map { RecordReference(kind, $0).description }
    self.query = self.count > records.count ? query : ""
  }

  public static func + (a: ReportSources, b: ReportSources) -> ReportSources {
    var sum = a
    sum.count += b.count
    for record in b.records where !sum.records.contains(record) { sum.records.append(record) }
    sum.query = [a.query, b.query].filter { !$0.isEmpty }.joined(separator: "; ")
    return sum
  }

  public var isEmpty: Bool { count == 0 && records.isEmpty && query.isEmpty }
}

/// How many, and which records they are.
public struct ReportCount: Sendable, Equatable, Codable {
  public var count: Int
  public var sources: ReportSources

  public init(_ count: Int = 0, _ sources: ReportSources = .init()) {
    (self.count, self.sources) = (count, sources)
  }

  public init(_ kind: RecordKind, _ ids: some Collection<RecordID>, query: String = "") {
    self.init(ids.count, ReportSources(kind, ids, query: query))
  }
}

/// All that a report of evaluation says, of one moment: what is frozen when it is released. Days are `YYYY-MM-DD`, empty
/// where there is none; what nobody knows is nil, which is not nought.
public struct ReportFacts: Sendable, Equatable, Codable {
  /// The form in which facts are frozen; a later program reads every earlier one.
  public static let form = 1

  public var form = ReportFacts.form
  public var audience: String
  public var from: String
  public var to: String
  /// The day on which activities stood as they are said to stand.
  public var asOf: String
  /// The decision's own, in its order; then those of the office that are late.
  public var activities: [PlannedWork] = []
  /// Of the activities that the office added, by standing.
  public var ownActivities: [String: ReportCount] = [:]
  /// Days of delay against the adopted timetable, all together.
  public var delayDays = 0
  public var disagreements: [Disagreement] = []
  public var budget: [BudgetGroup] = []
  public var launches: [LaunchWork] = []
  /// Events that took place in the time, by kind; the empty kind counts those that were cancelled.
  public var events: [String: ReportCount] = [:]
  public var productCount = ReportCount()
  public var parity: [LanguageParity] = []
  /// Translations published in the time.
  public var published = ReportCount()
  public var contacts = Contacts()
  public var people = People()
  public var media = MediaFigures()
  public var surveys: [SurveyFigures] = []
  public var voices = VoiceFigures()
  public var indicators = IndicatorFigures()
  /// The risks that somebody assessed; nil in facts that an earlier program froze.
  public var risks: [RiskFigures]?
  /// Nil in what an earlier program froze.
  public var mandate: MandateFigures?
  /// Stakeholders by how often they were asked to answer a survey in the year before `to`: `1`, `2`, `3+`.
  public var askedTimes: [String: ReportCount] = [:]

  /// Strategic partnerships as they stood; nil in facts that were frozen before there was a register of them.
  public var partnerships: [PartnershipWork]?
  /// The messages and what became of them; nil in what an earlier program froze.
  public var messages: [MessageWork]?

  public init(audience: ReportAudience, from: Day, to: Day, asOf: Day) {
    self.audience = audience.rawValue
    (self.from, self.to, self.asOf) = (from.description, to.description, asOf.description)
  }

  /// An activity as it stood.
  public struct PlannedWork: Sendable, Equatable, Codable {
    public var id: RecordID
    /// As `PlanRef` writes it.
    public var plan: String
    /// Empty for one of the decision.
    public var name: String
    /// `done`, `late`, `due`, `early`, `under-way`, `next`, `ongoing`, `cancelled`,
    /// `overruled` where a recorded decision follows the other of two texts.
    public var standing: String
    /// How late, or until it is due.
    public var days: Int?
    public var plannedEnd: String
    public var actualEnd: String
    /// Against the adopted end; nil where the text names none.
    public var slipDays: Int?
    /// Of what comes again: how often it was to come in the time, and came.
    public var timesDue: Int?
    public var timesDone: Int?
    /// Nobody stored anything of it.
    public var isUnrecorded: Bool
  }

  /// Two items of the annexes that do not agree, and what was decided.
  public struct Disagreement: Sendable, Equatable, Codable {
    public var id: RecordID
    public var first: RecordID
    public var second: RecordID
    /// Empty while nobody decided.
    public var side: String
    public var by: String
    public var day: String
    public var reason: String
  }

  /// A plan's sums in hundredths of US dollars; nil where nothing was recorded.
  public struct BudgetGroup: Sendable, Equatable, Codable {
    public var plan: String
    /// Of a launch or a plan that the office added.
    public var name: String
    public var indicative: Int?
    public var committed: Int?
    public var spent: Int?
    /// Sums that are no number, by reason.
    public var leftOut: [String: Int]
    /// Spent beyond committed, committed beyond indicative …, by what.
    public var overruns: [String: Int]
    public var sources: ReportSources
  }

  public struct LaunchWork: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    public var day: String
    /// Cells of Table 2 by state.
    public var cells: [String: Int]
    /// What the press was told and asked in the time.
    public var enquiries: ReportCount
    public var answered: ReportCount
    public var responses: ReportCount
  }

  public struct LanguageParity: Sendable, Equatable, Codable {
    public var language: String
    public var published: Int
    public var stale: Int
    public var underWay: Int
    public var notFeasible: Int
    public var notPlanned: Int
  }

  /// The log of contacts in the time.
  public struct Contacts: Sendable, Equatable, Codable {
    public var total = ReportCount()
    /// By channel; the empty one for "not stated".
    public var channels: [String: Int] = [:]
    public var directions: [String: Int] = [:]
    public var stakeholders = 0
    /// Still to be followed up, after the day.
    public var overdue = ReportCount()

    public init() {}
  }

  /// The stakeholders in the base when the facts were gathered.
  public struct People: Sendable, Equatable, Codable {
    public var total = 0
    public var bothRoles = 0
    /// By dimension, then by value; the empty value for "not stated".
    public var counts: [String: [String: Int]] = [:]
    /// Acts of participation by kind, of all years.
    public var acts: [String: Int] = [:]
    /// Who is fewer than a third of an even share.
    public var gaps: [Gap] = []

    public init() {}
  }

  public struct Gap: Sendable, Equatable, Codable {
    public var dimension: String
    public var value: String
    public var count: Int
    public var even: Int

    public init(_ dimension: Dimension, _ value: String, count: Int, even: Int) {
      (self.dimension, self.value, self.count, self.even) = (dimension.rawValue, value, count, even)
    }
  }
}
