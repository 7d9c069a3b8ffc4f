/// Where balance is missing between regions, sectors, genders and kinds of knowledge (annex II, paragraph 7 (e);
/// appendix, paragraph 3).
///
/// The decision gives no quota, so neither do we: a gap is fewer than a third of an even share of those who
/// state the dimension at all, where that share is one or more. An even share is the same for each value; for
/// regions it goes by how many Member States of the United Nations they have.
public struct Balance: Sendable, Equatable {
  /// Somebody who is missing, or few.
  public struct Gap: Sendable, Equatable {
    public let dimension: Dimension
    /// Who is missing: nil where `places` are the missing values themselves.
    public let value: String?
    /// Where they are missing: nil for the whole list.
    public let within: Dimension?
    /// The groups in which they are missing, or the missing values.
    public let places: [Place]
    /// Nobody at all, or too few.
    public let isNobody: Bool
    /// How many groups or values there are in all.
    public let of: Int
  }

  /// A count, and what it is of.
  public struct Place: Sendable, Equatable {
    public let value: String
    public let count: Int
    /// Those who state the dimension.
    public let of: Int
  }

  /// What two dimensions say of each other, or one alone.
  public struct Comparison: Sendable, Equatable {
    public let dimension: Dimension
    public let within: Dimension?
    /// How many state it.
    public let stated: Int
    public let total: Int
    public let gaps: [Gap]
  }

  public let comparisons: [Comparison]

  /// What is compared; where two are compared, the earlier one divides the list into groups.
  public static func dimensions(by scheme: RegionScheme) -> [Dimension] {
    [scheme.dimension, .sectors, .kind, .knowledge, .disciplines, .gender]
  }

  /// - Parameter table: counts of `dimensions(by:)`.
  public init(_ table: CrossTable) {
    var comparisons = (table.dimensions.prefix(1) + table.dimensions.dropFirst().reversed()).map {
      Self.alone($0, table)
    }
    for (place, within) in table.dimensions.enumerated() {
      for dimension in table.dimensions.dropFirst(place + 1).reversed() {
        comparisons.append(Self.comparison(of: dimension, within: within, table))
      }
    }
    self.comparisons = comparisons
  }

  /// How much of an even share falls to each value, in parts of their sum; nothing to what is no group of its
  /// own, such as "other".
  static func weights(_ dimension: Dimension) -> [Int] {
    if let scheme = dimension.scheme { return scheme.regions.map(\.memberStates) }
    return (dimension.vocabulary ?? []).map { $0 == "other" ? 0 : 1 }
  }

  private static func isGap(_ count: Int, of stated: Int, weight: Int, sum: Int) -> Bool {
    stated * weight >= sum && count * 3 * sum < stated * weight
  }

  private static func alone(_ dimension: Dimension, _ table: CrossTable) -> Comparison {
    let counts = table.counts(dimension)
    let stated = table.total - (counts.last ?? 0)
    let weights = weights(dimension)
    let sum = weights.reduce(0, +)
    let short = weights.indices.filter { isGap(counts[$0], of: stated, weight: weights[$0], sum: sum) }
    let places = short.map { place in
      Place(value: (dimension.vocabulary ?? [])[place], count: counts[place], of: stated)
    }
    let gaps = [true, false].compactMap { isNobody in
      gap(dimension, nil, nil, places, isNobody: isNobody, of: weights.count { $0 > 0 })
    }
    return Comparison(dimension: dimension, within: nil, stated: stated, total: table.total, gaps: gaps)
  }

  private static func comparison(
    of dimension: Dimension, within: Dimension, _ table: CrossTable
  ) -> Comparison {
    let cells = table.counts(within, dimension)
    let totals = table.counts(within)
    let groups = within.vocabulary ?? []
    let weights = weights(dimension)
    let sum = weights.reduce(0, +)
    let stated = groups.indices.map { totals[$0] - (cells[$0].last ?? 0) }
    var gaps: [Gap] = []
    // Whoever is missing altogether is missing once, not in each group.
    let found = table.counts(dimension)
    for (place, value) in (dimension.vocabulary ?? []).enumerated()
    where weights[place] > 0 && found[place] > 0 {
      let short = groups.indices.filter {
        isGap(cells[$0][place], of: stated[$0], weight: weights[place], sum: sum)
      }
      let places = short.map { Place(value: groups[$0], count: cells[$0][place], of: stated[$0]) }
      for isNobody in [true, false] {
        if let gap = gap(dimension, value, within, places, isNobody: isNobody, of: groups.count) {
          gaps.append(gap)
        }
      }
    }
    return Comparison(
      dimension: dimension, within: within, stated: stated.reduce(0, +), total: table.total, gaps: gaps)
  }

  private static func gap(
    _ dimension: Dimension, _ value: String?, _ within: Dimension?, _ places: [Place], isNobody: Bool, of: Int
  ) -> Gap? {
    let places = places.filter { ($0.count == 0) == isNobody }
    guard !places.isEmpty else { return nil }
    return Gap(dimension: dimension, value: value, within: within, places: places, isNobody: isNobody, of: of)
  }
}

extension Balance {
  /// How many there are at a value (of the gap's groups, or of its own values), and their even share, rounded
  /// down.
  public static func share(of gap: Gap, at value: String, in table: CrossTable) -> (count: Int, even: Int) {
    let weights = weights(gap.dimension)
    let sum = max(1, weights.reduce(0, +))
    let values = gap.dimension.vocabulary ?? []
    guard let within = gap.within, let short = gap.value else {
      guard let place = values.firstIndex(of: value) else { return (0, 0) }
      let counts = table.counts(gap.dimension)
      return (counts[place], (table.total - (counts.last ?? 0)) * weights[place] / sum)
    }
    guard let group = (within.vocabulary ?? []).firstIndex(of: value),
      let place = values.firstIndex(of: short)
    else { return (0, 0) }
    let cells = table.counts(within, gap.dimension)[group]
    let stated = table.counts(within)[group] - (cells.last ?? 0)
    return (cells[place], stated * weights[place] / sum)
  }
}

extension Balance.Gap {
  /// What a list is narrowed to, to see it: those who are few, or, where nobody is there, the groups from which
  /// they are missing.
  public var facets: [Dimension: Set<String>] {
    let found = Set(places.map(\.value))
    guard let within else { return [dimension: found] }
    guard let value, !isNobody else { return [within: found] }
    return [within: found, dimension: [value]]
  }
}
