import Model

/// Where an item stands in the list of all of them: enough to go on from there without counting.
public struct CoveragePlace: Hashable, Sendable, Comparable {
  let at: Int64
  let row: Int64

  public static func < (a: Self, b: Self) -> Bool { (a.at, a.row) < (b.at, b.row) }
}

/// An item in a list.
public struct CoverageRow: Sendable, Equatable {
  public var item: Coverage
  public let place: CoveragePlace
  /// How many items its story has, itself included; 1 for an item alone.
  public let copies: Int
}

/// Some rows of the list, the newest first.
public struct CoveragePage: Sendable, Equatable {
  public var rows: [CoverageRow] = []
  public var hasBefore = false
  public var hasAfter = false

  public init() {}
}

/// A window of the list of items in the media, which is never read whole; the newest come first.
public struct CoverageWindow: Query {
  public typealias Anchor = WindowAnchor<CoveragePlace>

  public var filter: CoverageFilter
  /// Shows each story once, at the place of its newest item that the filter lets through.
  public var isGrouped: Bool
  public var anchor: Anchor
  public var count: Int

  public init(
    _ filter: CoverageFilter = .init(), isGrouped: Bool = false, anchor: Anchor = .start, count: Int
  ) {
    (self.filter, self.isGrouped, self.anchor, self.count) = (filter, isGrouped, anchor, count)
  }

  public func answer(in reader: Reader) throws -> CoveragePage {
    let places = try CoveragePlaces(filter, isGrouped: isGrouped, in: reader)
    let window = try anchor.window(of: count) { id in
      try reader.row("SELECT at, row FROM coverage WHERE id = ?", [id]).map {
        CoveragePlace(at: $0[0], row: $0[1])
      }
    } next: { place, isForward, limit in
      // The place itself belongs to what follows.
      let from = isForward ? place.map { CoveragePlace(at: $0.at, row: $0.row + 1) } : place
      return try places.next(after: from, isNewer: !isForward, limit: limit)
    }
    var page = CoveragePage()
    page.rows = try rows(window.rows, in: reader)
    (page.hasBefore, page.hasAfter) = (window.hasBefore, window.hasAfter)
    return page
  }

  private func rows(_ places: [CoveragePlace], in reader: Reader) throws -> [CoverageRow] {
    let sql = """
      SELECT id, version, body,
        CASE story WHEN 0 THEN 1 ELSE (
          SELECT count(*) FROM coverage c WHERE c.story = coverage.story AND c.story > 0) END
      FROM coverage WHERE row = ?
      """
    return try places.compactMap { place in
      try reader.row(sql, [place.row], isOften: true).map {
        CoverageRow(item: Coverage($0), place: place, copies: $0[3])
      }
    }
  }
}

/// Finds places in the order of time that a filter lets through.
private struct CoveragePlaces {
  private let reader: Reader
  private let conditions: CoverageConditions
  /// The rows that hold the words, where they are few.
  private let few: [Int64]?
  private let isGrouped: Bool

  /// So many rows are walked through before all of them are looked at at once.
  private static let walk = 20_000

  init(_ filter: CoverageFilter, isGrouped: Bool, in reader: Reader) throws {
    self.reader = reader
    self.isGrouped = isGrouped
    conditions = try CoverageConditions(filter, in: reader)
    few = try CoverageHits.few(filter.text, in: reader)
  }

  private var hasWords: Bool { !conditions.filter.text.trimmed.isEmpty }

  /// The next places, nearest first, the given one not among them.
  func next(after place: CoveragePlace?, isNewer: Bool, limit: Int) throws -> [CoveragePlace] {
    if let few { return try among(few, after: place, isNewer: isNewer, limit: limit) }
    let walked =
      hasWords
      ? try read(after: place, isNewer: isNewer, limit: limit)
      : try walked(after: place, isNewer: isNewer, limit: limit)
    if let walked { return walked }
    let hits = try CoverageHits.of(conditions.filter.text, in: reader)
    var nearest = NearestPlaces(after: place, isNewer: isNewer, limit: limit, isGrouped: isGrouped)
    try CoverageBlocks.each(in: reader) { row, items in
      for index in items.indices where conditions.holds(items[index]) {
        let row = row + Int64(index)
        if hits?.contains(row) == false { continue }
        nearest.take(CoveragePlace(at: items[index].at, row: row), story: items[index].story)
      }
    }
    return nearest.found()
  }

  private func among(
    _ rows: [Int64], after place: CoveragePlace?, isNewer: Bool, limit: Int
  ) throws -> [CoveragePlace] {
    var nearest = NearestPlaces(after: place, isNewer: isNewer, limit: limit, isGrouped: isGrouped)
    let found = try reader.cursor(
      "SELECT row, facets, at, story FROM coverage WHERE row IN (SELECT value FROM json_each(?))",
      ["[\(rows.map(String.init).joined(separator: ","))]"])
    while let row = try found.next() {
      let item = PackedCoverage(facets: row[1], at: row[2], story: row[3])
      guard conditions.holds(item) else { continue }
      nearest.take(CoveragePlace(at: item.at, row: row[0]), story: item.story)
    }
    return nearest.found()
  }

