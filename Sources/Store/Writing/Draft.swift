import GRDB
import Model

/// What was half typed when its session ended, or what its writer put aside.
public struct Draft: Sendable, Equatable, Identifiable {
  public var id: String { "\(column) \(record)" }
  /// Of the record in whose form it was typed; nil for what was typed in any other sheet.
  public let kind: RecordKind?
  /// The record of the form; for another sheet a name for the way to it, which `base` says in full.
  public let record: RecordID
  /// The version of the record that the form began from; 0 for a new record and for other sheets.
  public let basedOn: Int
  /// Seconds since 1970.
  public var at: Int
  /// The record as it was when the form began, so that a clash is still noticed.
  public private(set) var base: [String: String]
  /// What was typed, by field or line: valid or not.
  public private(set) var typed: [String: String]
  /// What its row says, word for word; empty where it was never kept.
  private var stored: [String] = []
  /// 1, and more where several windows left the same half typed.
  public internal(set) var number = 1

  public init(
    kind: RecordKind?, record: RecordID, basedOn: Int = 0, at: Int = 0, base: [String: String],
    typed: [String: String]
  ) {
    (self.kind, self.record, self.basedOn, self.at) = (kind, record, basedOn, at)
    (self.base, self.typed) = (base, typed)
  }

  /// Whether both are of the same form or sheet.
  public func isBeside(_ other: Draft) -> Bool { kind == other.kind && record == other.record }

  /// The same text, whenever and under whatever number it was kept.
  public func says(_ other: Draft) -> Bool { isBeside(other) && typed == other.typed && base == other.base }

  // MARK: In its table

  /// The kind of a sheet that is no form: programs that know none such pass it over.
  private static let sheet = "sheet"

  /// What stands in the column of kinds: the second draft of a record is of a kind of its own there.
  var column: String {
    let name = kind?.rawValue ?? Self.sheet
    return number == 1 ? name : "\(name)~\(number)"
  }

  /// Takes away what was typed in sheets that are no forms, and in second windows, and that says the id.
  static let traces = """
    DELETE FROM draft WHERE (kind GLOB 'sheet*' OR kind GLOB '*~*')
    AND (instr(record, ?1) OR instr(base, ?1) OR instr(body, ?1))
    """

  /// Nil for a kind that this program does not know.
  init?(_ row: Row) {
    let parts = (row["kind"] as String).split(separator: "~")
    guard let name = parts.first.map(String.init) else { return nil }
    let kind = RecordKind(rawValue: name)
    guard kind != nil || name == Self.sheet else { return nil }
    self.init(
      kind: kind, record: row["record"], basedOn: row["based_on"], at: row["at"],
      base: Body.values(row["base"]), typed: Body.values(row["body"]))
    number = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
    stored = [row["base"], row["body"]]
  }

  /// The same draft, of another record.
  func moved(to record: RecordID, basedOn version: Int, base: [String: String]) -> Draft {
    Draft(kind: kind, record: record, basedOn: version, at: at, base: base, typed: typed)
  }

  /// The same draft with other words for what it holds.
  func with(_ values: ([String: String]) -> [String: String]) -> Draft {
    var draft = self
    (draft.base, draft.typed) = (values(base), values(typed))
    return draft
  }

  /// Whether its row still is as it was when the other was read from it, or says what the other says.
  fileprivate func stands(as other: Draft) -> Bool {
    number == other.number && (other.stored.isEmpty ? says(other) : stored == other.stored)
  }

  /// Its number among those that are there: that of the draft which it goes on from, if that still stands as it was;
  /// else a free one, so that no window writes over what was typed in another.
  func placed(among there: [Draft], after earlier: Draft?) -> Draft {
    var placed = self
    if let same = there.first(where: { $0.says(self) })
      ?? there.first(where: { draft in earlier.map(draft.stands) == true })
    {
      placed.number = same.number
    } else {
      let taken = Set(there.map(\.number))
      placed.number = (1...).first { !taken.contains($0) } ?? 1
    }
    return placed
  }
}

/// The drafts of the person who asks, newest first. Whom they name and who was merged meanwhile is the record that they
/// became.
public struct Drafts: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [Draft] {
    let rows = try reader.rows(
      "SELECT * FROM draft WHERE who = ? ORDER BY at DESC, kind, record", [reader.who])
    // Asked at every start and after every save: mostly there is none, and nothing to follow.
    let merged = try rows.isEmpty ? [:] : reader.merged()
    return rows.compactMap { row in
      Draft(row).map { draft in
        draft.with { draft.kind?.type.values($0, following: merged) ?? $0 }
      }
    }
  }
}

extension Library {
  /// Keeps what was typed, beside whatever other windows kept of the same form.
  /// - Parameter earlier: the draft that was typed on, and that this one takes the place of.
  /// - Returns: the draft as it is kept.
  @discardableResult
  public func keep(_ draft: Draft, after earlier: Draft? = nil) throws -> Draft {
    guard !access.isReading else { throw Refusal.storeIsReadOnly }
    var kept = draft
    kept.at = now
    try writeOwn { db in
      let there = try Row.fetchAll(
        db, sql: "SELECT * FROM draft WHERE who = ? AND record = ?", arguments: [who, draft.record]
      ).compactMap(Draft.init).filter(draft.isBeside)
      kept = kept.placed(among: there, after: earlier)
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO draft (who, kind, record, based_on, at, base, body)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          who, kept.column, kept.record, kept.basedOn, kept.at, Body.text(kept.base), Body.text(kept.typed),
        ])
    }
    return kept
  }

  /// Forgets a draft, unless another window has typed on in it meanwhile.
  public func drop(_ draft: Draft) throws {
    try writeOwn { db in
      let key: StatementArguments = [who, draft.column, draft.record]
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM draft WHERE who = ? AND kind = ? AND record = ?", arguments: key)
      guard row.flatMap(Draft.init)?.stands(as: draft) == true else { return }
      try db.execute(sql: "DELETE FROM draft WHERE who = ? AND kind = ? AND record = ?", arguments: key)
    }
  }
}
