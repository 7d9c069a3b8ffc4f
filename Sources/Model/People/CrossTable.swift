/// How many stakeholders have each value of some dimensions, and each pair of values of any two of them.
///
/// Each stakeholder counts once for each value that it has: where it can have several, the counts of the
/// values add up to more than the total. The last value of every dimension is the empty one, "not stated".
public struct CrossTable: Sendable, Equatable {
  public let dimensions: [Dimension]
  /// The values of each dimension, in the order of its vocabulary.
  public let values: [[String]]
  /// All that were counted.
  public private(set) var total = 0
  private var single: [[Int]]
  /// For the dimensions `a` and `b`, with `a` before `b`, at `pair(a, b)`: row by row.
  private var pairs: [[Int]]

  public init(_ dimensions: [Dimension]) {
    self.dimensions = dimensions
    values = dimensions.map { ($0.vocabulary ?? Country.all.map(\.code)) + [""] }
    single = values.map { Array(repeating: 0, count: $0.count) }
    pairs = []
    for b in values.indices {
      for a in 0..<b { pairs.append(Array(repeating: 0, count: values[a].count * values[b].count)) }
    }
  }

  private func pair(_ a: Int, _ b: Int) -> Int { b * (b - 1) / 2 + a }

  /// Counts one stakeholder.
  /// - Parameters:
  ///   - places: the places of its values among those of each dimension, one dimension after the other.
  ///   - ends: where each dimension's places end.
  public mutating func count(_ places: [Int], ends: [Int]) {
    total += 1
    var start = 0
    for b in ends.indices {
      for place in start..<ends[b] {
        single[b][places[place]] += 1
        var other = 0
        for a in 0..<b {
          let width = values[b].count
          let matrix = pair(a, b)
          while other < ends[a] {
            pairs[matrix][places[other] * width + places[place]] += 1
            other += 1
          }
        }
      }
      start = ends[b]
    }
  }

  /// Counts one stakeholder.
  public mutating func count(_ stakeholder: Stakeholder) {
    var places: [Int] = []
    var ends: [Int] = []
    for (dimension, values) in zip(dimensions, values) {
      let found = dimension.values(of: stakeholder).compactMap { values.firstIndex(of: $0) }
      places += found.isEmpty ? [values.count - 1] : found
      ends.append(places.count)
    }
    count(places, ends: ends)
  }

  /// How many have each value, the empty one last; empty for a dimension that was not counted.
  public func counts(_ dimension: Dimension) -> [Int] {
    dimensions.firstIndex(of: dimension).map { single[$0] } ?? []
  }

  /// How many have both a value of `rows` and one of `columns`.
  public func counts(_ rows: Dimension, _ columns: Dimension) -> [[Int]] {
    guard let a = dimensions.firstIndex(of: rows), let b = dimensions.firstIndex(of: columns), a != b
    else { return [] }
    let (first, second) = (min(a, b), max(a, b))
    let (matrix, width) = (pairs[pair(first, second)], values[second].count)
    return values[a].indices.map { row in
      values[b].indices.map { a < b ? matrix[row * width + $0] : matrix[$0 * width + row] }
    }
  }
}