  /// Reads the items along the way for words that many have; nil where too few were found on a long way. A
  /// story could have a newer copy without the words, so stories are not found like that.
  private func read(after place: CoveragePlace?, isNewer: Bool, limit: Int) throws -> [CoveragePlace]? {
    guard !isGrouped else { return nil }
    let (sign, direction) = isNewer ? (">", "ASC") : ("<", "DESC")
    let from = place.map { "(c.at, c.row) \(sign) (\($0.at), \($0.row)) AND" } ?? ""
    let rows = try reader.cursor(
      """
      SELECT at, row, search_text FROM coverage c INDEXED BY coverage_by_time
      WHERE \(from) \(conditions.sql("c")) ORDER BY at \(direction), row \(direction) LIMIT \(Self.read)
      """)
    let needles = WordMatch.phrases(conditions.filter.text).map(WordMatch.needle)
    var (found, count): ([CoveragePlace], Int) = ([], 0)
    while found.count < limit, let row = try rows.next() {
      count += 1
      let text: String = row[2]
      guard needles.allSatisfy({ WordMatch.contains($0, inFolded: text) }) else { continue }
      found.append(CoveragePlace(at: row[0], row: row[1]))
    }
    return found.count == limit || count < Self.read ? found : nil
  }

  /// So many items are read for their words.
  private static let read = 2_000

  /// Walks along the index; nil where too few were found on a long way.
  private func walked(after place: CoveragePlace?, isNewer: Bool, limit: Int) throws -> [CoveragePlace]? {
    let (sign, direction) = isNewer ? (">", "ASC") : ("<", "DESC")
    var conditionsOfTime = ["1"]
    // The place is the nearer bound at its side: with both, SQLite would begin at the farther one.
    if conditions.first != .min, place == nil || !isNewer {
      conditionsOfTime.append("at >= \(conditions.first)")
    }
    if conditions.end != .max, place == nil || isNewer {
      conditionsOfTime.append("at < \(conditions.end)")
    }
    if let place { conditionsOfTime.append("(at, row) \(sign) (\(place.at), \(place.row))") }
    let order = "ORDER BY at \(direction), row \(direction)"
    let isBounded = conditions.isNarrowing || isGrouped
    let way = """
      SELECT at, row, facets, story FROM coverage INDEXED BY coverage_by_time
      WHERE \(conditionsOfTime.joined(separator: " AND ")) \(order) LIMIT \(isBounded ? Self.walk : limit)
      """
    // A story stands at its newest item: one that has a newer one is no place of its own.
    let newer = """
      (c.story = 0 OR NOT EXISTS (SELECT 1 FROM coverage n INDEXED BY coverage_by_story
        WHERE n.story = c.story AND n.story > 0 AND (n.at, n.row) > (c.at, c.row) AND \(conditions.sql("n"))))
      """
    let rows = try reader.rows(
      """
      SELECT at, row FROM (\(way)) c
      WHERE \(conditions.sql("c")) \(isGrouped ? "AND " + newer : "") LIMIT \(limit)
      """
    ).map { CoveragePlace(at: $0[0], row: $0[1]) }
    guard isBounded, rows.count < limit else { return rows }
    let walked = try reader.value(Int.self, "SELECT count(*) FROM (\(way))") ?? 0
    return walked < Self.walk ? rows : nil
  }
}

/// Keeps those of many places that come next.
private struct NearestPlaces {
  private let after: CoveragePlace?
  private let isNewer: Bool
  private let limit: Int
  private let isGrouped: Bool
  /// In order, the nearest first.
  private var best: [CoveragePlace] = []
  /// The newest item of each story.
  private var newest: [UInt32: CoveragePlace] = [:]

  init(after: CoveragePlace?, isNewer: Bool, limit: Int, isGrouped: Bool) {
    (self.after, self.isNewer, self.limit, self.isGrouped) = (after, isNewer, limit, isGrouped)
  }

  mutating func take(_ place: CoveragePlace, story: UInt32) {
    guard isGrouped, story != 0 else { return keep(place) }
    if let known = newest[story], known > place { return }
    newest[story] = place
  }

  private mutating func keep(_ place: CoveragePlace) {
    if let after { guard isNewer ? place > after : place < after else { return } }
    func isNearer(_ a: CoveragePlace, _ b: CoveragePlace) -> Bool { isNewer ? a < b : a > b }
    if best.count == limit {
      guard let last = best.last, isNearer(place, last) else { return }
      best.removeLast()
    }
    var (low, high) = (0, best.count)
    while low < high {
      let middle = (low + high) / 2
      if isNearer(best[middle], place) { low = middle + 1 } else { high = middle }
    }
    best.insert(place, at: low)
  }

  mutating func found() -> [CoveragePlace] {
    for place in newest.values { keep(place) }
    return best
  }
}
