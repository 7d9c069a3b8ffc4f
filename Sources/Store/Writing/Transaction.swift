import GRDB
import Model

/// What a change may do to records (`Model.Record`: GRDB has a class of that name); everything done is
/// collected for the journal.
public final class Transaction {
  let db: Database
  let who: String
  let now: Int
  /// What the person may do; all of it where the store itself writes.
  private let access: Access
  private(set) var rows: [JournalRow] = []
  /// The records as they were put, for whoever sent the change.
  private(set) var written: [any Model.Record] = []
  private var tables: Tables
  var validity = Validity()
  /// What came of the change beside what it is named for.
  private(set) var consequences: [Consequence] = []

  init(db: Database, who: String, now: Int, access: Access = .full) {
    self.db = db
    self.who = who
    self.now = now
    self.access = access
    tables = Tables(now: now)
  }

  /// The store as the transaction sees it.
  var reader: Reader { Reader(db: db, who: who) }

  /// The record of that id, nil where there is none.
  public func fetch<R: Model.Record>(_ type: R.Type, _ id: RecordID) throws -> R? {
    try reader.record(R.self, id)
  }

  /// All records of a small kind.
  func fetchAll<R: Model.Record>(_ type: R.Type) throws -> [R] {
    try reader.records("SELECT id, version, body FROM \"\(R.kind.rawValue)\" ORDER BY id", [])
  }

  /// Puts a record in its place, new or over the stored one, with the next version.
  public func put<R: Model.Record>(_ record: R) throws {
    try put(record, over: try stored(R.kind, record.id))
  }

  public func remove<R: Model.Record>(_ record: R) throws {
    try remove(R.kind, record.id, title: record.title)
  }

