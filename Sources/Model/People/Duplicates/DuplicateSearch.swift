/// One search over the records of an index.
///
/// The keys by which records meet are made anew for one part after the other, so that a million records need no more
/// room for them than a few.
struct DuplicateSearch {
  private struct Entry {
    let key: UInt64
    /// The place of the record, with the highest bit set where it leads.
    let place: UInt32

    var index: Int { Int(place & 0x7FFF_FFFF) }
    var isLeading: Bool { place >> 31 == 1 }
  }

  /// So many keys are sorted at a time.
  private static let room = 1_500_000
  /// What more records than these have in common, with a slip, says nothing.
  private static let alike = 30
  /// About so many keys a record has.
  private static let keys = 36

  private let cards: DuplicateIndex.Cards
  /// How many records share a trait, where more than two do.
  private var shared: [UInt64: UInt32] = [:]
  private var scores: [(pair: UInt64, score: UInt8)] = []
  /// The last pairs, each in a place of its own: most pairs meet by several keys.
  private var known: [UInt64]
  private(set) var crowds: [(example: Int, records: Int)] = []
  private(set) var comparisons = 0

  init(_ cards: DuplicateIndex.Cards) {
    self.cards = cards
    known = Array(repeating: 0, count: cards.count < 10_000 ? 1 << 12 : 1 << 19)
  }

  /// The pairs with their scores, the best first.
  var ranked: [(pair: UInt64, score: Int)] {
    var sorted = scores
    sorted.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
    var ranked: [(pair: UInt64, score: Int)] = []
    ranked.reserveCapacity(sorted.count)
    for found in sorted where ranked.last?.pair != found.pair {
      ranked.append((found.pair, Int(found.score)))
    }
    return ranked
  }

  mutating func run(progress: (Double) throws -> Void) rethrows {
    let parts = UInt64(cards.count * Self.keys / Self.room + 1)
    for part in 0..<max(1, parts / 4) { countSharers(part, of: max(1, parts / 4)) }
    var last = 0
    for part in 0..<parts {
      let entries = entries(part, of: parts)
      var start = 0
      while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].key == entries[start].key { end += 1 }
        if end - start > 1 { compareAll(entries[start..<end]) }
        start = end
        if comparisons + start - last > 50_000 {
          last = comparisons + start
          let done = Double(start) / Double(max(1, entries.count))
          try progress((Double(part) + done) / Double(parts))
        }
      }
      last = comparisons
    }
    crowds.sort { ($1.records, $0.example) < ($0.records, $1.example) }
    try progress(1)
  }

  // MARK: Keys

  private func entries(_ part: UInt64, of parts: UInt64) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(min(Self.room, cards.count * Self.keys))
    for index in 0..<cards.count {
      let card = cards[index]
      let place = UInt32(index)
      BlockKeys.each(card.traits, card.words) { key, leads in
        if (key >> 8) % parts == part {
          entries.append(Entry(key: key, place: leads ? place | 1 << 31 : place))
        }
      }
    }
    entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return entries
  }

  private mutating func countSharers(_ part: UInt64, of parts: UInt64) {
    var keys: [UInt64] = []
    for index in 0..<cards.count {
      for trait in cards[index].traits {
        switch MatchCard.kind(of: trait) {
        case .name, .acronym, .mailbox, .phone, .link, .organization, .address:
          if trait % parts == part { keys.append(trait) }
        case .nationalTail, .internationalTail:
          let tail = MatchCard.recast(trait, as: .nationalTail)
          if tail % parts == part { keys.append(tail) }
        default: break
        }
      }
    }
    keys.sort()
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 2 { shared[keys[start]] = UInt32(end - start) }
      start = end
    }
  }

  // MARK: Comparing

  private mutating func compareAll(_ block: ArraySlice<Entry>) {
    guard let first = block.first, block.contains(where: \.isLeading) else { return }
    if BlockKeys.isWeak(first.key), block.count > Self.alike { return }
    if block.count <= DuplicateIndex.crowd { return compare(block) }
    let leaders = block.count(where: \.isLeading)
    if leaders < 10 { return compare(block) }
    note(first.index, records: block.count)
    compareParts(of: block, depth: 2)
  }

  private mutating func note(_ example: Int, records: Int) {
    if crowds.count < 1_000, !crowds.contains(where: { $0 == (example, records) }) {
      crowds.append((example, records))
    }
  }

  /// Of a crowd those are compared who have something else in common.
  private mutating func compareParts(of block: ArraySlice<Entry>, depth: Int) {
    var parts: [(key: UInt64, entry: Entry)] = []
    for entry in block {
      for trait in cards[entry.index].traits where Self.tellsApart(trait) {
        parts.append((trait, entry))
      }
    }
    parts.sort { ($0.key, $0.entry.place) < ($1.key, $1.entry.place) }
    var start = 0
    while start < parts.count {
      var end = start + 1
      while end < parts.count, parts[end].key == parts[start].key { end += 1 }
      let part = parts[start..<end].map(\.entry)
      if part.count > 1, part.count < block.count {
        if part.count <= DuplicateIndex.crowd {
          compare(part[...])
        } else if depth > 0 {
          compareParts(of: part[...], depth: depth - 1)
        }
      }
      start = end
    }
  }

  private static func tellsApart(_ trait: UInt64) -> Bool {
    switch MatchCard.kind(of: trait) {
    case .person, .name, .gender, .country, .email, .phone: false
    default: true
    }
  }

  private mutating func compare(_ block: ArraySlice<Entry>) {
    for place in block.indices {
      let entry = block[place]
      for other in block[(place + 1)...] where entry.isLeading || other.isLeading {
        if entry.index != other.index { compare(entry.index, other.index) }
      }
    }
  }

  private mutating func compare(_ a: Int, _ b: Int) {
    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    let slot = Int(MatchCard.mixed(pair) & UInt64(known.count - 1))
    // No pair is nought: both places would be the first record's.
    if known[slot] == pair { return }
    known[slot] = pair
    comparisons += 1
    let shared = shared
    let found = TraitComparison.compare(cards[min(a, b)], cards[max(a, b)]) { Int(shared[$0] ?? 2) }
    if let found { scores.append((pair, UInt8(found.score))) }
  }
}
