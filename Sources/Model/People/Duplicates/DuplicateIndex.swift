/// Finds the pairs among many records that may be the same. Records are added one by one and not kept: what
/// stays is a few numbers of each, about 200 bytes in all.
public struct DuplicateIndex: Sendable {
  /// Two records, and what speaks for their being the same.
  public struct Pair: Sendable, Equatable {
    public let a: RecordID
    public let b: RecordID
    /// 0 to 100.
    public let score: Int
  }

  /// A name, an address or a number that so many share that not every two of them were compared.
  public struct Crowd: Sendable, Equatable {
    /// One of them.
    public let example: RecordID
    public let records: Int
  }

  public struct Findings: Sendable, Equatable {
    /// The best first.
    public var pairs: [Pair] = []
    /// How many more pairs there are than were asked for.
    public var left = 0
    /// Pairs left out because somebody has told them apart.
    public var told = 0
    /// The largest first.
    public var crowds: [Crowd] = []
    /// Records that were looked at.
    public var records = 0
  }

  private struct Entry {
    let key: UInt64
    /// The place of the record, with the highest bit set where it leads.
    let place: UInt32

    var index: Int { Int(place & 0x7FFF_FFFF) }
    var isLeading: Bool { place >> 31 == 1 }
  }

  /// Up to so many records that share a name or an address, every two are compared.
  static let crowd = 250

  private var ids: [RecordID] = []
  private var traits: [UInt64] = []
  /// Where the traits of each record end.
  private var ends: [UInt32] = []
  private var entries: [Entry] = []

  public init() {}

  public var count: Int { ids.count }

  public mutating func add(_ stakeholder: Stakeholder) {
    let place = UInt32(ids.count)
    let matched = MatchTraits(stakeholder)
    ids.append(stakeholder.id)
    traits += matched.values
    ends.append(UInt32(traits.count))
    for block in matched.blocks {
      entries.append(Entry(key: block.key, place: block.isLeading ? place | 1 << 31 : place))
    }
  }

  /// Compares all that share a name, an address or an identifier.
  /// - Parameters:
  ///   - limit: so many pairs are given back; the rest is counted.
  ///   - distinct: pairs that somebody has told apart already.
  public mutating func findings(limit: Int, distinct: Set<DistinctPair> = []) -> Findings {
    findings(limit: limit, distinct: distinct) { _ in }
  }

  /// The same with a report on the way.
  /// - Parameter progress: called now and then with the part that is done, 0 to 1; what it throws ends the
  ///   search.
  public mutating func findings(
    limit: Int, distinct: Set<DistinctPair>, progress: (Double) throws -> Void
  ) rethrows -> Findings {
    entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    var search = Search(index: self)
    try search.run(progress: progress)
    return search.findings(limit: limit, distinct: distinct)
  }

  /// One run over the sorted entries.
  private struct Search {
    let index: DuplicateIndex
    private var scores: [UInt64: Int] = [:]
    private var crowds: [Crowd] = []
    private var comparisons = 0

    init(index: DuplicateIndex) { self.index = index }

    mutating func run(progress: (Double) throws -> Void) rethrows {
      let entries = index.entries
      var start = 0
      var last = 0
      while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].key == entries[start].key { end += 1 }
        if end - start > 1 { compareAll(in: start..<end) }
        start = end
        if comparisons + start - last > 50_000 {
          last = comparisons + start
          try progress(Double(start) / Double(entries.count))
        }
      }
      try progress(1)
    }

    private mutating func compareAll(in range: Range<Int>) {
      let block = index.entries[range]
      guard block.contains(where: \.isLeading) else { return }
      if block.count <= DuplicateIndex.crowd { return compare(Array(block)) }
      let crowd = Crowd(example: index.ids[block[range.lowerBound].index], records: block.count)
      if !crowds.contains(crowd) { crowds.append(crowd) }
      // In a crowd, those are compared who are of the same country and have the same initials too.
      let parts = Dictionary(grouping: block) { index.neighbourhood(of: $0.index) }
      for (_, part) in parts.sorted(by: { $0.key < $1.key }) where part.count > 1 {
        compare(Array(part.prefix(DuplicateIndex.crowd)))
      }
    }

    private mutating func compare(_ block: [Entry]) {
      for (place, entry) in block.enumerated() {
        for other in block[(place + 1)...] where entry.isLeading || other.isLeading {
          if entry.index != other.index { compare(entry.index, other.index) }
        }
      }
    }

    private mutating func compare(_ a: Int, _ b: Int) {
      comparisons += 1
      let (first, second) = (min(a, b), max(a, b))
      let found = index.traits.withUnsafeBufferPointer { traits in
        TraitComparison.compare(
          UnsafeBufferPointer(rebasing: traits[index.traits(of: first)]),
          UnsafeBufferPointer(rebasing: traits[index.traits(of: second)]), sharers: index.sharers(of:))
      }
      if let found { scores[UInt64(first) << 32 | UInt64(second)] = found.score }
    }

    private func pair(_ pair: UInt64, _ score: Int) -> Pair {
      Pair(a: index.ids[Int(pair >> 32)], b: index.ids[Int(pair & 0xFFFF_FFFF)], score: score)
    }

    private func isDistinct(_ packed: UInt64, in distinct: Set<DistinctPair>) -> Bool {
      let pair = pair(packed, 0)
      return distinct.contains(DistinctPair(pair.a, pair.b))
    }

    func findings(limit: Int, distinct: Set<DistinctPair>) -> Findings {
      var ranked = scores.map { (pair: $0.key, score: $0.value) }
      ranked.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
      let pairs = ranked.lazy.map { pair($0.pair, $0.score) }
        .filter { !distinct.contains(DistinctPair($0.a, $0.b)) }.prefix(limit)
      let told = distinct.isEmpty ? 0 : ranked.filter { isDistinct($0.pair, in: distinct) }.count
      return Findings(
        pairs: Array(pairs), left: ranked.count - told - pairs.count, told: told,
        crowds: crowds.sorted { ($1.records, $0.example) < ($0.records, $1.example) }, records: index.count)
    }
  }

  private func traits(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// How many records share what a trait says.
  private func sharers(of key: UInt64) -> Int { lowerBound(key + 1) - lowerBound(key) }

  private func lowerBound(_ key: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Country and initials: what narrows a crowd.
  private func neighbourhood(of index: Int) -> UInt64 {
    var mixed: UInt64 = 0
    for trait in traits[traits(of: index)] {
      let kind = UInt8(trait >> 56)
      if kind == MatchTraits.Kind.country.rawValue || kind == MatchTraits.Kind.initial.rawValue {
        mixed = mixed &* 31 &+ trait
      }
    }
    return mixed
  }
}
