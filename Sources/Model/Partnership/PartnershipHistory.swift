/// Whether the history of a partnership that comes from elsewhere is one that keys could have made.
extension PartnershipMachine {
  /// - Parameter today: nothing in it can lie after that day.
  public func historyProblems(asOf today: Day) -> [(field: String, problem: FieldProblem)] {
    // What stands in a wrong order is no history whose parts could be looked at.
    if let wayLack { return [wayLack] }
    var found = unsaid
    do throws(FieldProblem) { try checkSteps(today) } catch { found.append(("partnership_steps", error)) }
    do throws(FieldProblem) { try checkApprovals(today) } catch { found.append(("approvals", error)) }
    do throws(FieldProblem) { try checkReviews(today) } catch { found.append(("reviews", error)) }
    return found
  }

  private func check(_ day: Day, from first: Day?, through last: Day) throws(FieldProblem) {
    if let first, day < first { throw .tooEarly(first) }
    if day > last { throw .tooLate(last) }
  }

  /// Somebody took each, by today; a review that was called was held before the next step.
  private func checkSteps(_ today: Day) throws(FieldProblem) {
    var called: Day?
    for (place, step) in one.steps.enumerated() {
      try check(step.day, from: nil, through: today)
      if step.who.isEmpty { throw .missing }
      try checkAmendment(step, at: place)
      if let called, step.state == .active,
        !one.reviews.contains(where: { called <= $0.day && $0.day <= step.day })
      {
        throw .partnership(.review)
      }
      called = step.state == .reviewDue ? step.day : nil
    }
  }

  /// Which route an amendment went is known of the last one alone: each may have changed it.
  private func checkAmendment(_ step: PartnershipStep, at place: Int) throws(FieldProblem) {
    guard step.state == .amended else { return }
    let isLast = !one.steps[(place + 1)...].contains { $0.state == .amended }
    let isDecided = isDecided(
      step.number, step.reason, after: one.steps[..<place], by: isLast ? one.route : nil)
    guard isDecided else { throw .partnership(.decision) }
  }

  /// Each person's word was given once, while it was with the body that decides.
  private func checkApprovals(_ today: Day) throws(FieldProblem) {
    var last: Day?
    var words: [Int: Set<String>] = [:]
    for word in one.approvals {
      guard one.steps.indices.contains(word.after - 1) else {
        throw .partnership(.notNext(one.state, to: .active))
      }
      let before = one.steps[word.after - 1]
      guard before.state == .bureau || before.state == .plenary else {
        throw .partnership(.notNext(before.state, to: .active))
      }
      let next = one.steps.dropFirst(word.after).first?.day ?? today
      try check(word.day, from: max(before.day, last ?? .first), through: min(next, today))
      guard words[word.after, default: []].insert(Folding.person(word.who)).inserted else {
        throw .partnership(.secondPerson(word.who))
      }
      last = word.day
    }
  }

  /// Each found something, while it was in force.
  private func checkReviews(_ today: Day) throws(FieldProblem) {
    guard !one.reviews.isEmpty else { return }
    guard one.adopted != nil || one.activated != nil else {
      throw .partnership(.notNext(one.state, to: .reviewDue))
    }
    var first = one.activated
    for review in one.reviews {
      try check(review.day, from: first, through: today)
      if review.finding.isEmpty { throw .missing }
      first = review.day
    }
  }
}
