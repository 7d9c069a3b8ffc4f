/// What one thread finds in its parts of the keys.
struct PartSearch: Sendable {
  typealias Scored = (pair: UInt64, score: UInt8)
  typealias Crowd = (example: Int, records: Int)

  private struct Entry {
    let key: UInt64
    /// The place of the record, with the highest bit set where it leads.
    let place: UInt32

    var index: Int { Int(place & 0x7FFF_FFFF) }
    var isLeading: Bool { place >> 31 == 1 }
  }

  /// What more records than these have in common, with a slip, says nothing.
  private static let alike = 12

  private let cards: DuplicateIndex.Cards
  private let shared: [UInt64: UInt32]
  private(set) var scores: [Scored] = []
  /// The last pairs, each in a place of its own: most pairs meet by several keys.
  private var known: [UInt64]
  private(set) var crowds: [Crowd] = []
  private(set) var comparisons = 0

  init(_ cards: DuplicateIndex.Cards, _ shared: [UInt64: UInt32]) {
    (self.cards, self.shared) = (cards, shared)
    known = Array(repeating: 0, count: cards.count < 10_000 ? 1 << 12 : 1 << 19)
  }

  /// - Parameters:
  ///   - some: the parts that it takes, of all.
  ///   - progress: called now and then with how far it is, 0 to 1; what it throws ends the search.
  mutating func run(
    _ some: StrideTo<Int>, of parts: Int, progress: (Double) throws -> Void
  ) rethrows {
    var last = 0
    for part in some {
      let entries = entries(UInt64(part), of: UInt64(parts))
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
  }

  // MARK: Keys

  private func entries(_ part: UInt64, of parts: UInt64) -> [Entry] {
    var entries: [Entry] = []
    func add(_ places: Range<Int>, meeting known: Set<UInt64>?) {
      for index in places {
        let card = cards[index]
        let place = UInt32(index)
        BlockKeys.each(card.traits, card.words) { key, leads in
          if (key >> 8) % parts == part, known?.contains(key) ?? true {
            entries.append(Entry(key: key, place: leads ? place | 1 << 31 : place))
          }
        }
      }
    }
    if cards.first == 0 { entries.reserveCapacity(cards.count * DuplicateSearch.keys / Int(parts)) }
    add(cards.first..<cards.count, meeting: nil)
    // Of those who are stored only they count who meet somebody new.
    if cards.first > 0 { add(0..<cards.first, meeting: Set(entries.lazy.map(\.key))) }
    entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return entries
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
    if max(a, b) < cards.first { return }
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
