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
    let conditions = try CoverageConditions(filter, in: reader)
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

/// Stored items of the titles, outlets and days of some.
public struct CoverageTitled: Query {
  let titles: [Int64]

  public init(_ items: [Coverage]) { titles = items.map(CoverageKey.title) }

  public func answer(in reader: Reader) throws -> [Coverage] {
    try reader.records(
      """
      SELECT id, version, body FROM coverage WHERE title_key IN (SELECT value FROM json_each(?)) ORDER BY at, id
      """, ["[\(titles.map(String.init).joined(separator: ","))]"])
  }
}

/// Stored items that new ones could be, or belong to: of the same id in the feed, the same link, the same
/// title of the same outlet that day, or of the days around; of one that has neither date nor link, the same title.
public struct CoverageLike: Query {
  let guids: [Int64]
  let links: [Int64]
  let titles: [Int64]
  let names: Set<String>
  let days: ClosedRange<Day>?

  public struct Answer: Sendable {
    /// Any of which a new item could be the same.
    public let same: [Coverage]
    /// Of the days around: a new item could be a copy of one.
    public let around: [Coverage]
  }

  /// - Parameter undated: those of the items whose day is only that of the import, and which have no link.
  public init(_ items: [Coverage], undated: [Coverage] = []) {
    names = Set(undated.map(\.name))
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
    return Answer(same: same + (try named(in: reader)), around: around ?? [])
  }

  private func named(in reader: Reader) throws -> [Coverage] {
    try names.sorted().flatMap { name -> [Coverage] in
      guard let rows = try CoverageHits.few(name, in: reader), !rows.isEmpty else { return [] }
      let list = "[\(rows.map(String.init).joined(separator: ","))]"
      let found: [Coverage] = try reader.records(
        "SELECT id, version, body FROM coverage WHERE row IN (SELECT value FROM json_each(?)) ORDER BY at, id",
        [list])
      return found.filter { $0.name == name }
    }
  }
}

extension Library {
  /// Hands out all items in the media in batches, by id, from one consistent view.
  public func eachCoverage(batch: Int = 1_000, _ body: ([Coverage]) throws -> Void) throws {
    try withReader { reader in
      try reader.each("SELECT id, version, body FROM coverage ORDER BY id", batch: batch, body)
    }
  }
}
