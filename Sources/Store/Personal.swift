import GRDB
import Model

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
  public func prefer(_ name: String, _ value: String) throws {
    try writePersonal { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES (?, ?, ?)",
        arguments: [who, name, value])
    }
  }
}
