import Model

/// Where merged records went: for each of the ids that is no record any more, the id of the one it became.
public struct MergedInto: Query {
  public let ids: [RecordID]

  public init(_ ids: [RecordID]) { self.ids = ids }

  public func answer(in reader: Reader) throws -> [RecordID: RecordID] {
    let rows = try reader.rows(
      "SELECT id, body ->> '$.into' FROM merged WHERE id IN (SELECT value FROM json_each(?))",
      [Body.list(ids)], isOften: true)
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }
}

extension Reader {
  /// All merged records, with what each became.
  func merged() throws -> [RecordReference: RecordReference] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, body ->> '$.into' FROM merged")
    return Dictionary(
      rows.map { (RecordReference(.stakeholder, $0[0]), RecordReference(.stakeholder, $0[1])) },
      uniquingKeysWith: { $1 })
  }
}

extension Library {
  /// The pairs that somebody told apart.
  func distinctPairs() throws -> Set<DistinctPair> {
    try withReader { reader in
      Set(try reader.all(ToldApart.self).map { DistinctPair($0.first, $0.second) })
    }
  }
}

/// Which of some pairs are still to be decided: both records are there, and nobody told them apart.
public struct OpenPairs: Query {
  public let pairs: [DistinctPair]

  public init(_ pairs: [DistinctPair]) { self.pairs = pairs }

  public func answer(in reader: Reader) throws -> Set<DistinctPair> {
    let ids = Set(pairs.flatMap { [$0.first, $0.second] })
    let there = Set(
      try reader.values(
        String.self, "SELECT id FROM stakeholder WHERE id IN (SELECT value FROM json_each(?))",
        [Body.list(Array(ids))]))
    let told = try reader.all(ToldApart.self).map { DistinctPair($0.first, $0.second) }
    let open = pairs.filter { there.contains($0.first) && there.contains($0.second) }
    return Set(open).subtracting(told)
  }
}
