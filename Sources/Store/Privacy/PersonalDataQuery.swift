import GRDB
import Model

/// All that the store holds about a stakeholder, and about the records that were merged into theirs; nil where there is
/// none of that id.
public struct PersonalDataOf: Query {
  public let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public func answer(in reader: Reader) throws -> PersonalData? {
    guard let stakeholder = try RecordByID<Stakeholder>(id).answer(in: reader) else { return nil }
    let merged = try String.fetchAll(
      reader.db, sql: "SELECT id FROM merged WHERE body ->> '$.into' = ? ORDER BY id", arguments: [id])
    let ids = [id] + merged
    let people = Set(ids.map { RecordReference(.stakeholder, $0) })
    var data = PersonalData(stakeholder)
    func take<R: Model.Record>(_ kind: R.Type) throws { data.take(try named(kind, people, in: reader)) }
    for kind in PersonalData.kinds { try take(kind.type) }
    data.notices = try reader.records(Notice.self, naming: people).map(\.title)
    data.history = try history(of: ids, in: reader.db)
    data.releases = try Int.fetchAll(
      reader.db,
      sql: """
        SELECT DISTINCT release.body ->> '$.number' FROM register_entry
        JOIN release ON release.id = register_entry.release
        WHERE stakeholder IN (SELECT value FROM json_each(?)) ORDER BY 1
        """, arguments: [Body.list(ids)])
    data.mentions = try NameMentions(
      of: [stakeholder.name, stakeholder.nativeName] + stakeholder.aliases,
      except: people.union(data.records.values.joined().map(\.reference))
    ).answer(in: reader)
    return data
  }

  /// In the order of their days, where they have one.
  private func named<R: Model.Record>(
    _: R.Type, _ people: Set<RecordReference>, in reader: Reader
  ) throws -> [R] {
    let day = R.field("day")
    let records = try reader.records(R.self, naming: people).map { $0.own(people) }
    return records.sorted { (day?.read($0) ?? "", $0.id) < (day?.read($1) ?? "", $1.id) }
  }

  private func history(of ids: [RecordID], in db: Database) throws -> [PersonalData.Event] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT at, who, name, why, before, after FROM journal_row JOIN journal ON journal.id = journal
        WHERE kind = 'stakeholder' AND record IN (SELECT value FROM json_each(?)) ORDER BY journal.id
        """, arguments: [Body.list(ids)]
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

/// How many records have come to their retention date, without reading them: who sees no contact details counts by the same
/// index as who does, past the view that hides them (`Masks`).
public struct CountToReview: Query {
  public let day: Day

  public init(on day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> Int {
    try Int.fetchOne(
      reader.db,
      sql: """
        SELECT count(*) FROM main.stakeholder WHERE \(StakeholdersToReview.condition) AND \(Incoming.isSeen)
        """,
      arguments: [day.description]) ?? 0
  }
}
