import Model
import Store

extension Tallies.Answer {
  /// The descriptions of the indicators that counting alone shows: the two summary tables.
  var shownDescriptions: Set<RecordID> {
    let hasActs = ParticipationKind.allCases.contains { acts($0) > 0 }
    return Set((hasActs ? ["3.1"] : []) + (total > 0 ? ["4.1"] : []))
  }
}

/// The numbers that are counted from the stakeholders, and the filters that open the records behind them.
struct EvaluationFigures: Sendable {
  var tallies: Tallies.Answer?
  /// Stakeholders who took part in any way; nil until somebody has counted.
  var tookPart: Int?
  /// Individuals whose gender is not stated.
  var genderless: Int?

  static let tookPart = StakeholderFilter(facets: [.participation: Set(ParticipationKind.codes)])
  static let genderless = StakeholderFilter(
    facets: [.kind: [StakeholderKind.individual.rawValue], .gender: [""]])

  var shownDescriptions: Set<RecordID> { tallies?.shownDescriptions ?? [] }

  func acts(_ kind: ParticipationKind) -> Int { tallies?.acts(kind) ?? 0 }
  func counts(_ dimension: Dimension) -> [String: Int] { tallies?[dimension] ?? [:] }

  /// Countries with the most stakeholders first.
  var countries: [String] {
    let counts = counts(.country)
    return counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
  }
}
