import GRDB
import Model

extension Library {
  /// Refuses what the person's roles do not reach as far as; in a store that is only read as well.
  public func permit(_ need: Need) throws {
    try withReader { try renewAccess($0.db) }
    if !access.permits(need) { throw access.lacking(need) }
  }

  /// As `permit` of what it asks to let something out: before anything is written.
  public func permit(_ disclosure: Disclosure.Kind) throws { try permit(disclosure.need) }

  /// Where others hold roles and this login none, it sees nothing either.
  func refuseNobody() throws {
    let access = access
    if access.isNobodys { throw StoreProblem.noRole(path, who: who, administrators: access.administrators) }
  }

  /// Takes from the store what the person may do there now.
  func renewAccess(_ db: Database) throws {
    // An older program knew no roles.
    guard try isCurrent || db.tableExists("office_role") else { return }
    let access = try Reader(db: db, who: who).access(
      on: Day(number: now / 86_400), isReading: self.access.isReading, ceiling: ceiling)
    // What was read before somebody's role went down is not to be read again.
    if access.seesContacts != self.access.seesContacts { shelf.clear() }
    standing.access = access
  }
}
