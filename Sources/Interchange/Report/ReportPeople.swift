import Model
import Phrases

/// Who takes part, how balanced that is, and what is a risk to it.
extension ReportBuilder {
  private var peopleSources: ReportSources {
    ReportSources(.stakeholder, [], count: facts.people.total, query: "stakeholders")
  }

  private static let parts: [Dimension] = [.region, .disciplines, .knowledge, .gender, .sectors, .kind]

  mutating func participation() {
    let people = facts.people
    guard people.total > 0 else { return say("participation.none", .reportNoPeople) }
    let roles = people.counts[Dimension.roles.rawValue] ?? [:]
    say(
      "participation.total",
      book.say(
        .reportPeople, words.number(people.total), words.number(roles[Role.contributor.rawValue] ?? 0),
        words.number(roles[Role.endUser.rawValue] ?? 0), words.number(people.bothRoles)), [], peopleSources)
    say(
      "participation.acts", book.say(.reportActs),
      items(people.acts, "participation", order: ParticipationKind.codes),
      peopleSources)
    for dimension in Self.parts {
      let counts = people.counts[dimension.rawValue] ?? [:]
      let group = dimension.rawValue
      let order = dimension.vocabulary ?? []
      let stated = counts.filter { !$0.key.isEmpty }.values.reduce(0, +)
      let whole = dimension.isManifold ? people.total : stated
      var rows = codes(counts, order: order).filter { !$0.isEmpty }.map { code in
        let count = counts[code] ?? 0
        return [words.word(group, code), words.number(count), words.percent(count, of: whole) ?? "–"]
      }
      let silent = dimension.isManifold ? counts[""] ?? 0 : people.total - stated
      // Institutions have no gender: it is not that nobody asked them.
      if silent > 0, dimension != .gender, !rows.isEmpty {
        rows.append([book.say(.reportNotStated), words.number(silent), "–"])
      }
      table(
        "participation.\(group)", book.label("heading", group),
        [book.label("heading", group), book.say(.columnStakeholders), book.say(.columnShare)], rows,
        peopleSources)
    }
    let regions = people.counts[Dimension.region.rawValue] ?? [:]
    figure(
      "participation.regionChart",
      bars(.reportRegionChart, regions, "region", order: UNRegion.codes), data: "participation.region",
      peopleSources)
    gaps("participation.gaps")
  }

  /// The decision gives no quota: what is few is measured by an even share, and that is said.
  private mutating func gaps(_ key: String) {
    guard !facts.people.gaps.isEmpty else { return say(key, .reportBalanced) }
    say(
      key, book.say(.reportUnbalanced),
      facts.people.gaps.map { gap in
        Item(
          book.say(
            .reportGapItem, book.label("heading", gap.dimension), words.word(gap.dimension, gap.value),
            words.number(gap.count), words.number(gap.even)))
      }, peopleSources)
  }

  // MARK: Risks

  mutating func risks() {
    let voices = facts.voices
    let counts = voices.risks
    let sources = ReportSources(
      .concern, voices.concernSources, count: voices.concerns.values.reduce(0, +),
      query: "concerns raised:\(days)")
    if counts.isEmpty {
      say("risks.concerns", .reportNoRisks)
    } else {
      say(
        "risks.concerns", book.say(.reportRisks), items(counts, "risk", order: EngagementRisk.codes), sources)
      figure("risks.chart", bars(.reportRisksChart, counts, "risk", order: EngagementRisk.codes), sources)
    }
    if ReportSection.sections(for: facts.audience).contains(.participation) {
      say("risks.unevenness", .reportUnevenAbove)
    } else {
      gaps("risks.unevenness")
    }
    let asked = facts.askedTimes
    if asked.isEmpty {
      say("risks.fatigue", .reportNobodyAsked)
    } else {
      let found = asked.sorted { $0.key < $1.key }.map(\.value.sources).reduce(ReportSources(), +)
      say(
        "risks.fatigue", book.say(.reportFatigue),
        items(asked.mapValues(\.count), "asked", order: ["1", "2", "3+"]), found)
    }
    register()
  }

  /// How the risks were assessed; facts of an earlier program do not say it.
  private mutating func register() {
    guard let risks = facts.risks else { return }
    guard !risks.isEmpty else { return say("risks.register", .reportNoRegister) }
    func degree(_ code: String) -> String { code.isEmpty ? "–" : book.label("degree", code) }
    table(
      "risks.register", book.say(.reportRegister),
      [
        book.say(.columnRisk), book.say(.columnLikelihood), book.say(.columnImpact),
        book.say(.columnReviewed),
        book.say(.columnCounted),
      ],
      risks.map { one in
        [
          one.name.isEmpty ? book.label("risk", one.id) : one.name, degree(one.likelihood),
          degree(one.impact),
          one.reviewed.isEmpty ? "–" : words.day(one.reviewed),
          book.list(
            one.signals.map {
              book.say(.reportItem, book.label("signal", $0.signal), words.number($0.count))
            }),
        ]
      }, firstNumber: 5, ReportSources(.risk, risks.map(\.id), query: "risks"))
  }

  // MARK: The summary tables of the indicators

  mutating func participationAnnex() {
    for one in facts.indicators.tables {
      // `representation_by_region`: what its rows are.
      let rowsAre = one.key.components(separatedBy: "_by_").last ?? one.key
      let group = rowsAre == "discipline" ? "disciplines" : rowsAre
      let rows = one.rows.map { row in
        [group == "year" && !row.code.isEmpty ? row.code : words.word(group, row.code)]
          + row.numbers.map { $0.map(words.number) ?? "–" }
      }
      table(
        "participation.\(one.key)", book.label("table", one.key),
        [book.label("heading", group)] + one.columns.map(columnName), rows,
        peopleSources)
      let years = one.rows.map(\.code)
      if group == "year", one.rows.count > 1 {
        let series = one.columns.indices.map { column in
          Chart.Series(
            columnName(one.columns[column]),
            one.rows.map { row in
              row.numbers.indices.contains(column) ? row.numbers[column].map(Double.init) : nil
            })
        }
        figure(
          "participation.\(one.key)Chart",
          Chart(.lines, title: book.label("table", one.key), categories: years, series: series),
          data: "participation.\(one.key)", peopleSources)
      }
    }
    countries()
  }

  private func columnName(_ code: String) -> String {
    words.word(ParticipationKind(rawValue: code) == nil ? "present" : "participation", code)
  }

  private mutating func countries() {
    guard !facts.indicators.tables.contains(where: { $0.key == "representation_by_country" }) else { return }
    let counts = facts.people.counts[Dimension.country.rawValue] ?? [:]
    let rows = codes(counts).filter { !$0.isEmpty }.map {
      [words.word("country", $0), words.number(counts[$0] ?? 0)]
    }
    table(
      "participation.country", book.label("heading", "country"),
      [book.label("heading", "country"), book.say(.columnStakeholders)], rows, peopleSources)
  }
}
