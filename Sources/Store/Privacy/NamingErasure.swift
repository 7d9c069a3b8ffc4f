import GRDB
import Model

/// What names a person who is erased, kind by kind as `Record.onErasure` says it.
extension Eraser {
  /// Takes some records out of all that names them, and then what goes along with them out of what names that.
  mutating func eraseNaming(_ ids: Set<RecordID>) throws {
    var gone: Set<RecordReference> = []
    var next = Set(ids.map { RecordReference(.stakeholder, $0) })
    while !next.isEmpty {
      gone.formUnion(next)
      var along: Set<RecordReference> = []
      for kind in RecordKind.allCases where !kind.type.onErasure.isEmpty {
        along.formUnion(try erase(next, from: kind.type))
      }
      next = along.subtracting(gone)
    }
  }

  /// - Returns: what went along.
  private mutating func erase<R: Model.Record>(
    _ gone: Set<RecordReference>, from _: R.Type
  ) throws -> Set<RecordReference> {
    var former = try formerly(naming: gone, R.self)
    var along: Set<RecordReference> = []
    for record in try Naming.records(R.self, naming: gone, in: transaction.db) where !isErased(record) {
      if let left = record.forgetting(gone) {
        try transaction.put(withoutNames(left))
      } else {
        try transaction.remove(record)
      }
      former.insert(record.id)
      count(R.kind)
    }
    for id in former.sorted() {
      if R.keepsHistory {
        try redactJournal(of: id, gone, R.self)
      } else {
        if R.history.isEmpty {
          try eraseJournal(R.kind, id)
        } else {
          try emptyJournal(of: id, R.self)
        }
        erasure.drafts += try count("DELETE FROM draft WHERE kind = ? AND record = ?", [R.kind.rawValue, id])
      }
      if R.goesAlong, try transaction.stored(R.kind, id) == nil { along.insert(RecordReference(R.kind, id)) }
    }
    try eraseDrafts(naming: gone, R.self)
    return along
  }

  private func isErased(_ record: some Model.Record) -> Bool {
    record.reference.kind == .stakeholder && ids.contains(record.id)
  }

  private mutating func count(_ kind: RecordKind) {
    switch kind {
    case .engagement: erasure.engagements += 1
    case .notice: erasure.notices += 1
    case .toldApart, .merged: break
    default: erasure.others += 1
    }
  }

  /// What somebody wrote about the person, without the names that the base had for them: short ones would be found
  /// within other words. What other stakeholders say of themselves is for somebody to look at (`Erasure.mentions`).
  private func withoutNames<R: Model.Record>(_ record: R) -> R {
    guard R.kind != .stakeholder else { return record }
    var edited = record
    for field in R.fields {
      let text = field.read(record)
      // What names another record may be made of the same letters.
      let clean = field.entry.text(
        text, names: { form, name in form.mayBeWords ? withoutNames(name) : name }, words: withoutNames)
      if clean != text { try? field.write(clean, to: &edited) }
    }
    return edited
  }

  private func withoutNames(_ text: String) -> String {
    let names = names.filter { $0.utf8.count >= 4 }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return names.reduce(text) { $0.replacing($1, with: "…") }
  }

  // MARK: Earlier states

  /// Records of which an earlier state names one of these: somebody took them back, or linked them to another since.
  private func formerly<R: Model.Record>(naming gone: Set<RecordReference>, _: R.Type) throws -> Set<RecordID>
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record, before, after FROM journal_row WHERE kind = ?1 AND EXISTS (
          SELECT 1 FROM json_each(?2) WHERE instr(before, value) OR instr(after, value))
        """, arguments: [R.kind.rawValue, Self.traces(gone)])
    return Set(
      rows.filter { names(gone, $0[1], R.self) || names(gone, $0[2], R.self) }.map { $0[0] as String })
  }

  private func names<R: Model.Record>(_ gone: Set<RecordReference>, _ body: String?, _: R.Type) -> Bool {
    body.map { R.references(in: Body.values($0)).contains(where: gone.contains) } ?? false
  }

  /// Of each id the longest run of letters and digits: it stands in a text as it is, whatever has to be escaped there.
  private static func traces(_ gone: Set<RecordReference>) -> String {
    Body.list(
      gone.map { one in
        one.id.split { !$0.isLetter && !$0.isNumber }.max { $0.utf8.count < $1.utf8.count }.map(String.init)
          ?? ""
      })
  }

  /// Takes the person out of what the journal says of a record that others plan and work with.
  private func redactJournal<R: Model.Record>(
    of id: RecordID, _ gone: Set<RecordReference>, _: R.Type
  ) throws {
    func redacted(_ body: String?) -> String? {
      guard let body else { return nil }
      let values = Body.values(body)
      let stated = R(id: id, version: 1, values: values)
      let left = withoutNames(stated.forgetting(gone) ?? stated)
      return Body.text(
        values.mapValues { $0 }.merging(
          left.differences(from: stated).compactMap { name in
            R.field(name).map { (name, $0.read(left)) }
          }, uniquingKeysWith: { $1 }))
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT journal_row.rowid, title, before, after, name FROM journal_row
        JOIN journal ON journal.id = journal WHERE kind = ? AND record = ?
        """, arguments: [R.kind.rawValue, id])
    for row in rows {
      // What a merge moved says of the one who stays what was said of the one who is erased.
      if row[4] == "merge", names(gone, row[2], R.self) || names(gone, row[3], R.self) {
        try db.execute(sql: "DELETE FROM journal_row WHERE rowid = ?", arguments: [row[0] as Int64])
        continue
      }
      let title: String = row[1]
      try db.execute(
        sql: "UPDATE journal_row SET title = ?, before = ?, after = ? WHERE rowid = ?",
        arguments: [
          R.kind == .stakeholder ? title : withoutNames(title), redacted(row[2]), redacted(row[3]),
          row[0] as Int64,
        ])
    }
  }

  /// Leaves of what the journal says of a record who made or changed it, when and how, and no value: others rely on what
  /// was done of it, and it is about the one who is erased. Nothing of it can be undone or made again from then on.
  private mutating func emptyJournal<R: Model.Record>(of id: RecordID, _: R.Type) throws {
    try transaction.keep(R.kind, id)
    let rows = try Row.fetchAll(
      db, sql: "SELECT rowid, title FROM journal_row WHERE kind = ? AND record = ?",
      arguments: [R.kind.rawValue, id])
    for row in rows {
      let title: String = row[1]
      try db.execute(
        sql: """
          UPDATE journal_row SET title = ?, before = iif(before IS NULL, NULL, '{}'),
          after = iif(after IS NULL, NULL, '{}') WHERE rowid = ?
          """, arguments: [withoutNames(title), row[0] as Int64])
    }
    erasure.journalRows += rows.count
  }

  private mutating func eraseDrafts<R: Model.Record>(naming gone: Set<RecordReference>, _: R.Type) throws {
    let drafts = try Row.fetchAll(
      db, sql: "SELECT who, record, base, body FROM draft WHERE kind = ?", arguments: [R.kind.rawValue])
    for draft in drafts where names(gone, draft[2], R.self) || names(gone, draft[3], R.self) {
      erasure.drafts += try count(
        "DELETE FROM draft WHERE kind = ? AND who = ? AND record = ?", [R.kind.rawValue, draft[0], draft[1]])
    }
  }
}
