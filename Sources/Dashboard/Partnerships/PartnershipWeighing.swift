import Model
import Office
import Phrases
import Store
import Terminal

/// What a partnership has to say for itself: its lighter alternatives, criteria, issues and safeguards; its route and
/// its reviews.
extension PartnershipsPane {
  static let weighing: [Command<PartnershipsPane>] = [
    list("lighter", .commandLighter, "i", 5, .alternatives),
    list("criteria", .commandCriteria, "t", 6, .criteria),
    list("issues", .commandIssues, "c", 7, .issues),
    list("safeguards", .commandSafeguards, "s", 8, .safeguards),
    Command(
      "partnerships.review", .commandReviewPartnership, ["v"], rank: 9, needs: .edit,
      unless: { pane, _ in
        guard let one = pane.selected else { return Phrase(.nothingSelected) }
        return one.state.isInForce ? nil : Phrase(.ptNotInForce)
      }
    ) { pane, look in
      pane.selected.map { [.present(reviewSheet($0, look))] } ?? []
    },
    Command("partnerships.route", .commandRoute, ["w"], rank: 10, needs: .edit, unless: lacking(\.selected)) {
      pane, look in pane.selected.map { [.present(routeSheet($0, look))] } ?? []
    },
  ]

  private static func list(
    _ name: String, _ title: PhraseKey, _ key: KeyChord, _ rank: Int, _ subject: PartnershipChecklist.Subject
  ) -> Command<PartnershipsPane> {
    Command(
      CommandName("partnerships.\(name)"), title, [key], rank: rank, unless: lacking(\.selected)
    ) { pane, _ in
      pane.selected.map { [.present(PartnershipChecklist($0, subject))] } ?? []
    }
  }

  /// What a review of paragraph 10 found, and when the next one is.
  private static func reviewSheet(_ one: Partnership, _ look: Look) -> LinesSheet {
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "part", "review_body"), entry: .choice(ReviewBody.codes),
        text: ReviewBody.secretariat.rawValue, word: { $1.word("review_body", $0) }),
      LinesSheet.Line(label: Phrase(label: "part", "day"), entry: .day, text: look.recordingDay.description),
      LinesSheet.Line(label: Phrase(label: "part", "number"), entry: .line),
      LinesSheet.Line(label: Phrase(label: "part", "finding"), entry: .line),
      LinesSheet.Line(label: Phrase(label: "field", "next_review"), entry: .day),
    ]
    return LinesSheet(.commandReviewPartnership, lines) { texts in
      guard let day = Day(texts[1]) else { return .problem(line: 1, problem(texts[1])) }
      if texts[3].isEmpty { return .problem(line: 3, Phrase(.problemMissing)) }
      guard let next = Day(texts[4]) else { return .problem(line: 4, problem(texts[4])) }
      let review = PartnershipReview(
        ReviewBody(rawValue: texts[0]) ?? .secretariat, on: day, number: texts[2], finding: texts[3])
      do throws(FieldProblem) {
        _ = try PartnershipMachine(one).reviewed(review, next: next, by: look.who, asOf: look.today)
      } catch { return .problem(line: error == .partnership(.before(day)) ? 4 : 1, Phrase(error)) }
      return .effects([
        .apply(
          AdvancePartnership(one, .review(review, next: next)), closing: true,
          then: [.announce(Phrase(.ptReviewed, .text(look.title(of: one)), .text(look.day(next))))])
      ])
    }
  }

  private static func problem(_ text: String) -> Phrase {
    text.isEmpty ? Phrase(.problemMissing) : Phrase(FieldProblem.malformedDay(text))
  }

  /// Another way than that of the type, with the reason for it.
  private static func routeSheet(_ base: Partnership, _ look: Look) -> LinesSheet {
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "field", "partnership_route"), entry: .choice([""] + PartnershipRoute.codes),
        text: base.ownRoute?.rawValue ?? "",
        word: { code, look in
          code.isEmpty ? look.say(.ptByType) : look.word("partnership_route", code)
        }),
      LinesSheet.Line(
        label: Phrase(label: "field", "route_reason"), entry: .line, text: base.routeReason),
    ]
    return LinesSheet(.commandRoute, lines) { texts in
      var edited = base
      (edited.ownRoute, edited.routeReason) = (PartnershipRoute(rawValue: texts[0]), texts[1])
      if let (field, problem) = edited.contradictions.first {
        return .problem(line: field == "route_reason" ? 1 : 0, Phrase(problem))
      }
      return .effects([
        .apply(
          EditRecord(base: base, edited: edited), closing: true,
          then: [.announce(Phrase(.saved, .text(look.title(of: base))))])
      ])
    }
  }
}
