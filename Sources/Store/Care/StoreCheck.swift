import GRDB
import Model

extension Library {
  /// What is wrong with the file or with what it holds; empty for a sound store. Of a store of an older schema only what
  /// any schema has is looked at.
  ///
  /// It works on a copy that has no name and goes with it: others write meanwhile, and a store that cannot be written is
  /// looked through as well.
  public func check() throws(StoreProblem) -> [Finding] {
    do {
      let copy = try DatabaseQueue(path: "", configuration: Opening.configuration(isReadOnly: false))
      try database.backup(to: copy)
      return try copy.inDatabase { db in
        var check = StoreCheck(db: db)
        return try check.findings(isCurrent: self.isCurrent)
      }
    } catch {
      let problem = StoreProblem.of(error, path: path)
      switch problem {
      case .corrupt(_, let detail), .failed(_, let detail): return [.damage(detail)]
      default: throw problem
      }
    }
  }
}

/// A walk through all that a store holds, on a copy that may be changed.
private struct StoreCheck {
  let db: Database
  private var found: [Finding] = []

  init(db: Database) { self.db = db }

  mutating func findings(isCurrent: Bool) throws -> [Finding] {
    // Lines about rows follow by name.
    found = try Soundness.lines(in: db).filter { !Soundness.isOfRow($0) }.map(Finding.damage)
    try part { try $0.rows() }
    try part { try $0.journal() }
    try part { try $0.orphans() }
    try part { try $0.words() }
    guard isCurrent else { return found }
    try part { try $0.readable() }
    try part { try $0.stakeholders() }
    try part { try $0.coverage() }
    try part { try $0.responses() }
    try part { check in
      check.found += try AuditCheck().answer(in: Reader(check.db)).map(Finding.audit)
      check.found += try StrayReferences().answer(in: Reader(check.db)).map(Finding.stray)
      var merges = PastMerges(Reader(check.db))
      check.found += try merges.published().map(Finding.published)
    }
    return found
  }

  /// A part that meets damage ends, and the others go on. What cannot be read in a row was told with that row.
  private mutating func part(_ body: (inout StoreCheck) throws -> Void) throws {
    do { try body(&self) } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
    {
      let isTold = found.contains { if case .unreadable = $0 { true } else { false } }
      if error.resultCode == .SQLITE_ERROR, isTold { return }
      let finding = Finding.damage(error.message ?? "\(error.resultCode)")
      if !found.contains(finding) { found.append(finding) }
    }
  }

  // MARK: What any schema has

