import GRDB
import Model

/// Writes items in the media with all that lists and tables read of them; what changed of the blocks is
/// written once, at the end.
final class CoverageTable: TableWriter {
  private var blocks: [Int64: [PackedCoverage]] = [:]
  private var numbers: [Name: Int] = [:]

  private struct Name: Hashable {
    let kind: String
    let name: String
  }

  static let insertion = """
    INSERT INTO coverage (version, at, facets, story, guid_key, link_key, title_key, search_text, body, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  private static let update = """
    UPDATE coverage SET version = ?, at = ?, facets = ?, story = ?, guid_key = ?, link_key = ?, title_key = ?,
      search_text = ?, body = ? WHERE id = ?
    """

  func put(_ entry: TableEntry, in db: Database) throws {
    guard let item = entry.record as? Coverage else { return }
    if entry.before == nil {
      try insert(item, body: entry.body, in: db)
    } else {
      try update(item, body: entry.body, in: db)
    }
  }

  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws {
    if let place = try place(of: id, in: db) {
      try unindex(place.text, row: place.row, in: db)
      try put(PackedCoverage(), at: place.row, in: db)
    }
    try PlainTable.delete(id, .coverage, in: db)
  }

  /// - Parameter isSearched: false where the full-text index is made anew later.
  func insert(_ item: Coverage, body: String, isSearched: Bool = true, in db: Database) throws {
    let packed = try packed(item, in: db)
    let text = item.searchText
    try db.cachedStatement(sql: Self.insertion).execute(arguments: arguments(item, packed, text, body))
    let row = db.lastInsertedRowID
    if isSearched { try index(text, row: row, in: db) }
    try put(packed, at: row, in: db)
  }

  private func update(_ item: Coverage, body: String, in db: Database) throws {
    guard let stored = try place(of: item.id, in: db) else { return }
    let packed = try packed(item, in: db)
    let text = item.searchText
    if text != stored.text { try unindex(stored.text, row: stored.row, in: db) }
    try db.cachedStatement(sql: Self.update).execute(arguments: arguments(item, packed, text, body))
    if text != stored.text { try index(text, row: stored.row, in: db) }
    try put(packed, at: stored.row, in: db)
  }

  /// Writes anew what is derived from a stored item; the full-text index is made anew later.
  func derive(_ item: Coverage, body: String, in db: Database) throws {
    guard let stored = try place(of: item.id, in: db) else { return }
    let packed = try packed(item, in: db)
    try db.cachedStatement(sql: Self.update).execute(
      arguments: arguments(item, packed, item.searchText, body))
    try put(packed, at: stored.row, in: db)
  }

  /// Writes the blocks that changed.
  func finish(in db: Database) throws {
    for (block, items) in blocks { try CoverageBlocks.write(items, as: block, in: db) }
    blocks = [:]
  }

  private func arguments(
    _ item: Coverage, _ packed: PackedCoverage, _ text: String, _ body: String
  ) -> StatementArguments {
    [
      item.version, packed.at, packed.facets, Int64(packed.story), CoverageKey.guid(item),
      CoverageKey.link(item),
      CoverageKey.title(item), text, body, item.id,
    ]
  }

  private func packed(_ item: Coverage, in db: Database) throws -> PackedCoverage {
    let facets = CoverageFacets(
      item, launch: try number(of: item.launch, as: "launch", in: db),
      feed: try number(of: item.feed, as: "feed", in: db))
    return PackedCoverage(
      facets: facets.bits, at: item.minutes, story: UInt32(try number(of: item.story, as: "story", in: db)),
      reach: UInt32(clamping: item.reach))
  }

  private func place(of id: RecordID, in db: Database) throws -> (row: Int64, text: String)? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT row, search_text FROM coverage WHERE id = ?"), arguments: [id]
    ).map { ($0[0], $0[1]) }
  }

  private func index(_ text: String, row: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO coverage_search (rowid, search_text) VALUES (?, ?)")
      .execute(arguments: [row, text])
  }

  private func unindex(_ text: String, row: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO coverage_search (coverage_search, rowid, search_text) VALUES ('delete', ?, ?)"
    ).execute(arguments: [row, text])
  }

  private func put(_ packed: PackedCoverage, at row: Int64, in db: Database) throws {
    let block = row / CoverageBlocks.size
    if blocks[block] == nil {
      // A long import goes on from block to block: those that are full need not be kept.
      if blocks.count >= 64 { try finish(in: db) }
      blocks[block] = try CoverageBlocks.items(of: block, in: db)
    }
    blocks[block]?[Int(row % CoverageBlocks.size)] = packed
  }

  /// The number by which a name is known; 0 for the empty one.
  private func number(of name: String, as kind: String, in db: Database) throws -> Int {
    guard !name.isEmpty else { return 0 }
    let key = Name(kind: kind, name: name)
    if let number = numbers[key] { return number }
    if numbers.count > 100_000 { numbers = [:] }
    let number = try Reader(db).number(of: name, as: kind) ?? Self.add(name, as: kind, in: db)
    numbers[key] = number
    return number
  }

  private static func add(_ name: String, as kind: String, in db: Database) throws -> Int {
    let last = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT max(number) FROM coverage_name WHERE kind = ?"), arguments: [kind])
    let number = (last ?? 0) + 1
    try db.cachedStatement(sql: "INSERT INTO coverage_name (kind, number, name) VALUES (?, ?, ?)")
      .execute(arguments: [kind, number, name])
    return number
  }
}

extension Reader {
  /// The number by which the table of coverage knows a name; nil for one that no item has.
  func number(of name: String, as kind: String) throws -> Int? {
    try value(
      Int.self, "SELECT number FROM coverage_name WHERE kind = ? AND name = ?", [kind, name], isOften: true)
  }
}

extension Coverage {
  /// Minutes since 1970 by its own calendar and clock; a whole day comes before its minutes.
  var minutes: Int64 {
    guard let when else { return 0 }
    return Int64(when.day.number * 1_440 + (when.moment?.time.minutes ?? 0))
  }

  /// What a search finds it by.
  var searchText: String { Folding.searchable([name, outlet, summary, author, note]) }
}

/// Numbers by which an import finds items that are stored: the same text has the same number in every
/// program.
enum CoverageKey {
  static func guid(_ item: Coverage) -> Int64? {
    item.guid.isEmpty ? nil : number(item.feed + "\u{1F}" + item.guid)
  }

  static func link(_ item: Coverage) -> Int64? {
    let link = CoverageLink.canonical(item.link)
    return link.isEmpty ? nil : number(link)
  }

  /// Of the title, the outlet and the day together.
  static func title(_ item: Coverage) -> Int64 {
    let day = item.when?.day.description ?? ""
    return number([Folding.folded(item.name), Folding.folded(item.outlet), day].joined(separator: "\u{1F}"))
  }

  /// FNV-1a of 64 bits (draft-eastlake-fnv, section 2).
  private static func number(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
