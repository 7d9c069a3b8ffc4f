import Model
import RandomRecords
import Testing

/// The way of a partnership: what may follow what, and what has to be there first.
@Suite struct PartnershipMachineTests {
  /// A partnership of which everything is said, at the idea.
  static func whole(_ type: PartnershipType? = .technical) -> Partnership {
    var one = Partnership(id: "p")
    (one.name, one.partner, one.type) = ("Data for the regions", "A data centre", type)
    one.purposes = [.support]
    one.finder = .taskForce
    one.alternatives = LighterWay.allCases.map { WeighedAlternative($0, why: "no \($0.rawValue)") }
    one.criteria = PartnershipCriterion.allCases.map { JudgedCriterion($0, "because") }
    one.issues = AgreementIssue.allCases.map { SettledIssue($0, .settled, reason: "as UNEP has it") }
    one.safeguards = PartnershipSafeguard.allCases.map { KeptSafeguard($0, "watched") }
    one.nextReview = Day("2016-06-01")
    one.steps = [PartnershipStep(.idea, on: Day("2015-01-05")!, by: "ann")]
    return one
  }

  /// The record after some steps, each a week after the one before it, with the words of two people where it takes them.
  static func walk(
    _ one: Partnership, _ states: PartnershipState..., number: String = "5"
  ) throws -> Partnership {
    var one = one
    for state in states {
      let day = (one.steps.last?.day ?? Day("2015-01-05")!) + 7
      for who in ["ann", "ben"] where one.state != state {
        one = try PartnershipMachine(one).taking(state, on: day, number: number, by: who)
      }
    }
    return one
  }

  private func lack(_ one: Partnership, _ state: PartnershipState) -> PartnershipLack? {
    PartnershipMachine(one).options.first { $0.state == state }?.lacks.first
  }

  private func refusal(
    _ one: Partnership, _ state: PartnershipState, on day: String = "2015-12-01", number: String = "5",
    by who: String = "ann"
  ) -> FieldProblem? {
    do throws(FieldProblem) {
      _ = try PartnershipMachine(one).taking(state, on: Day(day)!, number: number, by: who)
      return nil
    } catch { return error }
  }

  // MARK: Routes

  @Test func `The route follows from the type, and from nothing where the decision names none`() {
    #expect(PartnershipType.unSystem.route == .plenary && PartnershipType.agreement.route == .plenary)
    #expect(PartnershipType.technical.route == .bureau)
    #expect(Self.whole(nil).route == nil)
    for route in PartnershipRoute.allCases { #expect(Mandate.adopted.paragraph(route.paragraph) != nil) }
  }

  @Test func `Technical support is approved by the Bureau`() throws {
    let bureau = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau)
    #expect(lack(bureau, .plenary) == .bureauDecides)
    #expect(try Self.walk(bureau, .active).state == .active)
  }

  @Test func `What the Plenary approves the Bureau cannot`() throws {
    let bureau = try Self.walk(Self.whole(.agreement), .alternatives, .proposed, .bureau)
    #expect(lack(bureau, .active) == .plenaryDecides)
    #expect(refusal(bureau, .active) == .partnership(.plenaryDecides))
    #expect(try Self.walk(bureau, .plenary, .active).state == .active)
    let proposed = try Self.walk(Self.whole(.unSystem), .alternatives, .proposed)
    #expect(try Self.walk(proposed, .plenary, .active).state == .active)
  }

  @Test func `Where guidance is needed the Plenary says it first, and the Bureau approves`() throws {
    var asking = Self.whole()
    (asking.ownRoute, asking.routeReason) = (.consult, "It reaches beyond the deliverable")
    let bureau = try Self.walk(asking, .alternatives, .proposed, .bureau)
    #expect(lack(bureau, .active) == .plenaryFirst)
    let back = try Self.walk(bureau, .plenary, .bureau)
    #expect(try Self.walk(back, .active).state == .active)
    #expect(refusal(try Self.walk(bureau, .plenary), .bureau, number: "") == .partnership(.decision))
  }

