import Model
import Store

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

  var hasParticipation: Bool { ParticipationKind.allCases.contains { acts($0) > 0 } }
  var hasDiversity: Bool { (tallies?.total ?? 0) > 0 }

  func acts(_ kind: ParticipationKind) -> Int { tallies?.acts(kind) ?? 0 }
  func counts(_ dimension: Dimension) -> [String: Int] { tallies?[dimension] ?? [:] }

  /// Countries with the most stakeholders first.
  var countries: [String] {
    let counts = counts(.country)
    return counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
  }
}
