import Model

/// Invents people and organizations, and the same ones as careless lists have them: one slip each, of a known kind,
/// with names and countries only. The same seed gives the same.
struct SlipGenerator {
  private var random: SplitMix
  private var number = 0

  init(seed: UInt64) { random = SplitMix(state: seed) }

  struct Entry {
    let record: Stakeholder
    /// Who it is: the same for those that are the same.
    let entity: String
    /// What was done to the name; empty for the first record of an entity.
    let slip: String
  }

  /// For each kind of slip so many entities, and their copies.
  mutating func entries(ofEach count: Int) -> [Entry] {
    var entries: [Entry] = []
    for slip in NameSlip.allCases {
      for _ in 0..<count {
        number += 1
        // Namesakes are no slips.
        guard let pair = fresh(slip) else { continue }
        let country = pair.country
        for (place, name) in [pair.name, pair.other].enumerated() {
          var record = Stakeholder(id: "s\(number)-\(place)")
          record.version = 1
          record.type = slip.isOfOrganizations ? .organization : .individual
          (record.name, record.country) = (name, country)
          entries.append(
            Entry(record: record, entity: "s\(number)", slip: place == 0 ? "" : slip.rawValue))
        }
      }
    }
    return entries
  }

  private var names: Set<String> = []

  /// A pair whose name nobody has yet; nil where there are no more.
  private mutating func fresh(_ slip: NameSlip) -> NameSlip.Pair? {
    for _ in 0..<50 {
      guard let pair = slip.pair(&random) else { return nil }
      if names.insert(Folding.person(pair.name)).inserted { return pair }
    }
    return nil
  }
}
