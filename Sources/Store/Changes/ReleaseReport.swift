import Model

/// Sends a report out: the facts that it says are frozen with it, and from then on nobody changes it. No undo takes it
/// back: it is out of the house.
public struct ReleaseReport: Change {
  public var name: String { "release-report" }
  public var needs: Need { .release }
  public let why: String
  var draft: Report
  /// Why words stay in it that prescribe policy.
  var overrides: [BoundaryOverride] = []
  let facts: String
  let digest: String
  let day: Day

  /// - Parameters:
  ///   - draft: as the person saw it who releases it.
  ///   - facts: what it says, as JSON in one line.
  ///   - digest: their SHA-256, in hexadecimal digits.
  ///   - day: on which it is released.
  public init(_ draft: Report, facts: String, digest: String, on day: Day, why: String = "") {
    (self.draft, self.why) = (draft, why)
    (self.facts, self.digest, self.day) = (facts, digest, day)
  }

  /// - Throws: `Refusal.changedMeanwhile` where somebody edited the draft since it was read, `Refusal.invalid` where it
  ///   is out already or has no days.
  public func perform(in transaction: Transaction) throws {
    let id = draft.id
    guard var report = try transaction.fetch(Report.self, id) else { throw Refusal.gone(title: id) }
    guard report.state == .draft else { throw Refusal.invalid(field: "report_state", .notByHand) }
    guard report.version == draft.version else {
      throw Refusal.changedMeanwhile(title: report.title, by: try transaction.lastWriter(.report, id))
    }
    for (field, day) in [("from", report.from), ("to", report.to)] where day == nil {
      throw Refusal.invalid(field: field, .missing)
    }
    (report.state, report.released, report.facts, report.digest) = (.released, day, facts, digest)
    report.overrides += overrides
    transaction.validity.released = id
    try transaction.put(report)
    try transaction.keep(.report, id)
  }
}
