import Model

/// What is known of the six indicators on a day, but for what has to be counted stakeholder by stakeholder: that is
/// `ParticipationBetween`.
public struct IndicatorBookAt: Query {
  public let day: Day
  public let from: Day?
  public let scheme: RegionScheme
  public let members: [String]

  /// - Parameters:
  ///   - from: leaves out what lies before it.
  ///   - members: the countries of the reference; those of the scheme where empty.
  public init(
    _ day: Day, from: Day? = nil, by scheme: RegionScheme = .unGroups, members: [String] = []
  ) {
    (self.day, self.from, self.scheme, self.members) = (day, from, scheme, members)
  }

  public func answer(in reader: Reader) throws -> IndicatorBook {
    var book = IndicatorBook(at: day, from: from)
    (book.scheme, book.members) = (scheme, members)
    book.evidence = try reader.all(Evidence.self)
    book.measures = try reader.all(Measure.self)
    book.calls = try reader.all(CallForInput.self)
    if book.calls.contains(where: \.isOnEngagement) { book.comments = try reader.all(ReviewComment.self) }
    book.surveys = try reader.all(Survey.self)
    book.concerns = try reader.all(Concern.self)
    for survey in book.surveys {
      // Ids of responses begin with that of their survey and a stroke; the next sign after it is a nought.
      book.responses[survey.id] = try reader.value(
        Int.self, "SELECT count(*) FROM \"survey-response\" WHERE id >= ? || '/' AND id < ? || '0'",
        [survey.id, survey.id], isOften: true)
    }
    let tallies = try Tallies().answer(in: reader)
    for kind in ParticipationKind.allCases { book.acts[kind] = tallies.acts(kind) }
    book.countries = tallies[.country]
    book.disciplines = tallies[.disciplines]
    book.stakeholders = tallies.total
    return book
  }
}

/// How much stakeholders took part in some days: reads all of them who ever did, so not on a key's path.
public struct ParticipationBetween: Query {
  public let from: Day?
  public let last: Day

  /// - Parameter from: nil counts everything up to the last day, also what has no date.
  public init(from: Day? = nil, through last: Day) { (self.from, self.last) = (from, last) }

  public func answer(in reader: Reader) throws -> ParticipationCounts {
    var counts = ParticipationCounts(from: from, through: last)
    let took = StakeholderFilter(facets: [.participation: Set(ParticipationKind.codes)])
    let (condition, arguments) = took.conditions("s")
    let rows = try reader.cursor(
      """
      SELECT s.body ->> '$.participation', s.country, s.body ->> '$.gender', s.body ->> '$.kind'
      FROM stakeholder s WHERE \(condition)
      """, arguments)
    while let row = try rows.next() {
      let isIndividual = (row[3] as String?) == StakeholderKind.individual.rawValue
      counts.add(
        row[0] ?? "", country: row[1] ?? "",
        gender: isIndividual ? row[2] ?? "" : ParticipationCounts.noIndividual)
    }
    return counts
  }
}

/// The six indicators with evidence, measures and counts of some days, for reports.
public struct IndicatorFiguresAt: Query {
  private let book: IndicatorBookAt

  /// - Parameters:
  ///   - from: leaves out what lies before it; nil counts everything up to the day.
  ///   - members: the countries against which representation is set; those of the scheme where empty.
  public init(
    _ day: Day, from: Day? = nil, by scheme: RegionScheme = .unGroups, members: [String] = []
  ) {
    book = IndicatorBookAt(day, from: from, by: scheme, members: members)
  }

  public func answer(in reader: Reader) throws -> IndicatorFigures {
    var known = try book.answer(in: reader)
    known.participation = try ParticipationBetween(from: book.from, through: book.day).answer(in: reader)
    return known.figures
  }
}
