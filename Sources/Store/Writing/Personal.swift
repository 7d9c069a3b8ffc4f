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

/// The drafts of the person who asks, newest first. Whom they name and who was merged meanwhile is the record that they
/// became.
public struct Drafts: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [Draft] {
    let merged = try reader.merged()
    return try Row.fetchAll(
      reader.db, sql: "SELECT * FROM draft WHERE who = ? ORDER BY at DESC", arguments: [reader.who]
    ).compactMap { row in
      RecordKind(rawValue: row["kind"]).map { kind in
        func values(_ text: String) -> [String: String] {
          kind.type.values(Body.values(text), following: merged)
        }
        return Draft(
          kind: kind, record: row["record"], basedOn: row["based_on"], at: row["at"],
          base: values(row["base"]), typed: values(row["body"]))
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

/// What holds for the whole office, whoever works: one of the settings that belong to nobody.
public struct OfficeSetting: Query {
  public enum Name: String, Sendable {
    /// From whom notices come: `Name <address>`.
    case noticeSender = "notice.sender"
  }

  public let name: Name

  public init(_ name: Name) { self.name = name }

  /// Empty where nobody set it.
  public func answer(in reader: Reader) throws -> String {
    try reader.value(String.self, "SELECT value FROM preference WHERE who = '' AND name = ?", [name.rawValue])
      ?? ""
  }
}

extension Library {
  /// Keeps what was typed, in place of an earlier draft of the same record.
  public func keep(_ draft: Draft) throws {
    try writeOwn { db in
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
    try writeOwn { db in
      try db.execute(
        sql: "DELETE FROM draft WHERE who = ? AND kind = ? AND record = ?",
        arguments: [who, kind.rawValue, record])
    }
  }

  public func prefer(_ name: String, _ value: String) throws {
    try writeOwn { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES (?, ?, ?)",
        arguments: [who, name, value])
    }
  }

  public func set(_ name: OfficeSetting.Name, to value: String) throws {
    try writeShared(needs: .administer) { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES ('', ?, ?)",
        arguments: [name.rawValue, value])
    }
  }
}
