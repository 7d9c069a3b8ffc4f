/// How much others took part before a partnership came into force and since: what shows that their participation is not
/// reduced (annex III, paragraph 9 e; annex II, paragraph 20, description 3.1).
public struct ParticipationEffect: Sendable, Equatable {
  public struct Span: Sendable, Equatable {
    public let first: Day
    public let last: Day
    /// Acts of participation, and the stakeholders who did them; the partner's own are left out.
    public var acts = 0
    public var stakeholders = 0
    /// Ways to take part that opened in these days.
    public var opportunities = 0

    fileprivate func covers(_ day: Day) -> Bool { first <= day && day <= last }
  }

  public private(set) var before: Span
  public private(set) var since: Span

  /// Longer ago nobody looks.
  public static let most = 365

  /// Two spans of the same length: since the day on which it came into force, and before that day.
  /// - Parameter day: nil is returned where nothing has passed since.
  public init?(activated day: Day, asOf today: Day) {
    guard day <= today else { return nil }
    let days = min(today - day + 1, Self.most)
    since = Span(first: day, last: day + (days - 1))
    before = Span(first: day + -days, last: day + -1)
  }

  /// The span before a day on which it is not in force yet: what its partners start from.
  public init(before day: Day) {
    before = Span(first: day + -Self.most, last: day + -1)
    since = Span(first: day, last: day + -1)
  }

  /// Whether any day has passed since it is in force.
  public var hasBegun: Bool { since.first <= since.last }

  /// Counts the entries of a stakeholder, as they stand in the field.
  public mutating func add(_ text: String) {
    var acts = (before: 0, since: 0)
    for entry in Participation.brief(text) {
      guard let day = entry.day else { continue }
      if before.covers(day) { acts.before += entry.count }
      if since.covers(day) { acts.since += entry.count }
    }
    before.acts += acts.before
    since.acts += acts.since
    if acts.before > 0 { before.stakeholders += 1 }
    if acts.since > 0 { since.stakeholders += 1 }
  }

  public mutating func add(_ opportunity: Opportunity) {
    guard opportunity.state != .cancelled, let opens = opportunity.opens else { return }
    if before.covers(opens) { before.opportunities += 1 }
    if since.covers(opens) { since.opportunities += 1 }
  }

  /// Whether others take part less than before.
  public var isReduced: Bool {
    since.acts < before.acts || since.stakeholders < before.stakeholders
      || since.opportunities < before.opportunities
  }
}

/// All partnerships on a day, with what became of others' participation.
public struct PartnershipRegister: Sendable, Equatable {
  public let day: Day
  public let partnerships: [Partnership]
  /// By the ids of those that came into force here.
  public let effects: [RecordID: ParticipationEffect]

  public init(day: Day, partnerships: [Partnership], effects: [RecordID: ParticipationEffect] = [:]) {
    (self.day, self.partnerships, self.effects) = (day, partnerships, effects)
  }
}
