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
    /// With the day of the next review.
    case review(PartnershipReview, next: Day)
  }

  /// - Parameter seen: the partnership as the person saw it who does this.
  public init(_ seen: Partnership, _ move: Move) {
    (self.seen, self.move) = (seen, move)
    why =
      switch move {
      case .step(_, _, let number, let reason):
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
    transaction.validity.takesStep = true
    try transaction.put(try next(of: standing(stored, in: transaction), by: transaction.who))
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

  private func next(of stored: Partnership, by who: String) throws -> Partnership {
    let machine = PartnershipMachine(stored)
    do throws(FieldProblem) {
      switch move {
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
