import GRDB

/// Settings that belong to nobody: what holds for the whole office, and what the program itself has to remember.
enum SharedSettings {
  /// Nil where there is none.
  static func value(of name: String, in reader: Reader) throws -> String? {
    try reader.value(String.self, "SELECT value FROM preference WHERE who = '' AND name = ?", [name])
  }

  /// Those whose names begin so, by name.
  static func all(beginning prefix: String, in reader: Reader) throws -> [(name: String, value: String)] {
    try reader.rows(
      "SELECT name, value FROM preference WHERE who = '' AND name > ? AND name < ? ORDER BY name",
      [prefix, prefix + "~"]
    ).map { ($0[0], $0[1]) }
  }

  static func set(_ name: String, to value: String, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES ('', ?, ?)")
      .execute(arguments: [name, value])
  }

  static func forget(_ name: String, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM preference WHERE who = '' AND name = ?")
      .execute(arguments: [name])
  }
}

extension Transaction {
  func set(shared name: String, to value: String) throws {
    try SharedSettings.set(name, to: value, in: db)
  }

  func forget(shared name: String) throws { try SharedSettings.forget(name, in: db) }
}
