import Model

/// Which stakeholders something is done with.
public enum StakeholderScope: Sendable, Hashable {
  case filter(StakeholderFilter)
  case records([RecordID])

  /// All that are in use.
  public static let all = StakeholderScope.filter(StakeholderFilter())
}

/// What a search for duplicates found.
public struct DuplicateReport: Sendable, Equatable {
  /// The best first.
  public var candidates: [DuplicateCandidate]
  /// How many more pairs there are.
  public let left: Int
  /// Pairs left out because somebody has told them apart.
  public let told: Int
  /// Names or addresses that so many share that not every two of them were compared, with an example's name.
  public let crowds: [Crowd]
  /// How many stakeholders were looked at.
  public let records: Int
  /// How many pairs there are of each level.
  public let levels: [DuplicateLevel: Int]
  /// How many pairs were compared.
  public let compared: Int

  public struct Crowd: Sendable, Equatable {
    public let example: String
    public let records: Int
  }
}

extension Library {
  /// Looks for stakeholders that are stored twice. It reads in small steps, so that other questions are answered
  /// meanwhile; what is written meanwhile may be missed.
  /// - Parameters:
  ///   - limit: so many pairs are given back, the best.
  ///   - least: no pair with a lower score, 0 to 100, is given back or counted.
  ///   - progress: called now and then with how many records are done, of how many. What it throws ends the
  ///     search.
  public func duplicates(
    among scope: StakeholderScope = .all, limit: Int = 1000, least: Int = 0,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> DuplicateReport {
    var index = try duplicateIndex(of: scope, progress)
    let distinct = try distinctPairs()
    let total = index.count
    let findings = try index.findings(limit: limit, distinct: distinct, least: least) { part in
      try progress(total / 3 + Int(part * Double(total - total / 3)), total)
    }
    index = DuplicateIndex()
    return try report(findings)
  }

  /// Compares people who come in with all that are in use, and with each other.
  /// - Parameters:
  ///   - newcomers: where they are stored already, that is passed over.
  ///   - limit: so many pairs are given back, the best.
  ///   - least: no pair with a lower score, 0 to 100, is given back or counted.
  ///   - progress: as for `duplicates`.
  /// - Returns: the pairs, each with a newcomer in it, and the stored people among them.
  public func likenesses(
    of newcomers: DuplicateIndex, limit: Int, least: Int,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> (findings: DuplicateIndex.Findings, known: [RecordID: Stakeholder]) {
    if newcomers.count == 0 { return (.init(), [:]) }
    var index = try duplicateIndex(of: .all, besides: newcomers.members, progress)
    index.add(newcomers: newcomers)
    let total = index.count
    let findings = try index.findings(limit: limit, distinct: [], least: least) { part in
      try progress(total / 3 + Int(part * Double(total - total / 3)), total)
    }
    let ids = Set(findings.pairs.flatMap { [$0.a, $0.b] })
    return (findings, try withReader { try KnownStakeholders(ids: ids.sorted()).answer(in: $0) }.byID)
  }

  private func duplicateIndex(
    of scope: StakeholderScope, besides others: Set<RecordID> = [],
    _ progress: (_ done: Int, _ total: Int) throws -> Void
  ) throws -> DuplicateIndex {
    let rows = try withReader { try stakeholderRows(in: scope, $0) }
    var index = DuplicateIndex()
    let total = rows.count
    for batch in stride(from: 0, to: total, by: 1000) {
      // Reading is about a third of the work.
      try progress(batch / 3, total)
      for stakeholder in try stakeholders(rows[batch..<min(batch + 1000, total)])
      where !others.contains(stakeholder.id) { index.add(stakeholder) }
    }
    return index
  }

  private func report(_ findings: DuplicateIndex.Findings) throws -> DuplicateReport {
    let crowds = findings.crowds.prefix(100)
    let ids = findings.pairs.flatMap { [$0.a, $0.b] } + crowds.map(\.example)
    let known = try withReader { try KnownStakeholders(ids: Array(Set(ids))).answer(in: $0) }.byID
    let candidates = findings.pairs.compactMap { pair -> DuplicateCandidate? in
      guard let a = known[pair.a], let b = known[pair.b] else { return nil }
      return DuplicateCandidate(a, b, score: pair.score)
    }
    return DuplicateReport(
      candidates: candidates, left: findings.left, told: findings.told,
      crowds: crowds.map { .init(example: known[$0.example]?.name ?? $0.example, records: $0.records) },
      records: findings.records, levels: findings.levels, compared: findings.compared)
  }

  private func stakeholderRows(in scope: StakeholderScope, _ reader: Reader) throws -> [Int64] {
    try scope.rows("row", in: reader, as: Int64.self)
  }

  private func stakeholders(_ rows: ArraySlice<Int64>) throws -> [Stakeholder] {
    try withReader { reader in
      let list = "[\(rows.map(String.init).joined(separator: ","))]"
      return try reader.records(
        """
        SELECT id, version, body FROM stakeholder
        WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row
        """, [list])
    }
  }
}

extension StakeholderScope {
  /// A column of all stakeholders of the scope, in the order in which they came in.
  func rows<V: Readable>(
    _ column: String, in reader: Reader, as type: V.Type, limit: Int = -1
  ) throws -> [V] {
    switch self {
    case .records(let ids):
      return try reader.values(
        type,
        """
        SELECT \(column) FROM stakeholder WHERE id IN (SELECT value FROM json_each(?))
        ORDER BY row LIMIT ?
        """, [Body.list(ids), limit])
    case .filter(let filter):
      let (condition, arguments) = filter.conditions("s")
      guard let match = filter.match else {
        guard filter.text.trimmed.isEmpty else { return [] }
        return try reader.values(
          type, "SELECT s.\(column) FROM stakeholder s WHERE \(condition) ORDER BY s.row LIMIT ?",
          arguments + [limit])
      }
      return try reader.values(
        type,
        """
        SELECT s.\(column) FROM stakeholder_search CROSS JOIN stakeholder s
          ON s.row = stakeholder_search.rowid
        WHERE stakeholder_search MATCH ? AND \(condition) ORDER BY s.row LIMIT ?
        """, [match] + arguments + [limit])
    }
  }
}

/// The ids of the stakeholders that a filter lets through, for marking them all.
public struct MatchingStakeholders: Query {
  public let filter: StakeholderFilter
  /// So many at most; one more than that says that there are more.
  public let limit: Int

  public init(_ filter: StakeholderFilter, limit: Int) {
    self.filter = filter
    self.limit = limit
  }

  public func answer(in reader: Reader) throws -> [RecordID] {
    try StakeholderScope.filter(filter).rows("id", in: reader, as: String.self, limit: limit)
  }
}
