import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach survey invite ID`: who is asked, and who is left out because they were asked too often or want to be left
/// alone.
struct SurveyInviteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "invite", abstract: abstract(.cliInvite))
  }

  @Argument(help: help(.cliSurveyID)) var survey: String
  @Option(help: help(.cliSurveyGroup)) var group: String?
  @Option(help: help(.cliInviteQuery)) var query = ""
  @Option(help: help(.cliInviteView)) var view: String?
  @Option(help: help(.cliInviteLimit)) var limit = InvitationPlan.usualLimit
  @Flag(help: help(.cliInviteDry)) var dryRun = false
  @OptionGroup var reckoning: DayOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard 1...100 ~= limit else {
        throw CommandFailure(Phrase(FieldProblem.outOfRange(limit, 1...100)), code: EX_USAGE)
      }
      let library = try store.place.open(to: dryRun ? nil : .edit)
      let survey = try library.survey(named: survey)
      if let group, !survey.groups.contains(where: { $0.code == group }) {
        throw CommandFailure(Phrase(FieldProblem.notOneOf(group, survey.groups.map(\.code))), code: EX_USAGE)
      }
      let look = Environment.look(book, asOf: try reckoning.day)
      let plan = try library.invitationPlan(
        survey.id, for: try filter(library, book, look.asOf), on: look.asOf, limit: limit)
      for line in InvitationLines(plan, survey, look).lines { say(line) }
      guard !dryRun else { return say(book.say(.invDry)) }
      guard !plan.invited.isEmpty else { return }
      try library.apply(InviteStakeholders(plan, group: group ?? ""))
      say(book.say(.invDone, .number(plan.invited.count), .text(survey.title)))
    }
  }

  private func filter(_ library: Library, _ book: Phrasebook, _ today: Day) throws -> StakeholderFilter {
    let kept = try view.map { try library.savedView(called: $0).query } ?? ""
    let text = [kept, query].filter { !$0.isEmpty }.joined(separator: " ")
    // Without a word everybody would be asked: that has to be said.
    guard !text.isEmpty else { throw CommandFailure(Phrase(.cliInviteNobody), code: EX_USAGE) }
    return try StakeholderFilter.asked(for: text, language: book.language, today: today)
  }
}
