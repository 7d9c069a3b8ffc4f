import GRDB
import Model

/// Sets in the rows of schema 7 of which audience each stakeholder is, and counts them.
enum AudienceMigration {
  static func run(in db: Database) throws {
    try db.execute(sql: "DELETE FROM tally WHERE dimension = 'audience-by-rule'")
    guard try Bool.fetchOne(db, sql: "SELECT count(*) > 0 FROM stakeholder") == true else { return }
    for name in Schema.stakeholderIndexNames { try db.execute(sql: "DROP INDEX \(name)") }
    let update = try db.makeStatement(sql: "UPDATE stakeholder SET facets = facets | ? WHERE row = ?")
    var steps: [Tally.Key: Int] = [:]
    var last: Int64 = -1
    while true {
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT row, id, version, retired, body FROM stakeholder WHERE row > ? ORDER BY row LIMIT 1000",
        arguments: [last])
      if rows.isEmpty { break }
      for row in rows {
        last = row[0]
        let one = Stakeholder(id: row[1], version: row[2], values: Body.values(row[4]))
        guard let audience = one.knownAudience?.rawValue,
          let bits = FacetBits(.knownAudience, values: [audience])
        else { continue }
        try update.execute(arguments: [bits.first, last])
        if row[3] == 0 {
          steps[.init(dimension: Dimension.knownAudience.rawValue, value: audience), default: 0] += 1
        }
      }
    }
    try db.execute(sql: Schema.stakeholderIndexes)
    try Tally.add(steps, in: db)
  }
}
