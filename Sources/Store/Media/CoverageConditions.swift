import Model

/// A filter of items in the media as SQL over what an index holds, and as tests of packed items.
struct CoverageConditions {
  let first: Int64
  /// Not included.
  let end: Int64
  let filter: CoverageFilter
  /// One test for each thing that is asked for.
  private let parts: [Part]
  /// The number of the one story, 0 for any.
  private let story: UInt32

  private struct Part {
    let place: CoverageFacets.Place
    /// By value.
    let isWanted: [Bool]
    let values: [Int]
  }

  /// The conditions on messages and flags, which are bits.
  private let messages: Int64
  private let takesNoMessage: Bool
  private let flags: Int64

  init(_ filter: CoverageFilter, in reader: Reader) throws {
    self.filter = filter
    first = filter.first.map { Int64($0.number) * 1_440 } ?? .min
    end = filter.last.map { Int64($0.number + 1) * 1_440 } ?? .max
    func numbers(_ names: Set<String>, _ kind: String) throws -> [Int] {
      // What the store does not know is in no row; 1,023 stands for all that have no number of their own.
      try names.compactMap { name in
        name.isEmpty ? 0 : try reader.number(of: name, as: kind).map { min($0, 1_023) }
      }
    }
    func places<V: Vocabulary>(_ codes: Set<String>, _: V.Type) -> [Int] {
      codes.compactMap { $0.isEmpty ? 0 : V.codes.firstIndex(of: $0).map { $0 + 1 } }
    }
    var parts: [Part] = []
    func add(_ place: CoverageFacets.Place, _ isAsked: Bool, _ values: [Int]) {
      guard isAsked else { return }
      var isWanted = Array(repeating: false, count: place.count)
      for value in values { isWanted[value] = true }
      parts.append(Part(place: place, isWanted: isWanted, values: values.sorted()))
    }
    add(CoverageFacets.kind, !filter.kinds.isEmpty, places(filter.kinds, OutletKind.self))
    add(CoverageFacets.tone, !filter.tones.isEmpty, places(filter.tones, Tone.self))
    add(
      CoverageFacets.language, !filter.languages.isEmpty,
      filter.languages.map { CoverageFacets.letters($0, most: 3) })
    add(
      CoverageFacets.country, !filter.countries.isEmpty,
      filter.countries.map { CoverageFacets.letters($0, most: 2) })
    add(CoverageFacets.launch, !filter.launches.isEmpty, try numbers(filter.launches, "launch"))
    add(CoverageFacets.feed, !filter.feeds.isEmpty, try numbers(filter.feeds, "feed"))
    self.parts = parts
    messages = filter.messages.compactMap(KeyMessage.init).reduce(0) { $0 | CoverageFacets.bit(of: $1) }
    takesNoMessage = filter.messages.contains("")
    flags = filter.flags.reduce(0) { $0 | CoverageFacets.bit(of: $1) }
    // A story that nobody has is asked for by a number that nobody has.
    story =
      try filter.story.map { try reader.number(of: $0, as: "story") ?? Int(UInt32.max) }
      .map { UInt32($0) } ?? 0
  }

  /// Whether more than the time narrows the rows.
  var isNarrowing: Bool { !parts.isEmpty || messages != 0 || takesNoMessage || flags != 0 || story != 0 }

  /// What holds for a row of that alias, over columns that `coverage_by_time` has.
  func sql(_ alias: String) -> String {
    var conditions: [String] = []
    if first != .min { conditions.append("\(alias).at >= \(first)") }
    if end != .max { conditions.append("\(alias).at < \(end)") }
    for part in parts {
      let list = part.values.map(String.init).joined(separator: ", ")
      conditions.append("(\(alias).facets >> \(part.place.shift) & \(part.place.count - 1)) IN (\(list))")
    }
    if messages != 0 || takesNoMessage {
      let none = "\(alias).facets & \(CoverageFacets.messages.mask) = 0"
      let some = "\(alias).facets & \(messages) != 0"
      conditions.append("(\(takesNoMessage ? none : "0") OR \(some))")
    }
    if flags != 0 { conditions.append("\(alias).facets & \(flags) = \(flags)") }
    if story != 0 { conditions.append("\(alias).story = \(story)") }
    return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }

  @inline(__always) func holds(_ item: PackedCoverage) -> Bool {
    guard item.facets != 0, item.at >= first, item.at < end else { return false }
    for part in parts where !part.isWanted[part.place.value(item.facets)] { return false }
    if messages != 0 || takesNoMessage {
      let own = item.facets & CoverageFacets.messages.mask
      guard own & messages != 0 || takesNoMessage && own == 0 else { return false }
    }
    return item.facets & flags == flags && (story == 0 || item.story == story)
  }
}

/// The rows that hold some words.
struct CoverageHits {
  private let bits: [UInt64]

  /// So many are looked at one by one.
  static let few = 5_000

  /// The rows where they are few; nil where they are many, or no words are asked for.
  static func few(_ text: String, in reader: Reader) throws -> [Int64]? {
    guard !text.trimmed.isEmpty else { return nil }
    guard let match = match(text) else { return [] }
    let rows = try reader.values(
      Int64.self, "SELECT rowid FROM coverage_search WHERE coverage_search MATCH ? LIMIT \(few + 1)", [match])
    return rows.count > few ? nil : rows
  }

  /// Nil where no words are asked for; none where nothing in them could be found.
  static func of(_ text: String, in reader: Reader) throws -> CoverageHits? {
    guard !text.trimmed.isEmpty else { return nil }
    guard let match = match(text) else { return CoverageHits(bits: []) }
    let cursor = try reader.cursor(
      Int64.self, "SELECT rowid FROM coverage_search WHERE coverage_search MATCH ?", [match])
    var bits: [UInt64] = []
    while let row = try cursor.next() {
      let word = Int(row >> 6)
      if word >= bits.count {
        bits.append(contentsOf: repeatElement(0, count: word + 1 - bits.count + max(64, bits.count)))
      }
      bits[word] |= 1 << UInt64(row & 63)
    }
    return CoverageHits(bits: bits)
  }

  private static func match(_ text: String) -> String? {
    let phrases = WordMatch.phrases(text).prefix(MatchText.most).map(MatchText.phrase)
    return phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
  }

  @inline(__always) func contains(_ row: Int64) -> Bool {
    let word = Int(row >> 6)
    return word < bits.count && bits[word] & (1 << UInt64(row & 63)) != 0
  }
}
