import Model

/// When the cards were revised (REV, RFC 6350, section 6.7.4) that told of stakeholders: an older card must not take the
/// place of what a newer one said. It belongs to no field and to nobody's preferences, so it stands among the settings that
/// belong to nobody, with the entry of the journal that took the card: an import that was taken back says nothing.
enum CardRevisions {
  static func name(of id: RecordID) -> String { "card-revision \(id)" }

  static func remember(_ seconds: Int, of id: RecordID, by entry: Int64, in transaction: Transaction) throws {
    // Some earlier ones stay too: where the last import is taken back, the one before it counts again.
    let known = try all(of: id, in: transaction.reader).suffix(most - 1) + [(entry: entry, seconds: seconds)]
    try transaction.set(
      shared: name(of: id), to: known.map { "\($0.entry) \($0.seconds)" }.joined(separator: ";"))
  }

  /// So many cards of one record are remembered.
  private static let most = 8

  /// The cards that told of somebody, the latest last: the entry that took each, and when it was revised.
  static func all(of id: RecordID, in reader: Reader) throws -> [(entry: Int64, seconds: Int)] {
    let text = try SharedSettings.value(of: name(of: id), in: reader)
    return (text ?? "").split(separator: ";").compactMap { one in
      let parts = one.split(separator: " ")
      guard parts.count == 2, let entry = Int64(parts[0]), let seconds = Int(parts[1]) else { return nil }
      return (entry, seconds)
    }
  }

  static func forget(_ id: RecordID, in transaction: Transaction) throws {
    try transaction.forget(shared: name(of: id))
  }
}

/// Since when the fields of a stakeholder are as they are.
public struct StakeholderAges: Query {
  public let id: RecordID

  public init(_ id: RecordID) { self.id = id }

  public func answer(in reader: Reader) throws -> FieldAges {
    var ages = FieldAges()
    let card = try revision(in: reader)
    ages.others = card?.seconds
    // What was undone, and the undoing of it, is nothing that anybody said.
    let rows = try reader.rows(
      """
      SELECT j.at, r.before, r.after FROM journal_row r JOIN journal j ON j.id = r.journal
      WHERE r.kind = 'stakeholder' AND r.record = ? AND j.id > ? AND j.state IN ('done', 'kept') ORDER BY j.id
      """, [id, card?.entry ?? 0])
    for row in rows {
      let at: Int = row["at"]
      guard row["before"] as String? != nil, let after = row["after"] as String? else {
        ages.others = ages.others ?? at
        continue
      }
      for name in Body.values(after).keys { ages.changed[name] = at }
    }
    if ages.others == nil {
      ages.others = try reader.value(
        Int.self, "SELECT j.at FROM stakeholder s JOIN journal j ON j.id = s.origin WHERE s.id = ?", [id])
    }
    return ages
  }

  /// What the last card said of itself whose import stands.
  private func revision(in reader: Reader) throws -> (entry: Int64, seconds: Int)? {
    try CardRevisions.all(of: id, in: reader).last { card in
      try reader.value(
        Bool.self, "SELECT EXISTS (SELECT 1 FROM journal WHERE id = ? AND state IN ('done', 'kept'))",
        [card.entry]) == true
    }
  }
}
