import Model

extension StakeholderFilter {
  /// So many records are sorted sooner than found one by one in the order of names.
  private static let few = 20_000

  /// Whether its countries or regions let so few records through that it is quicker to take them all by country
  /// and put them in order. The kept counts say so without counting.
  func isRareByCountry(in reader: Reader) throws -> Bool {
    let dimensions = facets.filter { $0.key == .country || $0.key.isByCountry }
    guard !dimensions.isEmpty, !isRetired else { return false }
    let counts = try reader.rows(
      "SELECT value, stakeholders FROM tally WHERE dimension = ?", [Dimension.country.rawValue]
    ).reduce(into: [String: Int]()) { $0[$1[0]] = $1[1] }
    let all = try reader.value(
      Int.self, "SELECT stakeholders FROM tally WHERE dimension = ? AND value = 'in-use'", [Tally.all])
    let unstated = (all ?? 0) - counts.values.reduce(0, +)
    return dimensions.contains { dimension, values in
      let countries = dimension.countries(of: values)
      return countries.reduce(0) { $0 + ($1.isEmpty ? unstated : counts[$1] ?? 0) } < Self.few
    }
  }
}
