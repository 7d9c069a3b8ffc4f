import Model

/// The stakeholders that match a text: all of them in order where they are few, else those whose name begins
/// with it and then as many more as were looked at.
struct MatchedStakeholders {
  let window: StakeholderWindow

  private struct Hit {
    let row: Int64
    let nameKey: String
    let key: StoredValue
  }

  func page(in reader: Reader) throws -> StakeholderPage {
    var (hits, isPartial) = try candidates(in: reader)
    let isCapped = hits.count > StakeholderWindow.cap
    if isCapped || isPartial {
      let first = try namesBeginning(in: reader)
      let known = Set(first.map(\.row))
      hits = first + sorted(hits.prefix(StakeholderWindow.cap).filter { !known.contains($0.row) })
    } else {
      hits = sorted(hits)
    }
    let range = range(of: hits)
    return StakeholderPage(
      rows: try load(hits[range], in: reader), hasBefore: range.lowerBound > 0,
      hasAfter: range.upperBound < hits.count, total: isCapped || isPartial ? nil : hits.count,
      isCapped: isCapped || isPartial, isPartial: isPartial && !isCapped)
  }

  /// How many rows of the full-text index a key has time for: most rows are far apart in the table, and those
  /// whose text has to be looked through cost three times as much.
  private var most: Int { window.filter.readsBody ? 1_500 : 3_000 }

  /// One more than the list shows, and whether there may be others among those not looked at.
  private func candidates(in reader: Reader) throws -> (hits: [Hit], isPartial: Bool) {
    let (condition, arguments) = window.filter.conditions("s")
    let key = window.sort.expression.map { $0.replacing("body", with: "s.body") } ?? "NULL"
    let limit = window.isThorough ? -1 : most
    // CROSS JOIN keeps the full-text index outside: it stops at the limit.
    let sql = """
      SELECT s.row, s.name_key, \(key) FROM (
        SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ? LIMIT \(limit)) found
      CROSS JOIN stakeholder s ON s.row = found.rowid
      WHERE \(condition) LIMIT \(StakeholderWindow.cap + 1)
      """
    let hits = try reader.rows(sql, [window.filter.match] + arguments).map {
      Hit(row: $0[0], nameKey: $0[1], key: $0[2])
    }
    guard !window.isThorough, hits.count <= StakeholderWindow.cap else { return (hits, false) }
    return (hits, try hasMore(than: most, in: reader))
  }

  private func hasMore(than number: Int, in reader: Reader) throws -> Bool {
    try reader.value(
      Bool.self,
      """
      SELECT EXISTS (SELECT 1 FROM stakeholder_search WHERE stakeholder_search MATCH ? LIMIT 1 OFFSET ?)
      """, [window.filter.match, number]) ?? false
  }

  /// The names that begin with the text, by the index of names.
  private func namesBeginning(in reader: Reader) throws -> [Hit] {
    let prefix = Folding.folded(window.filter.text)
    guard !prefix.isEmpty, !window.filter.readsBody else { return [] }
    let span = "retired = ? AND name_key >= ? AND name_key < ?"
    let range: Arguments = [window.filter.isRetired ? 1 : 0, prefix, prefix + "\u{10FFFF}"]
    var (condition, arguments) = window.filter.conditions()
    if !window.isThorough {
      let most = window.filter.clauses.isEmpty ? 20_000 : 2_000
      let last = "SELECT name_key FROM stakeholder WHERE \(span) ORDER BY name_key LIMIT 1 OFFSET \(most)"
      if let last = try reader.value(String.self, last, range) {
        condition += " AND name_key < ?"
        arguments += [last]
      }
    }
    let sql = """
      SELECT row, name_key FROM main.stakeholder INDEXED BY stakeholder_by_name
      WHERE \(span) AND \(condition) AND \(Incoming.isSeen) ORDER BY name_key, row LIMIT 100
      """
    return try reader.rows(sql, range + arguments).map {
      Hit(row: $0[0], nameKey: $0[1], key: .null)
    }
  }

  private func sorted(_ hits: [Hit]) -> [Hit] {
    let up = hits.sorted { a, b in
      if let order = Self.isBefore(a.key, b.key) { return order }
      return (a.nameKey, a.row) < (b.nameKey, b.row)
    }
    return window.sort.isAscending ? up : up.reversed()
  }

  private static func isBefore(_ a: StoredValue, _ b: StoredValue) -> Bool? {
    if a == b { return nil }
    if let a = Int64.fromDatabaseValue(a), let b = Int64.fromDatabaseValue(b) { return a < b }
    return (String.fromDatabaseValue(a) ?? "") < (String.fromDatabaseValue(b) ?? "")
  }

  private func range(of hits: [Hit]) -> Range<Int> {
    let count = window.count
    switch window.anchor {
    case .start, .record: return 0..<min(count, hits.count)
    case .end: return max(0, hits.count - count)..<hits.count
    case .around(let place, let before):
      let at = hits.firstIndex { $0.row == place.row } ?? 0
      let start = max(0, at - before)
      return start..<min(hits.count, start + count)
    }
  }

  private func load(_ hits: ArraySlice<Hit>, in reader: Reader) throws -> [StakeholderRow] {
    let sql = "SELECT row, id, version, body, name_key, NULL AS key FROM stakeholder WHERE row = ?"
    return try hits.compactMap { hit in
      try reader.row(sql, [hit.row], isOften: true).map(StakeholderRow.init)
    }
  }
}
