import GRDB
import Model

/// What the press office knows of a person who is erased. Their questions stay, because they were answered in the
/// platform's name; who asked does not.
extension Eraser {
  mutating func erasePress(of id: RecordID) throws {
    for enquiry in try transaction.fetchAll(Enquiry.self) where enquiry.stakeholder == id {
      var edited = enquiry
      (edited.stakeholder, edited.contact) = ("", "")
      try change(enquiry, to: edited)
    }
    for person in try transaction.fetchAll(Spokesperson.self) where person.stakeholder == id {
      try eraseSpokesperson(person)
    }
    for launch in try transaction.fetchAll(Launch.self) where launch.team.contains(where: { $0.record == id })
    {
      var edited = launch
      edited.team.removeAll { $0.record == id }
      try change(launch, to: edited)
    }
    for kind in [RecordKind.enquiry, .spokesperson] {
      erasure.drafts += try count(
        "DELETE FROM draft WHERE kind = ?1 AND (base ->> '$.person' = ?2 OR body ->> '$.person' = ?2)",
        [kind.rawValue, id])
      // Records that somebody took back, or that were linked to the person once.
      let former = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT record FROM journal_row WHERE kind = ?1
          AND (before ->> '$.person' = ?2 OR after ->> '$.person' = ?2)
          """, arguments: [kind.rawValue, id])
      for record in former { try eraseJournal(kind, record) }
    }
  }

  /// The whole record is about that person. Who asks for them elsewhere asks for nobody now.
  private mutating func eraseSpokesperson(_ person: Spokesperson) throws {
    for enquiry in try transaction.fetchAll(Enquiry.self) where enquiry.spokesperson == person.id {
      var edited = enquiry
      edited.spokesperson = ""
      try change(enquiry, to: edited)
    }
    for event in try transaction.fetchAll(Event.self) where event.spokespersons.contains(person.id) {
      var edited = event
      edited.spokespersons.removeAll { $0 == person.id }
      try change(event, to: edited)
    }
    try transaction.remove(person)
    try forget(.spokesperson, person.id)
  }

  mutating func change<R: Model.Record>(_ record: R, to edited: R) throws {
    try transaction.put(edited)
    try forget(R.kind, record.id)
  }

  /// Earlier states of the record, and forms half typed over it, have the person whole.
  mutating func forget(_ kind: RecordKind, _ id: RecordID) throws {
    try eraseJournal(kind, id)
    erasure.drafts += try count("DELETE FROM draft WHERE kind = ? AND record = ?", [kind.rawValue, id])
    erasure.pressRecords += 1
  }
}
