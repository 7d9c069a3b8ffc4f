/// What was done stays done, and what was agreed stays agreed: neither a form nor a file changes it.
extension Partnership {
  public static let history = ["partnership_steps", "approvals", "reviews", "source"]

  /// What the parties agreed on, and on what it was approved (annex III, paragraphs 1, 6, 8, 9, 11 to 15 and 18).
  private static let agreed: Set = [
    "partner", "partnership_type", "partnership_purposes", "partner_role", "platform_role", "deliverables",
    "time_frame", "term_start", "term_end", "partnership_form", "funds", "agreement_issues", "safeguards",
    "partnership_route", "route_reason",
  ]

  public func breach(over before: Partnership) -> (field: String, problem: FieldProblem)? {
    rewritten(over: before, .partnership(.byHand)) ?? unamended(over: before)
      ?? untimely(over: before, asOf: .first)
  }

  /// A next review that lies before its term, before what was done of it already, or in the past. One that is stored
  /// stays as it is: older stores asked nothing of it.
  public func untimely(
    over before: Partnership?, asOf today: Day
  ) -> (field: String, problem: FieldProblem)? {
    guard let nextReview, nextReview != before?.nextReview else { return nil }
    let bounds = [start, activated ?? steps.first?.day, reviews.last.map { $0.day + 1 }, today]
    guard let first = bounds.compactMap(\.self).max(), nextReview < first else { return nil }
    return ("next_review", .tooEarly(first))
  }

  /// A field of what was agreed that changes while it is in force, unless the step "amended" comes with the change, or
  /// goes with it where both are taken back (annex III, paragraph 8 h).
  public func unamended(over before: Partnership) -> (field: String, problem: FieldProblem)? {
    guard before.state.isInForce, !isAmended(from: before), !before.isAmended(from: self) else { return nil }
    return differences(from: before).first { Self.agreed.contains($0) && !completes($0, of: before) }
      .map { ($0, .partnership(.agreed($0))) }
  }

  /// Whether anything of what was agreed is other than before.
  public func agreesOtherwise(than before: Partnership) -> Bool {
    differences(from: before).contains(where: Self.agreed.contains)
  }

  private func isAmended(from before: Partnership) -> Bool {
    steps.count == before.steps.count + 1 && steps.last?.state == .amended
      && steps.dropLast().elementsEqual(before.steps)
  }

  /// Whether a change only fills in what nobody had said: of what the decision names it says little, and in older stores
  /// a safeguard may be without its answer.
  private func completes(_ field: String, of before: Partnership) -> Bool {
    // With whom it is the decision says itself.
    if adopted != nil, field != "partner", Self.field(field)?.read(before).isEmpty == true { return true }
    guard field == "safeguards", safeguards.count > before.safeguards.count else { return false }
    return PartnershipSafeguard.allCases.allSatisfy {
      before.kept($0).map { $0.note.isEmpty } ?? true || kept($0) == before.kept($0)
    }
  }

  /// Another route than that of its type is void once it is that of its type, or was recorded for a type of another
  /// route.
  public func settled(over before: [String: String]?) -> Partnership {
    guard let ownRoute else { return self }
    let earlier = PartnershipType(rawValue: before?["partnership_type"] ?? "")
    let isSame = before?["partnership_route"] == ownRoute.rawValue && before?["route_reason"] == routeReason
    guard before == nil || !isSame || earlier != type else { return self }
    guard ownRoute == type?.route || before != nil && isSame && earlier?.route != type?.route else {
      return self
    }
    var one = self
    (one.ownRoute, one.routeReason) = (nil, "")
    return one
  }

  public func historyProblems(asOf day: Day) -> [(field: String, problem: FieldProblem)] {
    let problems = PartnershipMachine(self).historyProblems(asOf: day)
    return problems.isEmpty ? untimely(over: nil, asOf: .first).map { [$0] } ?? [] : problems
  }

  /// More than the idea from which keys begin, word for word as a file says it, is marked with who brought it and when;
  /// what a file says to have been given to an earlier store stays marked as that.
  public func given(by who: String, on day: Day) -> Partnership {
    guard steps.count > 1 || !approvals.isEmpty || !reviews.isEmpty, given.last?.steps != steps.count else {
      return self
    }
    var one = self
    one.given.append(GivenHistory(by: who, on: day, steps: steps.count))
    return one
  }
}
