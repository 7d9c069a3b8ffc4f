/// What is counted from the base and hints at a risk.
public enum RiskSignal: String, Vocabulary {
  /// Pairs of concerns and comments that somebody marked as saying the opposite.
  case contradictions
  /// Replies to opportunities that declined for cost.
  case declinedForCost = "declined-for-cost"
  /// Stakeholders whom want of funds keeps away, without a step against it.
  case fundingWithoutStep = "funding-without-step"
  /// Stakeholders who were asked as often in twelve months as `InvitationPlan.usualLimit` allows, or more.
  case askedOften = "asked-often"
  /// Concerns that are open past their day.
  case concernsOverdue = "concerns-overdue"
  /// Who is missing from the participation: the gaps of the balance view.
  case gaps
  /// Open concerns that name the risk.
  case concerns

  /// What hints at a risk; at one that is none of the five, what people say.
  public static func signals(of risk: EngagementRisk?) -> [RiskSignal] {
    switch risk {
    case .conflict: [.contradictions, .concerns]
    case .capacity: [.declinedForCost, .fundingWithoutStep, .concerns]
    case .fatigue: [.askedOften, .concerns]
    case .expectations: [.concernsOverdue, .concerns]
    case .unevenness: [.gaps, .concerns]
    case nil: []
    }
  }
}

/// What lies behind a signal: a record, two of them, or stakeholders that have something in common.
public enum SignalRow: Sendable, Hashable, Identifiable {
  /// - Parameter times: how often, where that is counted; else 0.
  case record(RecordReference, times: Int)
  case pair(RecordReference, RecordReference)
  /// - Parameter even: how many an even share would be; nil where that is no question.
  case stakeholders(Dimension, String, count: Int, even: Int?)

  public var id: Self { self }
}

/// A signal as it is counted now, with what lies behind it.
public struct SignalCount: Sendable, Equatable {
  public let signal: RiskSignal
  public let count: Int
  /// The first of them, as many as `RiskSignals.named`.
  public let rows: [SignalRow]
}

/// What the base says of the risks on a day. Gathered in parts: what is dear to count comes later than the rest, and
/// what is not there yet is not counted.
public struct RiskSignals: Sendable, Equatable {
  /// So many records stand behind a signal by name.
  public static let named = 200

  private var counts: [RiskSignal: SignalCount] = [:]
  private var concerns: [EngagementRisk: SignalCount] = [:]

  public init() {}

  /// Nil where it is not counted yet.
  public subscript(signal: RiskSignal, risk: EngagementRisk?) -> SignalCount? {
    guard signal == .concerns else { return counts[signal] }
    return risk.flatMap { concerns[$0] }
  }

  /// The signals of a risk, as far as they are counted.
  public func signals(of risk: Risk) -> [SignalCount] {
    RiskSignal.signals(of: risk.engagementRisk).compactMap { self[$0, risk.engagementRisk] }
  }

  public mutating func merge(_ other: RiskSignals) {
    counts.merge(other.counts) { $1 }
    concerns.merge(other.concerns) { $1 }
  }

  private mutating func set(_ signal: RiskSignal, _ rows: [SignalRow], count: Int? = nil) {
    counts[signal] = SignalCount(
      signal: signal, count: count ?? rows.count, rows: Array(rows.prefix(Self.named)))
  }

  // MARK: What people say

  /// - Parameter day: a concern that is to be settled on it is not overdue yet.
  public mutating func take(_ all: [Concern], on day: Day) {
    let open = all.filter { $0.isOpen && ($0.raised ?? day) <= day }
    func row(_ concern: Concern) -> SignalRow { .record(concern.reference, times: 0) }
    let late = open.filter { $0.due.map { $0 < day } ?? false }.sorted { ($0.due!, $0.id) < ($1.due!, $1.id) }
    set(.concernsOverdue, late.map(row))
    for risk in EngagementRisk.allCases {
      let rows = open.filter { $0.risk == risk }.map(row)
      concerns[risk] = SignalCount(
        signal: .concerns, count: rows.count, rows: Array(rows.prefix(Self.named)))
    }
  }

  /// - Parameter contradicting: what was marked, from whichever side; two that are marked from both are one pair.
  public mutating func take(contradicting: [(record: RecordReference, others: [RecordReference])]) {
    var pairs: [SignalRow] = []
    var known: Set<Set<RecordReference>> = []
    for (record, others) in contradicting {
      for other in others where other != record && known.insert([record, other]).inserted {
        pairs.append(.pair(record, other))
      }
    }
    set(.contradictions, pairs)
  }

  /// Each opportunity counts as many as declined for cost up to the day.
  public mutating func take(_ opportunities: [Opportunity], on day: Day) {
    var (rows, count): ([SignalRow], Int) = ([], 0)
    for one in opportunities {
      let times = one.answered.filter { $0.declined == .cost && ($0.day ?? day) <= day }
        .reduce(0) { $0 + max(1, $1.count) }
      guard times > 0 else { continue }
      count += times
      rows.append(.record(one.reference, times: times))
    }
    set(.declinedForCost, rows, count: count)
  }

  // MARK: What is counted of stakeholders

  public mutating func take(fundingWithoutStep count: Int) {
    let row = SignalRow.stakeholders(.unplanned, Barrier.funding.rawValue, count: count, even: nil)
    set(.fundingWithoutStep, count > 0 ? [row] : [], count: count)
  }

  /// - Parameters:
  ///   - asked: the first of them, those asked most often first, with how often.
  ///   - count: of all.
  public mutating func take(asked: [(id: RecordID, times: Int)], count: Int) {
    set(
      .askedOften, asked.map { .record(RecordReference(.stakeholder, $0.id), times: $0.times) }, count: count)
  }

  /// - Parameter table: counts of `Balance.dimensions(by:)`.
  public mutating func take(balanceOf table: CrossTable) {
    let gaps = Balance(table).comparisons.filter { $0.within == nil }.flatMap(\.gaps)
    set(
      .gaps,
      gaps.flatMap { gap in
        gap.places.map { place in
          let even = Balance.share(of: gap, at: place.value, in: table).even
          return .stakeholders(gap.dimension, place.value, count: place.count, even: even)
        }
      })
  }
}
