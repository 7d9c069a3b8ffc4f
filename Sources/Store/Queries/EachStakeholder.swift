import GRDB
import Model

extension Library {
  /// Hands out the stakeholders that a filter lets through in batches, in the order of a list, from one
  /// consistent view.
  public func eachStakeholder(
    matching filter: StakeholderFilter, sort: StakeholderSort = .init(), batch: Int = 1000,
    _ body: ([Stakeholder]) throws -> Void
  ) throws {
    guard !filter.isHopeless else { return }
    let (condition, arguments) = filter.conditions("stakeholder")
    let found = "row IN (SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?) AND"
    let direction = sort.isAscending ? "ASC" : "DESC"
    let order = ([sort.expression].compactMap(\.self) + ["name_key", "row"]).map { "\($0) \(direction)" }
    try withReader { reader in
      let cursor = try Row.fetchCursor(
        reader.db,
        sql: """
          SELECT id, version, body FROM stakeholder WHERE \(filter.match == nil ? "" : found) \(condition)
          ORDER BY \(order.joined(separator: ", "))
          """, arguments: (filter.match.map { [$0] } ?? []) + arguments)
      var stakeholders: [Stakeholder] = []
      while let row = try cursor.next() {
        stakeholders.append(Stakeholder(row))
        guard stakeholders.count == batch else { continue }
        try body(stakeholders)
        stakeholders.removeAll(keepingCapacity: true)
      }
      if !stakeholders.isEmpty { try body(stakeholders) }
    }
  }
}
