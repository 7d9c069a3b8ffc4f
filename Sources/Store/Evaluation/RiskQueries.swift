import Model

/// The register of risks on a day, with the signals that are known at once; `RiskCountsOn` counts the others.
public struct RiskBookOn: Query {
  let day: Day

  public init(_ day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> RiskBook {
    var book = RiskBook(asOf: day, try reader.all(), try reader.all(), try reader.all())
    let concerns: [Concern] = try reader.all()
    book.signals.take(concerns, on: day)
    book.signals.take(try reader.all(Opportunity.self), on: day)
    book.signals.take(contradicting: try contradicting(concerns, in: reader))
    let unplanned = try Tallies().answer(in: reader)[.unplanned]
    book.signals.take(fundingWithoutStep: unplanned[Barrier.funding.rawValue] ?? 0)
    return book
  }

  /// Of comments, which may be many, only those that were marked.
  private func contradicting(
    _ concerns: [Concern], in reader: Reader
  ) throws -> [(record: RecordReference, others: [RecordReference])] {
    let marked = try reader.rows(
      "SELECT id, body ->> '$.contradicts' FROM comment WHERE body ->> '$.contradicts' IS NOT NULL ORDER BY id",
      isOften: true)
    return concerns.filter { !$0.contradicts.isEmpty }.map {
      ($0.reference, $0.contradicts.compactMap { RecordReference($0) })
    }
      + marked.map { row in
        (RecordReference(.comment, row[0]), (row[1] as String).items.compactMap { RecordReference($0) })
      }
  }
}

/// The signals that have to be counted over all stakeholders: who is missing, and who is asked often. Goes through whole
/// tables, so not on a key's path.
public struct RiskCountsOn: Query {
  let day: Day
  let scheme: RegionScheme

  public init(_ day: Day, by scheme: RegionScheme) { (self.day, self.scheme) = (day, scheme) }

  public func answer(in reader: Reader) throws -> RiskSignals {
    var signals = RiskSignals()
    let dimensions = Balance.dimensions(by: scheme)
    // One walk through all of them, and again only when one of them changes.
    let table = try reader.kept("balance \(scheme)", over: [.stakeholder]) {
      try CrossCounts(dimensions, within: StakeholderFilter()).answer(in: reader)
    }
    signals.take(balanceOf: table)
    let asked = try AskedOften(upTo: day).answer(in: reader)
    signals.take(asked: asked.first, count: asked.count)
    return signals
  }
}

/// The register with all its signals.
public struct WholeRiskBook: Query {
  let day: Day
  let scheme: RegionScheme

  public init(_ day: Day, by scheme: RegionScheme) { (self.day, self.scheme) = (day, scheme) }

  public func answer(in reader: Reader) throws -> RiskBook {
    var book = try RiskBookOn(day).answer(in: reader)
    book.signals.merge(try RiskCountsOn(day, by: scheme).answer(in: reader))
    return book
  }
}

/// Who was asked often in twelve months, by whatever way: to answer a survey, to take part, to speak to the press, or by
/// a contact that went out. Goes through all invitations and contacts once, and again only when one of them changes.
struct AskedOften: Query {
  let day: Day

  init(upTo day: Day) { self.day = day }

  struct Answer: Sendable {
    /// Those asked most often.
    var first: [(id: RecordID, times: Int)] = []
    var count = 0
  }

  private var first: Day { InvitationPlan.first(of: day) }
  private static let least = InvitationPlan.usualLimit

  func answer(in reader: Reader) throws -> Answer {
    let kinds: [RecordKind] = [.invitation, .engagement, .opportunity, .enquiry, .spokesperson]
    return try reader.kept("asked \(day)", over: kinds) { try count(in: reader) }
  }

  private func count(in reader: Reader) throws -> Answer {
    var others = try askedBeside(in: reader)
    var asked: [(id: RecordID, times: Int)] = []
    // Row by row: an index would send the walk to and fro.
    let days: Arguments = [first.description, day.description]
    let rows = try reader.cursor(
      """
      SELECT who, count(*) FROM (
        SELECT body ->> '$.stakeholder' AS who FROM invitation NOT INDEXED
        WHERE body ->> '$.day' > ? AND body ->> '$.day' <= ?
        UNION ALL
        SELECT body ->> '$.stakeholder' FROM engagement NOT INDEXED
        WHERE body ->> '$.day' > ? AND body ->> '$.day' <= ?
          AND ifnull(body ->> '$.direction', 'outgoing') = 'outgoing'
      ) GROUP BY who
      HAVING who <> '' AND (count(*) >= ? OR who IN (SELECT value FROM json_each(?)))
      """, days + days + [Self.least, Body.list(others.keys.sorted())])
    while let row = try rows.next() {
      let id: RecordID = row[0]
      asked.append((id, row[1] + (others.removeValue(forKey: id) ?? 0)))
    }
    asked += others.map { ($0.key, $0.value) }
    asked.removeAll { $0.times < Self.least }
    asked.sort { (-$0.times, $0.id) < (-$1.times, $1.id) }
    return Answer(first: Array(asked.prefix(RiskSignals.named)), count: asked.count)
  }

  /// What small kinds say of people whom the base knows.
  private func askedBeside(in reader: Reader) throws -> [RecordID: Int] {
    var asked: [RecordID: Int] = [:]
    func isIn(_ one: Day?) -> Bool { one.map { $0 > first && $0 <= day } ?? false }
    for telling in try reader.all(Opportunity.self).flatMap(\.told)
    where !telling.stakeholder.isEmpty && isIn(telling.day) {
      asked[telling.stakeholder, default: 0] += 1
    }
    let speakers = try reader.all(Spokesperson.self).byID
    for enquiry in try reader.all(Enquiry.self) where isIn(enquiry.received?.day) {
      guard let speaker = speakers[enquiry.spokesperson], !speaker.stakeholder.isEmpty else { continue }
      asked[speaker.stakeholder, default: 0] += 1
    }
    return asked
  }
}
