/// What came in from others, out of which the numbers of some days are counted.
public struct VoiceSources: Sendable {
  public var opportunities: [Opportunity] = []
  public var calls: [CallForInput] = []
  /// The comments of each call up to the last of the days, by what became of them.
  public var comments: [RecordID: CommentCounts] = [:]
  public var concerns: [Concern] = []
  public var focusGroups: [FocusGroup] = []

  public init() {}
}

/// How far a call's comments are considered.
public struct CommentCounts: Sendable, Equatable {
  public var all = 0
  public var byDisposition: [Disposition: Int] = [:]

  public init() {}

  public init(_ comments: some Sequence<ReviewComment>) {
    for comment in comments {
      all += 1
      if let disposition = comment.disposition { byDisposition[disposition, default: 0] += 1 }
    }
  }

  public var considered: Int { byDisposition.values.reduce(0, +) }
  public var open: Int { all - considered }
}

extension VoiceFigures {
  /// - Parameters:
  ///   - first: of the days, both of which count. What was open on one of them counts, and a concern as it
  ///     stood on the last.
  public init(_ sources: VoiceSources, from first: Day, through last: Day) {
    self.init()
    func touches(_ from: Day?, _ to: Day?) -> Bool {
      guard let start = from ?? to else { return false }
      return start <= last && (to ?? start) >= first
    }
    opportunities = sources.opportunities.filter { one in
      one.state != .cancelled
        && (touches(one.opens, one.deadline?.day)
          || one.told.contains { touches($0.day, $0.day) }
          || one.answered.contains { touches($0.day, $0.day) })
    }
    .sorted {
      Self.order($0.deadline?.day ?? $0.opens, $0.id) < Self.order($1.deadline?.day ?? $1.opens, $1.id)
    }
    .map { one in
      Opportunities(
        id: one.id, name: one.name, deliverable: one.deliverable, rule: one.rule,
        deadline: one.deadline?.day.description ?? "", told: one.toldCount(through: last),
        answered: one.answeredCount(through: last))
    }
    calls = sources.calls.filter { touches($0.opens, $0.closes) || sources.isBusy($0, first, last) }
      .sorted { Self.order($0.opens ?? $0.closes, $0.id) < Self.order($1.opens ?? $1.closes, $1.id) }
      .map { Calls($0, sources.comments[$0.id] ?? CommentCounts()) }
    focusGroups = sources.focusGroups.filter { touches($0.when?.day, $0.when?.day) }
      .sorted { Self.order($0.when?.day, $0.id) < Self.order($1.when?.day, $1.id) }
      .map { group in
        FocusGroups(
          id: group.id, name: group.name, day: group.when?.day.description ?? "",
          participants: group.headCount, findings: group.findings.map(\.text))
      }
    count(sources.concerns, first, last)
  }

  private static func order(_ day: Day?, _ id: RecordID) -> (Int, String) { (day?.number ?? .max, id) }

  private mutating func count(_ all: [Concern], _ first: Day, _ last: Day) {
    var took: [Int] = []
    for concern in all.sorted(by: { $0.id < $1.id }) where concern.isInHand(from: first, through: last) {
      // Whoever resolved it later had it open on that day.
      let isLater = concern.resolved.map { $0 > last } == true
      let state = isLater && !concern.isOpen ? ConcernState.open : concern.state
      concerns[state.rawValue, default: 0] += 1
      risks[concern.risk?.rawValue ?? "", default: 0] += 1
      concernSources.append(concern.id)
      if let days = concern.daysToResolve, concern.resolved.map({ first <= $0 && $0 <= last }) == true {
        took.append(days)
      }
    }
    daysToResolve = Concern.median(took)
  }
}

extension VoiceFigures.Calls {
  init(_ call: CallForInput, _ counts: CommentCounts) {
    self.init(
      id: call.id, name: call.name, isOnEngagement: call.isOnEngagement, comments: counts.all,
      accepted: counts.byDisposition[.accepted, default: 0],
      partly: counts.byDisposition[.partly, default: 0],
      notAccepted: counts.byDisposition[.notAccepted, default: 0])
  }
}

extension VoiceSources {
  /// A call without dates is of those days if comments on it came in.
  fileprivate func isBusy(_ call: CallForInput, _ first: Day, _ last: Day) -> Bool {
    call.opens == nil && call.closes == nil && comments[call.id, default: .init()].all > 0
  }
}

extension Opportunity {
  /// How many were told up to a day; a telling without a day counts.
  public func toldCount(through last: Day) -> Int {
    told.filter { ($0.day ?? last) <= last }.reduce(0) { $0 + $1.count }
  }

  public func answeredCount(through last: Day) -> Int {
    answered.filter { ($0.day ?? last) <= last }.reduce(0) { $0 + $1.count }
  }
}

extension Telling {
  /// A record of the base is one, whatever stands beside it.
  public var count: Int { number > 0 ? number : stakeholder.isEmpty ? 0 : 1 }
}

extension Reply {
  public var count: Int { number > 0 ? number : stakeholder.isEmpty ? 0 : 1 }
}

extension FocusGroup {
  /// Who took part: those whom the base knows are part of the number.
  public var headCount: Int { max(number, participants.count) }
}

extension Concern {
  /// Nil where one of the days is not known, or nothing was resolved.
  public var daysToResolve: Int? {
    guard state == .resolved, let raised, let resolved else { return nil }
    return resolved - raised
  }

  /// Raised before the end of some days, and not settled before them.
  func isInHand(from first: Day, through last: Day) -> Bool {
    if let raised, raised > last { return false }
    if let resolved { return resolved >= first }
    return isOpen || raised.map { $0 >= first } == true
  }

  /// The middle one; of an even number what lies between the two, rounded down.
  public static func median(_ days: [Int]) -> Int? {
    guard !days.isEmpty else { return nil }
    let sorted = days.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
