import Model

/// Records what a review of a risk found, and what its signals counted: the one way by which its history grows.
public struct ReviewRisk: Change {
  public var name: String { "review-risk" }
  public var why: String { review.remark }
  let seen: Risk
  let review: RiskReview
  let signals: [SignalCount]
  let next: Day?

  /// - Parameters:
  ///   - seen: the risk as the person saw it who does this.
  ///   - signals: what they count now.
  ///   - next: when it is looked at again; nil for no day.
  public init(_ seen: Risk, _ review: RiskReview, _ signals: [SignalCount], next: Day?) {
    (self.seen, self.review, self.signals, self.next) = (seen, review, signals, next)
  }

  /// - Throws: `Refusal.changedMeanwhile` where somebody reviewed or weighed it since it was read; `Refusal.invalid` where
  ///   the review lies before the last one.
  public func perform(in transaction: Transaction) throws {
    let stored = try transaction.fetch(Risk.self, seen.id)
    if stored == nil, seen.version > 0 { throw Refusal.gone(title: seen.title) }
    let risk = stored ?? seen
    guard risk.reviews == seen.reviews, risk.likelihood == seen.likelihood, risk.impact == seen.impact else {
      throw Refusal.changedMeanwhile(title: risk.title, by: try transaction.lastWriter(.risk, risk.id))
    }
    transaction.validity.writesHistory = true
    let reviewed: Risk
    do throws(FieldProblem) { reviewed = try risk.reviewed(review, signals, next: next) } catch {
      throw Refusal.invalid(field: "reviews", error)
    }
    try transaction.put(reviewed)
  }
}
