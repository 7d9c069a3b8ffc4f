/// What is missing before a partnership may go where it is to go.
public enum PartnershipLack: Sendable, Equatable {
  /// That does not follow from there on this route.
  case notNext(PartnershipState, to: PartnershipState)
  /// Nothing follows.
  case over(PartnershipState)
  /// It stands for all secretariats that are invited: each has a partnership of its own.
  case invitation
  /// Of these nobody has said why they are not enough.
  case alternatives([LighterWay])
  /// One is enough, so that there is nothing to propose.
  case enough(LighterWay)
  /// None is said to be enough.
  case noneEnough
  case partner, purposes, finder
  case criteria([PartnershipCriterion])
  /// Neither type nor route: the decision names nobody who approves it.
  case route
  /// Paragraph 18 (a), (b), (c).
  case plenaryDecides, bureauDecides, plenaryFirst
  case issues([AgreementIssue])
  /// Of these nobody has said how they are kept.
  case safeguards([PartnershipSafeguard])
  case reviewDay
  /// No review since it was called.
  case review
  /// Neither the number of a decision or meeting nor a reason.
  case decision
  /// So many people have given their word; it takes two.
  case twoPeople(Int)
  /// This person's word stands already.
  case secondPerson(String)
  /// What comes after that day cannot have been before it.
  case before(Day)
  /// Steps, approvals and reviews are recorded by their commands, and stay.
  case byHand
  /// A field of what was agreed, which only the step "amended" changes.
  case agreed(String)
  /// It has a history, or the decision names it.
  case kept

  /// The field in which it can be mended.
  public var field: String {
    switch self {
    case .alternatives, .enough, .noneEnough: "alternatives"
    case .partner: "partner"
    case .purposes: "partnership_purposes"
    case .finder: "found_by"
    case .criteria: "criteria"
    case .route: "partnership_type"
    case .plenaryDecides, .bureauDecides, .plenaryFirst: "partnership_route"
    case .issues: "agreement_issues"
    case .safeguards: "safeguards"
    case .agreed(let field): field
    case .reviewDay: "next_review"
    case .review: "reviews"
    case .twoPeople, .secondPerson: "approvals"
    case .notNext, .over, .invitation, .decision, .before, .byHand, .kept: "partnership_steps"
    }
  }
}

/// The rules of the way that a partnership goes, over its record alone: it reads no clock and no store.
public struct PartnershipMachine: Sendable {
  let one: Partnership

  public init(_ partnership: Partnership) { one = partnership }

  /// Where it could go from here, and all that keeps it from there.
  public typealias Option = (state: PartnershipState, lacks: [PartnershipLack])

  // MARK: What follows

  /// Whether the next step there is an approval, which asks for two people.
  public func isApproval(_ state: PartnershipState) -> Bool { Self.isApproval(state, after: path.last) }

  private var start: PartnershipState { one.adopted?.state ?? .idea }

  /// The states that it has been through.
  private var path: [PartnershipState] {
    let steps = one.steps.map(\.state)
    return steps.first == start ? steps : [start] + steps
  }

  /// What follows on its route after such a way.
  private func successors(of path: [PartnershipState]) -> [PartnershipState] {
    let outs: [PartnershipState] = [.lighter, .refused]
    switch path.last {
    case .idea: return [.alternatives, .refused]
    case .alternatives: return [.proposed] + outs
    case .proposed: return (one.route == .plenary ? [.bureau, .plenary] : [.bureau]) + outs
    case .bureau:
      let isAsked = path.contains(.plenary)
      switch one.route {
      case .bureau: return (isAsked ? [] : [.active]) + outs
      case .plenary: return (isAsked ? [] : [.plenary]) + outs
      case .consult: return [isAsked ? .active : .plenary] + outs
      case nil: return outs
      }
    case .plenary:
      switch one.route {
      case .plenary: return [.active] + outs
      // The Plenary has said what it thinks, and the Bureau decides.
      case .consult: return [.bureau] + outs
      case .bureau, nil: return outs
      }
    case .active, .reviewDue: return (path.last == .active ? [.reviewDue] : [.active]) + [.amended, .ended]
    case .amended: return [.reviewDue, .amended, .ended]
    case .invited, .ended, .refused, .lighter, nil: return []
    }
  }

  /// Whether that step asks for the number of a decision or meeting, or for a reason.
  private static func asksForDecision(_ state: PartnershipState, after last: PartnershipState?) -> Bool {
    switch state {
    case .refused, .ended, .amended: true
    case .active: last == .bureau || last == .plenary
    // The guidance of the Plenary.
    case .bureau: last == .plenary
    default: false
    }
  }

