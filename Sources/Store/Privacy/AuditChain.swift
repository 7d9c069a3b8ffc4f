import CSodium
import Foundation
import GRDB

/// What ties each line of the log of disclosures to all lines before it: BLAKE2b-256 (RFC 7693) over the hash of the line
/// before and over the line itself, so that no line can be changed, taken out or put in without all that follow it.
///
/// Whoever may write the file can make the whole chain anew. Whoever noted the hash at its end elsewhere sees that.
enum AuditChain {
  /// What stands before the first line.
  static let start = Data(count: 32)

  /// The hash of a line.
  /// - Parameters:
  ///   - before: that of the line before it.
  ///   - row: all columns of the line but its hash.
  static func hash(after before: Data, _ row: Row) -> Data {
    var bytes = [UInt8](before)
    // The length first: no two lines have the same bytes.
    func add(_ text: String) {
      bytes += Array("\(text.utf8.count):".utf8) + Array(text.utf8)
    }
    for column in ["id", "at", "records", "journal"] { add(String(row[column] as Int64)) }
    for column in ["who", "name", "purpose", "format", "selection"] { add(row[column]) }
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
    return Data(hash)
  }

  /// A line without its hash is new: it gets that, and says how far the journal goes now.
  static func close(in db: Database) throws {
    let last = try Data.fetchOne(
      db, sql: "SELECT chain FROM disclosure WHERE chain <> x'' ORDER BY id DESC LIMIT 1")
    try close(after: last ?? start, in: db)
  }

  private static func close(after before: Data, in db: Database) throws {
    try db.execute(
      sql: "UPDATE disclosure SET journal = (SELECT ifnull(max(id), 0) FROM journal) WHERE chain = x''")
    var before = before
    for row in try Row.fetchAll(db, sql: "SELECT * FROM disclosure WHERE chain = x'' ORDER BY id") {
      before = hash(after: before, row)
      try db.execute(
        sql: "UPDATE disclosure SET chain = ? WHERE id = ?", arguments: [before, row["id"] as Int64])
    }
  }

  /// Ties what an earlier program wrote.
  static let migration = """
    ALTER TABLE disclosure ADD COLUMN journal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE disclosure ADD COLUMN chain BLOB NOT NULL DEFAULT x'';
    """
}

/// Something in the log of disclosures that nobody does by this program.
public enum AuditFault: Sendable, Equatable {
  /// The line of that number says something else than it did, or one before it is not there.
  case changed(Int)
  /// Lines are not there, between these two numbers.
  case missing(after: Int, before: Int)
  /// The journal of changes had so many entries once, and has fewer now.
  case journal(had: Int, has: Int)
}

/// Whether the log of disclosures is as it was written.
public struct AuditCheck: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [AuditFault] {
    var faults: [AuditFault] = []
    var (last, journal) = (0, 0)
    var before = try AuditChain.beginning(in: reader)
    let rows = try Row.fetchCursor(reader.db, sql: "SELECT * FROM disclosure ORDER BY id")
    while let row = try rows.next() {
      let id: Int = row["id"]
      if last > 0, id != last + 1 { faults.append(.missing(after: last, before: id)) }
      let chain: Data = row["chain"]
      if AuditChain.hash(after: before, row) != chain { faults.append(.changed(id)) }
      // What follows is judged by what stands there: one fault is told once.
      (before, last) = (chain, id)
      journal = max(journal, row["journal"])
    }
    let has = try reader.value(Int.self, "SELECT count(*) FROM journal") ?? 0
    let reaches = try reader.value(Int.self, "SELECT ifnull(max(id), 0) FROM journal") ?? 0
    if has < max(journal, reaches) { faults.append(.journal(had: max(journal, reaches), has: has)) }
    return faults
  }
}

/// Where the log of disclosures ends: what somebody notes who wants to see later that nothing was changed.
public struct AuditEnd: Query {
  public init() {}

  public struct Answer: Sendable, Equatable {
    /// How many lines there are.
    public var lines = 0
    /// The hash of the last one, in hexadecimal digits; empty where there is none.
    public var hash = ""
  }

  public func answer(in reader: Reader) throws -> Answer {
    let row = try reader.row(
      "SELECT count(*), (SELECT chain FROM disclosure ORDER BY id DESC LIMIT 1) FROM disclosure")
    guard let row, let chain = row[1] as Data? else { return Answer() }
    return Answer(lines: row[0], hash: chain.hexadecimal)
  }
}

/// The line at which the log once ended; nil where no line has that hash.
public struct AuditLine: Query {
  let hash: String

  /// - Parameter hash: as `AuditEnd` told it.
  public init(hash: String) { self.hash = hash }

  public func answer(in reader: Reader) throws -> Int? {
    try reader.value(Int.self, "SELECT id FROM disclosure WHERE lower(hex(chain)) = lower(?)", [hash])
  }
}

extension AuditChain {
  /// The hash of the line before the first one: of the last that was let go, where some were.
  fileprivate static func beginning(in reader: Reader) throws -> Data {
    let first = try reader.value(Int.self, "SELECT min(id) FROM disclosure") ?? 1
    guard first > 1 else { return start }
    let said = try reader.value(
      String.self, "SELECT selection FROM disclosure WHERE name = 'log' ORDER BY id DESC LIMIT 1", [])
    return said.flatMap { Data(hexadecimal: $0.suffix(64)) } ?? start
  }
}

extension Library {
  /// Lets the lines of the log go that are older than a day, for good: the log says so itself, and goes on from there.
  /// - Parameters:
  ///   - moment: seconds since 1970; what was written before it goes.
  ///   - why: by which rule.
  /// - Returns: how many lines went.
  /// - Throws: `Refusal`; nothing was then written.
  @discardableResult
  public func letLogGo(before moment: Int, why: String) throws -> Int {
    var gone = 0
    try writeShared(needs: .administer) { db in
      guard
        let last = try Row.fetchOne(
          db,
          sql: """
            SELECT id, chain FROM disclosure
            WHERE id < ifnull((SELECT min(id) FROM disclosure WHERE at >= ?), 9223372036854775807)
            ORDER BY id DESC LIMIT 1
            """, arguments: [moment])
      else { return }
      let chain: Data = last["chain"]
      gone =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM disclosure WHERE id <= ?", arguments: [last["id"] as Int]) ?? 0
      try Self.log(
        Disclosure(.log, purpose: why, records: gone, selection: chain.hexadecimal), who: who, now: now,
        in: db)
      try db.execute(sql: "DELETE FROM disclosure WHERE id <= ?", arguments: [last["id"] as Int])
    }
    return gone
  }
}

extension Data {
  fileprivate init?(hexadecimal text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    self.init()
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else {
        return nil
      }
      append(byte)
    }
  }
}
