import GRDB
import Model

/// Which of some stakeholders are stored, by id and by folded name, those out of use included: what an import
/// asks batch by batch.
public struct KnownStakeholders: Query {
  public let ids: [RecordID]
  public let foldedNames: [String]
  public let emails: Set<String>

  /// So many of one name are handed out, whatever their e-mails are.
  public static let bound = 50

  /// - Parameters:
  ///   - foldedNames: as `Folding.folded` makes them.
  ///   - emails: in lower case; of more than `bound` that have the same name, those that have one of these are found.
  public init(ids: [RecordID] = [], foldedNames: [String] = [], emails: Set<String> = []) {
    (self.ids, self.foldedNames, self.emails) = (ids, foldedNames, emails)
  }

  public struct Answer: Sendable, Equatable {
    public var byID: [RecordID: Stakeholder] = [:]
    public var byFoldedName: [String: [Stakeholder]] = [:]
    /// How many have a name, where they are more than `bound`. Of these, `byFoldedName` has only those that share
    /// an e-mail with what was asked and some that have none; where no e-mail was asked for, the first ones.
    public var crowds: [String: Int] = [:]
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    for row in try rows("id IN (SELECT value FROM json_each(?))", ids, in: reader.db) {
      let stakeholder = Stakeholder(row)
      answer.byID[stakeholder.id] = stakeholder
    }
    guard !foldedNames.isEmpty else { return answer }
    try findNamesakes(Body.list(foldedNames), of: &answer, in: reader.db)
    if !answer.crowds.isEmpty && !emails.isEmpty { try findInCrowds(of: &answer, in: reader.db) }
    return answer
  }

  // MARK: Names

  private static let isOfName = [
    "retired IN (0, 1) AND written_key IS NULL AND name_key IN (SELECT value FROM json_each(?))",
    "written_key IN (SELECT value FROM json_each(?))",
  ]

  /// Counts all of a name, but makes records of the first ones only.
  private func findNamesakes(_ names: String, of answer: inout Answer, in db: Database) throws {
    var counts: [String: Int] = [:]
    for condition in Self.isOfName {
      let statement = try db.cachedStatement(
        sql: "SELECT id, version, body, name_key, written_key FROM stakeholder WHERE \(condition)")
      let cursor = try Row.fetchCursor(statement, arguments: [names])
      while let row = try cursor.next() {
        let name: String = row["written_key"] ?? row["name_key"]
        let count = counts[name, default: 0] + 1
        counts[name] = count
        if count <= Self.bound { answer.byFoldedName[name, default: []].append(Stakeholder(row)) }
      }
    }
    answer.crowds = counts.filter { $0.value > Self.bound }
  }

  /// Takes up of each crowd those whom an e-mail can tell from the others.
  private func findInCrowds(of answer: inout Answer, in db: Database) throws {
    for name in answer.crowds.keys { answer.byFoldedName[name] = [] }
    let names = Body.list(Array(answer.crowds.keys))
    for condition in Self.isOfName {
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, version, body, name_key, written_key, lower(coalesce(body ->> '$.emails', '')) AS emails
          FROM stakeholder WHERE \(condition)
          """)
      let cursor = try Row.fetchCursor(statement, arguments: [names])
      while let row = try cursor.next() {
        let text: String = row["emails"]
        let name: String = row["written_key"] ?? row["name_key"]
        let isTold =
          text.isEmpty
          ? answer.byFoldedName[name, default: []].count < Self.bound
          : text.split(separator: ";").contains { emails.contains(String($0).trimmed) }
        if isTold { answer.byFoldedName[name, default: []].append(Stakeholder(row)) }
      }
    }
  }

  /// One statement for a batch of any size.
  private func rows(_ condition: String, _ values: [String], in db: Database) throws -> [Row] {
    guard !values.isEmpty else { return [] }
    let statement = try db.cachedStatement(
      sql: "SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY row")
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
