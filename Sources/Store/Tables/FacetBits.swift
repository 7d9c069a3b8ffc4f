import Model

/// A stakeholder's values as bits of two numbers, so that an index alone can answer a filter.
///
/// The places are stored in every row. A vocabulary may grow at the end of a dimension only with a migration
/// that rewrites the rows.
struct FacetBits: Equatable {
  var first: Int64 = 0
  var second: Int64 = 0

  private static let inFirst: [Dimension] = [
    .kind, .roles, .audience, .region, .scale, .disciplines, .knowledge, .language, .channel, .observer,
    // Since schema 8, whose migration sets it.
    .knownAudience,
  ]
  private static let inSecond: [Dimension] = [
    .gender, .sectors, .participation, .mobilizer, .barriers,
    // Since schema 2; in the rows of schema 1 none of them is set but the last, which its migration
    // sets for every barrier.
    .consent, .contact, .incentives, .disincentives, .offers, .needs, .unplanned,
  ]

  /// Which number the values of a dimension stand in, and which bit of it each has.
  private typealias Place = (dimension: Dimension, isFirst: Bool, bits: [String: Int64])

  /// Gone through for every row of an import: a list costs less than looking each dimension up.
  private static let places: [Place] = {
    var places: [Place] = []
    for (dimensions, isFirst) in [(inFirst, true), (inSecond, false)] {
      var bit: Int64 = 1
      for dimension in dimensions {
        var bits: [String: Int64] = [:]
        for value in dimension.vocabulary ?? [] {
          bits[value] = bit
          bit <<= 1
        }
        places.append((dimension, isFirst, bits))
      }
    }
    return places
  }()

  init(_ stakeholder: Stakeholder) {
    for place in Self.places { insert(place.dimension.values(of: stakeholder), at: place) }
  }

  init(first: Int64, second: Int64) {
    self.first = first
    self.second = second
  }

  /// The bits of some values of one dimension; nil for countries, which have a column.
  init?(_ dimension: Dimension, values: some Sequence<String>) {
    guard let place = Self.place(of: dimension) else { return nil }
    insert(values, at: place)
  }

  /// Every bit of a dimension: where none of them is set, nothing is stated.
  static func all(of dimension: Dimension) -> FacetBits? {
    FacetBits(dimension, values: dimension.vocabulary ?? [])
  }

  func values(of dimension: Dimension) -> [String] {
    guard let place = Self.place(of: dimension) else { return [] }
    let bits = place.isFirst ? first : second
    return (dimension.vocabulary ?? []).filter { bits & place.bits[$0, default: 0] != 0 }
  }

  private static func place(of dimension: Dimension) -> Place? { places.first { $0.dimension == dimension } }

  private mutating func insert(_ values: some Sequence<String>, at place: Place) {
    for value in values {
      guard let bit = place.bits[value] else { continue }
      if place.isFirst { first |= bit } else { second |= bit }
    }
  }
}
