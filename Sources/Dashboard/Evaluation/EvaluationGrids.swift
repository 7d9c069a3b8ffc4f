import Model
import Office
import Phrases
import Store
import Terminal

extension EvaluationPane {
  /// The grid of a view, empty for the others.
  func grid(_ view: View, _ look: Look) -> NumberGrid {
    switch view {
    case .years: participationGrid(look)
    case .representation: representationGrid(look)
    default: NumberGrid()
    }
  }

  // MARK: Participation

  /// The summary table of participation by year, region and gender (annex II, paragraph 20, description 3.1).
  private func participationGrid(_ look: Look) -> NumberGrid {
    let kinds = ParticipationKind.allCases
    var grid = NumberGrid(
      columns: kinds.map { look.word("participation", $0.rawValue) } + [look.say(.evaluationAll)])
    guard let counts = participation else {
      grid.sections = [.init(heading: look.say(.working), rows: [])]
      return grid
    }
    let scheme = look.regions
    let regions = counts.regions(by: scheme)
    let years = counts.years.sorted { $0.key < $1.key }
    grid.sections = [
      .init(
        heading: look.say(.evaluationByYear),
        rows: years.map { year, acts in
          row(year == 0 ? look.say(.evaluationUndated) : String(year), acts, look) { kinds in
            year == 0 ? took(kinds) : took(kinds, in: year, upTo: counts.last)
          }
        } + [row(look.say(.evaluationAll), counts.all, look) { took($0) }]),
      .init(
        heading: look.phrases.label("column", scheme.dimension.rawValue),
        rows: (scheme.regions.map(\.code) + [""]).compactMap { code in
          regions[code].map { acts in
            row(FieldWords.word(scheme.dimension.rawValue, code, look), acts, look) {
              took($0, [scheme.dimension: [code]])
            }
          }
        }),
      .init(
        heading: look.phrases.label("column", "gender"),
        rows: (Gender.codes + ["", ParticipationCounts.noIndividual]).compactMap { code in
          counts.genders[code].map { acts in
            let others = Set(StakeholderKind.codes).subtracting([StakeholderKind.individual.rawValue])
            let isOther = code == ParticipationCounts.noIndividual
            let facets: [Dimension: Set<String>] =
              isOther ? [.kind: others] : [.kind: [StakeholderKind.individual.rawValue], .gender: [code]]
            let label = isOther ? look.say(.evaluationNoIndividual) : FieldWords.word("gender", code, look)
            return row(label, acts, look) { took($0, facets) }
          }
        }),
    ].filter { !$0.rows.isEmpty }
    return grid
  }

  private func row(
    _ label: String, _ acts: ParticipationCounts.Acts, _ look: Look,
    filter: ([ParticipationKind]) -> StakeholderFilter
  ) -> NumberGrid.Row {
    func cell(_ number: Int, _ kinds: [ParticipationKind]) -> NumberGrid.Cell {
      number == 0
        ? .init(text: "0", ink: .quiet)
        : .init(text: look.phrases.number(number), behind: .place(.stakeholders(filter(kinds))))
    }
    let kinds = ParticipationKind.allCases
    return .init(label: label, cells: kinds.map { cell(acts[$0], [$0]) } + [cell(acts.all, kinds)])
  }

  private func took(
    _ kinds: [ParticipationKind], _ others: [Dimension: Set<String>] = [:]
  ) -> StakeholderFilter {
    var facets = others
    facets[.participation] = Set(kinds.map(\.rawValue))
    return StakeholderFilter(facets: facets)
  }

  private func took(_ kinds: [ParticipationKind], in year: Int, upTo last: Day) -> StakeholderFilter {
    let (first, next) = (Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 1, day: 1))
    let range = DayRange(from: first, until: min(next ?? last + 1, last + 1))
    let conditions = kinds.map { QueryCondition.days(Participation.field(of: $0), range) }
    return StakeholderFilter(clauses: [QueryClause(conditions.count == 1 ? conditions[0] : .any(conditions))])
  }

  // MARK: Representation

  /// How countries, regions and disciplines are represented against a reference (the same, description 4.1).
  private func representationGrid(_ look: Look) -> NumberGrid {
    let representation = book.representation
    let dimension = look.regions.dimension
    var grid = NumberGrid(
      columns: [
        look.say(.evaluationPresent), look.say(.evaluationWhole), look.say(.evaluationShare),
        look.say(.evaluationMissing),
      ])
    let rows = representation.rows.map { row in
      let name = FieldWords.word(dimension.rawValue, row.region, look)
      return self.row(name, row.present, row.missing, row.percent, look)
    }
    let present = representation.rows.flatMap(\.present)
    let missing = representation.rows.flatMap(\.missing)
    let percent = representation.whole == 0 ? nil : present.count * 100 / representation.whole
    let total = row(look.say(.evaluationAll), present, missing, percent, look)
    let outside = NumberGrid.Row(
      label: look.say(.evaluationOutside),
      cells: [countries(representation.outside, look)]
        + Array(repeating: NumberGrid.Cell(text: "–", ink: .quiet), count: 3))
    grid.sections = [
      .init(heading: heading(of: look), rows: rows + [total, outside]),
      .init(
        heading: look.phrases.label("column", "disciplines"),
        rows: Discipline.codes.map { code in
          let number = book.disciplines[code] ?? 0
          let all = book.stakeholders
          let filter = StakeholderFilter(facets: [.disciplines: [code]])
          return .init(
            label: FieldWords.word("disciplines", code, look),
            cells: [
              .init(text: look.phrases.number(number), behind: .place(.stakeholders(filter))),
              .init(text: look.phrases.number(all), behind: .place(.stakeholders(.init()))),
              .init(text: all == 0 ? "–" : look.say(.evaluationPercent, .number(number * 100 / all))),
              .init(text: "–", ink: .quiet),
            ])
        }),
    ]
    return grid
  }

  private func heading(of look: Look) -> String {
    let scheme = look.word("scheme", look.regions.rawValue)
    return look.members.isEmpty
      ? look.say(.evaluationAgainstScheme, .text(scheme))
      : look.say(.evaluationAgainstMembers, .number(look.members.count), .text(scheme))
  }

  private func row(
    _ label: String, _ present: [String], _ missing: [String], _ percent: Int?, _ look: Look
  ) -> NumberGrid.Row {
    let names = missing.map { Country.of($0)?.shortName(in: look.language) ?? $0 }
    let title = "\(label) · \(look.say(.evaluationMissing)) \(look.phrases.number(missing.count))"
    return .init(
      label: label,
      cells: [
        countries(present, look), .init(text: look.phrases.number(present.count + missing.count)),
        .init(text: percent.map { look.say(.evaluationPercent, .number($0)) } ?? "–"),
        missing.isEmpty
          ? .init(text: "0", ink: .quiet)
          : .init(text: look.phrases.number(missing.count), behind: .names(title, names), ink: .due),
      ])
  }

  private func countries(_ codes: [String], _ look: Look) -> NumberGrid.Cell {
    let filter = StakeholderFilter(facets: [.country: Set(codes)])
    return codes.isEmpty
      ? .init(text: "0", ink: .quiet)
      : .init(text: look.phrases.number(codes.count), behind: .place(.stakeholders(filter)))
  }

  // MARK: Names

  /// Names where no record lies behind a number.
  func drawNames(_ title: String, _ names: [String], on canvas: inout Canvas, in area: Rect, look: Look) {
    let names = Wrapping.lines(look.list(names), columns: max(1, area.columns - 2)).map { [Span($0)] }
    canvas.page([[Span(title, .heading)], []] + names, in: area)
  }
}
