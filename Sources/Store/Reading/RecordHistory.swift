import Model

/// One change of one record: who did it, when, why, and what each field was before and after.
public struct HistoryEntry: Sendable, Equatable {
  /// The journal's number for the change.
  public let id: Int64
  /// Seconds since 1970.
  public let at: Int
  public let who: String
  /// What was done: `edit`, `add`, `import` …
  public let name: String
  /// In the writer's words, or the file that it came from; empty where nobody said.
  public let why: String
  public let isUndo: Bool
  public let isRedo: Bool
  /// The fields that it changed; nil where it made the record.
  public let before: [String: String]?
  /// Nil where it removed the record.
  public let after: [String: String]?
  /// It made the record together with many others, and the journal holds no values of its own for it.
  public let isInBulk: Bool

  /// Its values went with somebody who was erased: who did it and when is all that is left.
  public var isEmptied: Bool { !isInBulk && (before ?? [:]).isEmpty && (after ?? [:]).isEmpty }

  /// What it changed, in the order of the names; empty for a record that it made or removed.
  public var fields: [JournalEntry.FieldChange] {
    guard let before, let after else { return [] }
    return Set(before.keys).union(after.keys).sorted().map {
      JournalEntry.FieldChange(field: $0, before: before[$0] ?? "", after: after[$0] ?? "")
    }
  }
}

/// The history of one record, the newest change first.
public struct RecordHistory: Query {
  public let kind: RecordKind
  public let record: RecordID

  /// So many changes are read at most.
  static let cap = 1000

  public init(_ kind: RecordKind, _ record: RecordID) {
    (self.kind, self.record) = (kind, record)
  }

  public struct Answer: Sendable, Equatable {
    public var entries: [HistoryEntry] = []
    /// The record's values now; nil where it is not in the store.
    public var current: [String: String]?
    /// It was written more than once, and the journal tells of none of it: that went with somebody who was erased.
    public var isLost = false

    public init() {}

    /// Whether the values right after an entry went with somebody who was erased.
    public func isEmptied(after index: Int) -> Bool { entries.prefix(index + 1).contains(where: \.isEmptied) }

    /// The values as they were right after an entry, reckoned back from now: each newer change is taken back.
    /// Nil where the record was not there then.
    public func values(after index: Int) -> [String: String]? {
      entries.prefix(max(0, index)).reduce(current) { values, entry in
        guard let before = entry.before else { return nil }
        guard entry.after != nil, var values else { return before }
        for (name, text) in before { values[name] = text.isEmpty ? nil : text }
        return values
      }
    }
  }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    let row = try reader.row("SELECT version, body FROM \"\(kind.rawValue)\" WHERE id = ?", [record])
    answer.current = (row?["body"] as String?).map(Body.values)
    let columns = "j.id, j.at, j.who, j.name, j.why, j.state"
    answer.entries = try reader.rows(
      """
      SELECT \(columns), r.before, r.after FROM journal_row r JOIN journal j ON j.id = r.journal
      WHERE r.kind = ? AND r.record = ? ORDER BY j.id DESC, r.rowid DESC LIMIT \(Self.cap)
      """, [kind.rawValue, record]
    ).map { HistoryEntry($0, isInBulk: false) }
    if kind == .stakeholder {
      // The journal's row of a bulk import names no record: the record names the import.
      answer.entries += try reader.rows(
        """
        SELECT \(columns), NULL AS before, NULL AS after FROM stakeholder s
        JOIN journal j ON j.id = s.origin WHERE s.id = ?
        """, [record]
      ).map { HistoryEntry($0, isInBulk: true) }
    }
    answer.isLost = answer.entries.isEmpty && (row?["version"] as Int?).map { $0 > 1 } ?? false
    return answer
  }
}

extension HistoryEntry {
  fileprivate init(_ row: Row, isInBulk: Bool) {
    (id, at, who, name, why) = (row["id"], row["at"], row["who"], row["name"], row["why"])
    let state: String = row["state"]
    isUndo = state == Journal.State.undo.rawValue
    isRedo = state == Journal.State.redo.rawValue
    before = (row["before"] as String?).map(Body.values)
    after = (row["after"] as String?).map(Body.values)
    self.isInBulk = isInBulk
  }
}
