import Model

/// Who belongs to a stakeholder: the people of an organization, the members of a network or hub. Their
/// affiliations name it by its record or, where nobody has linked them, by one of its names.
public struct Members: Query {
  public let stakeholder: RecordID
  private let names: Set<String>

  /// So many records that mention the stakeholder are looked at, and so many members returned.
  static let looked = 2000
  public static let cap = 200

  public init(of stakeholder: Stakeholder) {
    self.stakeholder = stakeholder.id
    let names =
      [stakeholder.name, stakeholder.nativeName] + stakeholder.aliases
      + stakeholder.acronyms
    self.names = Set(names.map(Folding.folded).filter { !$0.isEmpty })
  }

  public struct Member: Sendable, Equatable {
    public let stakeholder: Stakeholder
    public let affiliation: Affiliation
  }

  public struct Answer: Sendable, Equatable {
    public var members: [Member] = []
    /// There are more than were looked at.
    public var isCapped = false

    public init() {}
  }

  public func answer(in reader: Reader) throws -> Answer {
    // The limit lies within: a name that half the records mention stops there.
    let cursor = try reader.cursor(
      """
      SELECT s.id, s.version, s.body FROM
        (SELECT rowid AS found FROM stakeholder_search WHERE stakeholder_search MATCH ? LIMIT ?)
      CROSS JOIN stakeholder s ON s.row = found
      WHERE s.retired = 0 AND s.body ->> '$.affiliations' IS NOT NULL
      """, [match, Self.looked])
    var answer = Answer()
    while let row = try cursor.next() {
      let member = Stakeholder(row)
      guard member.id != stakeholder, let affiliation = affiliation(of: member) else { continue }
      answer.members.append(Member(stakeholder: member, affiliation: affiliation))
      if answer.members.count == Self.cap {
        answer.isCapped = true
        break
      }
    }
    // Those who are still there come first.
    answer.members.sort { first, second in
      let ended = (!first.affiliation.to.isEmpty, !second.affiliation.to.isEmpty)
      if ended.0 != ended.1 { return ended.1 }
      return Folding.folded(first.stakeholder.orderName) < Folding.folded(second.stakeholder.orderName)
    }
    return answer
  }

  private func affiliation(of member: Stakeholder) -> Affiliation? {
    member.affiliations.first { affiliation in
      affiliation.record.map { $0 == stakeholder }
        ?? names.contains(Folding.folded(affiliation.organization))
    }
  }

  /// Each name and the id as an exact phrase.
  private var match: String {
    ([stakeholder] + names.sorted()).map(Folding.searchable)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: " OR ")
  }
}
