import GRDB
import Model

/// The items in the media of some days, by their own calendars, in order of time.
public struct CoverageBetween: Query {
  let first: Day
  let last: Day
  /// Only those of a launch; nil for all.
  let launch: RecordID?

  public init(_ first: Day, _ last: Day, launch: RecordID? = nil) {
    (self.first, self.last, self.launch) = (first, last, launch)
  }

  public func answer(in reader: Reader) throws -> [Coverage] {
    var filter = CoverageFilter(from: first, to: last)
    if let launch { filter.launches = [launch] }
    let conditions = try CoverageConditions(filter, in: reader.db)
    return try reader.records(
      "SELECT id, version, body FROM coverage c WHERE \(conditions.sql("c")) ORDER BY at, id", [])
  }
}

/// Some items in the media by their ids; those that are gone are left out.
public struct CoverageByIDs: Query {
  let ids: [RecordID]

  public init(_ ids: some Sequence<RecordID>) { self.ids = Array(Set(ids)).sorted() }

  public func answer(in reader: Reader) throws -> [Coverage] {
    try reader.records(
      "SELECT id, version, body FROM coverage WHERE id IN (SELECT value FROM json_each(?)) ORDER BY at, id",
      [Body.list(ids)])
  }
}

/// Stored items that new ones could be, or belong to: of the same id in the feed, the same link, the same
/// title of the same outlet that day, or of the days around.
public struct CoverageLike: Query {
  let guids: [Int64]
  let links: [Int64]
  let titles: [Int64]
  let days: ClosedRange<Day>?

  public struct Answer: Sendable {
    /// Any of which a new item could be the same.
    public let same: [Coverage]
    /// Of the days around: a new item could be a copy of one.
    public let around: [Coverage]
  }

  public init(_ items: [Coverage]) {
    (guids, links) = (items.compactMap(CoverageKey.guid), items.compactMap(CoverageKey.link))
    titles = items.map(CoverageKey.title)
    let all = items.compactMap { $0.when?.day }
    let most = StoryGrouper.sameTitleDays
    days = all.min().flatMap { first in all.max().map { first + -most...$0 + most } }
  }

  public func answer(in reader: Reader) throws -> Answer {
    func numbers(_ keys: [Int64]) -> String { "[\(keys.map(String.init).joined(separator: ","))]" }
    let same: [Coverage] = try reader.records(
      """
      SELECT id, version, body FROM coverage WHERE row IN (
        SELECT row FROM coverage WHERE guid_key IN (SELECT value FROM json_each(?)) AND guid_key IS NOT NULL
        UNION SELECT row FROM coverage
          WHERE link_key IN (SELECT value FROM json_each(?)) AND link_key IS NOT NULL
        UNION SELECT row FROM coverage WHERE title_key IN (SELECT value FROM json_each(?)))
      ORDER BY at, id
      """, [numbers(guids), numbers(links), numbers(titles)])
    let around = try days.map { try CoverageBetween($0.lowerBound, $0.upperBound).answer(in: reader) }
    return Answer(same: same, around: around ?? [])
  }
}

extension Library {
  /// Hands out all items in the media in batches, by id, from one consistent view.
  public func eachCoverage(batch: Int = 1_000, _ body: ([Coverage]) throws -> Void) throws {
    try withReader { reader in
      let cursor = try Row.fetchCursor(
        reader.db, sql: "SELECT id, version, body FROM coverage ORDER BY id")
      var items: [Coverage] = []
      while let row = try cursor.next() {
        items.append(Coverage(id: row[0], version: row[1], values: Body.values(row[2])))
        guard items.count == batch else { continue }
        try body(items)
        items.removeAll(keepingCapacity: true)
      }
      if !items.isEmpty { try body(items) }
    }
  }

  /// Fills a store that has no coverage yet, with indexes built at the end and nothing in the journal: for
  /// generated data, not for people's.
  /// - Parameter next: the next item, nil when there are no more.
  public func loadCoverage(_ next: () -> Coverage?) throws {
    try writePersonal { db in
      for name in Schema.coverageIndexNames { try db.execute(sql: "DROP INDEX \(name)") }
    }
    var isOver = false
    while !isOver {
      try writePersonal { db in
        var writer = CoverageWriter()
        for _ in 0..<50_000 {
          guard var item = next() else {
            isOver = true
            break
          }
          item.version = 1
          try writer.insert(item, body: Body.text(item.values), isSearched: false, in: db)
        }
        try writer.finish(in: db)
      }
    }
    try writePersonal { db in
      try db.execute(sql: Schema.coverageIndexes)
      try db.execute(sql: "INSERT INTO coverage_search(coverage_search) VALUES ('rebuild')")
      try db.execute(sql: "PRAGMA optimize")
    }
  }
}

/// How long it takes to go through an index of all items without looking: what tables are measured against.
public struct CoverageFloor: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> Int {
    try Int.fetchOne(
      reader.db, sql: "SELECT sum(facets) % 2 + count(*) FROM coverage INDEXED BY coverage_by_time") ?? 0
  }
}
