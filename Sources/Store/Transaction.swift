import GRDB
import Model

/// What a change may do to records (`Model.Record`: GRDB has a class of that name); everything done is
/// collected for the journal.
public final class Transaction {
  let db: Database
  let who: String
  let now: Int
  private(set) var rows: [JournalRow] = []
  /// The records as they were put, for whoever sent the change.
  private(set) var written: [any Model.Record] = []
  private var tallies: [Tally.Key: Int] = [:]
  private var coverage = CoverageWriter()
  private var responses = ResponseBook()
  var validity = Validity()

  init(db: Database, who: String, now: Int) {
    self.db = db
    self.who = who
    self.now = now
  }

  /// The record of that id, nil where there is none.
  public func fetch<R: Model.Record>(_ type: R.Type, _ id: RecordID) throws -> R? {
    try stored(R.kind, id).map { R(id: id, version: $0.version, values: $0.values) }
  }

  /// All records of a small kind.
  func fetchAll<R: Model.Record>(_ type: R.Type) throws -> [R] {
    try Row.fetchAll(db, sql: "SELECT id, version, body FROM \"\(R.kind.rawValue)\" ORDER BY id").map {
      R(id: $0[0], version: $0[1], values: Body.values($0[2]))
    }
  }

  /// Puts a record in its place, new or over the stored one, with the next version.
  public func put<R: Model.Record>(_ record: R) throws {
    try put(record, over: try stored(R.kind, record.id))
  }

  public func remove<R: Model.Record>(_ record: R) throws {
    try remove(R.kind, record.id, title: record.title)
  }

  /// Who last wrote the record.
  func lastWriter(_ kind: RecordKind, _ id: RecordID) throws -> String {
    let writer = try String.fetchOne(
      db,
      sql: """
        SELECT who FROM journal JOIN journal_row ON journal_row.journal = journal.id
        WHERE kind = ? AND record = ? ORDER BY journal.id DESC LIMIT 1
        """, arguments: [kind.rawValue, id])
    if let writer { return writer }
    let sql = "SELECT who FROM journal WHERE id = (SELECT origin FROM stakeholder WHERE id = ?)"
    return try kind == .stakeholder ? String.fetchOne(db, sql: sql, arguments: [id]) ?? "" : ""
  }

  /// A record's fields as they are stored.
  typealias Stored = (version: Int, values: [String: String])

