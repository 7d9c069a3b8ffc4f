import GRDB
import Model

/// What whoever does not see contact details reads instead of the tables: views of the same names over them, in the
/// temporary schema of the connection, which SQLite looks in first. So no question can forget it, whatever it asks:
/// private fields are in no body, in no history, in no draft, and no word of them finds the record.
enum Masks {
  /// `sees_contacts()`: false behind the views, so that what the full-text index found is looked for again in the text
  /// that may be seen.
  static let seesContacts = "sees_contacts"
  /// `seen_text(body)`: the words by which a stakeholder is found who has no more than these fields.
  private static let seenText = "seen_text"

  /// The names of the private fields of each kind that has any.
  static let fields: [RecordKind: [String]] = {
    func names<R: Model.Record>(_: R.Type) -> [String] { R.fields.filter(\.isPrivate).map(\.name) }
    return Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, names($0.type)) })
      .filter { !$0.value.isEmpty }
  }()

  /// `seen_body(kind, body)`: a body that has no private fields any more, with signs in its texts.
  private static let seenBody = "seen_body"

  static let bodyOfSeen = DatabaseFunction(seenBody, argumentCount: 2, pure: true) { values in
    guard let body = String.fromDatabaseValue(values[1]), let kind = String.fromDatabaseValue(values[0]),
      let seen = SeenTexts.body(body, of: kind)
    else { return values[1] }
    return seen
  }

  static let textOfSeen = DatabaseFunction(seenText, argumentCount: 1, pure: true) { values in
    let body = String.fromDatabaseValue(values[0]) ?? "{}"
    return StakeholderColumns.searchText(of: Stakeholder(id: "", version: 0, values: Body.values(body)))
  }

  static func function(_ sees: @escaping @Sendable () -> Bool) -> DatabaseFunction {
    DatabaseFunction(seesContacts, argumentCount: 0, pure: true) { _ in sees() }
  }

  private static let people = RecordKind.stakeholder.rawValue

  /// Lays the views over the tables, or takes them away; nothing is done where it is so already. Over stakeholders lies one
  /// too while some come in that nobody sees yet.
  static func lay(_ isOn: Bool, over db: Database) throws {
    let laid = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'journal_row'),
            EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'stakeholder' AND instr(sql, 'incoming')),
            EXISTS (SELECT 1 FROM main.incoming)
          """))
    guard let laid else { return }
    let (isLaid, isHiding, hides): (Bool, Bool, Bool) = (laid[0], laid[1], laid[2])
    guard isLaid != isOn || isHiding != hides else { return }
    let kinds = Set(fields.keys).union(SeenTexts.fields.keys)
    let tables = kinds.map(\.rawValue).sorted() + ["journal_row", "draft"]
    for table in tables where isLaid != isOn || table == people {
      try db.execute(sql: "DROP VIEW IF EXISTS temp.\"\(table)\"")
      guard isOn || hides && table == people else { continue }
      try db.execute(sql: try view(of: table, isMasked: isOn, hides: hides, in: db))
    }
  }

  private static func view(of table: String, isMasked: Bool, hides: Bool, in db: Database) throws -> String {
    let columns = try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?, 'main')", arguments: [table])
    let hidden = RecordKind(rawValue: table).flatMap { fields[$0] } ?? []
    let body = "\(seenBody)('\(table)', \(without(hidden, "body")))"
    let seen = columns.map { column in
      if !isMasked { return "\"\(column)\"" }
      return switch (table, column) {
      case (people, "search_text"): "\(seenText)(\(body)) AS search_text"
      case ("journal_row", "before"), ("journal_row", "after"):
        "\(seenBody)(kind, \(byKind(column, isDraft: false))) AS \(column)"
      case ("draft", "base"):
        "\(seenBody)(substr(kind, 1, instr(kind || '~', '~') - 1), \(byKind(column, isDraft: true))) AS base"
      // What is half typed is its writer's own words.
      case ("draft", "body"): "\(byKind(column, isDraft: true)) AS body"
      case (_, "body"): "\(body) AS body"
      default: "\"\(column)\""
      }
    }
    let row = table == "journal_row" ? ["rowid AS rowid"] : []
    let list = (row + seen).joined(separator: ", ")
    let condition = hides && table == people ? " WHERE \(Incoming.isSeen)" : ""
    return "CREATE TEMP VIEW \"\(table)\" AS SELECT \(list) FROM main.\"\(table)\"\(condition)"
  }

  private static func without(_ names: [String], _ column: String) -> String {
    let paths = names.map { "'$.\($0)'" }.joined(separator: ", ")
    return names.isEmpty ? column : "json_remove(\(column), \(paths))"
  }

  /// Rows of all kinds in one column. What is typed into a sheet that is no form may be anything.
  private static func byKind(_ column: String, isDraft: Bool) -> String {
    let kinds = fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, names in
      let isKind =
        isDraft
        ? "(kind = '\(kind.rawValue)' OR kind GLOB '\(kind.rawValue)~*')" : "kind = '\(kind.rawValue)'"
      return "WHEN \(isKind) THEN \(without(names, column))"
    }
    return "CASE \(kinds.joined(separator: " ")) ELSE \(column) END"
  }
}

extension Model.Record {
  /// The record as it is seen without its private fields and the contact details in its texts.
  var masked: Self { Self(id: id, version: version, values: SeenTexts.values(values, of: Self.kind)) }
}

extension Clash {
  /// The same without private fields.
  var masked: Clash {
    let hidden = Masks.fields[kind] ?? []
    func seen(_ values: [String: String]) -> [String: String] { SeenTexts.values(values, of: kind) }
    return Clash(
      kind: kind, record: record, version: version, base: seen(base), theirs: seen(theirs), mine: seen(mine),
      fields: fields.filter { !hidden.contains($0) }, who: who)
  }
}
