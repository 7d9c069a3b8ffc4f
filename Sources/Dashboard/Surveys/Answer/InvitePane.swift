import Model
import Office
import Phrases
import Store
import Terminal

/// Whom a survey is sent to: what the base says of who may be asked, before anybody is.
struct InvitePane: Pane {
  static let name = "invite"
  static let title = PhraseKey.paneInvite

  private let survey: Survey
  private let plan: InvitationPlan
  private let group: String
  private var page = TextPage()

  init(_ survey: Survey, _ plan: InvitationPlan, group: String) {
    (self.survey, self.plan, self.group) = (survey, plan, group)
  }

  /// Asks for the group, the stakeholders as a query finds them, and the limit.
  static func begin(_ survey: Survey, _ look: Look) -> [Effect] {
    let groups = survey.groups
    let lines: [LinesSheet.Line] = [
      .init(
        label: Phrase(.resGroup), entry: .choice([""] + groups.map(\.code)), text: groups.first?.code ?? ""
      ) {
        code, look in
        let name = groups.first { $0.code == code }?.name ?? ""
        return code.isEmpty ? look.say(.notStated) : name.isEmpty ? code : name
      },
      .init(label: Phrase(label: "field", "query"), entry: .line, hint: .invQueryHint),
      .init(label: Phrase(.invLimitLabel), entry: .number, text: String(InvitationPlan.usualLimit)),
    ]
    let (language, day) = (look.language, look.asOf)
    return [
      .present(
        LinesSheet(.paneInvite, lines) { texts in
          guard !texts[1].isEmpty else { return .problem(line: 1, Phrase(.cliInviteNobody)) }
          let filter: StakeholderFilter
          do throws(QueryRefusal) {
            filter = try StakeholderFilter.asked(for: texts[1], language: language, today: day)
          } catch { return .problem(line: 1, error.problem) }
          guard let limit = Int(texts[2]), 1...100 ~= limit else {
            return .problem(line: 2, Phrase(FieldProblem.outOfRange(Int(texts[2]) ?? 0, 1...100)))
          }
          let errand = InvitationErrand(
            survey: survey, filter: filter, day: day, limit: limit, group: texts[0])
          return .effects([.errand(errand, closing: true)])
        })
    ]
  }

  static let commands: [Command<InvitePane>] = [send] + moves(in: \.page)

  private static let send: Command<InvitePane> =
    Command(
      "invite.send", .commandInvite, ["Ctrl-S", "F2"], rank: 1,
      needs: .edit,
      unless: { pane, _ in pane.plan.invited.isEmpty ? Phrase(.invNobody) : nil }
    ) { pane, _ in
      let news = Phrase(.invDone, .number(pane.plan.invited.count), .text(pane.survey.title))
      return [
        .apply(InviteStakeholders(pane.plan, group: pane.group), closing: true, then: [.announce(news)])
      ]
    }

  func heading(_ look: Look) -> [Span] { [Span(" › \(survey.title)")] }
  func status(_ look: Look) -> [Span] { [Span(look.say(.invHelp), .quiet)] }

  mutating func fit(to size: Size, look: Look) {
    let lines = InvitationLines(plan, survey, look).lines
    page.fit(
      lines.flatMap { Wrapping.lines($0, columns: size.columns - 2).map { [Span($0)] } }, height: size.rows,
      look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) { page.draw(on: &canvas, in: area) }
}

/// Looks through the stakeholders beside the keys: there may be very many.
struct InvitationErrand: Errand {
  let survey: Survey
  let filter: StakeholderFilter
  let day: Day
  let limit: Int
  let group: String

  struct Outcome: Sendable {
    let survey: Survey
    let plan: InvitationPlan
    let group: String
  }

  var title: Phrase { Phrase(.paneInvite) }

  func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let plan = try library.invitationPlan(survey.id, for: filter, on: day, limit: limit)
    return Outcome(survey: survey, plan: plan, group: group)
  }

  func news(of outcome: Outcome) -> Phrase? { nil }
}
