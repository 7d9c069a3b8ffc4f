import Model

/// One entry of the journal, as people read it.
public struct JournalEntry: Sendable, Equatable {
  public let id: Int64
  /// Seconds since 1970.
  public let at: Int
  public let who: String
  /// What was done: `edit`, `add`, `import` …
  public let name: String
  /// Whether it took back or brought back an earlier change.
  public let isUndo: Bool
  public let isRedo: Bool
  /// Why it was done, in the writer's words, or the file that it came from.
  public let why: String
  /// How many records it touched.
  public let count: Int
  /// The first of them.
  public let kind: RecordKind
  public let record: RecordID
  public let title: String
  /// With whom the contact was, where the record is one.
  public let stakeholder: RecordID?
  /// The fields that it changed in the first, with their values before and after; empty for a record that was
  /// made or removed.
  public let fields: [FieldChange]
  /// What the first was made with; empty where it was there before.
  public let made: [String: String]
  /// What the record was called that a merge put into the first; empty for all other changes.
  public let other: String

  public struct FieldChange: Sendable, Equatable {
    public let field: String
    public let before: String
    public let after: String

    public init(field: String, before: String, after: String) {
      (self.field, self.before, self.after) = (field, before, after)
    }
  }

  init(_ row: Row) {
    id = row["id"]
    at = row["at"]
    who = row["who"]
    name = row["name"]
    why = row["why"]
    let state: String = row["state"]
    isUndo = state == Journal.State.undo.rawValue
    isRedo = state == Journal.State.redo.rawValue
    count = row["count"]
    stakeholder = row["stakeholder"]
    let first = JournalRow(row)
    (kind, record, title) = (first.kind, first.record, first.title)
    other = row["other"] ?? ""
    made = first.before == nil ? first.after ?? [:] : [:]
    guard let before = first.before, let after = first.after else {
      fields = []
      return
    }
    fields = after.keys.sorted().map {
      FieldChange(field: $0, before: before[$0] ?? "", after: after[$0] ?? "")
    }
  }

  /// What a bulk write added has no rows: the first of the records stands for them. An entry that took such
  /// records back has a row for each, too many to count each time: its `added` says how many, below 0.
  static let columns = """
    SELECT j.id, j.at, j.who, j.name, j.why, j.state, r.before, r.after,
      coalesce(r.kind, 'stakeholder') AS kind, coalesce(r.record, s.id, '') AS record,
      CASE r.kind WHEN 'engagement' THEN coalesce(
        r.after ->> '$.stakeholder', r.before ->> '$.stakeholder',
        (SELECT body ->> '$.stakeholder' FROM engagement WHERE id = r.record)) END AS stakeholder,
      CASE j.name WHEN 'merge' THEN (
        SELECT title FROM journal_row WHERE journal = j.id AND kind = 'stakeholder'
        AND (before IS NULL OR after IS NULL) LIMIT 1) END AS other,
      coalesce(r.title, s.body ->> '$.name', j.why) AS title,
      CASE WHEN j.added < 0 THEN -j.added
        ELSE j.added + (SELECT count(*) FROM journal_row WHERE journal = j.id) END AS count
    FROM journal j
    LEFT JOIN journal_row r ON r.rowid = (SELECT min(rowid) FROM journal_row WHERE journal = j.id)
    LEFT JOIN stakeholder s ON s.row = (
      SELECT min(row) FROM stakeholder WHERE j.added != 0 AND origin = coalesce(
        (SELECT target FROM journal WHERE id = j.target), j.target, j.id))
    """
}

/// The last changes, newest first. What a new store began with is not among them.
public struct RecentChanges: Query {
  public let limit: Int

  public init(limit: Int) { self.limit = limit }

  public func answer(in reader: Reader) throws -> [JournalEntry] {
    try reader.rows(
      "\(JournalEntry.columns) WHERE j.state != 'kept' AND (r.rowid OR j.added) ORDER BY j.id DESC LIMIT ?",
      [limit]
    ).map(JournalEntry.init)
  }
}

/// What undo and redo would do now, so that they can be offered by name.
public struct UndoOutlook: Query {
  public init() {}

  public struct Answer: Sendable, Equatable {
    public var undo: JournalEntry?
    public var redo: JournalEntry?
    /// The person's last change, where no undo takes it back: what undo takes back came before it.
    public var lasting: JournalEntry?

    public init(undo: JournalEntry? = nil, redo: JournalEntry? = nil, lasting: JournalEntry? = nil) {
      (self.undo, self.redo, self.lasting) = (undo, redo, lasting)
    }
  }

  public func answer(in reader: Reader) throws -> Answer {
    func entry(_ id: Int64?) throws -> JournalEntry? {
      try id.flatMap {
        try reader.row("\(JournalEntry.columns) WHERE j.id = ?", [$0])
      }.map(JournalEntry.init)
    }
    return Answer(
      undo: try entry(Journal.undoable(by: reader.who, in: reader)),
      redo: try entry(Journal.redoable(by: reader.who, in: reader)),
      lasting: try entry(Journal.lasting(by: reader.who, in: reader)))
  }
}
