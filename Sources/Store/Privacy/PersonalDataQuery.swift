import GRDB
import Model

/// All that the store holds about a stakeholder; nil where there is none of that id.
public struct PersonalDataOf: Query {
  public let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public func answer(in reader: Reader) throws -> PersonalData? {
    guard let stakeholder = try RecordByID<Stakeholder>(id).answer(in: reader) else { return nil }
    var data = PersonalData(stakeholder)
    data.engagements = try engagements(in: reader.db)
    data.enquiries = try reader.all(Enquiry.self).filter { $0.stakeholder == id }
    data.spokespersons = try reader.all(Spokesperson.self).filter { $0.stakeholder == id }
    data.invitations = try reader.naming(id)
    data.responses = try reader.naming(id)
    data.opportunities = try reader.naming(id)
    data.comments = try reader.naming(id)
    data.concerns = try reader.naming(id)
    data.focusGroups = try reader.naming(id)
    data.evidence = try reader.naming(id)
    data.history = try history(in: reader.db)
    data.notices = try AllRecords<Notice>().answer(in: reader)
      .filter { $0.stakeholders.contains(id) }.map(\.title)
    data.releases = try Int.fetchAll(
      reader.db,
      sql: """
        SELECT DISTINCT release.body ->> '$.number' FROM register_entry
        JOIN release ON release.id = register_entry.release WHERE stakeholder = ? ORDER BY 1
        """, arguments: [id])
    return data
  }

  private func engagements(in db: Database) throws -> [Engagement] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, version, body FROM engagement WHERE body ->> '$.stakeholder' = ?
        ORDER BY body ->> '$.day', id
        """, arguments: [id]
    ).map { Engagement(id: $0[0], version: $0[1], values: Body.values($0[2])) }
  }

  private func history(in db: Database) throws -> [PersonalData.Event] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT at, who, name, why, before, after FROM journal_row JOIN journal ON journal.id = journal
        WHERE kind = 'stakeholder' AND record = ? ORDER BY journal.id
        """, arguments: [id]
    ).map { row in
      PersonalData.Event(
        at: row["at"], who: row["who"], name: row["name"], why: row["why"],
        before: (row["before"] as String?).map(Body.values) ?? [:],
        after: (row["after"] as String?).map(Body.values) ?? [:])
    }
  }
}

/// Stakeholders in use whose retention date has come, the oldest first.
public struct StakeholdersToReview: Query {
  public let day: Day
  public let limit: Int

  public init(on day: Day, limit: Int = 500) { (self.day, self.limit) = (day, limit) }

  /// Its argument is the day. By the index `stakeholder_to_review`.
  static let condition = """
    body ->> '$.retain_until' IS NOT NULL AND body ->> '$.retain_until' <= ? AND +retired = 0
    """

  public func answer(in reader: Reader) throws -> [Stakeholder] {
    try Row.fetchAll(
      reader.db,
      sql: """
        SELECT id, version, body FROM stakeholder
        WHERE \(Self.condition)
        ORDER BY body ->> '$.retain_until', name_key LIMIT ?
        """, arguments: [day.description, limit]
    ).map(Stakeholder.init)
  }
}

/// How many records have come to their retention date, without reading them.
public struct CountToReview: Query {
  public let day: Day

  public init(on day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> Int {
    try Int.fetchOne(
      reader.db, sql: "SELECT count(*) FROM stakeholder WHERE \(StakeholdersToReview.condition)",
      arguments: [day.description]) ?? 0
  }
}
