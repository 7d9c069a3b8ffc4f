import GRDB
import Model

extension Schema {
  /// What is planned, promised and asked.
  static let programme =
    [
      "plan", "occurrence", "budget-line", "event", "product", "translation", "ruling", "card",
      "spokesperson",
      "enquiry", "material", "response", "coverage",
    ]
    .map(document).joined()
      + """
      CREATE INDEX coverage_by_time ON coverage(body ->> '$.when');
      """
}

/// What a store of schema 2 held in other shapes.
enum ProgrammeMigration {
  static func run(in db: Database) throws {
    try turnDaysIntoCards(in: db)
    try addLaunches(in: db)
  }

  /// The board of a launch had cells for days; it has tasks now. What was done to such a cell is history: nobody
  /// can take it back or bring it back, and what was half typed into one has no place.
  private static func turnDaysIntoCards(in db: Database) throws {
    let isDay = "LIKE '%/____-__-__'"
    for row in try Row.fetchAll(db, sql: "SELECT id, body FROM \"launch-cell\" WHERE id \(isDay)") {
      let cell = LaunchCell(id: row[0], version: 1, values: Body.values(row[1]))
      guard let card = Card(cell) else { continue }
      try db.execute(
        sql: "INSERT OR IGNORE INTO card (id, version, body) VALUES (?, 1, ?)",
        arguments: [card.id, Body.text(card.values)])
    }
    try db.execute(
      sql: """
        DELETE FROM "launch-cell" WHERE id \(isDay);
        DELETE FROM draft WHERE kind = 'launch-cell' AND record \(isDay);
        UPDATE journal SET state = 'kept' WHERE state IN ('done', 'undone') AND id IN (
          SELECT journal FROM journal_row WHERE kind = 'launch-cell' AND record \(isDay));
        """)
  }

  private static func addLaunches(in db: Database) throws {
    // A new store gets its launches as its first contents.
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM launch)") == true else { return }
    for launch in Decision.adopted.launches {
      try db.execute(
        sql: "INSERT OR IGNORE INTO launch (id, version, body) VALUES (?, 1, ?)",
        arguments: [launch.id, Body.text(["name": launch.label.en, "attention_months": "3"])])
    }
  }
}
