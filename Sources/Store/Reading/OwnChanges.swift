import Model

/// What a person did, newest first: what stands, and what they took back since their last new change.
public struct OwnChanges: Query {
  /// So many are told of.
  public let limit: Int

  public init(limit: Int = 200) { self.limit = limit }

  public struct Change: Sendable, Equatable, Identifiable {
    public let entry: JournalEntry
    public let state: State
    public var id: Int64 { entry.id }
  }

  public enum State: Sendable, Equatable {
    case done
    /// It was taken back, and can be brought back.
    case undone
    /// It is out of the house, or agreed to by others: no undo takes it back.
    case lasting
  }

  public func answer(in reader: Reader) throws -> [Change] {
    try reader.rows(
      """
      SELECT id FROM journal WHERE who = ? AND state IN ('done', 'undone') ORDER BY id DESC LIMIT ?
      """, [reader.who, limit]
    ).compactMap { row in
      let id: Int64 = row["id"]
      guard let found = try reader.row("\(JournalEntry.columns) WHERE j.id = ?", [id]) else { return nil }
      let entry = JournalEntry(found)
      return Change(entry: entry, state: try Journal.standing(of: id, in: reader))
    }
  }
}

/// The number of the last change that a person made and that stands; 0 where there is none.
public struct LastOwnChange: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> Int64 {
    try reader.value(
      Int64.self, "SELECT max(id) FROM journal WHERE who = ? AND state = 'done'", [reader.who]) ?? 0
  }
}

/// Several changes of one person, taken back or brought back one after the other: all of them or none.
public struct Turn: Sendable, Hashable {
  public let isRedo: Bool
  /// Of the journal, in the order in which they are turned.
  public let entries: [Int64]

  public init(isRedo: Bool, entries: [Int64]) { (self.isRedo, self.entries) = (isRedo, entries) }
}

extension Library {
  /// Takes changes back, or brings them back, in one transaction.
  /// - Throws: `Refusal` for the first that cannot be turned; nothing was then written.
  public func turn(_ turn: Turn, goesOn: () -> Bool = { true }) throws {
    try turns(turn.entries.map { Undo(isRedo: turn.isRedo, shown: $0) }, goesOn)
  }

  /// Why a turn would be refused, found by doing it and taking all of it back.
  /// - Returns: nil where it would not.
  public func refusal(of turn: Turn) throws -> Refusal? {
    do {
      try turns(turn.entries.map { Undo(isRedo: turn.isRedo, shown: $0) }, isTried: true) { true }
    } catch let refusal as Refusal { return refusal }
    return nil
  }
}
