import GRDB
import Model

extension Library {
  /// Fills a store that has no stakeholders yet, with indexes built at the end and nothing in the journal: for
  /// generated data, not for people's.
  /// - Parameter next: the next stakeholder, nil when there are no more.
  public func load(_ next: () -> Stakeholder?) throws {
    try writePersonal { db in
      for name in Schema.stakeholderIndexNames { try db.execute(sql: "DROP INDEX \(name)") }
    }
    var tallies: [Tally.Key: Int] = [:]
    var isOver = false
    while !isOver {
      try writePersonal { db in
        let statement = try db.cachedStatement(sql: StakeholderColumns.insert)
        for _ in 0..<20_000 {
          guard let stakeholder = next() else {
            isOver = true
            return
          }
          let body = Body.text(stakeholder.values)
          try statement.execute(
            arguments: StakeholderColumns(stakeholder, changed: now, body: body).arguments)
          Tally.count(stakeholder, by: 1, in: &tallies)
        }
      }
    }
    try writePersonal { db in
      try db.execute(sql: Schema.stakeholderIndexes)
      try db.execute(sql: "INSERT INTO stakeholder_search(stakeholder_search) VALUES ('rebuild')")
      try Tally.add(tallies, in: db)
      try db.execute(sql: "PRAGMA optimize")
    }
  }
}
