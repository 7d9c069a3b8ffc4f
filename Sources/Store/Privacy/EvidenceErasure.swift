import GRDB
import Model

/// Evidence that names a person who is erased, or a contact with them. That there was evidence stays: a number that was
/// published can be traced. What it was called and where it leads does not.
extension Eraser {
  mutating func eraseEvidence(of id: RecordID) throws {
    let contacts = try String.fetchAll(
      db, sql: "SELECT id FROM engagement WHERE body ->> '$.stakeholder' = ?", arguments: [id])
    let references = Set(
      [RecordReference(.stakeholder, id)] + contacts.map { RecordReference(.engagement, $0) })
    let names = Set(references.map(\.description))
    for evidence in try transaction.fetchAll(Evidence.self) where names.contains(evidence.reference) {
      var edited = evidence
      (edited.name, edited.reference, edited.note) = (Evidence.erased, "", "")
      try change(evidence, to: edited)
    }
    for name in names.sorted() {
      erasure.drafts += try count(
        """
        DELETE FROM draft WHERE kind = 'evidence'
        AND (base ->> '$.reference' = ?1 OR body ->> '$.reference' = ?1)
        """, [name])
      let former = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT record FROM journal_row WHERE kind = 'evidence'
          AND (before ->> '$.reference' = ?1 OR after ->> '$.reference' = ?1)
          """, arguments: [name])
      for record in former { try eraseJournal(.evidence, record) }
    }
  }
}

extension Transaction {
  /// Evidence about a record that was merged into another is evidence about that one.
  func moveEvidence(from old: RecordID, to new: RecordID) throws {
    let name = RecordReference(.stakeholder, old).description
    for var evidence in try fetchAll(Evidence.self) where evidence.reference == name {
      evidence.reference = RecordReference(.stakeholder, new).description
      try put(evidence)
    }
  }
}
