import Model

/// What the dates of a column, or of several, tell of the order of day and month.
struct DateEvidence {
  /// What single dates told.
  private var told: Set<DateOrder> = []
  /// What all dates that may be several days have in common; nil where there is none.
  private var shared: Set<DateOrder>?

  /// Those that the dates tell, each by itself, or together as `13/1/15` and `6/1/15` do.
  var orders: Set<DateOrder> { told.isEmpty && shared?.count == 1 ? shared ?? [] : told }

  mutating func take(_ cell: String) {
    switch WrittenDate.hint(cell) {
    case .none: return
    case .either(let orders): shared = shared?.intersection(orders) ?? orders
    case .only(let order): told.insert(order)
    }
  }

  /// What both tell together.
  func joined(_ other: DateEvidence) -> DateEvidence {
    var all = self
    all.told.formUnion(other.told)
    if let theirs = other.shared { all.shared = shared?.intersection(theirs) ?? theirs }
    return all
  }

  /// The order that the dates have; nil where none of them asks for one, `nil` inside where they do not tell, or tell of
  /// several.
  var order: DateOrder?? {
    if orders.count == 1 { return orders.first }
    return shared != nil || orders.count > 1 ? .some(nil) : nil
  }
}

/// The order of the dates in each column of a table, so that no row is read one of two ways. What the person said goes
/// before what the dates tell.
struct DateColumns {
  private var orders: [Int: DateOrder] = [:]
  /// The columns of times, and the zone of those that name none.
  private var zoned: (positions: [Int], zone: Zone)?

  /// So many rows are looked at where all dates so far could be read both ways.
  private static let bound = 200_000
  private static let usual = 500

  /// - Parameters:
  ///   - positions: of the columns that hold days, perhaps with a time.
  ///   - times: those of them that may have a time.
  ///   - zone: that of times without one, where the person said so.
  ///   - rows: begins to read; what it gives hands out row after row, nil at the end.
  init(
    _ positions: [Int], times: [Int] = [], asked: DateOrder?, zone: Zone? = nil,
    rows: () throws -> () throws -> [String]?
  ) throws {
    if let zone, !times.isEmpty { zoned = (times, zone) }
    guard !positions.isEmpty else { return }
    let next = try rows()
    var evidence = Dictionary(uniqueKeysWithValues: positions.map { ($0, DateEvidence()) })
    var count = 0
    while let row = try next() {
      for position in positions where position < row.count { evidence[position]?.take(row[position]) }
      count += 1
      let isTold = !evidence.values.contains { $0.order == .some(nil) }
      if count >= (isTold ? Self.usual : Self.bound) { break }
    }
    // A column that does not tell is as those that do, where these agree; or all tell together.
    let told = Set(evidence.values.compactMap { $0.order ?? nil })
    let together = evidence.values.reduce(DateEvidence()) { $0.joined($1) }.orders
    let other = told.count == 1 ? told.first : told.isEmpty && together.count == 1 ? together.first : nil
    for (position, one) in evidence {
      if let order = one.order { orders[position] = asked ?? order ?? other }
    }
  }

  /// The row with its days as ISO 8601; what cannot be read stays for whoever refuses it.
  func settled(_ row: [String?]) -> [String?] {
    guard !orders.isEmpty || zoned != nil else { return row }
    var row = row
    for (position, order) in orders where position < row.count {
      guard let cell = row[position], let iso = WrittenDate.iso(cell, order), iso.count == 10 else {
        continue
      }
      row[position] = iso + WrittenDate.time(in: cell)
    }
    for position in zoned?.positions ?? [] where position < row.count {
      if let zone = zoned?.zone, let local = row[position].flatMap(WrittenDate.withoutZone) {
        row[position] = "\(local) \(zone.name)"
      }
    }
    return row
  }
}
