import GRDB
import Model

/// Settings that follow a person from one session to the next.
public struct Preferences: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [String: String] {
    let rows = try Row.fetchAll(
      reader.db, sql: "SELECT name, value FROM preference WHERE who = ?", arguments: [reader.who])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }
}

/// What holds for the whole office, whoever works: one of the settings that belong to nobody.
public struct OfficeSetting: Query {
  public enum Name: String, Sendable {
    /// From whom notices come: `Name <address>`.
    case noticeSender = "notice.sender"
    /// To whom one writes about the public register: `Name <address>`.
    case registerContact = "register.contact"
  }

  public let name: Name

  public init(_ name: Name) { self.name = name }

  /// Empty where nobody set it.
  public func answer(in reader: Reader) throws -> String {
    try SharedSettings.value(of: name.rawValue, in: reader) ?? ""
  }
}

extension Library {
  public func prefer(_ name: String, _ value: String) throws {
    try writeOwn { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO preference (who, name, value) VALUES (?, ?, ?)",
        arguments: [who, name, value])
    }
  }

  public func set(_ name: OfficeSetting.Name, to value: String) throws {
    try writeShared(needs: .administer) { try SharedSettings.set(name.rawValue, to: value, in: $0) }
  }
}
