import Model
import Office
import Phrases
import Store

/// What leads from the list of surveys to their results, to answering and to invitations.
extension SurveysPane {
  static let resultCommands: [Command<SurveysPane>] = [
    Command(
      "surveys.results", .commandResults, ["r"], rank: 2, when: { $0.isListing },
      unless: lacking(\.aboutSurvey)
    ) {
      pane, _ in
      pane.aboutSurvey.map { [.present(ResultsPane($0.id))] } ?? []
    },
    Command(
      "surveys.answer", .commandAnswer, ["a"], rank: 8, when: { $0.isListing }, needs: .edit,
      unless: lacking(\.aboutSurvey)
    ) {
      pane, look in
      pane.aboutSurvey.map { AnswerPane.begin($0, pane.bank, look) } ?? []
    },
    Command(
      "surveys.invite", .commandInvite, ["v"], when: { $0.isListing }, needs: .edit,
      unless: lacking(\.aboutSurvey)
    ) {
      pane, look in
      pane.aboutSurvey.map { InvitePane.begin($0, look) } ?? []
    },
  ]
}

extension SurveysPane {
  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard let found = outcome as? InvitationErrand.Outcome else { return [] }
    return [.present(InvitePane(found.survey, found.plan, group: found.group))]
  }
}
