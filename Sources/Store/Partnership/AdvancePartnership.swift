import Model

/// Takes a step of a partnership, gives a word of approval, or records a review: the one way by which its history grows.
public struct AdvancePartnership: Change {
  public var name: String { "step-partnership" }
  public let why: String
  let seen: Partnership
  let move: Move

  /// What is done, as of a day of its own.
  public enum Move: Sendable {
    case step(PartnershipState, day: Day, number: String, reason: String)
    /// The step "amended", with what the parties agreed instead.
    case amendment(base: Partnership, edited: Partnership, day: Day, number: String, reason: String)
    /// With the day of the next review.
    case review(PartnershipReview, next: Day)
  }

  /// - Parameter seen: the partnership as the person saw it who does this.
  public init(_ seen: Partnership, _ move: Move) {
    (self.seen, self.move) = (seen, move)
    why =
      switch move {
      case .step(_, _, let number, let reason), .amendment(_, _, _, let number, let reason):
        [number, reason].filter { !$0.isEmpty }.joined(separator: ": ")
      case .review(let review, _): review.finding
      }
  }

  /// - Throws: `Refusal.invalid` with what is missing; `Refusal.changedMeanwhile` where somebody took a step since it
  ///   was read.
  public func perform(in transaction: Transaction) throws {
    guard let stored = try transaction.fetch(Partnership.self, seen.id) else {
      throw Refusal.gone(title: seen.title)
    }
    guard stored.steps == seen.steps, stored.approvals == seen.approvals else {
      throw Refusal.changedMeanwhile(
        title: stored.title, by: try transaction.lastWriter(.partnership, stored.id))
    }
    transaction.validity.writesHistory = true
    let next = try next(of: standing(stored, in: transaction), in: transaction)
    try transaction.put(next)
    if case .step(let state, _, _, _) = move, PartnershipMachine(stored).isApproval(state) {
      transaction.note(.wordGiven(title: next.title, isApproved: next.state == state))
    }
  }

  /// Without the first word of approval where anything of the partnership was changed since: it was given for what the
  /// record said then, so the next one is the first again.
  private func standing(_ stored: Partnership, in transaction: Transaction) throws -> Partnership {
    guard PartnershipMachine(stored).isHalfApproved,
      try transaction.lastChange(.partnership, stored.id) != name
    else { return stored }
    var one = stored
    one.approvals.removeAll { $0.after == one.steps.count }
    return one
  }

  /// What was agreed instead, unless somebody changed the same fields meanwhile.
  private func amended(_ stored: Partnership, in transaction: Transaction) throws -> Partnership {
    guard case .amendment(let base, let edited, _, _, _) = move else { return stored }
    do {
      return try EditRecord(base: base, edited: edited).merged(stored, in: transaction)
    } catch Refusal.clash(let clash) {
      throw Refusal.changedMeanwhile(title: stored.title, by: clash.who)
    }
  }

  private func next(of stored: Partnership, in transaction: Transaction) throws -> Partnership {
    let after = try amended(stored, in: transaction)
    if case .amendment = move, !after.agreesOtherwise(than: stored) {
      // What the parties agreed instead is not said.
      throw Refusal.invalid(field: "deliverables", .missing)
    }
    let machine = PartnershipMachine(after)
    let who = transaction.who
    do throws(FieldProblem) {
      switch move {
      case .amendment(_, _, let day, let number, let reason):
        return try machine.taking(.amended, on: day, number: number, by: who, reason: reason)
      case .step(let state, let day, let number, let reason):
        return try machine.taking(state, on: day, number: number, by: who, reason: reason)
      case .review(let review, let next): return try machine.reviewed(review, next: next, by: who)
      }
    } catch {
      var field = "partnership_steps"
      if case .partnership(let lack) = error { field = lack.field }
      throw Refusal.invalid(field: field, error)
    }
  }
}
