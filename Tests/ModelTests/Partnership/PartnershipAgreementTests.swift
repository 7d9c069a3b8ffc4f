import Model
import Testing

/// What was agreed and what was done: neither a form nor a file changes it.
@Suite struct PartnershipAgreementTests {
  private func active(_ type: PartnershipType = .technical) throws -> Partnership {
    try PartnershipMachineTests.walk(
      PartnershipMachineTests.whole(type), .alternatives, .proposed, .bureau, .active)
  }

  private func broken(_ one: Partnership, _ change: (inout Partnership) -> Void) -> String? {
    var edited = one
    change(&edited)
    return edited.breach(over: one)?.field
  }

  // MARK: The agreement

  @Test func `What was agreed of a partnership in force changes with the step "amended" alone`() throws {
    let one = try active()
    let agreed: [(String, (inout Partnership) -> Void)] = [
      ("partner", { $0.partner = "Somebody else" }), ("partnership_purposes", { $0.purposes = [.relations] }),
      ("partner_role", { $0.partnerRole = "x" }), ("platform_role", { $0.ownRole = "x" }),
      ("deliverables", { $0.deliverables = "x" }), ("time_frame", { $0.timeFrame = .limited }),
      ("term_start", { $0.start = Day("2016-01-01") }), ("term_end", { $0.end = Day("2016-01-01") }),
      ("partnership_form", { $0.form = .letters }), ("funds", { $0.funds = .with }),
      ("agreement_issues", { $0.issues[0] = SettledIssue(.purpose, .waived, reason: "x") }),
      ("safeguards", { $0.safeguards[0] = KeptSafeguard(.transparency, "otherwise") }),
      ("partnership_type", { $0.type = .agreement }), ("route_reason", { $0.routeReason = "x" }),
    ]
    for (field, change) in agreed {
      #expect(broken(one, change) == field)
      var edited = one
      change(&edited)
      #expect(edited.breach(over: one)?.problem == .partnership(.agreed(field)))
      // In every state in which it is in force, and in none before.
      let called = try PartnershipMachineTests.walk(one, .reviewDue)
      #expect(broken(called, change) == field)
      #expect(broken(try PartnershipMachineTests.walk(one, .amended), change) == field)
      let before = try PartnershipMachineTests.walk(
        PartnershipMachineTests.whole(), .alternatives, .proposed, .bureau)
      #expect(broken(before, change) == nil)
      let amended = try PartnershipMachine(edited).taking(
        .amended, on: Day("2015-12-01")!, number: "8", by: "ann")
      #expect(amended.unamended(over: one) == nil && one.unamended(over: amended) == nil)
    }
    #expect(Set(agreed.map(\.0)).count == agreed.count)
  }

