/// A risk as a report says it.
public struct RiskFigures: Sendable, Equatable, Codable {
  public struct Signal: Sendable, Equatable, Codable {
    /// Code of `RiskSignal`.
    public var signal: String
    public var count: Int
  }

  public var id: RecordID
  /// Empty for one that the decision names.
  public var name: String
  /// Codes of `RiskDegree`, empty where nobody said.
  public var likelihood: String
  public var impact: String
  /// `YYYY-MM-DD`, empty where nobody reviewed it.
  public var reviewed: String
  public var signals: [Signal]

  /// Those of a register of which the office said something.
  public static func of(_ book: RiskBook) -> [RiskFigures] {
    book.risks.filter { $0.version > 0 }.map { risk in
      RiskFigures(
        id: risk.id, name: risk.adopted == nil ? risk.name : "", likelihood: risk.likelihood?.rawValue ?? "",
        impact: risk.impact?.rawValue ?? "", reviewed: risk.lastReview?.day.description ?? "",
        signals: book.signals.signals(of: risk).map { Signal(signal: $0.signal.rawValue, count: $0.count) })
    }
  }
}
