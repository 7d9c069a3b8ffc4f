import GRDB
import Model

/// What a question gets from a statement: questions see rows of GRDB, and never its connections.
typealias Row = GRDB.Row
/// What one column of a row can be read as.
typealias Readable = DatabaseValueConvertible & StatementColumnConvertible
/// One column of a row as it is stored.
typealias StoredValue = DatabaseValue

/// What fills the marks of a statement, in their order.
struct Arguments: ExpressibleByArrayLiteral {
  private var values: [(any DatabaseValueConvertible)?]

  init(arrayLiteral values: (any DatabaseValueConvertible)?...) { self.values = values }

  static func + (first: Self, second: Self) -> Self {
    var all = first
    all += second
    return all
  }

  static func += (first: inout Self, second: Self) { first.values += second.values }

  var ofStatement: StatementArguments { StatementArguments(values) }
}

/// One consistent view of the store, for the time of a question.
public struct Reader {
  let db: Database
  let who: String
  var shelf = Shelf()

  init(db: Database, who: String, shelf: Shelf = Shelf()) {
    (self.db, self.who, self.shelf) = (db, who, shelf)
  }

  /// For writers, which ask for nobody.
  init(_ db: Database) { self.init(db: db, who: "") }

  // MARK: Records

  /// The record of that id; nil where there is none.
  func record<R: Model.Record>(_: R.Type, _ id: RecordID) throws -> R? {
    let found: [R] = try records(
      "SELECT id, version, body FROM \"\(R.kind.rawValue)\" WHERE id = ?", [id])
    return found.first
  }

  /// Whether there is such a record.
  func has(_ one: RecordReference) throws -> Bool {
    try value(
      Bool.self, "SELECT EXISTS (SELECT 1 FROM \"\(one.kind.rawValue)\" WHERE id = ?)", [one.id],
      isOften: true)
      ?? false
  }

  /// The records of these ids, as far as there are any, by id.
  func records<R: Model.Record>(_ ids: [RecordID]) throws -> [R] {
    try records(
      """
      SELECT id, version, body FROM \"\(R.kind.rawValue)\"
      WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
      """, [Body.list(ids)])
  }

  /// The records of a statement that gives `id`, `version` and `body`.
  func records<R: Model.Record>(_ sql: String, _ arguments: Arguments, isOften: Bool = true) throws -> [R] {
    try rows(sql, arguments, isOften: isOften).map(R.init)
  }

  /// Hands out the records of such a statement in batches.
  func each<R: Model.Record>(
    _ sql: String, _ arguments: Arguments = [], batch: Int, _ body: ([R]) throws -> Void
  ) throws {
    let rows = try cursor(sql, arguments)
    var records: [R] = []
    records.reserveCapacity(batch)
    while let row = try rows.next() {
      records.append(R(row))
      guard records.count == batch else { continue }
      try body(records)
      records.removeAll(keepingCapacity: true)
    }
    if !records.isEmpty { try body(records) }
  }

  /// What stakeholders are called, as far as they are there.
  func names(of ids: some Sequence<RecordID>) throws -> [RecordID: String] {
    let rows = try rows(
      "SELECT id, body ->> '$.name' FROM stakeholder WHERE id IN (SELECT value FROM json_each(?))",
      [Body.list(ids.sorted())])
    return Dictionary(rows.map { ($0[0], $0[1] ?? "") }, uniquingKeysWith: { $1 })
  }

  // MARK: Statements

  /// - Parameter isOften: keeps the statement ready for the next time. Not for a text that is put together from
  ///   what somebody asks: each would be kept.
  func rows(_ sql: String, _ arguments: Arguments = [], isOften: Bool = false) throws -> [Row] {
    try Row.fetchAll(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  func row(_ sql: String, _ arguments: Arguments = [], isOften: Bool = false) throws -> Row? {
    try Row.fetchOne(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  /// Row by row, where there may be very many.
  func cursor(_ sql: String, _ arguments: Arguments = [], isOften: Bool = false) throws -> RowCursor {
    try Row.fetchCursor(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  /// The first column, row by row.
  func cursor<V: Readable>(
    _: V.Type, _ sql: String, _ arguments: Arguments = [], isOften: Bool = false
  ) throws -> FastDatabaseValueCursor<V> {
    try V.fetchCursor(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  /// The first column of the first row.
  func value<V: Readable>(
    _: V.Type, _ sql: String, _ arguments: Arguments = [], isOften: Bool = false
  ) throws -> V? {
    try V.fetchOne(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  /// The first column of every row.
  func values<V: Readable>(
    _: V.Type, _ sql: String, _ arguments: Arguments = [], isOften: Bool = false
  ) throws -> [V] {
    try V.fetchAll(statement(sql, isOften), arguments: arguments.ofStatement)
  }

  private func statement(_ sql: String, _ isOften: Bool) throws -> Statement {
    try isOften ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
  }
}

extension Reader {
  /// The store's own key for hashes; nil where it has none yet.
  var hash: KeyedHash? { get throws { try KeyedHash(db) } }
}

extension Model.Record {
  /// From the columns `id`, `version` and `body`.
  init(_ row: Row) { self.init(id: row["id"], version: row["version"], values: Body.values(row["body"])) }
}
