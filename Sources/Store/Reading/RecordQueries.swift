import Model

/// One record by its id, nil where there is none.
public struct RecordByID<R: Model.Record>: Query {
  public let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public func answer(in reader: Reader) throws -> R? {
    try reader.record(R.self, id)
  }
}

/// All records of a small kind, by id; after a change only what changed is read again. Stakeholders come in windows
/// instead.
public struct AllRecords<R: Model.Record>: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [R] {
    try reader.all(R.self)
  }
}

/// Where a stakeholder stands in a list, so that the list can open there; nil where it is not in it.
public struct StakeholderPlaceByID: Query {
  public let id: RecordID
  public let sort: StakeholderSort

  public init(_ id: RecordID, sort: StakeholderSort) {
    self.id = id
    self.sort = sort
  }

  public func answer(in reader: Reader) throws -> StakeholderPlace? {
    try reader.row(
      """
      SELECT row, id, version, body, name_key, \(sort.expression ?? "NULL") AS key
      FROM stakeholder WHERE id = ? AND retired = 0
      """, [id]
    ).map { StakeholderRow($0).place }
  }
}

/// The records of these ids, as far as there are any.
public struct RecordsByIDs<R: Model.Record>: Query {
  public let ids: [RecordID]

  public init(_ ids: [RecordID]) { self.ids = ids }

  public func answer(in reader: Reader) throws -> [RecordID: R] {
    let records: [R] = try reader.records(ids)
    return records.byID
  }
}
