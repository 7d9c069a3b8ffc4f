import Model

/// The needs of stakeholders and the requests of task forces, each with the offers that fit. Of the
/// stakeholders, only those are read that offer or need something.
public struct CapacityMatches: Query {
  public let day: Day

  /// So many stakeholders with an offer, and so many needs, are looked at.
  static let mostOffering = 50_000
  static let mostNeeds = 2000
  /// So many offers stand under a need.
  static let mostFits = 8

  /// - Parameter day: what ended before it is left out.
  public init(asOf day: Day) { self.day = day }

  public struct Answer: Sendable, Equatable {
    /// Requests first, then the needs of stakeholders; those with fits before those without.
    public var needs: [MatchedNeed] = []
    /// More stakeholders offer or need something than were looked at.
    public var isCapped = false

    public init() {}
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    var offers: [CapacityOffer] = []
    answer.isCapped = try each(.offers, limit: Self.mostOffering, in: reader) { stakeholder in
      offers += stakeholder.offers.map { CapacityOffer($0, of: stakeholder) }
    }
    let matching = CapacityMatching(offers, asOf: day)
    var needs = try reader.all(TaskForceRequest.self).map(CapacityNeed.init)
    let isCutShort = try each(.needs, limit: Self.mostNeeds, in: reader) { stakeholder in
      needs += stakeholder.needs.map { CapacityNeed($0, of: stakeholder) }
    }
    answer.isCapped = answer.isCapped || isCutShort
    let matched = needs.filter { matching.isOpen($0) || $0.isRequest }.map {
      MatchedNeed(need: $0, fits: matching.fits(for: $0, limit: Self.mostFits))
    }
    answer.needs =
      matched.filter(\.need.isRequest)
      + matched.filter { !$0.need.isRequest && !$0.fits.isEmpty }
      + matched.filter { !$0.need.isRequest && $0.fits.isEmpty }
    return answer
  }

  /// Hands out the stakeholders in use that have anything in a dimension, in the order of their names; returns
  /// whether there are more.
  private func each(
    _ dimension: Dimension, limit: Int, in reader: Reader, _ body: (Stakeholder) -> Void
  ) throws -> Bool {
    let filter = StakeholderFilter(facets: [dimension: Set(CapacityKind.codes)])
    let (condition, arguments) = filter.conditions()
    let cursor = try reader.cursor(
      "SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY name_key, row LIMIT ?",
      arguments + [limit + 1])
    var count = 0
    while let row = try cursor.next() {
      if count == limit { return true }
      body(Stakeholder(row))
      count += 1
    }
    return false
  }
}

extension CapacityNeed {
  fileprivate var isRequest: Bool {
    if case .request = asker { return true }
    return false
  }
}
