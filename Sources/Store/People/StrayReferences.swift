import GRDB
import Model

/// A reference that leads to no record.
public struct StrayReference: Sendable, Equatable {
  /// Whose it is.
  public let record: RecordReference
  /// What a person calls that.
  public let title: String
  /// The name of the field; `id` where the record's own id begins with that of another.
  public let field: String
  public let to: RecordReference
  /// The record into which the other was merged, where it can be followed.
  public let into: RecordID?
}

/// All references of the store that lead nowhere, kind by kind. Copies of what was sent are history: whom they told of
/// may be gone.
public struct StrayReferences: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [StrayReference] {
    var search = Search(db: reader.db)
    for kind in RecordKind.allCases { try search.look(through: kind.type) }
    return search.found
  }

  private struct Search {
    let db: Database
    var found: [StrayReference] = []
    private var known: [RecordReference: Bool] = [:]

    init(db: Database) { self.db = db }

    mutating func look<R: Model.Record>(through _: R.Type) throws {
      if let whole = R.whole {
        let ids = try String.fetchCursor(db, sql: "SELECT id FROM \"\(R.kind.rawValue)\" ORDER BY id")
        while let id = try ids.next() {
          try check(RecordReference(whole, R(id: id).wholeID), of: id, "id", R.self)
        }
      }
      for field in R.fields where !field.entry.forms.isEmpty && R.onErasure[field.name] != .marksCopy {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT id, body ->> '$.\(field.name)' FROM "\(R.kind.rawValue)"
            WHERE body ->> '$.\(field.name)' IS NOT NULL ORDER BY id
            """)
        while let row = try rows.next() {
          for reference in field.entry.references(in: row[1]) {
            try check(reference, of: row[0], field.name, R.self, mayBeWords: field.entry.mayBeWords)
          }
        }
      }
    }

    private mutating func check<R: Model.Record>(
      _ reference: RecordReference, of id: RecordID, _ field: String, _: R.Type, mayBeWords: Bool = false
    ) throws {
      guard try !isKnown(reference) else { return }
      let into =
        reference.kind == .stakeholder
        ? try String.fetchOne(
          db, sql: "SELECT body ->> '$.into' FROM merged WHERE id = ?", arguments: [reference.id])
        : nil
      if into == nil && mayBeWords { return }
      let body = try String.fetchOne(
        db, sql: "SELECT body FROM \"\(R.kind.rawValue)\" WHERE id = ?", arguments: [id])
      let record = R(id: id, version: 1, values: Body.values(body ?? "{}"))
      found.append(
        StrayReference(record: record.reference, title: record.title, field: field, to: reference, into: into)
      )
    }

    private mutating func isKnown(_ reference: RecordReference) throws -> Bool {
      if let known = known[reference] { return known }
      let isKnown = try Reader(db).has(reference)
      known[reference] = isKnown
      return isKnown
    }
  }
}