  /// Whether the step before it is somebody's decision, which takes two people to record.
  private static func isApproval(_ state: PartnershipState, after last: PartnershipState?) -> Bool {
    state == .active && (last == .bureau || last == .plenary)
  }

  /// The words that hold for the step after so many: one for each person.
  private func words(after steps: Int) -> Set<String> {
    Set(one.approvals.filter { $0.after == steps }.map { Folding.person($0.who) })
  }

  /// The words that hold now.
  public var approvals: [PartnershipApproval] { one.approvals.filter { $0.after == one.steps.count } }

  /// Whether it waits for the second person's word.
  public var isHalfApproved: Bool {
    (one.state == .bureau || one.state == .plenary) && words(after: one.steps.count).count == 1
  }

  // MARK: What is missing

  /// What must hold of a partnership that stands there.
  private func lacks(at state: PartnershipState) -> [PartnershipLack] {
    switch state {
    case .invited, .idea, .ended, .refused: []
    case .alternatives: one.enough == nil ? unweighed : []
    case .lighter: one.enough == nil ? [.noneEnough] : []
    case .proposed: proposal
    case .bureau, .plenary: proposal + judgement
    // What was agreed before the decision was judged by other rules.
    case .active, .reviewDue, .amended: one.adopted == nil ? proposal + judgement + agreement : []
    }
  }

  private var unweighed: [PartnershipLack] {
    let ways = LighterWay.allCases.filter { one.weighed($0)?.why.isEmpty ?? true }
    return ways.isEmpty ? [] : [.alternatives(ways)]
  }

  private var proposal: [PartnershipLack] {
    var lacks: [PartnershipLack] = one.enough.map { [.enough($0.way)] } ?? unweighed
    if one.partner.isEmpty { lacks.append(.partner) }
    if one.purposes.isEmpty { lacks.append(.purposes) }
    return lacks
  }

  private var judgement: [PartnershipLack] {
    let criteria = PartnershipCriterion.allCases.filter { one.judged($0)?.reasoning.isEmpty ?? true }
    var lacks: [PartnershipLack] = criteria.isEmpty ? [] : [.criteria(criteria)]
    if one.finder == nil { lacks.append(.finder) }
    if one.route == nil { lacks.append(.route) }
    return lacks
  }

  private var agreement: [PartnershipLack] {
    let open = one.openIssues
    let unsaid = PartnershipSafeguard.allCases.filter { one.kept($0)?.note.isEmpty ?? true }
    return (open.isEmpty ? [] : [.issues(open)]) + (unsaid.isEmpty ? [] : [.safeguards(unsaid)])
      + (one.nextReview == nil ? [.reviewDay] : [])
  }

  /// All that is wrong with the record as it stands, however it came to be so; none of a legal one. A safeguard without
  /// its answer keeps nobody from other fields: in older stores it was not asked for.
  public var illegalities: [(field: String, problem: FieldProblem)] {
    if let wayLack { return [wayLack] }
    return problems(lacksHere.filter { if case .safeguards = $0 { false } else { true } })
  }

  /// What a record lacks that comes from elsewhere, where it stands; one that was in force and is over has nothing open.
  var unsaid: [(field: String, problem: FieldProblem)] {
    var lacks = lacksHere
    let open = one.openIssues
    if lacks.isEmpty, one.adopted == nil, one.activated != nil, !open.isEmpty { lacks = [.issues(open)] }
    return problems(lacks)
  }

  private var lacksHere: [PartnershipLack] { one.steps.isEmpty ? [] : lacks(at: one.state) }

  private func problems(_ lacks: [PartnershipLack]) -> [(field: String, problem: FieldProblem)] {
    lacks.map { ($0.field, .partnership($0)) }
  }

  /// What is wrong with its way alone.
  var wayLack: (field: String, problem: FieldProblem)? {
    func wrong(_ lack: PartnershipLack) -> (String, FieldProblem) { (lack.field, .partnership(lack)) }
    var path = [start]
    var last: Day?
    for (place, step) in one.steps.enumerated() {
      if let last, step.day < last { return wrong(.before(last)) }
      last = step.day
      if place == 0 && step.state == start { continue }
      guard successors(of: path).contains(step.state) else {
        return wrong(.notNext(path.last ?? start, to: step.state))
      }
      if Self.asksForDecision(step.state, after: path.last), step.number.isEmpty && step.reason.isEmpty {
        return wrong(.decision)
      }
      let words = words(after: place)
      if Self.isApproval(step.state, after: path.last), words.count < 2 {
        return wrong(.twoPeople(words.count))
      }
      path.append(step.state)
    }
    // A word that was given after a step goes before that step does.
    let isAhead = one.approvals.contains { $0.after > one.steps.count }
    return isAhead ? ("approvals", .partnership(.notNext(one.state, to: .active))) : nil
  }

