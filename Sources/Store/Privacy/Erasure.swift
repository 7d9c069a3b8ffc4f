import GRDB
import Model

/// What an erasure reached.
public struct Erasure: Sendable, Equatable {
  /// Entries of the journal that spoke of the person.
  public var journalRows = 0
  public var drafts = 0
  public var engagements = 0
  /// Notices to focal points whose kept copy no longer has the person's part.
  public var notices = 0
  /// Releases of the register in which they stood.
  public var releases = 0
  /// All other records that named them.
  public var others = 0
  /// Other records that still have one of the names somewhere in their text: for somebody to look at.
  public var mentions: [RecordReference] = []
  /// The disk did not let the file be written anew: pages of it may still hold what is erased, until the store is next
  /// opened.
  public var isInOldPages = false
}

extension Library {
  /// Erases a stakeholder wherever the store speaks of them: the record, the records merged into it, whatever names it by
  /// a field (each kind says beside its fields what becomes of it: `OnErasure`), the journal and with it undo, the drafts
  /// of everybody, the copies of notices and the register's lists. What stays is a keyed hash, by which a later import
  /// recognizes them, and a line in the log of disclosures. Nobody can undo it. Backups and files that left the house are
  /// not in its reach.
  ///
  /// UN Personal Data Protection and Privacy Principles, 2018, principles 4 (retention) and 8 (transparency).
  /// - Throws: `Refusal.gone` where there is no such record; nothing was then written.
  public func erase(_ id: RecordID, why: String) throws -> Erasure {
    var erasure = Erasure()
    try write(needs: .erase) { transaction in
      guard let stakeholder = try transaction.fetch(Stakeholder.self, id) else {
        throw Refusal.gone(title: id)
      }
      var eraser = Eraser(transaction: transaction, ids: [id])
      try eraser.remember(stakeholder)
      try eraser.erase()
      erasure = eraser.erasure
      erasure.mentions = try NameMentions(of: eraser.names, except: []).answer(in: Reader(transaction.db))
      try transaction.disclose(Disclosure(.erase, purpose: why, records: 1))
      try transaction.db.execute(
        sql: "INSERT OR REPLACE INTO secret (name, value) VALUES (?, x'01')", arguments: [Self.oldPages])
    }
    // The record is gone, whatever the disk says now.
    do { try forgetPages() } catch { erasure.isInOldPages = true }
    return erasure
  }

  private static let oldPages = "old-pages"

  /// Does what an erasure could not finish: the disk was full, or the process was killed.
  func forgetLeftPages() {
    let isLeft = try? database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM secret WHERE name = ?)", arguments: [Self.oldPages])
    }
    if isLeft == true { try? forgetPages() }
  }

  /// The full-text index keeps words of what was taken out until it is rewritten, the write-ahead log keeps old pages
  /// until it is emptied, and pages that were filled anew may keep in their gaps what stood there, although SQLite of
  /// Debian overwrites what is deleted (secure_delete): only a file that is written anew has no gaps.
  private func forgetPages() throws {
    try maintain { db in
      try db.execute(sql: "INSERT INTO stakeholder_search (stakeholder_search) VALUES ('optimize')")
    }
    try writeAnew()
    try maintain { try $0.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [Self.oldPages]) }
    emptyLog()
  }
}

/// Takes a person's traces out, one kind after the other.
struct Eraser {
  let transaction: Transaction
  /// The record and those that were merged into it.
  var ids: Set<RecordID>
  /// What the person was ever called.
  var names: Set<String> = []
  var erasure = Erasure()

  var db: Database { transaction.db }

  init(transaction: Transaction, ids: Set<RecordID>) {
    self.transaction = transaction
    self.ids = ids
    // What an erasure takes out of a text that others agreed to goes all the same.
    transaction.validity.isErasing = true
  }

