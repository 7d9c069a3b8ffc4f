import Model

/// All that a report of evaluation says, gathered from one consistent view of the store.
public struct ReportFactsOf: Query {
  private let audience: ReportAudience
  private let from: Day
  private let to: Day
  private let asOf: Day

  /// - Parameters:
  ///   - from: the first day that the report covers.
  ///   - to: the last.
  ///   - asOf: the day on which activities stand as they are said to; nil for the last day.
  public init(_ audience: ReportAudience, from: Day, to: Day, asOf: Day? = nil) {
    (self.audience, self.from, self.to, self.asOf) = (audience, from, to, asOf ?? to)
  }

  public func answer(in reader: Reader) throws -> ReportFacts {
    var facts = ReportFacts(audience: audience, from: from, to: to, asOf: asOf)
    let programme = try WholeProgramme().answer(in: reader)
    facts.take(programme)
    facts.take(programme, chains: try MessageChains().answer(in: reader))
    facts.contacts = try contacts(in: reader)
    facts.people = try people(in: reader)
    facts.askedTimes = try askedTimes(in: reader)
    facts.media = try MediaFiguresBetween(from, to).answer(in: reader)
    facts.indicators = try IndicatorFiguresAt(to, from: from).answer(in: reader)
    facts.surveys = try SurveyFiguresBetween(from, to).answer(in: reader)
    facts.voices = try VoiceFiguresBetween(from, to).answer(in: reader)
    facts.risks = RiskFigures.of(try WholeRiskBook(to, by: .unGroups).answer(in: reader))
    facts.mandate = MandateFigures(try MandateTraceOn(asOf, reporting: audience).answer(in: reader))
    return facts
  }

  // MARK: Contacts

  private func contacts(in reader: Reader) throws -> ReportFacts.Contacts {
    var contacts = ReportFacts.Contacts()
    let days: Arguments = [from.description, to.description]
    let within = "FROM engagement WHERE body ->> '$.day' >= ? AND body ->> '$.day' <= ?"
    func counts(_ field: String, missing: String) throws -> [String: Int] {
      let sql = "SELECT ifnull(body ->> '$.\(field)', '\(missing)'), count(*) \(within) GROUP BY 1"
      return try reader.rows(sql, days).reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }
    contacts.channels = try counts("channel", missing: "")
    contacts.directions = try counts("direction", missing: Direction.outgoing.rawValue)
    let total = contacts.channels.values.reduce(0, +)
    let first = try reader.values(
      String.self, "SELECT id \(within) ORDER BY id LIMIT \(ReportSources.named)", days)
    contacts.total = ReportCount(
      total, ReportSources(.engagement, first, count: total, query: "engagements day:\(from)..\(to)"))
    contacts.stakeholders =
      try reader.value(Int.self, "SELECT count(DISTINCT body ->> '$.stakeholder') \(within)", days)
      ?? 0
    let open = """
      FROM engagement WHERE body ->> '$.follow_up' IS NOT NULL AND body ->> '$.followed_up' IS NULL
        AND body ->> '$.follow_up' < ?
      """
    let late = try reader.values(
      String.self, "SELECT id \(open) ORDER BY id LIMIT \(ReportSources.named)", [asOf.description])
    let count = try reader.value(Int.self, "SELECT count(*) \(open)", [asOf.description]) ?? 0
    contacts.overdue = ReportCount(
      count, ReportSources(.engagement, late, count: count, query: "engagements follow_up:<\(asOf)"))
    return contacts
  }

  // MARK: Stakeholders

  private func people(in reader: Reader) throws -> ReportFacts.People {
    var people = ReportFacts.People()
    let tallies = try Tallies().answer(in: reader)
    (people.total, people.bothRoles) = (tallies.total, tallies.bothRoles)
    let told: [Dimension] = [
      .kind, .roles, .region, .country, .disciplines, .knowledge, .gender, .sectors, .scale, .barriers,
    ]
    for dimension in told {
      let counts = tallies[dimension].filter { $0.value != 0 }
      people.counts[dimension.rawValue] = counts
    }
    for kind in ParticipationKind.allCases { people.acts[kind.rawValue] = tallies.acts(kind) }
    let dimensions = Balance.dimensions(by: .unGroups)
    let table = try CrossCounts(dimensions, within: StakeholderFilter()).answer(in: reader)
    for gap in Balance(table).comparisons.filter({ $0.within == nil }).flatMap(\.gaps) {
      for place in gap.places {
        let share = Balance.share(of: gap, at: place.value, in: table)
        people.gaps.append(
          ReportFacts.Gap(gap.dimension, place.value, count: share.count, even: share.even))
      }
    }
    return people
  }

  /// How often the same people are asked: fatigue is one of the risks (annex II, paragraph 19).
  private func askedTimes(in reader: Reader) throws -> [String: ReportCount] {
    let sql = """
      SELECT body ->> '$.stakeholder', count(*) FROM invitation
      WHERE body ->> '$.stakeholder' <> '' AND body ->> '$.day' > ? AND body ->> '$.day' <= ? GROUP BY 1
      """
    let rows = try reader.cursor(sql, [(to + -365).description, to.description])
    var asked: [String: [RecordID]] = [:]
    while let row = try rows.next() {
      let times: Int = row[1]
      asked[times > 2 ? "3+" : String(times), default: []].append(row[0])
    }
    return asked.mapValues { ReportCount(.stakeholder, $0, query: "invitations day:\(to + -364)..\(to)") }
  }
}
