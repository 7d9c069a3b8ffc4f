import GRDB
import Model

/// Makes two or more records of the same stakeholder one. The first one keeps its id; whatever pointed to the others
/// points to it, and their ids lead to it. One undo brings all of them back.
public struct MergeStakeholders: Change {
  public var name: String { "merge" }
  private let first: Stakeholder
  private let others: [Stakeholder]
  private let result: Stakeholder

  public init(_ merge: StakeholderMerge) {
    (first, others, result) = (merge.first, [merge.second], merge.result)
  }

  public init(_ group: GroupMerge) {
    (first, others, result) = (group.taken[0], Array(group.taken.dropFirst()), group.result)
  }

  /// - Throws: `Refusal.changedMeanwhile` where one of them is not as it was laid side by side.
  public func perform(in transaction: Transaction) throws {
    let first = try unchanged(first, in: transaction)
    for other in others { _ = try unchanged(other, in: transaction) }
    if let (field, problem) = result.contradictions.first { throw Refusal.invalid(field: field, problem) }
    transaction.validity.movesNames = true
    transaction.validity.references.tolerated = Set(others.flatMap { $0.references.map(\.to) })
    try transaction.put(result, over: first)
    for other in others {
      try transaction.moveNames(from: other.id, to: result.id)
      try transaction.moveDecisions(from: other.id, to: result.id)
      try transaction.remove(other)
      var pointer = MergedRecord(id: other.id)
      pointer.into = result.id
      try transaction.put(pointer)
    }
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
  /// What named the one by a field names the other.
  fileprivate func moveNames(from old: RecordID, to new: RecordID) throws {
    let (old, new) = (RecordReference(.stakeholder, old), RecordReference(.stakeholder, new))
    func move<R: Model.Record>(_: R.Type) throws {
      for record in try Naming.records(R.self, naming: [old], in: db) where record.reference != old {
        try put(record.naming(new, for: old))
      }
    }
    for kind in RecordKind.allCases where kind != .toldApart { try move(kind.type) }
  }

  /// What was told apart from the old record is told apart from the new one: its id is made of both.
  fileprivate func moveDecisions(from old: RecordID, to new: RecordID) throws {
    for decision in try Naming.records(ToldApart.self, naming: [RecordReference(.stakeholder, old)], in: db) {
      try remove(decision)
      let other = decision.first == old ? decision.second : decision.first
      guard other != new, let day = decision.day, try stored(.stakeholder, other) != nil else { continue }
      try put(ToldApart(DistinctPair(new, other), who: decision.who, day: day))
    }
  }
}
