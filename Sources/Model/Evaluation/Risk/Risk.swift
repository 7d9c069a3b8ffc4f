/// How likely a risk is, and how much it would do: five steps. The decision names no scale; this one is ours.
public enum RiskDegree: String, Vocabulary, Comparable {
  case veryLow = "very-low"
  case low, medium, high
  case veryHigh = "very-high"

  /// From 1 to 5.
  public var step: Int { Self.allCases.firstIndex(of: self)! + 1 }

  public static func < (a: RiskDegree, b: RiskDegree) -> Bool { a.step < b.step }
}

/// A risk that the decision names (annex II, paragraph 19).
public struct AdoptedRisk: Sendable, Equatable, Decodable {
  public let risk: EngagementRisk
  public let label: Label
  public let citation: Label
}

/// What a review found: how likely and how grave the risk was on a day.
public struct RiskReview: Composite {
  public let day: Day
  public let likelihood: RiskDegree?
  public let impact: RiskDegree?
  public let remark: String

  public init(day: Day, likelihood: RiskDegree?, impact: RiskDegree?, remark: String = "") {
    (self.day, self.likelihood, self.impact, self.remark) = (day, likelihood, impact, remark)
  }

  public static let parts = [
    Part("day", .day), Part("likelihood", .choice([""] + RiskDegree.codes)),
    Part("impact", .choice([""] + RiskDegree.codes)), Part("remark", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[0]) else { throw .missing }
    self.day = day
    likelihood = texts[1].isEmpty ? nil : try RiskDegree.reading(texts[1])
    impact = texts[2].isEmpty ? nil : try RiskDegree.reading(texts[2])
    remark = texts[3]
  }

  public var texts: [String] {
    [day.description, likelihood?.rawValue ?? "", impact?.rawValue ?? "", remark]
  }
}

/// What a signal counted when the risk was reviewed: the base does not remember what it held on an earlier day.
public struct CountedSignal: Composite {
  public let day: Day
  public let signal: RiskSignal
  public let count: Int

  public init(day: Day, signal: RiskSignal, count: Int) {
    (self.day, self.signal, self.count) = (day, signal, count)
  }

  public static let parts = [
    Part("day", .day), Part("signal", .choice(RiskSignal.codes)), Part("number", .number),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[0]) else { throw .missing }
    (self.day, signal, count) = (day, try RiskSignal.reading(texts[1]), try PartText.number(texts[2]))
  }

  public var texts: [String] { [day.description, signal.rawValue, String(count)] }
}

/// A risk of engagement, and what is done about it (annex II, paragraph 19).
///
/// The five that the decision names have its codes for ids. They stand in the text and not in the store: a record of
/// one comes into being with the first thing that the office says of it. So they are there on the first start, in an
/// old store and in one that is only read; a file of risks holds nothing but what people wrote; and who takes the
/// first edit back sees the risk again as it was adopted.
public struct Risk: Record {
  public static let kind = RecordKind.risk

