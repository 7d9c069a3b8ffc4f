import Model

/// What came in from others in some days, and what became of it.
public struct VoiceFiguresBetween: Query {
  let first: Day
  let last: Day

  /// - Parameter last: counts too.
  public init(_ first: Day, _ last: Day) { (self.first, self.last) = (first, last) }

  public func answer(in reader: Reader) throws -> VoiceFigures {
    var sources = VoiceSources()
    sources.opportunities = try reader.all(Opportunity.self)
    sources.calls = try reader.all(CallForInput.self)
    sources.comments = try CommentCountsByCall(through: last).answer(in: reader)
    sources.concerns = try reader.all(Concern.self)
    sources.focusGroups = try reader.all(FocusGroup.self)
    return VoiceFigures(sources, from: first, through: last)
  }
}

/// How far the comments of each call are considered, those that came in up to a day.
public struct CommentCountsByCall: Query {
  let last: Day?

  /// - Parameter last: nil where all of them count.
  public init(through last: Day? = nil) { self.last = last }

  public func answer(in reader: Reader) throws -> [RecordID: CommentCounts] {
    let day = last?.description ?? "9999-12-31"
    let rows = try reader.rows(
      """
      SELECT substr(id, 1, instr(id, '/') - 1),
        CASE WHEN ifnull(body ->> '$.answered_on', '') <= ?1 THEN body ->> '$.disposition' END, count(*)
      FROM comment WHERE ifnull(body ->> '$.received', '') <= ?1 GROUP BY 1, 2
      """, [day], isOften: true)
    var counts: [RecordID: CommentCounts] = [:]
    for row in rows {
      let (call, code, count): (String, String?, Int) = (row[0], row[1], row[2])
      counts[call, default: CommentCounts()].all += count
      guard let disposition = code.flatMap(Disposition.init(rawValue:)) else { continue }
      counts[call, default: CommentCounts()].byDisposition[disposition, default: 0] += count
    }
    return counts
  }
}
