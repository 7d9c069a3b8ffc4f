import Model

/// Where a row stands in the order of a list: enough to go on from there without counting.
public struct StakeholderPlace: Hashable, Sendable {
  let key: StoredValue?
  let nameKey: String
  let row: Int64
}

/// A stakeholder in a list.
public struct StakeholderRow: Sendable, Equatable {
  public let stakeholder: Stakeholder
  public let place: StakeholderPlace
}

/// Some rows of a list, in order.
public struct StakeholderPage: Sendable, Equatable {
  public var rows: [StakeholderRow]
  public var hasBefore: Bool
  public var hasAfter: Bool
  /// How many match; nil where nobody has counted (see `StakeholderCount`).
  public var total: Int?
  /// More match than were looked at: the best come first, and the rest wait for another letter.
  public var isCapped = false
  /// Not all that could match was looked at yet: a thorough window finds the others.
  public var isPartial = false

  /// Nothing, before the first answer.
  public static let none = StakeholderPage(rows: [], hasBefore: false, hasAfter: false)
}

/// A window of rows of a list that is never read whole.
public struct StakeholderWindow: Query {
  public typealias Anchor = WindowAnchor<StakeholderPlace>

  public var filter: StakeholderFilter
  public var sort: StakeholderSort
  public var anchor: Anchor
  public var count: Int
  /// Looks at everything that could match a text, however long it takes; else at so much as a key has time
  /// for.
  public var isThorough: Bool

  public init(
    filter: StakeholderFilter = .init(), sort: StakeholderSort = .init(), anchor: Anchor = .start,
    count: Int, isThorough: Bool = true
  ) {
    self.filter = filter
    self.sort = sort
    self.anchor = anchor
    self.count = count
    self.isThorough = isThorough
  }

  /// So many matches of a text are looked at before the list says "more".
  public static let cap = 500

  public func answer(in reader: Reader) throws -> StakeholderPage {
    if filter.isHopeless { return StakeholderPage(rows: [], hasBefore: false, hasAfter: false, total: 0) }
    if filter.match != nil { return try MatchedStakeholders(window: self).page(in: reader) }
    let window = try anchor.window(of: count) { id in
      try StakeholderPlaceByID(id, sort: sort).answer(in: reader)
    } next: { place, isForward, limit in
      try rows(from: place, forward: isForward, limit: limit, in: reader)
    }
    return StakeholderPage(
      rows: window.rows, hasBefore: window.hasBefore, hasAfter: window.hasAfter, total: nil)
  }

  /// Rows from a place on in the list's direction (the place included), or those before it, nearest first.
  private func rows(
    from place: StakeholderPlace?, forward: Bool, limit: Int, in reader: Reader
  ) throws -> [StakeholderRow] {
    let isUp = forward == sort.isAscending
    let direction = isUp ? "ASC" : "DESC"
    let keys = (sort.expression.map { [$0] } ?? []) + ["name_key", "row"]
    let order = try filter.isNarrow(in: reader) ? nil : sort.column
    var (condition, arguments) = filter.conditions(order: order)
    if let place {
      let comparison = (isUp ? ">" : "<") + (forward ? "=" : "")
      let marks = Array(repeating: "?", count: keys.count).joined(separator: ", ")
      condition += " AND (\(keys.joined(separator: ", "))) \(comparison) (\(marks))"
      if let key = place.key { arguments += [key] }
      arguments += [place.nameKey, place.row]
    }
    let sorting = keys.map { "\($0) \(direction)" }.joined(separator: ", ")
    let columns = "row, id, version, body, name_key, \(sort.expression ?? "NULL") AS key"
    // A walk in order ends soon where many match; where few do, it would go through all.
    let sql =
      try filter.isRareByCountry(in: reader)
      ? """
      SELECT \(columns) FROM stakeholder WHERE row IN (
        SELECT row FROM main.stakeholder INDEXED BY stakeholder_by_country
        WHERE \(condition) AND \(Incoming.isSeen) ORDER BY \(sorting) LIMIT ?)
      ORDER BY \(sorting)
      """
      : "SELECT \(columns) FROM stakeholder WHERE \(condition) ORDER BY \(sorting) LIMIT ?"
    return try reader.rows(sql, arguments + [limit]).map(StakeholderRow.init)
  }
}

extension StakeholderRow {
  init(_ row: Row) {
    stakeholder = Stakeholder(id: row["id"], version: row["version"], values: Body.values(row["body"]))
    let key: StoredValue = row["key"]
    place = StakeholderPlace(key: key.isNull ? nil : key, nameKey: row["name_key"], row: row["row"])
  }
}
