import GRDB

/// What a store holds, for telling whether it is what it was.
enum StoreLengths {
  /// What a store holds, short: how many rows each table has, and how long each of its columns is. Numbers at random and
  /// times are as long as others.
  static func of(_ path: String) throws -> [String: Int] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db -> [String: Int] in
      var sums = ["schema": try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0]
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_search*' AND name <> 'secret'
          AND name NOT LIKE 'sqlite%'
          """)
      for table in tables {
        let columns = try db.columns(in: table).map(\.name)
        // Numbers of any size are one.
        let lengths = columns.map {
          "total(iif(typeof(\"\($0)\") = 'integer', 1, length(CAST(\"\($0)\" AS BLOB))))"
        }.joined(separator: ", ")
        // What somebody reads is noted while they do: how soon is no matter of what is written.
        let rest = table == "preference" ? " WHERE name NOT GLOB 'reading.*'" : ""
        guard let row = try Row.fetchOne(db, sql: "SELECT count(*), \(lengths) FROM \"\(table)\"\(rest)")
        else {
          continue
        }
        for (place, name) in (["rows"] + columns).enumerated() {
          let sum: Double = row[place]
          sums["\(table).\(name)"] = Int(sum)
        }
      }
      return sums
    }
  }
}
