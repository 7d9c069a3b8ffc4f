import GRDB
import Model

/// What an erased person was asked, told and said. Comments and concerns stay, because they were answered in the
/// platform's name; whose they were does not.
extension Eraser {
  mutating func eraseVoices(of id: RecordID) throws {
    for invitation in try transaction.naming(id, Invitation.self) {
      try transaction.remove(invitation)
      erasure.voices += 1
    }
    try eraseHistory(of: id, Invitation.self)
    try erase(id, from: SurveyResponse.self)
    try erase(id, from: ReviewComment.self)
    try erase(id, from: Concern.self)
    try erase(id, from: Opportunity.self)
    try erase(id, from: FocusGroup.self)
  }

  private mutating func erase<R: PeopleNaming>(_ id: RecordID, from kind: R.Type) throws {
    for record in try transaction.naming(id, kind) {
      var edited = record
      edited.forget(id)
      try transaction.put(withoutNames(edited))
      try eraseJournal(R.kind, record.id)
      erasure.drafts += try count(
        "DELETE FROM draft WHERE kind = ? AND record = ?", [R.kind.rawValue, record.id])
      erasure.voices += 1
    }
    try eraseHistory(of: id, kind)
  }

  /// Records that somebody took back, that named the person once, or that were never saved.
  private mutating func eraseHistory<R: PeopleNaming>(of id: RecordID, _: R.Type) throws {
    let kind = R.kind.rawValue
    func named(_ body: String?) -> Bool {
      body.map { R(id: "", version: 0, values: Body.values($0)).people.contains(id) } ?? false
    }
    let trace = String(Body.list([id]).dropFirst(2).dropLast(2))
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record, before, after FROM journal_row
        WHERE kind = ?1 AND (instr(before, ?2) OR instr(after, ?2))
        """, arguments: [kind, trace])
    for record in Set(rows.filter { named($0[1]) || named($0[2]) }.map { $0[0] as String }) {
      try eraseJournal(R.kind, record)
    }
    let drafts = try Row.fetchAll(
      db,
      sql: """
        SELECT who, record, base, body FROM draft WHERE kind = ?1 AND (instr(base, ?2) OR instr(body, ?2))
        """, arguments: [kind, trace])
    for draft in drafts where named(draft[2]) || named(draft[3]) {
      erasure.drafts += try count(
        "DELETE FROM draft WHERE kind = ? AND who = ? AND record = ?", [kind, draft[0], draft[1]])
    }
  }

  /// What somebody wrote about the person, without the names that the base had for them. Short ones would be found
  /// within other words.
  private func withoutNames<R: Model.Record>(_ record: R) -> R {
    let names = names.filter { $0.utf8.count >= 4 }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    var edited = record
    for field in R.fields {
      let text = field.read(record)
      let clean = names.reduce(text) { $0.replacing($1, with: "…") }
      if clean != text { try? field.write(clean, to: &edited) }
    }
    return edited
  }
}

extension Transaction {
  /// The records of a kind that name a person.
  func naming<R: PeopleNaming>(_ id: RecordID, _: R.Type) throws -> [R] {
    try VoiceSQL.naming(id, in: db)
  }

  /// What named the one names the other.
  func moveVoices(from old: RecordID, to new: RecordID) throws {
    try move(Invitation.self, from: old, to: new)
    try move(SurveyResponse.self, from: old, to: new)
    try move(ReviewComment.self, from: old, to: new)
    try move(Concern.self, from: old, to: new)
    try move(Opportunity.self, from: old, to: new)
    try move(FocusGroup.self, from: old, to: new)
  }

  private func move<R: PeopleNaming>(_ kind: R.Type, from old: RecordID, to new: RecordID) throws {
    for var record in try naming(old, kind) {
      record.move(old, to: new)
      try put(record)
    }
  }
}

extension Reader {
  /// The records of a kind that name a person.
  func naming<R: PeopleNaming>(_ id: RecordID) throws -> [R] { try VoiceSQL.naming(id, in: db) }
}

private enum VoiceSQL {
  static func naming<R: PeopleNaming>(_ id: RecordID, in db: Database) throws -> [R] {
    // Those that name several people are few.
    let condition: (sql: String, argument: String)? =
      switch R.kind {
      case .opportunity, .focusGroup: nil
      case .evidence: ("$.reference", RecordReference(.stakeholder, id).description)
      case .comment, .concern: ("$.person", id)
      default: ("$.stakeholder", id)
      }
    let sql = "SELECT id, version, body FROM \"\(R.kind.rawValue)\""
    guard let condition else {
      return try Row.fetchAll(db, sql: sql + " ORDER BY id").map(record).filter { $0.people.contains(id) }
    }
    return try Row.fetchAll(
      db, sql: sql + " WHERE body ->> '\(condition.sql)' = ? ORDER BY id", arguments: [condition.argument]
    ).map(record)
  }

  private static func record<R: Model.Record>(_ row: Row) -> R {
    R(id: row[0], version: row[1], values: Body.values(row[2]))
  }
}
