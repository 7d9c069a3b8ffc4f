import GRDB
import Model

/// How many stakeholders in use are of an audience by a rule, because nobody said of which: kept with every write beside
/// the other counts.
enum RuledAudiences {
  /// The pseudo-dimension of the counts; its values are those of `AudienceSign`.
  static let dimension = "audience-by-rule"

  private static let dimensions: [Dimension] = [
    .kind, .audience, .knowledge, .sectors, .disciplines, .mobilizer, .scale, .observer,
  ]

  /// The bits that the rule reads.
  static let mask: FacetBits = dimensions.reduce(into: FacetBits(first: 0, second: 0)) { mask, dimension in
    let all = FacetBits.all(of: dimension)
    mask.first |= all?.first ?? 0
    mask.second |= all?.second ?? 0
  }

  static func key(_ sign: AudienceSign) -> Tally.Key { .init(dimension: dimension, value: sign.rawValue) }

  static func sign(of bits: FacetBits) -> AudienceSign? {
    func first<V: Vocabulary>(_ dimension: Dimension) -> V? {
      bits.values(of: dimension).first.flatMap(V.init(rawValue:))
    }
    return AudienceTraits(
      type: first(.kind) ?? .individual, said: first(.audience),
      knowledge: Set(bits.values(of: .knowledge).compactMap(KnowledgeSystem.init)),
      hasSector: !bits.values(of: .sectors).isEmpty, hasDiscipline: !bits.values(of: .disciplines).isEmpty,
      mobilizer: first(.mobilizer), scale: first(.scale), isObserver: !bits.values(of: .observer).isEmpty
    ).sign
  }

  /// Counts those of a store that was made before.
  static func count(in db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT facets & ?, more_facets & ?, count(*) FROM stakeholder WHERE retired = 0 GROUP BY 1, 2
        """, arguments: [mask.first, mask.second])
    var steps: [Tally.Key: Int] = [:]
    for row in rows {
      guard let sign = sign(of: FacetBits(first: row[0], second: row[1])) else { continue }
      steps[key(sign), default: 0] += row[2] as Int
    }
    try Tally.add(steps, in: db)
  }
}

/// Signs of many stakeholders: most have the same few bits.
struct AudienceSigns {
  private struct Bits: Hashable {
    let first, second: Int64
  }

  private var known: [Bits: AudienceSign?] = [:]
  private(set) var counts: [AudienceSign: Int] = [:]

  mutating func add(_ bits: FacetBits, _ count: Int) {
    let mask = RuledAudiences.mask
    let key = Bits(first: bits.first & mask.first, second: bits.second & mask.second)
    let sign: AudienceSign?
    if let found = known[key] {
      sign = found
    } else {
      sign = RuledAudiences.sign(of: FacetBits(first: key.first, second: key.second))
      known[key] = .some(sign)
    }
    if let sign { counts[sign, default: 0] += count }
  }
}
