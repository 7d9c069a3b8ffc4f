import GRDB
import Model

/// Which of some stakeholders are stored, by id and by folded name, those out of use included: what an import
/// asks batch by batch.
public struct KnownStakeholders: Query {
  public let ids: [RecordID]
  public let foldedNames: [String]

  /// - Parameter foldedNames: as `Folding.folded` makes them.
  public init(ids: [RecordID] = [], foldedNames: [String] = []) {
    self.ids = ids
    self.foldedNames = foldedNames
  }

  public struct Answer: Sendable, Equatable {
    public var byID: [RecordID: Stakeholder] = [:]
    public var byFoldedName: [String: [Stakeholder]] = [:]
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    for row in try rows("id IN (SELECT value FROM json_each(?))", ids, in: reader.db) {
      let stakeholder = Stakeholder(row)
      answer.byID[stakeholder.id] = stakeholder
    }
    let isListed =
      "retired IN (0, 1) AND written_key IS NULL AND name_key IN (SELECT value FROM json_each(?))"
    let isWritten = "written_key IN (SELECT value FROM json_each(?))"
    for row in try [isListed, isWritten].flatMap({ try rows($0, foldedNames, in: reader.db) }) {
      answer.byFoldedName[row["written_key"] ?? row["name_key"], default: []].append(Stakeholder(row))
    }
    return answer
  }

  /// One statement for a batch of any size.
  private func rows(_ condition: String, _ values: [String], in db: Database) throws -> [Row] {
    guard !values.isEmpty else { return [] }
    let statement = try db.cachedStatement(
      sql: "SELECT id, version, body, name_key, written_key FROM stakeholder WHERE \(condition) ORDER BY row")
    return try Row.fetchAll(statement, arguments: [Body.list(values)])
  }
}

extension Stakeholder {
  /// From the columns `id`, `version` and `body`.
  init(_ row: Row) {
    self.init(id: row["id"], version: row["version"], values: Body.values(row["body"]))
  }
}

extension Library {
  /// Hands out all stakeholders in batches, in the order in which they came in, from one consistent view.
  /// - Parameter includingRetired: those out of use too.
  public func eachStakeholder(
    includingRetired: Bool, batch: Int = 1000, _ body: ([Stakeholder]) throws -> Void
  ) throws {
    try withReader { reader in
      // The unary plus keeps the index of `retired` out, which would have to be sorted.
      let condition = includingRetired ? "1" : "+retired = 0"
      let cursor = try Row.fetchCursor(
        reader.db, sql: "SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY row")
      var stakeholders: [Stakeholder] = []
      stakeholders.reserveCapacity(batch)
      while let row = try cursor.next() {
        stakeholders.append(Stakeholder(row))
        guard stakeholders.count == batch else { continue }
        try body(stakeholders)
        stakeholders.removeAll(keepingCapacity: true)
      }
      if !stakeholders.isEmpty { try body(stakeholders) }
    }
  }
}
