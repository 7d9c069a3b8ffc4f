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
    // A new store gets its launches as its first contents.
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM launch)") == true else { return }
    for launch in Decision.adopted.launches {
      try db.execute(
        sql: "INSERT OR IGNORE INTO launch (id, version, body) VALUES (?, 1, ?)",
        arguments: [launch.id, Body.text(["name": launch.label.en, "attention_months": "3"])])
    }
  }
}
