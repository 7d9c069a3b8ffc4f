import GRDB

/// Something that left the house or was erased in it: who did what, when and for what, and of how many records.
/// It holds no personal values.
public struct Disclosure: Sendable, Equatable, Identifiable {
  /// Counted by the store; 0 before it is logged.
  public fileprivate(set) var id = 0
  /// What was done: the name of its kind.
  public var name: String
  /// For what, in the writer's words.
  public var purpose: String
  /// How: `csv`, `vcard`, `html` …
  public var format: String
  /// Of how many records.
  public var records: Int
  /// Which records, told without personal values: `all`, `retired`, the fields that a query asked for.
  public var selection: String
  /// Seconds since 1970; by the store's clock when it is logged.
  public var at = 0
  /// By whom; the login of whoever logs it.
  public var who = ""

  /// What can leave the house or be erased in it, and who may work there.
  public enum Kind: String, Sendable, CaseIterable {
    case export, register, notice, erase, role, read, log, restore
    case mailingList = "mailing-list"
    case ownData = "own-data"
    case surveyResults = "survey-results"
  }

  public init(
    _ kind: Kind, purpose: String = "", format: String = "", records: Int, selection: String = ""
  ) {
    (name, self.purpose, self.format) = (kind.rawValue, purpose, format)
    (self.records, self.selection) = (records, selection)
  }

  fileprivate init(_ row: Row) {
    (name, purpose, format) = (row["name"], row["purpose"], row["format"])
    (records, selection) = (row["records"], row["selection"])
    (id, at, who) = (row["id"], row["at"], row["who"])
  }
}

/// The last disclosures, newest first.
public struct Disclosures: Query {
  public let limit: Int

  public init(limit: Int = 1_000) { self.limit = limit }

  /// What is read at this moment comes first, under numbers below 0: it has none before it is over.
  public func answer(in reader: Reader) throws -> [Disclosure] {
    let logged = try Row.fetchAll(
      reader.db, sql: "SELECT * FROM disclosure ORDER BY id DESC LIMIT ?", arguments: [limit]
    ).map(Disclosure.init)
    let open = try OpenReading.lines(in: reader).map(\.line).sorted { $1.at < $0.at }
    let numbered = open.enumerated().map { place, line in
      var line = line
      line.id = place - open.count
      return line
    }
    return Array((numbered + logged).prefix(limit))
  }
}

extension Library {
  /// Writes down that something left the house. Nobody undoes that.
  public func disclose(_ disclosure: Disclosure) throws {
    try writeShared(needs: Disclosure.Kind(rawValue: disclosure.name)?.need ?? .administer) {
      try Self.log(disclosure, who: who, now: now, in: $0)
    }
  }

  /// Writes down what is published, all of it in one step with what is then to be done.
  public func disclose(_ disclosures: [Disclosure], files: Unfinished) throws {
    try writeShared(needs: .publish) { db in
      for disclosure in disclosures { try Self.log(disclosure, who: who, now: now, in: db) }
      try Transaction(db: db, who: who, now: now).begin(files)
    }
  }

  static func log(_ disclosure: Disclosure, who: String, now: Int, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO disclosure (at, who, name, purpose, format, records, selection)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        now, who, disclosure.name, disclosure.purpose, disclosure.format, disclosure.records,
        disclosure.selection,
      ])
    try AuditChain.close(in: db)
  }
}

extension Transaction {
  /// As `Library.disclose`, in the same transaction.
  public func disclose(_ disclosure: Disclosure) throws {
    try Library.log(disclosure, who: who, now: now, in: db)
  }
}
