import Model

/// The contacts with one stakeholder, the newest first.
public struct EngagementsOf: Query {
  public let stakeholder: RecordID

  /// So many are read at most.
  static let cap = 1000

  static let sql = """
    SELECT id, version, body FROM engagement WHERE body ->> '$.stakeholder' = ?
    ORDER BY body ->> '$.day' DESC, id DESC LIMIT \(cap)
    """

  public init(_ stakeholder: RecordID) { self.stakeholder = stakeholder }

  public func answer(in reader: Reader) throws -> [Engagement] {
    try reader.records(Self.sql, [stakeholder])
  }
}

/// What is left to do after contacts: how much is overdue or comes soon, and the first of it.
public struct FollowUps: Query {
  public let day: Day
  public let limit: Int

  /// Up to so many days ahead count as soon.
  public static let soonDays = 14

  /// - Parameter day: what was to be done before it is overdue.
  public init(asOf day: Day, limit: Int) {
    (self.day, self.limit) = (day, limit)
  }

  public struct Answer: Sendable, Equatable {
    public var overdue = 0
    public var soon = 0
    /// The longest overdue first, each with whom.
    public var first: [FollowUp] = []

    public init() {}
  }

  /// A contact with the name of the stakeholder.
  public struct FollowUp: Sendable, Equatable {
    public let engagement: Engagement
    /// The name of the stakeholder, in its citation form; empty where there is none of that id.
    public let title: String

    public init(engagement: Engagement, title: String) {
      (self.engagement, self.title) = (engagement, title)
    }

    init(_ row: Row, in reader: Reader) throws {
      engagement = Engagement(row)
      title = try reader.record(Stakeholder.self, engagement.stakeholder)?.name ?? ""
    }
  }

  /// By the index `engagement_to_follow`, which holds nothing but open follow-ups.
  static let count = """
    SELECT count(*) FROM engagement
    WHERE body ->> '$.follow_up' IS NOT NULL AND body ->> '$.followed_up' IS NULL
      AND body ->> '$.follow_up' >= ? AND body ->> '$.follow_up' < ?
    """

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    let last = day + Self.soonDays
    let bounds = ["", day.description, (last + 1).description]
    answer.overdue =
      try reader.value(Int.self, Self.count, [bounds[0], bounds[1]]) ?? 0
    answer.soon = try reader.value(Int.self, Self.count, [bounds[1], bounds[2]]) ?? 0
    answer.first = try reader.rows(
      """
      SELECT id, version, body FROM engagement
      WHERE body ->> '$.follow_up' IS NOT NULL AND body ->> '$.followed_up' IS NULL
        AND body ->> '$.follow_up' < ? ORDER BY body ->> '$.follow_up', id LIMIT ?
      """, [bounds[2], limit]
    ).map { try FollowUp($0, in: reader) }
    return answer
  }
}

/// The latest contacts with anybody.
public struct LatestEngagements: Query {
  public let limit: Int

  public init(limit: Int) { self.limit = limit }

  public func answer(in reader: Reader) throws -> [FollowUps.FollowUp] {
    try reader.rows(
      "SELECT id, version, body FROM engagement ORDER BY body ->> '$.day' DESC, id DESC LIMIT ?", [limit]
    ).map { try FollowUps.FollowUp($0, in: reader) }
  }
}
