import Model

/// How much others took part before and since partnerships came into force, by their ids; those that have not are not in
/// it, unless it is asked what they start from. Reads all who ever took part, once, so not on a key's path.
public struct ParticipationAround: Query {
  private struct Active: Hashable {
    let id: RecordID
    /// Nil where it is not in force yet.
    let day: Day?
    /// Whose own acts are left out; a name that is no record leaves out nobody.
    let partner: RecordID
  }

  private let active: [Active]
  private let today: Day

  public init(_ partnerships: [Partnership], asOf today: Day, isAhead: Bool = false) {
    self.today = today
    active = partnerships.filter { isAhead || $0.activated != nil }
      .map { Active(id: $0.id, day: $0.activated, partner: $0.partner) }
  }

  public func answer(in reader: Reader) throws -> [RecordID: ParticipationEffect] {
    var effects = active.compactMap { one in
      (one.day.map { ParticipationEffect(activated: $0, asOf: today) } ?? ParticipationEffect(before: today))
        .map { (one, $0) }
    }
    guard !effects.isEmpty else { return [:] }
    let took = StakeholderFilter(facets: [.participation: Set(ParticipationKind.codes)])
    let (condition, arguments) = took.conditions("s")
    let rows = try reader.cursor(
      "SELECT s.id, s.body ->> '$.participation' FROM stakeholder s WHERE \(condition)", arguments)
    while let row = try rows.next() {
      let (id, text): (RecordID, String) = (row[0], row[1] ?? "")
      for place in effects.indices where effects[place].0.partner != id { effects[place].1.add(text) }
    }
    for opportunity in try reader.all(Opportunity.self) {
      for place in effects.indices { effects[place].1.add(opportunity) }
    }
    return Dictionary(uniqueKeysWithValues: effects.map { ($0.0.id, $0.1) })
  }
}

/// The register of partnerships on a day, in the order of its list.
public struct PartnershipRegisterOn: Query {
  let day: Day

  public init(_ day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> PartnershipRegister {
    let all = Partnership.ordered(try reader.all(), on: day)
    return PartnershipRegister(
      day: day, partnerships: all, effects: try ParticipationAround(all, asOf: day).answer(in: reader))
  }
}
