import Model

/// Counts packed items, and each story once: items alone as they come, those with copies story by story at the end.
struct MediaCounter {
  /// Counts by a value that has a place from 0.
  private struct Tally {
    var items: [Int32]
    var stories: [Int32]
    /// The story that was counted last there.
    var last: [UInt32]

    init(_ places: Int) {
      items = Array(repeating: 0, count: places)
      stories = items
      last = Array(repeating: 0, count: places)
    }

    /// - Parameter story: 0 for an item alone.
    @inline(__always) mutating func take(_ place: Int, _ story: UInt32) {
      items[place] &+= 1
      if story == 0 {
        stories[place] &+= 1
      } else if last[place] != story {
        last[place] = story
        stories[place] &+= 1
      }
    }

    func count(_ place: Int) -> MediaCount {
      MediaCount(items: Int(items[place]), stories: Int(stories[place]))
    }

    func counts(_ code: (Int) -> String) -> [String: MediaCount] {
      var counts: [String: MediaCount] = [:]
      for place in items.indices where items[place] > 0 { counts[code(place)] = count(place) }
      return counts
    }
  }

  private let firstDay: Int
  private var days: Tally
  private var kinds = Tally(CoverageFacets.kind.count)
  private var tones = Tally(CoverageFacets.tone.count)
  /// The last place is that of items without any.
  private var messages = Tally(KeyMessage.allCases.count + 1)
  private var languages = Tally(CoverageFacets.language.count)
  private var countries = Tally(CoverageFacets.country.count)
  private var flags = Tally(CoverageFilter.Flag.allCases.count)
  /// Kind times tone.
  private var pairs = Tally(CoverageFacets.kind.count * CoverageFacets.tone.count)
  private var whole = Tally(1)
  private var reach = 0
  private var withoutReach = 0
  /// Items with copies, until they are put in order of their stories.
  private var copies: [PackedCoverage] = []
  private var best: [(reach: UInt32, row: Int64)] = []

  /// So many items are named behind the figures.
  private static let named = 12

  /// - Parameters: `first` and `last` are minutes between which all items lie.
  init(first: Int64, last: Int64) {
    firstDay = PackedCoverage(at: first).day
    days = Tally(max(1, PackedCoverage(at: last).day - firstDay + 1))
  }

  @inline(__always) mutating func take(_ item: PackedCoverage, row: Int64) {
    reach += Int(item.reach)
    if item.reach == 0 { withoutReach += 1 } else { weigh(item.reach, row) }
    if item.story == 0 { count(item) } else { copies.append(item) }
  }

  private mutating func weigh(_ reach: UInt32, _ row: Int64) {
    if best.count == Self.named, (best[Self.named - 1].reach, -best[Self.named - 1].row) >= (reach, -row) {
      return
    }
    let place = best.firstIndex { ($0.reach, -$0.row) < (reach, -row) } ?? best.count
    best.insert((reach, row), at: place)
    if best.count > Self.named { best.removeLast() }
  }

  @inline(__always) private mutating func count(_ item: PackedCoverage) {
    let (bits, story) = (item.facets, item.story)
    let (kind, tone) = (CoverageFacets.kind.value(bits), CoverageFacets.tone.value(bits))
    whole.take(0, story)
    days.take(item.day - firstDay, story)
    kinds.take(kind, story)
    tones.take(tone, story)
    pairs.take(kind * CoverageFacets.tone.count + tone, story)
    languages.take(CoverageFacets.language.value(bits), story)
    countries.take(CoverageFacets.country.value(bits), story)
    var carried = CoverageFacets.messages.value(bits)
    if carried == 0 { messages.take(KeyMessage.allCases.count, story) }
    while carried != 0 {
      messages.take(carried.trailingZeroBitCount, story)
      carried &= carried - 1
    }
    var raised = CoverageFacets.flags.value(bits)
    while raised != 0 {
      flags.take(raised.trailingZeroBitCount, story)
      raised &= raised - 1
    }
  }

  /// Puts the copies in order of their stories, by how many each story has: their numbers lie close together.
  private mutating func countCopies() {
    guard let most = copies.lazy.map(\.story).max() else { return }
    var ends = [Int32](repeating: 0, count: Int(most) + 2)
    for item in copies { ends[Int(item.story) + 1] += 1 }
    for story in 1..<ends.count { ends[story] += ends[story - 1] }
    var order = [Int32](repeating: 0, count: copies.count)
    for (index, item) in copies.enumerated() {
      order[Int(ends[Int(item.story)])] = Int32(index)
      ends[Int(item.story)] += 1
    }
    for index in order { count(copies[Int(index)]) }
    copies = []
  }

  /// Rows of the items of the greatest reach, the greatest first.
  var sources: [Int64] { best.map(\.row) }

  mutating func figures() -> MediaFigures {
    countCopies()
    var figures = MediaFigures()
    func code<V: Vocabulary>(_: V.Type, _ place: Int) -> String { place == 0 ? "" : V.codes[place - 1] }
    figures.total = whole.count(0)
    figures.days = days.counts { Day(number: firstDay + $0).description }
    figures.kinds = kinds.counts { code(OutletKind.self, $0) }
    figures.tones = tones.counts { code(Tone.self, $0) }
    figures.languages = languages.counts(CoverageFacets.code)
    figures.countries = countries.counts { CoverageFacets.code($0).uppercased() }
    figures.messages = messages.counts { $0 < KeyMessage.codes.count ? KeyMessage.codes[$0] : "" }
    let tones = CoverageFacets.tone.count
    for (place, tally) in pairs.items.enumerated() where tally > 0 {
      let (kind, tone) = (code(OutletKind.self, place / tones), code(Tone.self, place % tones))
      figures.kindTones[kind, default: [:]][tone] = pairs.count(place)
    }
    let flagged = CoverageFilter.Flag.allCases.enumerated().map { ($1, flags.count($0)) }
    for (flag, count) in flagged {
      switch flag {
      case .inaccurate: figures.inaccurate = count
      case .outside: figures.outside = count
      case .needsResponse: figures.needingResponse = count
      }
    }
    (figures.reach, figures.withoutReach) = (reach, withoutReach)
    return figures
  }
}