  @Test func `Notes, contact, next review and what was weighed stay free`() throws {
    let one = try active()
    #expect(
      broken(one) {
        ($0.note, $0.owner, $0.name, $0.nextReview) = ("n", "o", "Another name", Day("2017-01-01"))
        $0.criteria[0] = JudgedCriterion(.need, "still")
      } == nil)
  }

  @Test func `What the decision does not say of its own is filled in, and then it stands`() {
    let unep = Partnership(id: "c15.unep")
    #expect(broken(unep) { ($0.deliverables, $0.form) = ("Meetings", .memorandum) } == nil)
    var filled = unep
    filled.deliverables = "Meetings"
    #expect(broken(filled) { $0.deliverables = "None" } == "deliverables")
  }

  @Test func `In an older store a safeguard without its answer is answered, and the answers stay`() throws {
    var old = try active()
    old.safeguards.removeLast(2)
    #expect(old.contradictions.isEmpty)
    #expect(broken(old) { $0.safeguards.append(KeptSafeguard(.opportunities, "x")) } == nil)
    #expect(broken(old) { $0.safeguards[1] = KeptSafeguard(.others, "x") } == "safeguards")
  }

  // MARK: Another route

  @Test func `Another route is void with the type for which it was recorded`() {
    var one = PartnershipMachineTests.whole(.technical)
    (one.ownRoute, one.routeReason) = (.consult, "It reaches far")
    func settled(_ change: (inout Partnership) -> Void) -> PartnershipRoute? {
      var edited = one
      change(&edited)
      let settled = edited.settled(over: one.values)
      #expect(settled.ownRoute != nil || settled.routeReason.isEmpty)
      return settled.ownRoute
    }
    #expect(settled { $0.note = "x" } == .consult)
    #expect(settled { $0.type = .unSystem } == nil)
    #expect(settled { $0.type = nil } == nil)
    #expect(settled { ($0.type, $0.routeReason) = (.unSystem, "for this type, too") } == .consult)
    #expect(settled { $0.ownRoute = .bureau } == nil)
    (one.type, one.ownRoute) = (.agreement, .bureau)
    // Of the same route, so that the reason holds.
    #expect(settled { $0.type = .unSystem } == .bureau)
    #expect(settled { $0.type = .technical } == nil)
    var new = PartnershipMachineTests.whole(.technical)
    (new.ownRoute, new.routeReason) = (.bureau, "as it is anyhow")
    #expect(new.settled(over: nil).routeReason.isEmpty)
  }

  // MARK: What a file brings

  private let today = Day("2015-12-31")!

  private func problem(
    _ one: Partnership, asOf day: Day? = nil, _ spoil: (inout Partnership) -> Void = { _ in }
  ) -> FieldProblem? {
    var forged = one
    spoil(&forged)
    return forged.historyProblems(asOf: day ?? today).first?.problem
  }

  @Test func `A history that keys made is taken as it is`() throws {
    var asking = PartnershipMachineTests.whole()
    (asking.ownRoute, asking.routeReason) = (.consult, "It reaches far")
    asking = try PartnershipMachineTests.walk(
      asking, .alternatives, .proposed, .bureau, .plenary, .bureau, .active)
    let reviewed = try PartnershipMachine(try PartnershipMachineTests.walk(asking, .reviewDue)).reviewed(
      PartnershipReview(.bureau, on: Day("2015-06-01")!, number: "7", finding: "goes on"),
      next: Day("2016-06-01")!, by: "ann")
    for one in [PartnershipMachineTests.whole(), asking, reviewed, Partnership(id: "c15.unep")] {
      #expect(problem(one) == nil)
    }
  }

  @Test func `Steps just like others are read back as they were recorded`() throws {
    var one = try active()
    let day = try #require(one.steps.last?.day)
    for state in [PartnershipState.reviewDue, .active, .reviewDue, .active] {
      one.steps.append(PartnershipStep(state, on: day, by: "ann"))
    }
    #expect(Partnership(id: one.id, version: 1, values: one.values).steps == one.steps)
  }

  @Test func `Steps, approvals and reviews that never were are named`() throws {
    let one = try active()
    let (last, bureau) = (one.steps[4].day, one.steps[3].day)
    #expect(problem(one, asOf: last + -1) == .tooLate(last + -1))
    #expect(problem(one) { $0.steps.remove(at: 2) } == .partnership(.notNext(.alternatives, to: .bureau)))
    #expect(
      problem(one) {
        $0.steps[4] = PartnershipStep(.active, on: last, number: "5", by: "")
      } == .missing)
    #expect(problem(one) { $0.approvals.removeLast() } == .partnership(.twoPeople(1)))
    #expect(problem(one) { $0.safeguards = [] }.map { "\($0)" }?.contains("safeguards") == true)
    func word(_ who: String, _ day: Day, after: Int) -> PartnershipApproval {
      PartnershipApproval(by: who, on: day, number: "5", reason: "", after: after)
    }
    #expect(problem(one) { $0.approvals[0] = word("ann", bureau + -1, after: 4) } == .tooEarly(bureau))
    #expect(problem(one) { $0.approvals[1] = word("ben", last + 1, after: 4) } == .tooLate(last))
    #expect(
      problem(one) { $0.approvals.append(word("ANN", last, after: 4)) } == .partnership(.secondPerson("ANN")))
    #expect(
      problem(one) { $0.approvals.insert(word("eve", one.steps[0].day, after: 1), at: 0) }
        == .partnership(.notNext(.idea, to: .active)))
    #expect(
      problem(one) { $0.approvals.append(word("eve", last, after: 9)) }
        == .partnership(.notNext(.active, to: .active)))
    func review(_ day: Day, _ finding: String = "fine") -> PartnershipReview {
      PartnershipReview(.bureau, on: day, finding: finding)
    }
    #expect(problem(one) { $0.reviews = [review(last + -1)] } == .tooEarly(last))
    #expect(problem(one) { $0.reviews = [review(last + 9), review(last + 8)] } == .tooEarly(last + 9))
    #expect(problem(one) { $0.reviews = [review(today + 1)] } == .tooLate(today))
    #expect(problem(one) { $0.reviews = [review(last, "")] } == .missing)
    let idea = PartnershipMachineTests.whole()
    #expect(problem(idea) { $0.reviews = [review(today)] } == .partnership(.notNext(.idea, to: .reviewDue)))
    var called = try PartnershipMachineTests.walk(one, .reviewDue)
    called.steps.append(PartnershipStep(.active, on: called.steps[5].day, by: "ann"))
    #expect(problem(called) == .partnership(.review))
  }

  @Test func `Keys record nothing before it came to pass, and no review before the last one`() throws {
    let one = try active()
    let day = one.steps[4].day
    #expect(throws: FieldProblem.tooLate(day)) {
      try PartnershipMachine(one).taking(.ended, on: day + 1, number: "5", by: "ann", asOf: day)
    }
    func reviewed(_ one: Partnership, _ day: Day) throws -> Partnership {
      try PartnershipMachine(one).reviewed(
        PartnershipReview(.mep, on: day, finding: "fine"), next: today, by: "ann", asOf: today)
    }
    #expect(throws: FieldProblem.tooEarly(day)) { try reviewed(one, day + -1) }
    let once = try reviewed(one, day + 9)
    #expect(throws: FieldProblem.tooEarly(day + 9)) { try reviewed(once, day + 8) }
    #expect(throws: FieldProblem.tooLate(today)) { try reviewed(once, today + 1) }
  }

  // MARK: The next review

  @Test func `A next review that is set lies behind the term's start, what was done, and the day`() throws {
    var one = try active()
    let activated = try #require(one.activated)
    func early(_ day: Day, asOf today: Day = .first) -> Bool {
      var edited = one
      edited.nextReview = day
      return edited.untimely(over: one, asOf: today)?.field == "next_review"
    }
    #expect(early(activated + -1) && !early(activated))
    #expect(early(activated + 9, asOf: activated + 10) && !early(activated + 10, asOf: activated + 10))
    one.reviews = [PartnershipReview(.mep, on: activated + 20, finding: "fine")]
    #expect(early(activated + 20) && !early(activated + 21))
    one.start = activated + 40
    #expect(early(activated + 39) && !early(activated + 40))
    // What a store holds already keeps nobody from other fields.
    one.nextReview = activated + -100
    #expect(broken(one) { $0.note = "x" } == nil)
    #expect(one.contradictions.isEmpty)
    #expect(broken(one) { $0.nextReview = activated + -99 } == "next_review")
    one.nextReview = nil
    #expect(broken(one) { $0.nextReview = nil } == nil)
  }
}
