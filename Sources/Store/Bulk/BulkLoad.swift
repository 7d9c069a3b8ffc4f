import GRDB
import Model

extension Library {
  /// Fills a store that has no stakeholders yet, with indexes built at the end and nothing in the journal: for
  /// generated data, not for people's.
  /// - Parameter next: the next stakeholder, nil when there are no more.
  public func load(_ next: () -> Stakeholder?) throws {
    try maintain { db in
      for name in Schema.stakeholderIndexNames { try db.execute(sql: "DROP INDEX \(name)") }
    }
    var tallies: [Tally.Key: Int] = [:]
    var isOver = false
    while !isOver {
      try maintain { db in
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
    try maintain { db in
      try db.execute(sql: Schema.stakeholderIndexes)
      try db.execute(sql: "INSERT INTO stakeholder_search(stakeholder_search) VALUES ('rebuild')")
      try Tally.add(tallies, in: db)
      try db.execute(sql: "PRAGMA optimize")
    }
  }

  /// Fills a store that has no coverage yet, with indexes built at the end and nothing in the journal: for
  /// generated data, not for people's.
  /// - Parameter next: the next item, nil when there are no more.
  public func loadCoverage(_ next: () -> Coverage?) throws {
    try maintain { db in
      for name in Schema.coverageIndexNames { try db.execute(sql: "DROP INDEX \(name)") }
    }
    var isOver = false
    while !isOver {
      try maintain { db in
        let writer = CoverageTable()
        for _ in 0..<50_000 {
          guard var item = next() else {
            isOver = true
            break
          }
          item.version = 1
          try writer.insert(item, body: Body.text(item.values), isSearched: false, in: db)
        }
        try writer.finish(in: db)
      }
    }
    try maintain { db in
      try db.execute(sql: Schema.coverageIndexes)
      try db.execute(sql: "INSERT INTO coverage_search(coverage_search) VALUES ('rebuild')")
      try db.execute(sql: "PRAGMA optimize")
    }
  }
}

/// How long it takes to go through an index of all items without looking: what tables are measured against.
public struct CoverageFloor: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> Int {
    try reader.value(Int.self, "SELECT sum(facets) % 2 + count(*) FROM coverage INDEXED BY coverage_by_time")
      ?? 0
  }
}
