import Model

/// How many stakeholders a filter lets through: a scan of an index, so not on a key's path.
public struct StakeholderCount: Query {
  public let filter: StakeholderFilter

  public init(_ filter: StakeholderFilter) { self.filter = filter }

  public func answer(in reader: Reader) throws -> Int {
    if filter.text.trimmed.isEmpty, filter.facets.isEmpty, filter.clauses.isEmpty {
      return try Tallies().answer(in: reader)[Tally.all, filter.isRetired ? "retired" : "in-use"]
    }
    if filter.isHopeless { return 0 }
    let (condition, arguments) = filter.conditions("s")
    guard let match = filter.match else {
      return try reader.value(Int.self, "SELECT count(*) FROM stakeholder s WHERE \(condition)", arguments)
        ?? 0
    }
    let sql = """
      SELECT count(*) FROM stakeholder_search
      CROSS JOIN stakeholder s ON s.row = stakeholder_search.rowid
      WHERE stakeholder_search MATCH ? AND \(condition)
      """
    return try reader.value(Int.self, sql, [match] + arguments) ?? 0
  }
}

/// How many stakeholders in use have each value of each dimension.
public struct Tallies: Query {
  public init() {}

  public struct Answer: Sendable, Equatable {
    private var counts: [String: [String: Int]] = [:]

    init(_ rows: [Row]) {
      for row in rows {
        let dimension: String = row[0]
        let value: String = row[1]
        let count: Int = row[2]
        if count != 0 { counts[dimension, default: [:]][value] = count }
      }
    }

    subscript(dimension: String, value: String) -> Int { counts[dimension]?[value] ?? 0 }

    /// The counts of a dimension by value.
    public subscript(dimension: Dimension) -> [String: Int] {
      guard dimension.isByCountry else { return counts[dimension.rawValue] ?? [:] }
      var regions: [String: Int] = [:]
      for (country, count) in self[.country] {
        for region in dimension.values(ofCountry: country) { regions[region, default: 0] += count }
      }
      return regions
    }
    /// All stakeholders in use.
    public var total: Int { self[Tally.all, "in-use"] }
    public var retired: Int { self[Tally.all, "retired"] }
    /// Those who are contributor and end user at once.
    public var bothRoles: Int { self[Tally.all, "both-roles"] }
    /// Acts of participation: nominations, comments, places taken, fellowships.
    public func acts(_ kind: ParticipationKind) -> Int { self[Tally.acts, kind.rawValue] }
  }

  public func answer(in reader: Reader) throws -> Answer {
    Answer(try reader.rows("SELECT dimension, value, stakeholders FROM tally"))
  }
}

/// How many of the stakeholders that a filter lets through have each value of a dimension.
public struct FacetCounts: Query {
  public let dimension: Dimension
  public let filter: StakeholderFilter

  /// The dimension's own values in the filter do not narrow the counts: they are what is being chosen.
  public init(_ dimension: Dimension, within filter: StakeholderFilter) {
    self.dimension = dimension
    var others = filter
    others.facets[dimension] = nil
    self.filter = others
  }

  public func answer(in reader: Reader) throws -> [String: Int] {
    if filter.isEmpty { return try Tallies().answer(in: reader)[dimension] }
    if filter.isHopeless { return [:] }
    let (condition, arguments) = filter.conditions("s")
    // Only the dimension's own bits: so there are as few groups as there are values together.
    let own = FacetBits.all(of: dimension)
    let column = own == nil ? "s.country" : own?.first != 0 ? "s.facets & ?" : "s.more_facets & ?"
    let bits: Arguments = own.map { [$0.first != 0 ? $0.first : $0.second] } ?? []
    let source =
      filter.match == nil
      ? "stakeholder s WHERE"
      : """
      stakeholder_search CROSS JOIN stakeholder s ON s.row = stakeholder_search.rowid
      WHERE stakeholder_search MATCH ? AND
      """
    let rows = try reader.rows(
      "SELECT \(column), count(*) FROM \(source) \(condition) GROUP BY 1",
      bits + (filter.match.map { [$0] } ?? []) + arguments)
    var counts: [String: Int] = [:]
    for row in rows {
      let values = own.map { own in
        FacetBits(
          first: own.first != 0 ? row[0] : 0, second: own.first != 0 ? 0 : row[0]
        ).values(of: dimension)
      }
      for value in values ?? dimension.values(ofCountry: row[0]) {
        counts[value, default: 0] += row[1] as Int
      }
    }
    return counts
  }
}