  public let id: RecordID
  public var version = 0
  /// What it is called, where the decision does not name it.
  public var name = ""
  /// To which of the five one belongs that the office added; nil where to none.
  public var type: EngagementRisk?
  public var likelihood: RiskDegree?
  public var impact: RiskDegree?
  /// Who looks after it: a record of the base, or words.
  public var owner = ""
  /// What the office does about it.
  public var response = ""
  /// When it is looked at again.
  public var reviewDay: Day?
  /// The steps that make it smaller.
  public var mitigation: [RecordID] = []
  /// What was heard of it, at special events above all: events, concerns, comments, each as `kind:id`.
  public var feedback: [String] = []
  public var reviews: [RiskReview] = []
  public var counted: [CountedSignal] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var adopted: AdoptedRisk? { Decision.adopted.risk(id) }
  public var title: String { adopted?.label.en ?? (name.isEmpty ? id : name) }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    Decision.adopted.risk(id)?.label.text(in: language) ?? title
  }

  /// Which of the five it is or belongs to; nil for one that the office added beside them.
  public var engagementRisk: EngagementRisk? { adopted?.risk ?? type }

  /// From 1 to 25; nil as long as somebody has not said both.
  public var weight: Int? {
    guard let likelihood, let impact else { return nil }
    return likelihood.step * impact.step
  }

  public var lastReview: RiskReview? { reviews.max { $0.day < $1.day } }

  /// What a signal counted at the last review; nil where nobody counted it.
  public func countAtReview(of signal: RiskSignal) -> Int? {
    guard let day = lastReview?.day else { return nil }
    return counted.last { $0.day == day && $0.signal == signal }?.count
  }

  /// The five that the decision names, as far as the office has said something of them or not, and those that it added.
  /// What weighs most stands first, then in the order of the text, then by name.
  public static func register(_ stored: [Risk]) -> [Risk] {
    let byID = stored.byID
    let named = Decision.adopted.risks.map(\.risk.rawValue)
    let places = Dictionary(uniqueKeysWithValues: zip(named, named.indices))
    let risks = named.map { byID[$0] ?? Risk(id: $0) } + stored.filter { places[$0.id] == nil }
    func key(_ risk: Risk) -> (Int, Int, String, RecordID) {
      (-(risk.weight ?? 0), places[risk.id] ?? named.count, Folding.folded(risk.name), risk.id)
    }
    return risks.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// As it is after a review that found it so likely and so grave.
  /// - Parameter signals: what they count now.
  /// - Throws: where it lies before the last one.
  public func reviewed(
    _ review: RiskReview, _ signals: [SignalCount], next: Day?
  ) throws(FieldProblem) -> Risk {
    if let last = lastReview?.day, review.day < last { throw .tooEarly(last) }
    var risk = self
    (risk.likelihood, risk.impact, risk.reviewDay) = (review.likelihood, review.impact, next)
    // Who looks at it twice on a day means the second time.
    risk.reviews.removeAll { $0.day == review.day }
    risk.counted.removeAll { $0.day == review.day }
    risk.reviews.append(review)
    risk.counted += signals.map { CountedSignal(day: review.day, signal: $0.signal, count: $0.count) }
    return risk
  }

  public static let fields: [Field<Risk>] = [
    .line("name", \.name), .choice("risk", \.type), .choice("likelihood", \.likelihood),
    .choice("impact", \.impact), .reference("owner", \.owner, .idOrWords(.stakeholder)),
    .text("risk_response", \.response), .day("review_on", \.reviewDay),
    .references("mitigation", \.mitigation, to: .activity), .references("feedback", \.feedback, .tagged),
    .items("reviews", \.reviews), .items("signals_counted", \.counted), .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = ["owner": .stays(), "feedback": .stays()]
  public static let history = ["reviews", "signals_counted"]

  public func breach(over before: Risk) -> (field: String, problem: FieldProblem)? {
    rewritten(over: before, .reviewedByHand)
  }

  public func historyProblems(asOf day: Day) -> [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    var last: Day?
    for review in reviews {
      if review.day > day { found.append(("reviews", .tooLate(day))) }
      if let last, review.day <= last { found.append(("reviews", .tooEarly(last))) }
      if review.likelihood == nil || review.impact == nil { found.append(("reviews", .missing)) }
      last = review.day
    }
    var seen: Set<[String]> = []
    for one in counted {
      if !reviews.contains(where: { $0.day == one.day }) {
        found.append(("signals_counted", .reviewedByHand))
      } else if one.count < 0 || !seen.insert([one.day.description, one.signal.rawValue]).inserted {
        found.append(("signals_counted", .repeatedCode(one.signal.rawValue)))
      }
    }
    return found
  }

  public var contradictions: [(field: String, problem: FieldProblem)] {
    adopted == nil && name.isEmpty ? [("name", .missing)] : []
  }
}