  @Test func `Another route has a reason, and does not fit a way that was gone on the first`() throws {
    var one = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau, .active)
    one.ownRoute = .plenary
    #expect(one.contradictions.first?.problem == .missing)
    one.routeReason = "why"
    #expect(one.contradictions.map(\.problem) == [.partnership(.notNext(.bureau, to: .active))])
  }

  @Test func `Without a type nobody is named who approves it`() throws {
    let proposed = try Self.walk(Self.whole(nil), .alternatives, .proposed)
    #expect(lack(proposed, .bureau) == .route)
    #expect(refusal(proposed, .plenary) == .partnership(.notNext(.proposed, to: .plenary)))
  }

  // MARK: What has to be there

  @Test func `The alternatives come first, and what is enough ends there`() throws {
    var one = Self.whole()
    one.alternatives = [WeighedAlternative(.liaison, why: "too little")]
    #expect(lack(one, .alternatives) == .alternatives([.recognition, .cooperation, .priorities, .practice]))
    one.alternatives.append(WeighedAlternative(.practice, isEnough: true, why: "standards do it"))
    let weighed = try Self.walk(one, .alternatives)
    #expect(lack(weighed, .proposed) == .enough(.practice))
    #expect(PartnershipMachine(weighed).options.first?.state == .lighter)
    let over = try Self.walk(weighed, .lighter)
    #expect(over.state == .lighter && over.enough?.way.outcome == .influence)
    #expect(PartnershipMachine(over).stop == .over(.lighter))
    #expect(lack(try Self.walk(Self.whole(), .alternatives), .lighter) == .noneEnough)
  }

  @Test func `All that a proposal lacks is told at once`() throws {
    var one = try Self.walk(Self.whole(), .alternatives)
    (one.partner, one.purposes) = ("", [])
    func lacks(_ state: PartnershipState) -> [PartnershipLack]? {
      PartnershipMachine(one).options.first { $0.state == state }?.lacks
    }
    #expect(lacks(.proposed) == [.partner, .purposes] && lacks(.refused) == [])
    one = try Self.walk(Self.whole(), .alternatives, .proposed)
    (one.partner, one.finder, one.criteria) = ("", nil, [])
    #expect(lacks(.bureau) == [.partner, .criteria(PartnershipCriterion.allCases), .finder])
  }

  @Test func `Each thing that is missing is said by itself`() throws {
    let bureau = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau)
    let cases: [(PartnershipLack, (inout Partnership) -> Void)] = [
      (.alternatives([.liaison]), { $0.alternatives.removeFirst() }), (.partner, { $0.partner = "" }),
      (.purposes, { $0.purposes = [] }), (.criteria([.need]), { $0.criteria.removeFirst() }),
      (.finder, { $0.finder = nil }), (.issues([.disputes]), { $0.issues.removeLast() }),
      (.safeguards([.others]), { $0.safeguards.removeLast() }), (.reviewDay, { $0.nextReview = nil }),
    ]
    for (expected, spoil) in cases {
      var one = bureau
      spoil(&one)
      #expect(refusal(one, .active) == .partnership(expected))
      #expect(Partnership.fields.contains { $0.name == expected.field })
    }
  }

  @Test func `An open issue keeps it from being active, and one in force from opening`() throws {
    var one = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau)
    one.issues[2] = SettledIssue(.conflicts, .open)
    one.issues[10] = SettledIssue(.disputes, .waived, reason: "UNEP's rules settle it")
    #expect(one.openIssues == [.conflicts])
    #expect(refusal(one, .active) == .partnership(.issues([.conflicts])))
    one.issues[2] = SettledIssue(.conflicts, .settled)
    var active = try Self.walk(one, .active)
    active.issues[2] = SettledIssue(.conflicts, .open)
    #expect(active.contradictions.map(\.field) == ["agreement_issues"])
    #expect(throws: FieldProblem.missing) { try SettledIssue("disputes | waived") }
  }

  // MARK: Approval

  @Test func `Two approvers are two people, each with a number or a reason`() throws {
    let bureau = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau)
    #expect(refusal(bureau, .active, number: "") == .partnership(.decision))
    let first = try PartnershipMachine(bureau).taking(.active, on: Day("2015-12-01")!, number: "5", by: "Ann")
    #expect(first.state == .bureau && PartnershipMachine(first).isHalfApproved)
    #expect(refusal(first, .active, by: "ann") == .partnership(.secondPerson("ann")))
    #expect(refusal(first, .active, on: "2015-11-30", by: "ben") == .partnership(.before(Day("2015-12-01")!)))
    let both = try PartnershipMachine(first).taking(
      .active, on: Day("2015-12-02")!, by: "ben", reason: "the minutes say so")
    #expect(both.state == .active && both.activated == Day("2015-12-02"))
    var forged = bureau
    forged.steps.append(PartnershipStep(.active, on: Day("2015-12-02")!, number: "5", by: "ann"))
    #expect(forged.contradictions.map(\.problem) == [.partnership(.twoPeople(0))])
    forged.approvals = ["ann", "ANN"].map {
      PartnershipApproval(by: $0, on: Day("2015-12-01")!, number: "5", reason: "", after: bureau.steps.count)
    }
    #expect(forged.contradictions.map(\.problem) == [.partnership(.twoPeople(1))])
  }

  @Test func `A word that was given before the Plenary was asked does not count after it`() throws {
    var one = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau)
    one = try PartnershipMachine(one).taking(.active, on: Day("2015-01-30")!, number: "5", by: "ann")
    (one.ownRoute, one.routeReason) = (.consult, "a member asked for it")
    one = try Self.walk(one, .plenary, .bureau)
    #expect(!PartnershipMachine(one).isHalfApproved && one.approvals.count == 1)
    #expect(refusal(one, .active, by: "ann") == nil)
  }

  // MARK: In force

  @Test func `A review that was called is answered, and is due by its day whether or not it was called`()
    throws
  {
    let active = try Self.walk(Self.whole(), .alternatives, .proposed, .bureau, .active)
    #expect(active.state(on: Day("2016-05-31")!) == .active)
    #expect(active.state(on: Day("2016-06-01")!) == .reviewDue)
    let called = try Self.walk(active, .reviewDue)
    #expect(refusal(called, .active) == .partnership(.review))
    let review = PartnershipReview(.bureau, on: Day("2016-06-10")!, number: "7", finding: "goes on")
    let reviewed = try PartnershipMachine(called).reviewed(review, next: Day("2017-06-10")!, by: "ann")
    #expect(reviewed.state == .active && reviewed.nextReview == Day("2017-06-10"))
    #expect(throws: FieldProblem.partnership(.before(review.day))) {
      try PartnershipMachine(called).reviewed(review, next: review.day, by: "ann")
    }
    let amended = try Self.walk(active, .amended, .reviewDue)
    #expect(try Self.walk(amended, .ended).state == .ended)
    #expect(refusal(amended, .ended, number: "") == .partnership(.decision))
  }

  @Test func `Days go forward`() throws {
    let one = try Self.walk(Self.whole(), .alternatives)
    #expect(refusal(one, .proposed, on: "2015-01-11") == .partnership(.before(Day("2015-01-12")!)))
    var turned = one
    turned.steps[1] = PartnershipStep(.alternatives, on: Day("2015-01-01")!, by: "ann")
    #expect(turned.contradictions.map(\.problem) == [.partnership(.before(Day("2015-01-05")!))])
  }

  // MARK: What the decision names

  @Test func `What there was before the decision is in force with its citation`() {
    let adopted = Decision.adopted.partnerships
    #expect(adopted.map(\.id) == ["c15.unep", "c15.fao", "c15.undp", "c15.unesco", "c15.cbd", "op7.mea"])
    #expect(adopted.prefix(4).allSatisfy { $0.type == .unSystem && $0.basis.en == "decision IPBES-2/8" })
    #expect(adopted[4].basis.zh.contains("2014 年 10 月") && adopted[4].state == .active)
    var unep = Partnership(id: "c15.unep")
    #expect(unep.state == .active && unep.contradictions.isEmpty)
    unep.steps = [PartnershipStep(.ended, on: Day("2016-01-01")!, number: "IPBES-9/9", by: "ann")]
    #expect(unep.contradictions.isEmpty && unep.state == .ended)
    let invited = Partnership(id: "op7.mea")
    #expect(invited.state == .invited && PartnershipMachine(invited).stop == .invitation)
    #expect(PartnershipMachine(invited).options.isEmpty)
  }

  // MARK: By chance

  /// Every state that is legal: by its own path of states it is one that the routes allow, and nothing is missing.
  private func isLegal(_ one: Partnership) -> Bool {
    let path = one.steps.map(\.state)
    guard path.first == .idea else { return path.isEmpty }
    if let active = path.firstIndex(of: .active) {
      let words = Set(one.approvals.filter { $0.after == active }.map(\.who))
      let deciding: PartnershipState = one.route == .plenary ? .plenary : .bureau
      guard words.count >= 2, path[active - 1] == deciding, path.contains(.alternatives) else { return false }
      if one.route == .consult, !path[..<active].contains(.plenary) { return false }
      if one.state.isInForce, !one.openIssues.isEmpty || one.enough != nil || one.nextReview == nil {
        return false
      }
    }
    if one.state == .lighter, one.enough == nil { return false }
    return zip(one.steps, one.steps.dropFirst()).allSatisfy { $0.day <= $1.day }
  }

  /// Spoils or mends a field, as a form or a file would.
  private func edit(_ one: inout Partnership, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: one.issues[Int.random(in: 0..<11, using: &random)] = SettledIssue(.conflicts, .open)
    case 1: one.issues = Self.whole().issues
    case 2: one.type = PartnershipType.allCases.randomElement(using: &random)
    case 3:
      one.ownRoute = PartnershipRoute.allCases.randomElement(using: &random)
      one.routeReason = Bool.random(using: &random) ? "a reason" : ""
    case 4: one.alternatives[0] = WeighedAlternative(.liaison, isEnough: .random(using: &random), why: "")
    case 5: one.alternatives = Self.whole().alternatives
    case 6: one.nextReview = Bool.random(using: &random) ? nil : Day("2017-01-01")
    case 7: one.criteria = Bool.random(using: &random) ? [] : Self.whole().criteria
    default: (one.ownRoute, one.routeReason) = (nil, "")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `No sequence of actions reaches an illegal state`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var one = Self.whole(PartnershipType.allCases.randomElement(using: &random))
    var day = Day("2015-01-05")!
    var reached: Set<PartnershipState> = []
    for _ in 0..<150 {
      var next = one
      if Int.random(in: 0..<3, using: &random) == 0 {
        edit(&next, &random)
      } else {
        let options = PartnershipMachine(one).options.map(\.state)
        let state = (options + [.active, .lighter, .bureau]).randomElement(using: &random)!
        let who = ["ann", "ben"].randomElement(using: &random)!
        day = day + Int.random(in: 0...9, using: &random)
        let taken = try? PartnershipMachine(one).taking(
          state, on: day, number: Bool.random(using: &random) ? "5" : "", by: who)
        guard let taken else { continue }
        next = taken
        #expect(next.steps.prefix(one.steps.count).elementsEqual(one.steps))
      }
      // What the store takes is what contradicts nothing.
      guard next.contradictions.isEmpty else { continue }
      one = next
      reached.insert(one.state)
      #expect(isLegal(one), "seed \(seed): \(one.steps.map(\.state)) \(one.values)")
      if one.state.isOver { one = Self.whole(PartnershipType.allCases.randomElement(using: &random)) }
    }
    #expect(reached.count > 3)
  }
}
