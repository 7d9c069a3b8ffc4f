import Model

/// Counts packed items, and each story once: items alone as they come, those with copies story by story at
/// the end.
final class MediaCounter {
  /// How often a value was met.
  private struct Cell {
    var items: UInt32 = 0
    var stories: UInt32 = 0
    /// The story that was counted last there.
    var last: UInt32 = 0
  }

  /// Counts of one thing: a run of cells, one for each of its values.
  private struct Run {
    let start: Int
    let count: Int
  }

  private let firstDay: Int
  /// All runs one behind the other: a million items are counted eight times each, and checks would cost the
  /// most.
  private let cells: UnsafeMutableBufferPointer<Cell>
  private let days: Run
  private static let whole = Run(start: 0, count: 1)
  private static let kinds = Run(start: 1, count: CoverageFacets.kind.count)
  private static let tones = Run(start: kinds.start + kinds.count, count: CoverageFacets.tone.count)
  /// The last is that of items without any.
  private static let messages = Run(start: tones.start + tones.count, count: KeyMessage.allCases.count + 1)
  private static let flags = Run(
    start: messages.start + messages.count, count: CoverageFilter.Flag.allCases.count)
  /// Kind times tone.
  private static let pairs = Run(start: flags.start + flags.count, count: kinds.count * tones.count)
  private static let countries = Run(start: pairs.start + pairs.count, count: CoverageFacets.country.count)
  private static let languages = Run(
    start: countries.start + countries.count, count: CoverageFacets.language.count)
  private let place:
    (
      kinds: Int, tones: Int, messages: Int, flags: Int, pairs: Int, countries: Int, languages: Int, days: Int
    )
  private var reach = 0
  private var withoutReach = 0
  /// Items with copies, until they are put in order of their stories.
  private var copies: [PackedCoverage] = []
  private var best: [(reach: UInt32, row: Int64)] = []
  /// What an item has to reach to be named.
  private var least: UInt32 = 0

  /// So many items are named behind the figures.
  private static let named = 12

  /// - Parameters: `first` and `last` are minutes between which all items lie.
  init(first: Int64, last: Int64) {
    firstDay = PackedCoverage(at: first).day
    let start = Self.languages.start + Self.languages.count
    days = Run(start: start, count: max(1, PackedCoverage(at: last).day - firstDay + 1))
    cells = .allocate(capacity: start + days.count)
    cells.initialize(repeating: Cell())
    place = (
      Self.kinds.start, Self.tones.start, Self.messages.start, Self.flags.start, Self.pairs.start,
      Self.countries.start, Self.languages.start, start - firstDay
    )
  }

  deinit { cells.deallocate() }

  @inline(__always) func take(_ item: PackedCoverage, row: Int64) {
    reach += Int(item.reach)
    if item.reach == 0 { withoutReach += 1 } else if item.reach >= least { weigh(item.reach, row) }
    if item.story == 0 { count(item) } else { copies.append(item) }
  }

  private func weigh(_ reach: UInt32, _ row: Int64) {
    let place = best.firstIndex { ($0.reach, -$0.row) < (reach, -row) } ?? best.count
    best.insert((reach, row), at: place)
    if best.count > Self.named { best.removeLast() }
    if best.count == Self.named { least = best[Self.named - 1].reach }
  }

  /// - Parameter story: 0 for an item alone.
  @inline(__always) private func add(_ cell: UnsafeMutablePointer<Cell>, _ story: UInt32) {
    cell.pointee.items &+= 1
    if story == 0 {
      cell.pointee.stories &+= 1
    } else if cell.pointee.last != story {
      cell.pointee.last = story
      cell.pointee.stories &+= 1
    }
  }

  @inline(__always) private func count(_ item: PackedCoverage) {
    guard let cells = cells.baseAddress else { return }
    let (bits, story) = (item.facets, item.story)
    let (kind, tone) = (CoverageFacets.kind.value(bits), CoverageFacets.tone.value(bits))
    add(cells, story)
    add(cells + (place.days + item.day), story)
    add(cells + (place.kinds + kind), story)
    add(cells + (place.tones + tone), story)
    add(cells + (place.pairs + kind << 2 + tone), story)
    add(cells + (place.languages + CoverageFacets.language.value(bits)), story)
    add(cells + (place.countries + CoverageFacets.country.value(bits)), story)
    var carried = CoverageFacets.messages.value(bits)
    if carried == 0 { add(cells + (place.messages + Self.messages.count - 1), story) }
    while carried != 0 {
      add(cells + (place.messages + carried.trailingZeroBitCount), story)
      carried &= carried - 1
    }
    var raised = CoverageFacets.flags.value(bits)
    while raised != 0 {
      add(cells + (place.flags + raised.trailingZeroBitCount), story)
      raised &= raised - 1
    }
  }

  /// Puts the copies in order of their stories, by how many each story has: their numbers lie close together.
  private func countCopies() {
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

  private func count(_ run: Run, _ value: Int) -> MediaCount {
    let cell = cells[run.start + value]
    return MediaCount(items: Int(cell.items), stories: Int(cell.stories))
  }

  private func counts(_ run: Run, _ code: (Int) -> String) -> [String: MediaCount] {
    var counts: [String: MediaCount] = [:]
    for value in 0..<run.count where cells[run.start + value].items > 0 {
      counts[code(value)] = count(run, value)
    }
    return counts
  }

  func figures() -> MediaFigures {
    countCopies()
    var figures = MediaFigures()
    func code<V: Vocabulary>(_: V.Type, _ value: Int) -> String { value == 0 ? "" : V.codes[value - 1] }
    figures.total = count(Self.whole, 0)
    figures.days = counts(days) { Day(number: firstDay + $0).description }
    figures.kinds = counts(Self.kinds) { code(OutletKind.self, $0) }
    figures.tones = counts(Self.tones) { code(Tone.self, $0) }
    figures.languages = counts(Self.languages, CoverageFacets.code)
    figures.countries = counts(Self.countries) { CoverageFacets.code($0).uppercased() }
    figures.messages = counts(Self.messages) { $0 < KeyMessage.codes.count ? KeyMessage.codes[$0] : "" }
    let tones = Self.tones.count
    for value in 0..<Self.pairs.count where cells[Self.pairs.start + value].items > 0 {
      let (kind, tone) = (code(OutletKind.self, value / tones), code(Tone.self, value % tones))
      figures.kindTones[kind, default: [:]][tone] = count(Self.pairs, value)
    }
    for (value, flag) in CoverageFilter.Flag.allCases.enumerated() {
      let count = count(Self.flags, value)
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