  /// Keeps the hashes by which a later import recognizes the person, under every name and address they had.
  mutating func remember(_ stakeholder: Stakeholder) throws {
    let merged = try String.fetchAll(
      db, sql: "SELECT id FROM merged WHERE body ->> '$.into' = ?", arguments: [stakeholder.id])
    ids.formUnion(merged)
    let hash = try KeyedHash(making: db)
    let states = try former(stakeholder)
    names.formUnion(states.flatMap { [$0.name, $0.nativeName] + $0.aliases })
    for trace in states.flatMap(ErasedTraces.kept) + ids.map(ErasedTraces.id) {
      try db.execute(
        sql: "INSERT OR IGNORE INTO erased (digest, at) VALUES (?, ?)",
        arguments: [hash.digest(trace), transaction.now])
    }
  }

  /// The record as it is, and as the journal says that it was.
  private func former(_ stakeholder: Stakeholder) throws -> [Stakeholder] {
    var states = [stakeholder]
    for id in ids {
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM journal_row WHERE kind = 'stakeholder' AND record = ?", arguments: [id])
      for row in rows.map(JournalRow.init) {
        for values in [row.before, row.after].compactMap(\.self) {
          // A change tells of single fields: the rest is as it is now.
          let all = stakeholder.values.merging(values.filter { !$0.value.isEmpty }) { $1 }
          states.append(Stakeholder(id: id, version: 0, values: all))
        }
      }
    }
    return states
  }

  mutating func erase() throws {
    try eraseNaming(ids)
    for id in ids.sorted() {
      try eraseEntries(of: id)
      if let stored = try transaction.fetch(Stakeholder.self, id) { try transaction.remove(stored) }
      erasure.drafts += try count("DELETE FROM draft WHERE kind = 'stakeholder' AND record = ?", [id])
      erasure.drafts += try count(Draft.traces, [id])
      try CardRevisions.forget(id, in: transaction)
      try eraseMerges(of: id)
      try eraseJournal(.stakeholder, id)
      // Of a merge that was taken back.
      try eraseJournal(.merged, id)
    }
    // What was removed just now would be written down again.
    transaction.forget()
    try dropEmptyEntries()
  }

  private mutating func eraseEntries(of id: RecordID) throws {
    let hash = try KeyedHash(making: db)
    erasure.releases += try count(
      "UPDATE register_entry SET stakeholder = ?, title = '', digest = '' WHERE stakeholder = ?",
      ["erased-\(hash.digest(id))", id])
  }

  /// A merge's entry tells of both records in each of its rows. What is left of it brings nobody back.
  private mutating func eraseMerges(of id: RecordID) throws {
    let merges = """
      SELECT journal.id FROM journal JOIN journal_row ON journal_row.journal = journal.id
      WHERE journal.name = 'merge' AND kind = 'stakeholder' AND record = ?1
      """
    try db.execute(
      sql: """
        UPDATE journal SET state = CASE state WHEN 'done' THEN 'kept' ELSE 'dropped' END
        WHERE state IN ('done', 'undone') AND id IN (\(merges))
        """, arguments: [id])
    erasure.journalRows += try count(
      "DELETE FROM journal_row WHERE kind = 'stakeholder' AND record <> ?1 AND journal IN (\(merges))", [id])
  }

  mutating func eraseJournal(_ kind: RecordKind, _ id: RecordID) throws {
    erasure.journalRows += try count(
      "DELETE FROM journal_row WHERE kind = ? AND record = ?", [kind.rawValue, id])
  }

  /// An entry of which nothing is left cannot be undone.
  private func dropEmptyEntries() throws {
    try db.execute(
      sql: """
        UPDATE journal SET state = 'dropped' WHERE state IN ('done', 'undone') AND added = 0
        AND NOT EXISTS (SELECT 1 FROM journal_row WHERE journal = journal.id)
        """)
  }

  func count(_ sql: String, _ arguments: [String]) throws -> Int {
    try db.execute(sql: sql, arguments: StatementArguments(arguments))
    return db.changesCount
  }
}
