import GRDB
import Model

/// A record as it comes to its table.
struct TableEntry {
  /// As it is to be, with its next version, and at least the fields that change.
  let record: any Model.Record
  let values: [String: String]
  /// What is stored under its id now; nil for a new record.
  let before: Transaction.Stored?
  /// The names of the fields that change.
  let changed: [String]

  var body: String { Body.text(values) }
}

/// The pair that writes the table of one kind: what is derived from a record comes and goes with it.
protocol TableWriter: AnyObject {
  func put(_ entry: TableEntry, in db: Database) throws
  /// Takes a record out, with all that is derived from it.
  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws
  /// Writes what is written once for a whole transaction.
  func finish(in db: Database) throws
}

/// A table that holds its records and nothing else.
final class PlainTable: TableWriter {
  private let kind: RecordKind

  init(_ kind: RecordKind) { self.kind = kind }

  func put(_ entry: TableEntry, in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO \"\(kind.rawValue)\" (id, version, body) VALUES (?, ?, ?)"
    ).execute(arguments: [entry.record.id, entry.record.version, entry.body])
  }

  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws {
    try Self.delete(id, kind, in: db)
  }

  func finish(in db: Database) throws {}

  static func delete(_ id: RecordID, _ kind: RecordKind, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM \"\(kind.rawValue)\" WHERE id = ?").execute(arguments: [id])
  }
}

/// The writers of all tables for one transaction.
struct Tables {
  private var known: [RecordKind: any TableWriter]

  /// The kinds of which more is stored than the records; all others have a plain table.
  init(now: Int) {
    let responses = ResponseTable()
    known = [
      .stakeholder: StakeholderTable(now: now), .coverage: CoverageTable(), .surveyResponse: responses,
      .question: QuestionTable(responses),
    ]
  }

  mutating func writer(of kind: RecordKind) -> any TableWriter {
    if let writer = known[kind] { return writer }
    let writer = PlainTable(kind)
    known[kind] = writer
    return writer
  }

  func finish(in db: Database) throws {
    for kind in RecordKind.allCases { try known[kind]?.finish(in: db) }
  }
}