  /// The name of the last change of a record; empty where the journal tells of none.
  func lastChange(_ kind: RecordKind, _ id: RecordID) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT name FROM journal JOIN journal_row ON journal_row.journal = journal.id
        WHERE kind = ? AND record = ? ORDER BY journal.id DESC LIMIT 1
        """, arguments: [kind.rawValue, id]) ?? ""
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

  /// Every record that a change writes passes here, whatever the change is called.
  private func permit(_ kind: RecordKind, _ id: RecordID, _ versions: [[String: String]?], isNew: Bool) throws
  {
    let refusal = try access.refusal(writing: RecordReference(kind, id), versions.compactMap { $0 }) {
      try isNew || maker(kind, id) == who
    }
    if let refusal { throw refusal }
  }

  /// What somebody does not see they neither clear nor replace.
  private func unmasked(
    _ values: [String: String], of kind: RecordKind, over before: [String: String]?
  ) throws -> [String: String] {
    guard !access.seesContacts, let before else { return values }
    var values = values
    for name in Masks.fields[kind] ?? [] where values[name] != before[name] {
      if values[name] != nil { throw access.lacking(.edit) }
      values[name] = before[name]
    }
    // Who takes back what they wrote goes by the journal, not by what they see.
    if validity.references.isTurn { return values }
    for (name, entry) in SeenTexts.fields[kind] ?? [:] {
      guard let stored = before[name] else { continue }
      guard let whole = SeenTexts.whole(values[name] ?? "", over: stored, entry) else {
        throw access.lacking(.edit)
      }
      values[name] = whole.isEmpty ? nil : whole
    }
    return values
  }

  /// Who made the record; nil where the journal does not tell.
  private func maker(_ kind: RecordKind, _ id: RecordID) throws -> String? {
    try reader.value(
      String.self,
      """
      SELECT who FROM journal WHERE id = (
        SELECT min(journal) FROM journal_row WHERE kind = ? AND record = ? AND before IS NULL)
      """, [kind.rawValue, id])
  }

  /// A record's fields as they are stored.
  typealias Stored = (version: Int, values: [String: String])

  func stored(_ kind: RecordKind, _ id: RecordID) throws -> Stored? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT version, body FROM \"\(kind.rawValue)\" WHERE id = ?"),
      arguments: [id])
    return row.map { ($0[0], Body.values($0[1])) }
  }

  /// - Parameters:
  ///   - before: what is stored under the record's id now.
  ///   - values: what is brought back, whatever this program knows of it; else what is stored.
  func put<R: Model.Record>(_ record: R, over before: Stored?, with values: [String: String]? = nil) throws {
    let unknown = Unknown.fields(of: R.kind, in: values ?? before?.values)
    let comesIn = before == nil && !validity.isHistoryTold && !validity.isBeginning
    let brought = comesIn ? record.given(by: who, on: Day(number: now / 86_400)) : record
    let typed = try unmasked(brought.values, of: R.kind, over: before?.values)
    var values = try validity.references.settled(
      typed, of: record.id, R.self, over: before?.values, in: reader)
    var record = values == record.values ? record : R(id: record.id, version: record.version, values: values)
    let settled = validity.references.isTurn ? record : record.settled(over: before?.values)
    if settled != record {
      (record, values) = (settled, settled.values)
      consequences.append(R.kind == .comment ? .contactsOpen : .routeVoid)
    }
    values.merge(unknown) { $1 }
    let entry = JournalRow(
      R.kind, record.id, title: try title(of: record), before: before?.values, after: values)
    if before != nil, entry.before?.isEmpty == true { return }
    try permit(R.kind, record.id, [before?.values, values], isNew: before == nil)
    try validity.check(record, entry, on: today)
    var next = record
    next.version = (before?.version ?? 0) + 1
    try tables.writer(of: R.kind).put(
      TableEntry(record: next, values: values, before: before, changed: Array((entry.after ?? [:]).keys)),
      in: db)
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
    try permit(kind, id, [before.values], isNew: false)
    try validity.checkRemoval(kind, id, before.values)
    var values = before.values
    if kind == .stakeholder {
      values[Journal.origin] = try String.fetchOne(
        db, sql: "SELECT origin FROM stakeholder WHERE id = ? AND origin IS NOT NULL", arguments: [id])
    }
    try tables.writer(of: kind).takeOut(id, before, in: db)
    validity.note(removed: id, of: kind)
    rows.append(JournalRow(kind, id, title: title, before: values, after: nil))
  }

  /// Says again of a stakeholder that came back by which entry it came in bulk.
  func setOrigin(of id: RecordID, to entry: String) throws {
    try db.execute(
      sql: "UPDATE stakeholder SET origin = CAST(? AS INTEGER) WHERE id = ?", arguments: [entry, id])
  }

  /// Gives a stored stakeholder other values, without taking back those that do not matter for that.
  func update(
    _ id: RecordID, title: String, to values: [String: String], over before: Stored
  ) throws {
    let values = try validity.references.settled(
      values, of: id, Stakeholder.self, over: before.values, in: reader)
    let entry = JournalRow(.stakeholder, id, title: title, before: before.values, after: values)
    guard let changed = entry.after?.keys, !changed.isEmpty else { return }
    let update = StakeholderUpdate(changing: Array(changed))
    try permit(.stakeholder, id, [before.values, values], isNew: false)
    let record = update.record(id, version: before.version + 1, values)
    try tables.writer(of: .stakeholder).put(
      TableEntry(record: record, values: values, before: before, changed: Array(changed)), in: db)
    rows.append(entry)
  }

  /// Today by the clock; where the sun rises first it is tomorrow already.
  private var today: Day { Day(number: now / 86_400 + 1) }

  func note(_ consequence: Consequence) { consequences.append(consequence) }

  /// Runs a statement that writes beside the tables of records.
  func execute(_ sql: String, _ arguments: Arguments = []) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments.ofStatement)
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
    try tables.finish(in: db)
  }
}

/// The fields of a record that this program does not know: a newer one wrote them, and they stay as they are.
private enum Unknown {
  private static let known: [RecordKind: Set<String>] = {
    func names<R: Model.Record>(_: R.Type) -> Set<String> { Set(R.fields.map(\.name)) }
    return Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, names($0.type)) })
  }()

  static func fields(of kind: RecordKind, in values: [String: String]?) -> [String: String] {
    guard let values, let known = known[kind], !values.keys.allSatisfy(known.contains) else { return [:] }
    return values.filter { !known.contains($0.key) }
  }
}
