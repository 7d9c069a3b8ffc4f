import Model

/// Items in the media counted by everything that they are counted by at once, raw and with each story once.
///
/// One walk over all of them, whatever the filter asks for: a quarter of a second is never needed.
public struct MediaTables: Query {
  public let filter: CoverageFilter
  /// Only the newest of so many rows, for a first picture; nil for all.
  public let most: Int?

  public struct Answer: Sendable, Equatable {
    public var figures = MediaFigures()
    /// How many rows were gone through, of how many.
    public var counted = 0
    public var total = 0

    public init() {}

    /// In hundredths.
    public var percent: Int { total == 0 ? 100 : counted * 100 / total }
  }

  public init(_ filter: CoverageFilter, most: Int? = nil) { (self.filter, self.most) = (filter, most) }

  public func answer(in reader: Reader) throws -> Answer {
    let conditions = try CoverageConditions(filter, in: reader)
    let hits = try CoverageHits.of(filter.text, in: reader)
    let range = try reader.row("SELECT (SELECT min(at) FROM coverage), (SELECT max(at) FROM coverage)")
    let count = MediaCounter(
      first: max(conditions.first, range?[0] as Int64? ?? 0),
      last: min(conditions.end, range?[1] as Int64? ?? 0))
    var answer = Answer()
    answer.total = Int(
      (try reader.value(Int64.self, "SELECT max(block) + 1 FROM coverage_block") ?? 0) * CoverageBlocks.size)
    try CoverageBlocks.each(in: reader) { row, items in
      answer.counted += items.count
      for index in items.indices {
        guard conditions.holds(items[index]) else { continue }
        if let hits, !hits.contains(row + Int64(index)) { continue }
        count.take(items[index], row: row + Int64(index))
      }
    } goesOn: {
      most.map { answer.counted < $0 } ?? true
    }
    answer.figures = count.figures()
    let sources = count.sources
    let ids = try reader.rows(
      "SELECT row, id FROM coverage WHERE row IN (SELECT value FROM json_each(?))",
      ["[\(sources.map(String.init).joined(separator: ","))]"])
    let byRow = Dictionary(uniqueKeysWithValues: ids.map { ($0[0] as Int64, $0[1] as String) })
    answer.figures.sources = sources.compactMap { byRow[$0] }
    // A first picture that is all there is says so.
    if most.map({ answer.counted < $0 }) ?? true { answer.counted = answer.total }
    return answer
  }
}

/// The coverage of some days in numbers.
public struct MediaFiguresBetween: Query {
  let first: Day
  let last: Day

  public init(_ first: Day, _ last: Day) { (self.first, self.last) = (first, last) }

  public func answer(in reader: Reader) throws -> MediaFigures {
    try MediaTables(CoverageFilter(from: first, to: last)).answer(in: reader).figures
  }
}
