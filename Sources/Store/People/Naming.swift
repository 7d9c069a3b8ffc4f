import GRDB
import Model

/// Finds the records that name others, by what the tables of their kinds say.
enum Naming {
  /// The records of a kind that name one of these, by id.
  static func records<R: Model.Record>(
    _: R.Type, naming references: Set<RecordReference>, in db: Database
  ) throws -> [R] {
    var found: [RecordID: R] = [:]
    for field in R.fields {
      let texts = field.entry.texts(of: references)
      guard !texts.isEmpty else { continue }
      let (sql, arguments) = candidates(R.kind, field.name, field.entry, texts)
      for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
        let record = R(id: row[0], version: row[1], values: Body.values(row[2]))
        if field.references(record).contains(where: references.contains) { found[record.id] = record }
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  /// Rows whose field may name one of these: by an index where the field is one reference and has one, by the
  /// full-text index where stakeholders are looked through, else by a walk.
  private static func candidates(
    _ kind: RecordKind, _ field: String, _ entry: Entry, _ texts: [String]
  ) -> (String, StatementArguments) {
    let rows = "SELECT id, version, body FROM \"\(kind.rawValue)\" WHERE "
    let value = "body ->> '$.\(field)'"
    if case .reference = entry {
      return (rows + "\(value) IN (SELECT value FROM json_each(?))", [Body.list(texts)])
    }
    let holds = "EXISTS (SELECT 1 FROM json_each(?) WHERE instr(\(value), json_each.value) > 0)"
    let matches = texts.compactMap { StakeholderFilter(text: $0).match.map { "(\($0))" } }
    // To look for many in each row would cost more than to read it.
    guard texts.count <= MatchText.most else { return (rows + "\(value) IS NOT NULL", []) }
    guard kind == .stakeholder, matches.count == texts.count else {
      return (rows + holds, [Body.list(texts)])
    }
    let indexed = "row IN (SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?) AND "
    return (rows + indexed + holds, [matches.joined(separator: " OR "), Body.list(texts)])
  }
}

extension Reader {
  /// The records of a kind that name one of these, by id.
  func records<R: Model.Record>(_ kind: R.Type, naming references: Set<RecordReference>) throws -> [R] {
    try Naming.records(kind, naming: references, in: db)
  }
}
