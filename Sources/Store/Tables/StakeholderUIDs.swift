import GRDB
import Model

/// Who is known by which UID of another program: a table beside the stakeholders, because a card asks for one of a
/// million by it, and a person may have several.
enum StakeholderUIDs {
  static let field = "uids"

  static let table = """
    CREATE TABLE stakeholder_uid (
      stakeholder TEXT NOT NULL, uid TEXT NOT NULL, PRIMARY KEY (stakeholder, uid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stakeholder_uid_by_uid ON stakeholder_uid(uid);
    """

  /// All that are known, by record.
  static func all(in db: Database) throws -> [RecordID: Set<String>] {
    var all: [RecordID: Set<String>] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT stakeholder, uid FROM stakeholder_uid") {
      all[row[0], default: []].insert(row[1])
    }
    return all
  }

  /// Of somebody of whom there are none yet.
  static func add(_ uids: [String], of id: RecordID, in db: Database) throws {
    for uid in uids {
      try db.cachedStatement(sql: "INSERT INTO stakeholder_uid (stakeholder, uid) VALUES (?, ?)")
        .execute(arguments: [id, uid])
    }
  }

  static func forget(_ id: RecordID, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM stakeholder_uid WHERE stakeholder = ?").execute(arguments: [id])
  }
}
