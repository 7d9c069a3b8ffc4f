import Model

/// Counts of many stakeholders, by the bits of their facets: a fraction of the cost of counting names.
struct BulkTally {
  private var first = [Int](repeating: 0, count: 64)
  private var second = [Int](repeating: 0, count: 64)
  private var countries: [String: Int] = [:]
  private var acts: [ParticipationKind: Int] = [:]
  private var inUse = 0
  private var retired = 0
  private var bothRoles = 0
  private static let bothRolesBits = FacetBits(.roles, values: Role.codes)?.first ?? 0

  mutating func add(_ row: BulkRow) {
    add(bits: row.bits, country: row.country, isRetired: row.isRetired)
    guard !row.isRetired else { return }
    for (kind, count) in row.acts { acts[kind, default: 0] += count }
  }

  /// - Parameter count: how many there are of them; negative where they go.
  mutating func add(bits: FacetBits, country: String, isRetired: Bool, count: Int = 1) {
    if isRetired {
      retired += count
      return
    }
    inUse += count
    if !country.isEmpty { countries[country, default: 0] += count }
    Self.add(count, where: bits.first, to: &first)
    Self.add(count, where: bits.second, to: &second)
    if bits.first & Self.bothRolesBits == Self.bothRolesBits { bothRoles += count }
  }

  mutating func addActs(of stakeholder: Stakeholder, by sign: Int) {
    guard stakeholder.retired == nil else { return }
    for entry in stakeholder.participation { acts[entry.kind, default: 0] += sign * entry.count }
  }

  private static func add(_ count: Int, where bits: Int64, to counts: inout [Int]) {
    var rest = UInt64(bitPattern: bits)
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += count
      rest &= rest - 1
    }
  }

  /// The same as `Tally.count` makes of each.
  var steps: [Tally.Key: Int] {
    var steps: [Tally.Key: Int] = [
      .init(dimension: Tally.all, value: "in-use"): inUse,
      .init(dimension: Tally.all, value: "retired"): retired,
      .init(dimension: Tally.all, value: "both-roles"): bothRoles,
    ]
    for (country, count) in countries {
      steps[.init(dimension: Dimension.country.rawValue, value: country)] = count
    }
    for (kind, count) in acts { steps[.init(dimension: Tally.acts, value: kind.rawValue)] = count }
    for dimension in Dimension.allCases {
      for value in dimension.vocabulary ?? [] {
        guard let bits = FacetBits(dimension, values: [value]) else { continue }
        let (counts, bit) = bits.first != 0 ? (first, bits.first) : (second, bits.second)
        steps[.init(dimension: dimension.rawValue, value: value)] = counts[bit.trailingZeroBitCount]
      }
    }
    return steps
  }
}
