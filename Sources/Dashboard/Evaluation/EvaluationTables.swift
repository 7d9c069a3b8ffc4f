import Model
import Office
import Phrases
import Store
import Terminal

extension EvaluationPane {
  /// How many rows a table has on the screen.
  func tableRows(_ view: View) -> Int { isFull ? size.rows - Self.upperRows : size.rows }

  /// The table of a view, empty for the outline.
  func table(_ view: View, _ look: Look) -> CountTable {
    switch view {
    case .outline, .years, .representation, .trends: CountTable(columns: [])
    case .participation: CountTable(columns: [[participation(look)]])
    case .diversity:
      size.columns >= 70
        ? CountTable(columns: [
          diversity([look.regions.dimension, .disciplines, .country], look),
          diversity([.knowledge, .gender, .sectors], look),
        ])
        : CountTable(columns: [diversity(Dimension.diversity(by: look.regions), look)])
    }
  }

  /// The summary table of participation (annex II, paragraph 20, indicator 3): acts, and who did them.
  private func participation(_ look: Look) -> CountBlock {
    let stakeholders = figures.counts(.participation)
    var lines = ParticipationKind.allCases.map { kind in
      CountLine(
        label: look.word("participation", kind.rawValue),
        numbers: [figures.acts(kind), stakeholders[kind.rawValue] ?? 0],
        filter: StakeholderFilter(facets: [.participation: [kind.rawValue]]))
    }
    let all = ParticipationKind.allCases.reduce(0) { $0 + figures.acts($1) }
    lines.append(
      CountLine(
        label: look.say(.evaluationAll), numbers: [all, figures.tookPart], filter: EvaluationFigures.tookPart,
        hasBar: false))
    return CountBlock(
      heading: look.say(.evaluationParticipation),
      columns: [look.say(.evaluationActs), look.say(.evaluationStakeholders)], lines: lines)
  }

  private func diversity(_ dimensions: [Dimension], _ look: Look) -> [CountBlock] {
    dimensions.map { dimension in
      let heading =
        dimension == .country
        ? look.say(.evaluationCountryHeading) : look.phrases.label("column", dimension.rawValue)
      return CountBlock(heading: heading, lines: lines(dimension, look))
    }
  }

  private func lines(_ dimension: Dimension, _ look: Look) -> [CountLine] {
    let counts = figures.counts(dimension)
    func line(_ code: String) -> CountLine {
      CountLine(
        label: FieldWords.word(dimension.rawValue, code, look), numbers: [counts[code] ?? 0],
        filter: StakeholderFilter(facets: [dimension: [code]]))
    }
    func missing(_ number: Int?, _ filter: StakeholderFilter) -> CountLine {
      CountLine(label: FieldWords.word(dimension.rawValue, "", look), numbers: [number], filter: filter)
    }
    let codes =
      dimension.vocabulary ?? Array(figures.countries.prefix(max(3, min(10, tableRows(.diversity) - 16))))
    let lines = codes.map(line)
    switch dimension {
    case _ where dimension.scheme != nil:
      let stated = counts.values.reduce(0, +)
      let filter = StakeholderFilter(facets: [dimension: [""]])
      return lines + [missing(figures.tallies.map { $0.total - stated }, filter)]
    case .gender: return lines + [missing(figures.genderless, EvaluationFigures.genderless)]
    case .country:
      let all = CountLine(
        label: look.say(.evaluationRepresented), numbers: [figures.countries.count],
        filter: StakeholderFilter(facets: [.country: Set(figures.countries)]), hasBar: false)
      return [all] + lines
    default: return lines
    }
  }

  /// What a table says in one line: "nominations 184 · review comments 97 …".
  func summary(_ view: View, _ look: Look) -> String {
    let parts: [(String, Int)] =
      view == .participation
      ? ParticipationKind.allCases.map { (look.word("participation", $0.rawValue), figures.acts($0)) }
      : [
        (look.word("scheme", look.regions.rawValue), figures.counts(look.regions.dimension).count),
        (look.say(.evaluationCountries), figures.countries.count),
        (look.say(.evaluationDisciplines), figures.counts(.disciplines).count),
      ]
    return parts.map { "\($0) \(look.phrases.number($1))" }.joined(separator: " · ")
  }
}
