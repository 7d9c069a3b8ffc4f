import GRDB
import Model

/// A form that was half typed when its session ended, or that its writer put aside.
public struct Draft: Sendable, Equatable, Identifiable {
  public var id: RecordReference { RecordReference(kind, record) }
  public let kind: RecordKind
  public let record: RecordID
  /// The version of the record that the form began from; 0 for a new record.
  public let basedOn: Int
  /// Seconds since 1970.
  public let at: Int
  /// The record as it was when the form began, so that a clash is still noticed.
  public let base: [String: String]
  /// What was typed, by field: valid or not.
  public let typed: [String: String]

  public init(
    kind: RecordKind, record: RecordID, basedOn: Int, at: Int, base: [String: String],
    typed: [String: String]
  ) {
    self.kind = kind
    self.record = record
    self.basedOn = basedOn
    self.at = at
    self.base = base
    self.typed = typed
  }
}

/// The drafts of the person who asks, newest first.
public struct Drafts: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [Draft] {
    try Row.fetchAll(
      reader.db, sql: "SELECT * FROM draft WHERE who = ? ORDER BY at DESC", arguments: [reader.who]
    ).compactMap { row in
      RecordKind(rawValue: row["kind"]).map {
        Draft(
          kind: $0, record: row["record"], basedOn: row["based_on"], at: row["at"],
          base: Body.values(row["base"]), typed: Body.values(row["body"]))
      }
    }
  }
}

/// Settings that follow a person from one session to the next.
public struct Preferences: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [String: String] {
    let rows = try Row.fetchAll(
      reader.db, sql: "SELECT name, value FROM preference WHERE who = ?", arguments: [reader.who])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }
}

extension Library {
  /// Keeps what was typed, in place of an earlier draft of the same record.
  public func keep(_ draft: Draft) throws {
    try writePersonal { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO draft (who, kind, record, based_on, at, base, body)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          who, draft.kind.rawValue, draft.record, draft.basedOn, now, Body.text(draft.base),
          Body.text(draft.typed),
        ])
    }
  }

  public func dropDraft(_ kind: RecordKind, _ record: RecordID) throws {
    try writePersonal { db in
      try db.execute(
        sql: "DELETE FROM draft WHERE who = ? AND kind = ? AND record = ?",
        arguments: [who, kind.rawValue, record])
    }
  }

  public func prefer(_ name: String, _ value: String) throws {
    try writePersonal { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES (?, ?, ?)",
        arguments: [who, name, value])
    }
  }
}
