import GRDB
import Model

/// Who holds which role: what an administrator sees and changes.
public struct RoleGrants: Query {
  public init() {}

  public struct Answer: Sendable, Equatable {
    /// By login, then from the lowest role to the highest; empty in a store where all may do all.
    public var grants: [RoleGrant] = []
    /// Who made the store and names the first administrator; nil where an earlier program made it.
    public var maker: String?

    /// Those who hold a role on a day.
    func holders(on day: Day) -> [OfficeRole: [String]] {
      Dictionary(grouping: grants.filter { $0.holds(on: day) }, by: \.role).mapValues { $0.map(\.login) }
    }
  }

  public func answer(in reader: Reader) throws -> Answer {
    let rows = try reader.rows("SELECT * FROM office_role ORDER BY login, role, launch", isOften: true)
    var answer = Answer()
    for row in rows {
      let login: String = row["login"]
      if let role = OfficeRole(rawValue: row["role"]) {
        answer.grants.append(
          RoleGrant(
            login: login, role: role, launch: row["launch"], from: Day(row["from_day"] as String),
            until: Day(row["until_day"] as String)))
      } else if row["role"] == RoleTable.maker {
        answer.maker = login
      }
    }
    answer.grants.sort { ($0.login, $0.role.rank) < ($1.login, $1.role.rank) }
    return answer
  }
}

extension OfficeRole {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The table of roles. It is no record: nobody undoes, imports or merges who may do what.
enum RoleTable {
  /// Stands beside the roles for whoever made the store, and gives nothing but the naming of a first administrator.
  static let maker = "maker"

  static let schema = """
    CREATE TABLE office_role (
      login TEXT NOT NULL, role TEXT NOT NULL, launch TEXT NOT NULL DEFAULT '',
      from_day TEXT NOT NULL DEFAULT '', until_day TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (login, role, launch)
    ) STRICT, WITHOUT ROWID;
    """

  static func note(maker login: String, in db: Database) throws {
    try db.execute(sql: "INSERT INTO office_role (login, role) VALUES (?, ?)", arguments: [login, maker])
  }
}

extension Library {
  /// Gives a login a role, in the place of the same role that it had before. Whoever names somebody while nobody holds
  /// a role becomes the first administrator.
  /// - Throws: `Refusal`; nothing was then written.
  public func grant(_ grant: RoleGrant) throws {
    if let (field, problem) = grant.problem { throw Refusal.invalid(field: field, problem) }
    try write(needs: .administer) { transaction in
      if !grant.launch.isEmpty, try transaction.stored(.launch, grant.launch) == nil {
        throw Refusal.invalid(field: "launch", .unknownRecord(grant.launch))
      }
      let standing = try transaction.reader.roles()
      if standing.grants.isEmpty {
        if let maker = standing.maker, maker != who { throw Refusal.firstIsNamed(by: maker) }
        try transaction.put(RoleGrant(login: who, role: .administrator))
      }
      try transaction.put(grant)
    }
  }

  /// Takes a role from a login, for whatever launch it was.
  /// - Throws: `Refusal`; nothing was then written.
  public func revoke(_ role: OfficeRole, from login: String) throws {
    try write(needs: .administer) { transaction in
      let grants = try transaction.reader.roles().grants
      let left = grants.filter { $0.login != login || $0.role != role }
      guard left.count < grants.count else { throw Refusal.gone(title: "\(login) \(role.rawValue)") }
      guard left.contains(where: { $0.role == .administrator }) else { throw Refusal.lastAdministrator }
      try transaction.execute(
        "DELETE FROM office_role WHERE login = ? AND role = ?", [login, role.rawValue])
      try transaction.disclose(Disclosure(.role, purpose: "- \(role.rawValue): \(login)", records: 1))
    }
  }
}

extension Transaction {
  fileprivate func put(_ grant: RoleGrant) throws {
    let days = [grant.from, grant.until].map { $0?.description ?? "" }
    try execute(
      "INSERT OR REPLACE INTO office_role (login, role, launch, from_day, until_day) VALUES (?, ?, ?, ?, ?)",
      [grant.login, grant.role.rawValue, grant.launch, days[0], days[1]])
    let bounds = ([grant.launch] + days).filter { !$0.isEmpty }.joined(separator: " ")
    try disclose(
      Disclosure(
        .role, purpose: "+ \(grant.role.rawValue): \(grant.login)", records: 1, selection: bounds))
  }
}

extension Reader {
  func roles() throws -> RoleGrants.Answer { try RoleGrants().answer(in: self) }

  /// What the person may do on a day.
  func access(on day: Day, isReading: Bool, ceiling: OfficeRole?) throws -> Access {
    let standing = try roles()
    if standing.grants.isEmpty { return Access(isReading: isReading, ceiling: ceiling) }
    return Access(
      isReading: isReading, grants: standing.grants.filter { $0.login == who && $0.holds(on: day) },
      ceiling: ceiling, holders: standing.holders(on: day))
  }
}
