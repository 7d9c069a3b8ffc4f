import GRDB
import Model

/// Makes two records of the same stakeholder one. The first one keeps its id; whatever pointed to the second one
/// points to it, and the second one's id leads to it. One undo brings both back.
public struct MergeStakeholders: Change {
  public var name: String { "merge" }
  let merge: StakeholderMerge

  public init(_ merge: StakeholderMerge) { self.merge = merge }

  /// - Throws: `Refusal.changedMeanwhile` where one of them is not as it was laid side by side.
  public func perform(in transaction: Transaction) throws {
    let first = try unchanged(merge.first, in: transaction)
    _ = try unchanged(merge.second, in: transaction)
    let result = merge.result
    if let (field, problem) = result.contradictions.first { throw Refusal.invalid(field: field, problem) }
    try transaction.put(result, over: first)
    try transaction.moveEngagements(from: merge.second.id, to: result.id)
    try transaction.moveAffiliations(from: merge.second.id, to: result.id)
    try transaction.moveVoices(from: merge.second.id, to: result.id)
    try transaction.moveEvidence(from: merge.second.id, to: result.id)
    try transaction.moveDecisions(from: merge.second.id, to: result.id)
    try transaction.remove(merge.second)
    var pointer = MergedRecord(id: merge.second.id)
    pointer.into = result.id
    try transaction.put(pointer)
  }

  private func unchanged(_ seen: Stakeholder, in transaction: Transaction) throws -> Transaction.Stored {
    guard let stored = try transaction.stored(.stakeholder, seen.id) else {
      throw Refusal.gone(title: seen.title)
    }
    guard stored.version == seen.version else {
      throw Refusal.changedMeanwhile(
        title: seen.title, by: try transaction.lastWriter(.stakeholder, seen.id))
    }
    return stored
  }
}

/// Says that two records are not the same, so that no search brings them up again.
public struct TellApart: Change {
  public var name: String { "tell-apart" }
  let pair: DistinctPair

  public init(_ pair: DistinctPair) { self.pair = pair }

  public func perform(in transaction: Transaction) throws {
    let day = Day(number: transaction.now / 86_400)
    try transaction.put(ToldApart(pair, who: transaction.who, day: day))
  }
}

extension Transaction {
  fileprivate func moveEngagements(from old: RecordID, to new: RecordID) throws {
    let ids = try String.fetchAll(
      db, sql: "SELECT id FROM engagement WHERE body ->> '$.stakeholder' = ? ORDER BY id", arguments: [old])
    for id in ids {
      guard var engagement = try fetch(Engagement.self, id) else { continue }
      engagement.stakeholder = new
      try put(engagement)
    }
  }

  /// The full-text index holds the ids that affiliations point to.
  fileprivate func moveAffiliations(from old: RecordID, to new: RecordID) throws {
    guard let match = StakeholderFilter(text: old).match else { return }
    let ids = try String.fetchAll(
      db,
      sql: """
        SELECT s.id FROM stakeholder_search CROSS JOIN stakeholder s ON s.row = stakeholder_search.rowid
        WHERE stakeholder_search MATCH ? ORDER BY s.row
        """, arguments: [match])
    for id in ids where id != old && id != new {
      guard var other = try fetch(Stakeholder.self, id) else { continue }
      var isMoved = false
      for place in other.affiliations.indices where other.affiliations[place].record == old {
        other.affiliations[place].record = new
        isMoved = true
      }
      if isMoved { try put(other) }
    }
  }

  /// What was told apart from the old record is told apart from the new one; what was merged into the old one is
  /// now in the new one.
  fileprivate func moveDecisions(from old: RecordID, to new: RecordID) throws {
    for decision in try fetchAll(ToldApart.self) where [decision.first, decision.second].contains(old) {
      try remove(decision)
      let other = decision.first == old ? decision.second : decision.first
      guard other != new, let day = decision.day else { continue }
      try put(ToldApart(DistinctPair(new, other), who: decision.who, day: day))
    }
    for var pointer in try fetchAll(MergedRecord.self) where pointer.into == old {
      pointer.into = new
      try put(pointer)
    }
  }
}
