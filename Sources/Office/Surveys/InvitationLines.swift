import Model
import Phrases

/// Who would be asked, how many are left out and why, the first of them by name.
public struct InvitationLines: Sendable {
  private let plan: InvitationPlan
  private let survey: Survey
  private let look: Look

  public init(_ plan: InvitationPlan, _ survey: Survey, _ look: Look) {
    (self.plan, self.survey, self.look) = (plan, survey, look)
  }

  /// So many are named for each reason.
  private static let named = 10

  public var lines: [String] {
    var lines = [look.say(.invToAsk, .number(plan.invited.count), .text(survey.title))]
    for reason in InvitationPlan.Reason.allCases {
      guard let count = plan.counts[reason] else { continue }
      let all = plan.leftOut.filter { $0.reason == reason }
      let names = all.prefix(Self.named).map { person in
        reason == .tooOften ? look.bracketed(person.name, look.phrases.number(person.times)) : person.name
      }
      lines.append(
        look.say(
          .invLeftOut, .number(count), .phrase(Phrase(label: "left_out", reason.rawValue)),
          .list(names, of: count)))
    }
    if plan.counts[.tooOften] != nil { lines.append(look.say(.invLimit, .number(plan.limit))) }
    return lines
  }
}
