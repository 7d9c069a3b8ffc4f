import Model

/// What a merge of the past put into the public register though the record that it came from had not agreed.
public struct PublishedByMerge: Sendable, Equatable {
  /// The record that is left, and what people call it.
  public let stakeholder: RecordID
  public let title: String
  /// The record whose agreement did not extend to the values.
  public let source: RecordID
  public let by: String
  public let day: Day
  public let values: [Value]

  public struct Value: Sendable, Equatable {
    public let field: RegisterField
    /// One entry of the field.
    public let text: String
  }
}

/// The merges that stand, made again in their order by what the journal knows, with nothing published but what
/// both records allow.
struct PastMerges {
  private let reader: Reader
  /// What of each record that is left may be published.
  private var allowed: [RecordID: Stakeholder] = [:]
  /// The records that went into it, as they were.
  private var sides: [RecordID: [Side]] = [:]
  /// The answers that the last merge left behind.
  private var answers: [RecordID: [String]] = [:]

  private struct Merge {
    let entry: Int64
    let at: Int
    let who: String
    let first: RecordID
    let second: RecordID
  }

  private struct Side {
    let merge: Merge
    let record: Stakeholder
  }

  init(_ reader: Reader) { self.reader = reader }

  mutating func published() throws -> [PublishedByMerge] {
    for merge in try merges() { try replay(merge) }
    return try allowed.keys.sorted().flatMap(findings)
  }

  private func merges() throws -> [Merge] {
    try reader.rows(
      """
      SELECT j.id, j.at, j.who, r.after ->> '$.into', r.record
      FROM journal j JOIN journal_row r ON r.journal = j.id
      WHERE j.name = 'merge' AND j.state IN ('done', 'kept') AND r.kind = 'merged' AND r.before IS NULL
      ORDER BY j.id
      """
    ).map { Merge(entry: $0[0], at: $0[1], who: $0[2], first: $0[3], second: $0[4]) }
  }

  private mutating func replay(_ merge: Merge) throws {
    let history = try RecordHistory(.stakeholder, merge.first).answer(in: reader)
    guard let first = try before(merge, of: merge.first, history),
      let second = try before(merge, of: merge.second),
      let place = history.entries.firstIndex(where: { $0.id == merge.entry })
    else { return }
    allowed[merge.first] = StakeholderMerge(first, second).result
    let gone = sides.removeValue(forKey: merge.second) ?? []
    allowed[merge.second] = nil
    sides[merge.first, default: []] += gone + [first, second].map { Side(merge: merge, record: $0) }
    answers[merge.first] = history.values(after: place).map(Self.answers)
  }

  /// A record as it went into a merge; what earlier merges should have kept back is kept back, unless somebody
  /// decided about it since.
  private func before(
    _ merge: Merge, of id: RecordID, _ known: RecordHistory.Answer? = nil
  ) throws -> Stakeholder? {
    let history = try known ?? RecordHistory(.stakeholder, id).answer(in: reader)
    guard let place = history.entries.lastIndex(where: { $0.id == merge.entry }),
      let values = history.values(after: place + 1)
    else { return nil }
    return limited(Stakeholder(id: id, version: 0, values: values))
  }

  private func limited(_ record: Stakeholder) -> Stakeholder {
    guard let allowed = allowed[record.id], answers[record.id] == Self.answers(record.values) else {
      return record
    }
    var limited = record
    limited.consents = allowed.consents
    limited.consentScopes = allowed.consentScopes
    limited.registerFields = allowed.registerFields
    return limited
  }

  private static func answers(_ values: [String: String]) -> [String] {
    ["consents", "register_fields", "consent_scopes"].map { values[$0] ?? "" }
  }

  // MARK: Against what is there

  private func findings(_ id: RecordID) throws -> [PublishedByMerge] {
    guard let record = try reader.record(Stakeholder.self, id),
      answers[id] == Self.answers(record.values)
    else { return [] }
    let may = Self.published(limited(record))
    var unasked = Self.published(record).filter { !may.contains($0) }
    return (sides[id] ?? []).compactMap { side in
      let own = Self.published(side.record)
      let values = unasked.filter { side.record.says($0) && !own.contains($0) }
      unasked.removeAll(where: values.contains)
      guard !values.isEmpty else { return nil }
      return PublishedByMerge(
        stakeholder: id, title: record.title, source: side.record.id, by: side.merge.who,
        day: Day(number: side.merge.at / 86_400),
        values: values.map { PublishedByMerge.Value(field: $0.field, text: $0.text) })
    }
  }

  private static func published(_ record: Stakeholder) -> [PublicValue] {
    guard case .listed(let entry) = PublicRegister.standing(of: record) else { return [] }
    return entry.publicValues
  }
}
