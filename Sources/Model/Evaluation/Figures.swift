/// Items in the media: all of them, and each story once however many copies it has.
public struct MediaCount: Sendable, Equatable, Codable {
  public var items = 0
  public var stories = 0

  public init(items: Int = 0, stories: Int = 0) { (self.items, self.stories) = (items, stories) }
}

/// The coverage of some days in numbers: "the type and extent of outreach and media coverage" (annex I, paragraph 7).
public struct MediaFigures: Sendable, Equatable, Codable {
  public var total = MediaCount()
  /// By `YYYY-MM-DD`, only days with an item.
  public var days: [String: MediaCount] = [:]
  /// By code, the empty one for "not stated".
  public var kinds: [String: MediaCount] = [:]
  public var languages: [String: MediaCount] = [:]
  public var countries: [String: MediaCount] = [:]
  public var tones: [String: MediaCount] = [:]
  /// An item can carry several messages; the empty code counts those that carry none.
  public var messages: [String: MediaCount] = [:]
  /// By kind of outlet, and in it by tone.
  public var kindTones: [String: [String: MediaCount]] = [:]
  public var inaccurate = MediaCount()
  public var outside = MediaCount()
  public var needingResponse = MediaCount()
  /// The sum of what the outlets say of themselves, each item once.
  public var reach = 0
  /// Items without a reach.
  public var withoutReach = 0
  /// Some of the items behind the numbers, those of the greatest reach first.
  public var sources: [RecordID] = []

  public init() {}
}

/// What came in from others in some days, and what became of it (annex II, paragraphs 3, 12 to 14 and 20).
public struct VoiceFigures: Sendable, Equatable, Codable {
  public struct Opportunities: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    public var deliverable: String
    /// Empty is "no rule yet".
    public var rule: String
    /// `YYYY-MM-DD`, empty where there is none.
    public var deadline: String
    public var told: Int
    public var answered: Int
  }

  public struct Calls: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    public var isOnEngagement: Bool
    public var comments: Int
    public var accepted: Int
    public var partly: Int
    public var notAccepted: Int
    /// Not considered yet.
    public var open: Int { comments - accepted - partly - notAccepted }
  }

  public struct FocusGroups: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    /// `YYYY-MM-DD`, empty where there is none.
    public var day: String
    public var participants: Int
    public var findings: [String]
  }

  public var opportunities: [Opportunities] = []
  public var calls: [Calls] = []
  public var focusGroups: [FocusGroups] = []
  /// By code of `ConcernState`.
  public var concerns: [String: Int] = [:]
  /// By code of `EngagementRisk`, the empty one for "not stated".
  public var risks: [String: Int] = [:]
  /// Days from raising to resolving, the middle one; nil where none was resolved.
  public var daysToResolve: Int?
  public var concernSources: [RecordID] = []

  public init() {}
}

/// The results of a survey as they may be shown: small cells are suppressed already.
public struct SurveyFigures: Sendable, Equatable, Codable {
  public struct Group: Sendable, Equatable, Codable {
    public var code: String
    public var name: String
    public var invited: Int
    /// Nil where it may not be shown.
    public var responses: Int?
  }

  public struct Result: Sendable, Equatable, Codable {
    public var code: String
    /// By language tag.
    public var wording: [String: String]
    /// Nil where it may not be shown.
    public var count: Int?
  }

  public struct Results: Sendable, Equatable, Codable {
    /// The question's id; for a row of a matrix `question.row`.
    public var question: String
    public var type: String
    public var topic: String
    /// By language tag.
    public var wording: [String: String]
    /// Who answered it; nil where it may not be shown.
    public var answered: Int?
    public var missing: Int?
    /// For a ranking how often each was first.
    public var results: [Result]
    /// Of a scale, or of a ranking's places.
    public var mean: String
  }

  public var id: RecordID
  public var name: String
  public var purpose: String
  public var series: String
  public var anonymity: String
  public var opened: String
  public var closed: String
  public var invited: Int
  public var responses: Int
  public var groups: [Group]
  /// By language tag; nil where it may not be shown.
  public var languages: [String: Int?]
  public var questions: [Results]
  /// What is done about answers.
  public var actions: [MatchedActionFigure]

  public struct MatchedActionFigure: Sendable, Equatable, Codable {
    public var question: String
    public var choice: String
    public var activity: RecordID
    public var what: String
  }
}

/// The six indicators with what shows each of their eleven descriptions (annex II, paragraph 20).
public struct IndicatorFigures: Sendable, Equatable, Codable {
  public struct Shown: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    public var day: String
    public var rung: String
    public var proof: String
    public var reference: String
    public var link: String
    public var count: Int
    public var source: String
  }

  public struct Standing: Sendable, Equatable, Codable {
    public var id: RecordID
    public var name: String
    public var unit: String
    public var baseline: String
    public var baselineDay: String
    public var target: String
    public var targetDay: String
    public var actual: String
    public var actualDay: String
  }

  /// What is counted from the records: `surveys`, `calls`, `concerns_resolved` …
  public struct Counted: Sendable, Equatable, Codable {
    public var key: String
    public var count: Int
  }

  public struct Description: Sendable, Equatable, Codable {
    public var id: RecordID
    public var evidence: [Shown]
    public var standings: [Standing]
    public var counted: [Counted]
    /// Neither evidence nor anything counted.
    public var isGap: Bool { evidence.isEmpty && counted.allSatisfy { $0.count == 0 } }
  }

  /// A row of a summary table: what it is of, and its numbers by column.
  public struct Row: Sendable, Equatable, Codable {
    public var code: String
    public var numbers: [Int?]
  }

  public struct Table: Sendable, Equatable, Codable {
    /// `participation_by_year`, `representation_by_region` …
    public var key: String
    /// Codes of its columns.
    public var columns: [String]
    public var rows: [Row]
  }

  public var descriptions: [Description] = []
  /// 3.1 and 4.1.
  public var tables: [Table] = []

  public init() {}
}
