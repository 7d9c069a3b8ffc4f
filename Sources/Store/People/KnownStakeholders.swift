import Model

/// Which of some stakeholders are stored, by id and by folded name, those out of use included: what an import
/// asks batch by batch.
public struct KnownStakeholders: Query {
  public let ids: [RecordID]
  public let foldedNames: [String]
  public let emails: Set<String>
  public let uids: [String]

  /// So many of one name are handed out, whatever their e-mails are.
  public static let bound = 50

  /// - Parameters:
  ///   - foldedNames: as `Folding.folded` makes them.
  ///   - emails: in lower case; of more than `bound` that have the same name, those that have one of these are found.
  ///   - uids: as `ForeignUID.checked` writes them.
  public init(
    ids: [RecordID] = [], foldedNames: [String] = [], emails: Set<String> = [], uids: [String] = []
  ) {
    (self.ids, self.foldedNames, self.emails, self.uids) = (ids, foldedNames, emails, uids)
  }

  public struct Answer: Sendable, Equatable {
    public var byID: [RecordID: Stakeholder] = [:]
    /// Of several who have one UID, somebody in use.
    public var byUID: [String: Stakeholder] = [:]
    public var byFoldedName: [String: [Stakeholder]] = [:]
    /// How many have a name, where they are more than `bound`. Of these, `byFoldedName` has only those that share
    /// an e-mail with what was asked and some that have none; where no e-mail was asked for, the first ones.
    public var crowds: [String: Int] = [:]
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    let known: [Stakeholder] = try reader.records(ids)
    answer.byID = known.byID
    if !uids.isEmpty { answer.byUID = try withUIDs(in: reader) }
    guard !foldedNames.isEmpty else { return answer }
    try findNamesakes(Body.list(foldedNames), of: &answer, in: reader)
    if !answer.crowds.isEmpty && !emails.isEmpty { try findInCrowds(of: &answer, in: reader) }
    return answer
  }

  private func withUIDs(in reader: Reader) throws -> [String: Stakeholder] {
    let rows = try reader.cursor(
      """
      SELECT stakeholder.id, version, body, uid FROM stakeholder_uid JOIN stakeholder ON stakeholder.id = stakeholder_uid.stakeholder
      WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY retired, stakeholder.row
      """, [Body.list(uids)], isOften: true)
    var known: [String: Stakeholder] = [:]
    while let row = try rows.next() {
      let uid: String = row["uid"]
      if known[uid] == nil { known[uid] = Stakeholder(row) }
    }
    return known
  }

  // MARK: Names

  private static let isOfName = [
    "retired IN (0, 1) AND written_key IS NULL AND name_key IN (SELECT value FROM json_each(?))",
    "written_key IN (SELECT value FROM json_each(?))",
  ]

  /// Counts all of a name, but makes records of the first ones only.
  private func findNamesakes(_ names: String, of answer: inout Answer, in reader: Reader) throws {
    var counts: [String: Int] = [:]
    for condition in Self.isOfName {
      let cursor = try reader.cursor(
        "SELECT id, version, body, name_key, written_key FROM stakeholder WHERE \(condition)", [names],
        isOften: true)
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
  private func findInCrowds(of answer: inout Answer, in reader: Reader) throws {
    for name in answer.crowds.keys { answer.byFoldedName[name] = [] }
    let names = Body.list(Array(answer.crowds.keys))
    for condition in Self.isOfName {
      let cursor = try reader.cursor(
        """
        SELECT id, version, body, name_key, written_key, lower(coalesce(body ->> '$.emails', '')) AS emails
        FROM stakeholder WHERE \(condition)
        """, [names], isOften: true)
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
}
