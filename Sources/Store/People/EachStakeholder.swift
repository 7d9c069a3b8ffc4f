import Model

extension Library {
  /// Hands out the stakeholders that a filter lets through in batches, in the order of a list, from one
  /// consistent view.
  public func eachStakeholder(
    matching filter: StakeholderFilter, sort: StakeholderSort = .init(), batch: Int = 1000,
    _ body: ([Stakeholder]) throws -> Void
  ) throws {
    guard !filter.isHopeless else { return }
    let (condition, arguments) = filter.conditionsAndWords()
    let direction = sort.isAscending ? "ASC" : "DESC"
    let order = ([sort.expression].compactMap(\.self) + ["name_key", "row"]).map { "\($0) \(direction)" }
    try withReader { reader in
      try reader.each(
        """
        SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY \(order.joined(separator: ", "))
        """, arguments, batch: batch, body)
    }
  }

  /// Hands out all stakeholders in batches, in the order in which they came in, from one consistent view.
  /// - Parameter includingRetired: those out of use too.
  public func eachStakeholder(
    includingRetired: Bool, batch: Int = 1000, _ body: ([Stakeholder]) throws -> Void
  ) throws {
    // The unary plus keeps the index of `retired` out, which would have to be sorted.
    let condition = includingRetired ? "1" : "+retired = 0"
    try withReader { reader in
      try reader.each(
        "SELECT id, version, body FROM stakeholder WHERE \(condition) ORDER BY row", batch: batch, body)
    }
  }
}