  /// The tables of records.
  private func tables() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table'
        AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_master.name) WHERE name = 'body')
        AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_master.name) WHERE name = 'id') ORDER BY name
        """)
  }

  /// Of what is no object of texts. (SQLite before 3.41 takes a null for invalid JSON.)
  private static func isUnreadable(_ column: String) -> String {
    """
    CASE WHEN \(column) IS NULL THEN 0 WHEN NOT json_valid(\(column)) THEN 1
      WHEN json_type(\(column)) <> 'object' THEN 1
      ELSE EXISTS (SELECT 1 FROM json_each(\(column)) AS member WHERE member.type <> 'text') END
    """
  }

  private mutating func rows() throws {
    for table in try tables() {
      let ids = try String.fetchAll(
        db,
        sql: "SELECT CAST(id AS TEXT) FROM \"\(table)\" WHERE \(Self.isUnreadable("body")) ORDER BY id")
      found += ids.map { .unreadable("\(table):\($0)") }
    }
    let drafts = try String.fetchAll(
      db,
      sql: """
        SELECT who || ' ' || kind || ' ' || record FROM draft
        WHERE \(Self.isUnreadable("base")) OR \(Self.isUnreadable("body"))
        """)
    found += drafts.map { .unreadable("draft:\($0)") }
  }

  private mutating func journal() throws {
    let entries = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT journal FROM journal_row
        WHERE \(Self.isUnreadable("before")) OR \(Self.isUnreadable("after")) ORDER BY journal
        """)
    found += entries.map(Finding.journal)
  }

  private mutating func orphans() throws {
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let (table, parent): (String?, String?) = (row[0], row[2])
      found.append(.orphan(table ?? "", of: parent ?? ""))
    }
  }

  /// Full text with what it was made from: `integrity_check` does not look into it (sqlite.org/fts5.html, section 6.5).
  private mutating func words() throws {
    for kind in [RecordKind.stakeholder, .coverage] {
      let index = "\(kind.rawValue)_search"
      guard try db.tableExists(index) else { continue }
      do {
        try db.execute(sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        found.append(.words(kind))
      }
    }
  }

  // MARK: What this schema has

  /// Empties what cannot be read, in the copy, so that the rest can be asked.
  private mutating func readable() throws {
    guard found.contains(where: { if case .unreadable = $0 { true } else { false } }) else { return }
    let indexes = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%body ->>%'")
    for index in indexes { try db.execute(sql: "DROP INDEX \"\(index)\"") }
    for table in try tables() {
      try db.execute(sql: "UPDATE \"\(table)\" SET body = '{}' WHERE \(Self.isUnreadable("body"))")
    }
  }

  private mutating func stakeholders() throws {
    var counted: [Tally.Key: Int] = [:]
    var wrong = 0
    let uids = try StakeholderUIDs.all(in: db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, version, body, country, joined, retired, facets, more_facets, \(Incoming.isSeen) FROM stakeholder
        """)
    while let row = try rows.next() {
      let one = Stakeholder(row)
      // What comes in just now is counted when it is seen.
      if row[8] { Tally.count(one, by: 1, in: &counted) }
      let bits = FacetBits(one)
      let (first, second): (Int64, Int64) = (row[6], row[7])
      let isRight =
        row[3] == one.country && row[4] == one.joined?.description ?? ""
        && row[5] == (one.retired == nil ? 0 : 1) && first == bits.first && second == bits.second
        && uids[one.id, default: []] == Set(one.uids)
      if !isRight { wrong += 1 }
    }
    if wrong > 0 { found.append(.columns(.stakeholder, wrong)) }
    var stored: [Tally.Key: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT dimension, value, stakeholders FROM tally") {
      stored[Tally.Key(dimension: row[0], value: row[1])] = row[2]
    }
    let keys = Set(stored.keys).union(counted.keys)
    for key in keys.sorted(by: { ($0.dimension, $0.value) < ($1.dimension, $1.value) })
    where stored[key, default: 0] != counted[key, default: 0] {
      found.append(
        .count(
          dimension: key.dimension, value: key.value, stored: stored[key, default: 0],
          counted: counted[key, default: 0]))
    }
  }

  /// What is counted of items in the media lies once more in blocks.
  private mutating func coverage() throws {
    var packed: [Int64: PackedCoverage] = [:]
    try CoverageBlocks.each(in: Reader(db)) { first, items in
      for index in items.indices where items[index].facets != 0 {
        packed[first + Int64(index)] = items[index]
      }
    }
    var wrong = 0
    let rows = try Row.fetchCursor(
      db, sql: "SELECT row, id, version, body, at, facets, story FROM coverage")
    while let row = try rows.next() {
      let item = Coverage(id: row[1], version: row[2], values: Body.values(row[3]))
      let (number, at, facets, story): (Int64, Int64, Int64, Int64) = (row[0], row[4], row[5], row[6])
      let block = packed.removeValue(forKey: number) ?? PackedCoverage()
      let isRight =
        at == item.minutes && block.at == at && block.facets == facets && Int64(block.story) == story
      if !isRight { wrong += 1 }
    }
    // Blocks count what is not there any more.
    wrong += packed.count
    if wrong > 0 { found.append(.columns(.coverage, wrong)) }
  }

  /// What is counted of answers stands once more as numbers.
  private mutating func responses() throws {
    let alone =
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM "survey-response" WHERE row NOT IN (SELECT row FROM response_code))
            + (SELECT count(*) FROM response_code WHERE row NOT IN (SELECT row FROM "survey-response"))
          """) ?? 0
    var (wrong, books): (Int, [RecordID: CodeBook]) = (alone, [:])
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, body, codes FROM \"survey-response\" JOIN response_code USING (row)")
    while let row = try rows.next() {
      let response = SurveyResponse(id: row[0], version: 1, values: Body.values(row[1]))
      let book = try books[response.survey] ?? CodeBook(response.survey, in: Reader(db))
      books[response.survey] = book
      let codes: [UInt16] = try row.withUnsafeData(atIndex: 2) { data in
        data?.withUnsafeBytes { $0.bindMemory(to: UInt16.self).map(UInt16.init(littleEndian:)) } ?? []
      }
      if !book.isCoded(response, as: codes) { wrong += 1 }
    }
    if wrong > 0 { found.append(.columns(.surveyResponse, wrong)) }
  }
}