  // MARK: Steps

  /// Everything that follows from here in some way, each with all that is missing for it.
  public var options: [Option] {
    let next = successors(of: path)
    var options = next.map { Option($0, lacks(at: $0)) }
    switch (one.state, one.route) {
    case (.bureau, .plenary): options.insert((.active, [.plenaryDecides]), at: 0)
    case (.bureau, .consult) where !next.contains(.active): options.insert((.active, [.plenaryFirst]), at: 0)
    case (.bureau, .bureau): options.append((.plenary, [.bureauDecides]))
    case (.bureau, nil): options.insert((.active, [.route]), at: 0)
    case (.alternatives, _) where one.enough != nil:
      // What is enough comes first.
      options.swapAt(0, 1)
    default: break
    }
    return options
  }

  /// Why nothing follows; nil where something does.
  public var stop: PartnershipLack? {
    one.state == .invited ? .invitation : one.state.isOver ? .over(one.state) : nil
  }

  /// The record after the next step. An approval that is the first of two adds the word alone.
  /// - Parameters:
  ///   - number: of the decision or the meeting.
  ///   - who: the login of whoever records it.
  ///   - today: the last day on which it can have been taken.
  /// - Throws: what is missing.
  public func taking(
    _ state: PartnershipState, on day: Day, number: String = "", by who: String, reason: String = "",
    asOf today: Day = .last
  ) throws(FieldProblem) -> Partnership {
    if let stop { throw .partnership(stop) }
    guard successors(of: path).contains(state) else {
      let said = options.first { $0.state == state }?.lacks.first
      throw .partnership(said ?? .notNext(one.state, to: state))
    }
    if let lack = lacks(at: state).first { throw .partnership(lack) }
    if Self.asksForDecision(state, after: path.last), number.isEmpty && reason.isEmpty {
      throw .partnership(.decision)
    }
    if state == .amended, !isDecided(number, reason, after: one.steps[...], by: one.route) {
      throw .partnership(.decision)
    }
    if let last = [one.steps.last?.day, one.approvals.last?.day].compactMap(\.self).max(), day < last {
      throw .partnership(.before(last))
    }
    if day > today { throw .tooLate(today) }
    if state == .active, one.state == .reviewDue { try checkReview() }
    var next = one
    if Self.isApproval(state, after: path.last) {
      guard !who.isEmpty, !words(after: one.steps.count).contains(Folding.person(who)) else {
        throw .partnership(.secondPerson(who))
      }
      next.approvals.append(
        PartnershipApproval(by: who, on: day, number: number, reason: reason, after: one.steps.count))
      guard PartnershipMachine(next).words(after: one.steps.count).count >= 2 else { return next }
    }
    next.steps.append(PartnershipStep(state, on: day, number: number, by: who, reason: reason))
    return next
  }

  /// Whether an amendment has a decision that is no other amendment's; of two bodies that of each, where the Bureau asks
  /// the Plenary first (annex III, paragraph 18 c).
  /// - Parameters:
  ///   - steps: those before it.
  ///   - route: that it went; nil where nobody can tell any more.
  func isDecided(
    _ number: String, _ reason: String, after steps: ArraySlice<PartnershipStep>, by route: PartnershipRoute?
  ) -> Bool {
    let numbers = Set(number.items)
    let used = steps.filter { $0.state == .amended }.flatMap(\.number.items)
    guard numbers.isDisjoint(with: used) else { return false }
    return !reason.isEmpty || route != .consult || numbers.count >= 2
  }

  private func checkReview() throws(FieldProblem) {
    guard let called = one.steps.last?.day, one.reviews.contains(where: { $0.day >= called }) else {
      throw .partnership(.review)
    }
  }

  /// The record after a review, with the day of the next one; a review that was called is answered by it.
  /// - Throws: where it is not in force, the review lies before the last one or after today, or the next one before it.
  public func reviewed(
    _ review: PartnershipReview, next day: Day, by who: String, asOf today: Day = .last
  ) throws(FieldProblem) -> Partnership {
    guard one.state.isInForce else { throw .partnership(.notNext(one.state, to: .reviewDue)) }
    if let first = firstReviewDay, review.day < first { throw .tooEarly(first) }
    if review.day > today { throw .tooLate(today) }
    guard review.day < day else { throw .partnership(.before(review.day)) }
    var next = one
    next.reviews.append(review)
    next.nextReview = day
    guard one.state == .reviewDue else { return next }
    return try PartnershipMachine(next).taking(
      .active, on: review.day, number: review.number, by: who, reason: review.finding)
  }

  /// Before that day no further review can have been.
  private var firstReviewDay: Day? {
    [one.activated, one.reviews.last?.day].compactMap(\.self).max()
  }
}
