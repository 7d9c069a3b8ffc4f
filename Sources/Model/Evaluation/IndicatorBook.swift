/// What is known of the six indicators on a day: the evidence, the measures, and what counting the records shows
/// (annex II, paragraph 20). There is no composite score: the decision has none.
public struct IndicatorBook: Sendable {
  public let day: Day
  /// What lies before this day is left out; nil for everything.
  public let from: Day?
  public var evidence: [Evidence] = []
  public var measures: [Measure] = []
  public var calls: [CallForInput] = []
  public var comments: [ReviewComment] = []
  public var surveys: [Survey] = []
  /// Responses by survey.
  public var responses: [RecordID: Int] = [:]
  public var concerns: [Concern] = []
  /// Nil while it is being counted.
  public var participation: ParticipationCounts?
  /// Acts of participation of all times, which are at hand before those of some days are counted.
  public var acts: [ParticipationKind: Int] = [:]
  public var countries: [String: Int] = [:]
  public var disciplines: [String: Int] = [:]
  public var stakeholders = 0
  public var scheme = RegionScheme.unGroups
  public var members: [String] = []

  public init(at day: Day, from: Day? = nil) { (self.day, self.from) = (day, from) }

  /// What has no day counts, wherever days are asked for: nobody can say that it lies outside.
  private func covers(_ other: Day?) -> Bool {
    guard let other else { return true }
    return other <= day && (from.map { $0 <= other } ?? true)
  }

  /// The evidence of a description that counts, the furthest on the ladder first, then the newest.
  public func evidence(of description: RecordID) -> [Evidence] {
    let order = Dictionary(uniqueKeysWithValues: zip(Rung.allCases, 0...))
    func key(_ evidence: Evidence) -> (Int, Int, String) {
      (-(evidence.rung.flatMap { order[$0] } ?? -1), -(evidence.day?.number ?? 0), evidence.id)
    }
    return evidence.filter { $0.indicator == description && covers($0.day) }.sorted { key($0) < key($1) }
  }

  /// How many pieces of evidence reach each rung; those of which nobody said are counted under nil.
  public func ladder(of description: RecordID) -> [Rung?: Int] {
    Dictionary(grouping: evidence(of: description), by: \.rung).mapValues(\.count)
  }

  /// What is counted from the records for a description.
  public func counted(_ description: RecordID) -> [IndicatorFigures.Counted] {
    switch description {
    case "3.1":
      return ParticipationKind.allCases.map { kind in
        .init(key: kind.rawValue, count: participation.map { $0.all[kind] } ?? acts[kind] ?? 0)
      }
    case "4.1":
      let regions = Set(countries.keys.compactMap { Country.of($0)?.regionCode(in: scheme) })
      return [
        .init(key: "countries", count: countries.count), .init(key: "regions", count: regions.count),
        .init(key: "disciplines", count: disciplines.count),
        .init(key: "stakeholders", count: stakeholders),
      ]
    case "6.1":
      let asked = calls.filter { $0.isOnEngagement && covers($0.opens) }
      let ids = Set(asked.map(\.id))
      let answers = comments.count { ids.contains($0.call) && covers($0.received) }
      return [.init(key: "calls", count: asked.count), .init(key: "comments_on_calls", count: answers)]
    case "6.2":
      let asked = surveys.filter { $0.state != .draft && covers($0.opens) }
      return [
        .init(key: "surveys", count: asked.count),
        .init(key: "responses", count: asked.reduce(0) { $0 + responses[$1.id, default: 0] }),
      ]
    case "6.3":
      let raised = concerns.filter { covers($0.raised) }
      let resolved = raised.count { $0.state == .resolved && ($0.resolved ?? day) <= day }
      return [
        .init(key: "concerns_resolved", count: resolved), .init(key: "concerns", count: raised.count),
      ]
    default: return []
    }
  }

  /// Whether anything shows a description.
  public func isShown(_ description: RecordID) -> Bool {
    evidence.contains { $0.indicator == description && covers($0.day) }
      || counted(description).contains { $0.count > 0 }
  }

  public func measures(of description: RecordID) -> [Measure] {
    measures.filter { $0.indicator == description }.sorted { $0.id < $1.id }
  }

  public var representation: Representation {
    Representation(scheme: scheme, members: members, counts: countries)
  }

  // MARK: Figures

  /// Everything as numbers and codes, for reports: the same records give the same figures.
  public var figures: IndicatorFigures {
    var figures = IndicatorFigures()
    figures.descriptions = Evidence.descriptions.map { id in
      .init(
        id: id, evidence: evidence(of: id).map(shown), standings: measures(of: id).map(standing),
        counted: counted(id))
    }
    figures.tables = participationTables + representationTables
    return figures
  }

  private func shown(_ evidence: Evidence) -> IndicatorFigures.Shown {
    .init(
      id: evidence.id, name: evidence.name, day: evidence.day?.description ?? "",
      rung: evidence.rung?.rawValue ?? "", proof: evidence.proof?.rawValue ?? "",
      reference: evidence.reference, link: evidence.link, count: evidence.count, source: evidence.source)
  }

  private func standing(_ measure: Measure) -> IndicatorFigures.Standing {
    let actual = measure.actual(asOf: day)
    return .init(
      id: measure.id, name: measure.name, unit: measure.unit, baseline: measure.baseline?.description ?? "",
      baselineDay: measure.baselineDay?.description ?? "", target: measure.target?.description ?? "",
      targetDay: measure.targetDay?.description ?? "", actual: actual?.value.description ?? "",
      actualDay: actual?.day.description ?? "")
  }

  private typealias Rows = [(code: String, acts: ParticipationCounts.Acts)]

  private var participationTables: [IndicatorFigures.Table] {
    guard let participation else { return [] }
    func table(_ key: String, _ rows: Rows) -> IndicatorFigures.Table {
      .init(
        key: key, columns: ParticipationKind.codes,
        rows: rows.map { row in
          .init(code: row.code, numbers: ParticipationKind.allCases.map { row.acts[$0] })
        })
    }
    return [
      table(
        "participation_by_year",
        participation.years.sorted { $0.key < $1.key }.map { ($0.key == 0 ? "" : String($0.key), $0.value) }),
      table(
        "participation_by_region",
        (scheme.regions.map(\.code) + [""]).compactMap { code in
          participation.regions(by: scheme)[code].map { (code, $0) }
        }),
      table(
        "participation_by_gender",
        (Gender.codes + ["", ParticipationCounts.noIndividual]).compactMap { code in
          participation.genders[code].map { (code, $0) }
        }),
    ]
  }

  /// A region has so many countries of so many, which is so much in a hundred.
  private var representationTables: [IndicatorFigures.Table] {
    let regions = representation.rows.map { row in
      IndicatorFigures.Row(code: row.region, numbers: [row.present.count, row.whole, row.percent])
    }
    let places = countries.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      .init(key: "representation_by_region", columns: ["present", "whole", "percent"], rows: regions),
      .init(
        key: "representation_by_country", columns: ["stakeholders"],
        rows: places.map { .init(code: $0.key, numbers: [$0.value]) }),
      .init(
        key: "representation_by_discipline", columns: ["stakeholders"],
        rows: Discipline.codes.map { .init(code: $0, numbers: [disciplines[$0] ?? 0]) }),
    ]
  }
}
