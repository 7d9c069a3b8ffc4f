/// Finds the pairs among many records that may be the same. Records are added one by one and not kept: what stays
/// is a few numbers and the letters of names and addresses, about 150 bytes of each.
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
    /// How many pairs there are of each level, whether given back or not.
    public var levels: [DuplicateLevel: Int] = [:]
    /// How many pairs were compared.
    public var compared = 0

    /// Nothing.
    public init() {}
  }

  /// Up to so many records that share a name or an address, every two are compared.
  static let crowd = 250

  private var ids: [RecordID] = []
  private var traits: [UInt64] = []
  private var words: [UInt8] = []
  /// Where the traits and the words of each record end.
  private var ends: [(traits: UInt32, words: UInt32)] = []

  var division = DuplicateSearch.Division()
  /// The place of the first record that is compared with all others; those before it are not compared with each other.
  private var first = 0

  public init() {}

  public var count: Int { ids.count }

  /// Whose records were added.
  public var members: Set<RecordID> { Set(ids) }

  public mutating func add(_ stakeholder: Stakeholder) {
    let card = MatchCard(stakeholder)
    ids.append(stakeholder.id)
    traits += card.traits
    words += card.words.bytes
    ends.append((UInt32(traits.count), UInt32(words.count)))
  }

  /// Adds records that come in: only pairs with one of them are looked for from now on.
  public mutating func add(newcomers: DuplicateIndex) {
    first = count
    let (traits, words) = (UInt32(self.traits.count), UInt32(self.words.count))
    ids += newcomers.ids
    self.traits += newcomers.traits
    self.words += newcomers.words
    ends += newcomers.ends.map { (traits + $0.traits, words + $0.words) }
  }

  /// Compares all that share a name, an address or an identifier.
  /// - Parameters:
  ///   - limit: so many pairs are given back; the rest is counted.
  ///   - distinct: pairs that somebody has told apart already.
  ///   - least: pairs with a lower score are neither given back nor counted.
  public func findings(limit: Int, distinct: Set<DistinctPair> = [], least: Int = 0) -> Findings {
    findings(limit: limit, distinct: distinct, least: least) { _ in }
  }

  /// The same with a report on the way.
  /// - Parameter progress: called now and then with the part that is done, 0 to 1; what it throws ends the
  ///   search.
  public func findings(
    limit: Int, distinct: Set<DistinctPair>, least: Int = 0, progress: (Double) throws -> Void
  ) rethrows -> Findings {
    try traits.withUnsafeBufferPointer { traits in
      try words.withUnsafeBufferPointer { words in
        var search = DuplicateSearch(
          Cards(traits: traits, words: words, ends: ends, first: first), division)
        try search.run(progress: progress)
        return findings(search, limit: limit, distinct: distinct, least: least)
      }
    }
  }

  private func findings(
    _ search: consuming DuplicateSearch, limit: Int, distinct: Set<DistinctPair>, least: Int
  ) -> Findings {
    let ranked = search.ranked
    var findings = Findings()
    findings.records = count
    findings.compared = search.comparisons
    findings.crowds = search.crowds.map { Crowd(example: ids[$0.example], records: $0.records) }
    for (place, score) in ranked where score >= least {
      let pair = Pair(a: ids[Int(place >> 32)], b: ids[Int(place & 0xFFFF_FFFF)], score: score)
      if !distinct.isEmpty, distinct.contains(DistinctPair(pair.a, pair.b)) {
        findings.told += 1
      } else {
        findings.levels[DuplicateLevel(score: score), default: 0] += 1
        if findings.pairs.count < limit { findings.pairs.append(pair) } else { findings.left += 1 }
      }
    }
    return findings
  }

  /// What is kept of all records, which is read only, and outlives a search.
  struct Cards: @unchecked Sendable {
    let traits: UnsafeBufferPointer<UInt64>
    let words: UnsafeBufferPointer<UInt8>
    let ends: [(traits: UInt32, words: UInt32)]
    /// Of every pair one stands here or behind.
    let first: Int

    var count: Int { ends.count }

    subscript(index: Int) -> TraitComparison.Card {
      let begin = index == 0 ? (traits: 0, words: 0) : ends[index - 1]
      let end = ends[index]
      return TraitComparison.Card(
        traits: UnsafeBufferPointer(rebasing: traits[Int(begin.traits)..<Int(end.traits)]),
        words: UnsafeBufferPointer(rebasing: words[Int(begin.words)..<Int(end.words)]))
    }
  }
}
