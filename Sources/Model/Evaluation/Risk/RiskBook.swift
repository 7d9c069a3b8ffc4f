/// The register of risks as it stands on a day: the risks, what the base says of them, and the policy that is to be
/// drawn up (annex II, paragraph 19).
public struct RiskBook: Sendable, Equatable {
  public let day: Day
  /// In their order: see `Risk.register`.
  public private(set) var risks: [Risk] = []
  /// The documents that are to be the policy on identifying and resolving risks.
  public private(set) var policies: [ProductBoard.Row] = []
  public var signals = RiskSignals()

  public init(asOf day: Day) { self.day = day }

  /// - Parameter risks: as they are stored.
  public init(asOf day: Day, _ risks: [Risk], _ products: [Product] = [], _ translations: [Translation] = [])
  {
    self.day = day
    self.risks = Risk.register(risks)
    policies = ProductBoard(products.filter { $0.type == .riskPolicy }, translations).rows
  }

  /// How a risk has changed since its last review.
  public func change(of risk: Risk) -> RiskChange { RiskChange(risk, signals.signals(of: risk)) }

  /// Those whose review day has come or passed.
  public var dueCount: Int { risks.count { $0.reviewDay.map { $0 <= day } ?? false } }
}

/// What changed of a risk since its last review.
public struct RiskChange: Sendable, Equatable {
  /// A signal now, and what it counted then; nil where nobody counted it.
  public struct Signal: Sendable, Equatable {
    public let now: SignalCount
    public let then: Int?

    public var signal: RiskSignal { now.signal }
    /// By how many it rose; negative where it fell.
    public var step: Int? { then.map { now.count - $0 } }
  }

  /// Nil where nobody has reviewed it.
  public let since: RiskReview?
  public let likelihood: RiskDegree?
  public let impact: RiskDegree?
  public let signals: [Signal]

  init(_ risk: Risk, _ counts: [SignalCount]) {
    (since, likelihood, impact) = (risk.lastReview, risk.likelihood, risk.impact)
    signals = counts.map { Signal(now: $0, then: risk.countAtReview(of: $0.signal)) }
  }

  /// Whether something is counted more often than then.
  public var hasRisen: Bool { signals.contains { $0.step ?? 0 > 0 } }
  /// Whether something is counted less often, and nothing more often.
  public var hasFallen: Bool { !hasRisen && signals.contains { $0.step ?? 0 < 0 } }
}
