import GRDB

/// What keeps a table of stakeholders in order, set aside while very many rows are written.
///
/// Sorting all keys at the end costs less than finding the place of each in a tree that memory does not hold.
struct BulkIndexes {
  /// The statements that bring the indexes back.
  private let statements: [String]
  /// Terms that the full-text index gathers before it writes them: more of them make fewer pieces to merge.
  private static let gatheredBytes = 8 << 20
  private static let usualBytes = 1 << 20

  private let isGathering: Bool

  /// - Parameters: about how many rows are to come, and how many there are.
  init(rows: Int, stored: Int, in db: Database) throws {
    isGathering = rows > 5_000
    if isGathering { try Self.gather(Self.gatheredBytes, in: db) }
    guard rows > 20_000, rows > stored / 4 else {
      statements = []
      return
    }
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND tbl_name = 'stakeholder' AND sql IS NOT NULL ORDER BY rowid
        """)
    statements = found.map { $0[1] }
    for row in found { try db.execute(sql: "DROP INDEX \"\(row[0] as String)\"") }
  }

  /// - Parameter begin: called before each index, with its number and how many there are.
  func restore(in db: Database, begin: (Int, Int) -> Void = { _, _ in }) throws {
    for (number, statement) in statements.enumerated() {
      begin(number, statements.count)
      try db.execute(sql: statement)
    }
    if isGathering { try Self.gather(Self.usualBytes, in: db) }
  }

  private static func gather(_ bytes: Int, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO stakeholder_search (stakeholder_search, rank) VALUES ('hashsize', ?)",
      arguments: [bytes])
  }
}
