import Model

/// For each paragraph of the decision that asks somebody for something what covers it on a day, and what is missing.
public struct MandateTraceOn: Query {
  let day: Day
  let reporting: ReportAudience?

  /// - Parameter reporting: whose report takes it in: that one is reported with it, and not a draft beside itself.
  public init(_ day: Day, reporting: ReportAudience? = nil) { (self.day, self.reporting) = (day, reporting) }

  public func answer(in reader: Reader) throws -> MandateTrace {
    var facts = MandateFacts(asOf: day)
    facts.take(try WholeProgramme(isTraced: true).answer(in: reader))
    facts.take(try IndicatorBookAt(day).answer(in: reader))
    facts.take(try reader.all(NetworkProposal.self))
    facts.take(
      try reader.all(Report.self).filter { $0.audience != reporting || $0.mandateState(asOf: day) == .done })
    if let reporting {
      facts.count(.report, 1, .done)
      facts.count(.report, type: reporting.rawValue, 1, .done)
    }
    facts.take(try reader.all(Notice.self))
    facts.take(try reader.all(RegisterRelease.self))
    facts.take(try reader.all(TaskForceRequest.self))
    for kind in [RecordKind.coverage, .feed, .focalPoint] {
      facts.count(kind, try reader.value(Int.self, "SELECT count(*) FROM \"\(kind.rawValue)\"") ?? 0)
    }
    for row in try reader.rows(
      "SELECT body ->> '$.disposition' IS NOT NULL, count(*) FROM comment GROUP BY 1")
    {
      facts.count(.comment, row[1], row[0] ? .done : .underWay)
    }
    let tallies = try Tallies().answer(in: reader)
    for dimension in [Dimension.audience, .mobilizer] {
      for (code, count) in tallies[dimension] { facts.count(.stakeholder, type: code, count) }
    }
    return MandateTrace(facts)
  }
}