  func stored(_ kind: RecordKind, _ id: RecordID) throws -> Stored? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT version, body FROM \"\(kind.rawValue)\" WHERE id = ?"),
      arguments: [id])
    return row.map { ($0[0], Body.values($0[1])) }
  }

  /// - Parameter before: what is stored under the record's id now.
  func put<R: Model.Record>(_ record: R, over before: Stored?) throws {
    try put(record, values: record.values, over: before)
  }

  /// - Parameters:
  ///   - values: the record's values.
  ///   - before: what is stored under the record's id now.
  private func put<R: Model.Record>(_ record: R, values: [String: String], over before: Stored?) throws {
    let entry = JournalRow(
      R.kind, record.id, title: try title(of: record), before: before?.values, after: values)
    if before != nil, entry.before?.isEmpty == true { return }
    try validity.check(record, entry)
    var next = record
    next.version = (before?.version ?? 0) + 1
    if let stakeholder = next as? Stakeholder {
      if let before {
        let update = StakeholderUpdate(changing: Array((entry.after ?? [:]).keys))
        try write(update, stakeholder, values, over: before)
      } else {
        try insert(stakeholder, body: Body.text(values))
      }
    } else if let item = next as? Coverage {
      if before == nil {
        try coverage.insert(item, body: Body.text(values), in: db)
      } else {
        try coverage.update(item, body: Body.text(values), in: db)
      }
    } else if let response = next as? SurveyResponse {
      try responses.put(response, body: Body.text(values), isNew: before == nil, in: db)
    } else {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO \"\(R.kind.rawValue)\" (id, version, body) VALUES (?, ?, ?)"
      ).execute(arguments: [record.id, next.version, Body.text(values)])
      if R.kind == .question { responses.note(record.id) }
    }
    rows.append(entry)
    written.append(next)
  }

  /// What the journal calls it: a translation by the name of its product, which only the store knows.
  private func title<R: Model.Record>(of record: R) throws -> String {
    guard let translation = record as? Translation, let product = try fetch(Product.self, translation.product)
    else { return record.title }
    return "\(product.name), \(translation.language)"
  }

  func remove(_ kind: RecordKind, _ id: RecordID, title: String) throws {
    guard let before = try stored(kind, id) else { return }
    try validity.checkRemoval(kind, before.values)
    var values = before.values
    if kind == .stakeholder {
      values[Journal.origin] = try String.fetchOne(
        db, sql: "SELECT origin FROM stakeholder WHERE id = ? AND origin IS NOT NULL", arguments: [id])
      let stakeholder = Stakeholder(id: id, version: before.version, values: before.values)
      try takeOut(stakeholder, row: try stakeholderRow(id))
    }
    if kind == .coverage { try coverage.takeOut(id, in: db) }
    if kind == .surveyResponse { try ResponseBook.remove(id, in: db) }
    if kind == .question { responses.note(id) }
    try db.cachedStatement(sql: "DELETE FROM \"\(kind.rawValue)\" WHERE id = ?").execute(arguments: [id])
    validity.note(removed: id, of: kind)
    rows.append(JournalRow(kind, id, title: title, before: values, after: nil))
  }

  /// Says again of a stakeholder that came back by which entry it came in bulk.
  func setOrigin(of id: RecordID, to entry: String) throws {
    try db.execute(
      sql: "UPDATE stakeholder SET origin = CAST(? AS INTEGER) WHERE id = ?", arguments: [entry, id])
  }

  private func insert(_ stakeholder: Stakeholder, body: String) throws {
    let columns = StakeholderColumns(stakeholder, changed: now, body: body)
    try db.cachedStatement(sql: StakeholderColumns.insert).execute(arguments: columns.arguments)
    try db.cachedStatement(sql: StakeholderColumns.index)
      .execute(arguments: [db.lastInsertedRowID, columns.searchText])
    Tally.count(stakeholder, by: 1, in: &tallies)
  }

  /// Gives a stored stakeholder other values, without taking back those that do not matter for that.
  func update(
    _ id: RecordID, title: String, to values: [String: String], over before: Stored
  ) throws {
    let entry = JournalRow(.stakeholder, id, title: title, before: before.values, after: values)
    guard let changed = entry.after?.keys, !changed.isEmpty else { return }
    let update = StakeholderUpdate(changing: Array(changed))
    try write(update, update.record(id, version: before.version + 1, values), values, over: before)
    rows.append(entry)
  }

  /// - Parameter stakeholder: as it is to be, with at least the fields that the update is about.
  private func write(
    _ update: StakeholderUpdate, _ stakeholder: Stakeholder, _ values: [String: String], over before: Stored
  ) throws {
    let columns = StakeholderColumns(
      stakeholder, changed: now, body: Body.text(values), isSearched: update.isSearched)
    let row = update.isSearched ? try stakeholderRow(stakeholder.id) : nil
    if update.isSearched { try unindex(row) }
    try db.cachedStatement(sql: update.sql).execute(arguments: update.arguments(columns))
    if update.isSearched {
      try db.cachedStatement(sql: StakeholderColumns.index).execute(arguments: [row, columns.searchText])
    }
    guard update.isListed else { return }
    let old = update.record(stakeholder.id, version: before.version, before.values)
    Tally.move(from: old, to: stakeholder, in: &tallies)
  }

  private func stakeholderRow(_ id: RecordID) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT row FROM stakeholder WHERE id = ?"), arguments: [id])
  }

  /// Takes a stored stakeholder out of the full-text index and the counts.
  private func takeOut(_ stakeholder: Stakeholder, row: Int64?) throws {
    try unindex(row)
    Tally.count(stakeholder, by: -1, in: &tallies)
  }

  private func unindex(_ row: Int64?) throws {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT search_text FROM stakeholder WHERE row = ?"), arguments: [row])
    try db.cachedStatement(sql: StakeholderColumns.unindex).execute(arguments: [row, text])
  }

  /// Leaves out of the journal what was done so far.
  func forget() { rows = [] }

  /// Hands over what was done so far, to be written into the journal before there is too much of it.
  func takeRows() -> [JournalRow] {
    defer { (rows, written) = ([], []) }
    return rows
  }

  /// Writes the counts that changed, once for the whole transaction.
  func finish() throws {
    try validity.check(in: db)
    try Tally.add(tallies, in: db)
    try responses.finish(in: db)
    tallies = [:]
    try coverage.finish(in: db)
  }
}
