import GRDB
import Model
import Testing

@testable import Store

/// A partnership in the store: whatever way something comes in, no illegal state is written and no history is lost.
@Suite struct PartnershipStoreTests {
  let folder: TemporaryFolder
  let ann: Library
  let ben: Library

  init() throws {
    folder = try TemporaryFolder()
    ann = try Library.open(folder.store, who: "ann", creating: true)
    ben = try Library.open(folder.store, who: "ben")
  }

  /// A partnership of which everything is said, at the idea.
  static func whole(_ id: RecordID = "p", _ type: PartnershipType = .technical) -> Partnership {
    var one = Partnership(id: id)
    (one.name, one.partner, one.type) = ("Data for the regions", "A data centre", type)
    (one.purposes, one.finder, one.nextReview) = ([.support], .taskForce, Day("2016-06-01"))
    one.alternatives = LighterWay.allCases.map { WeighedAlternative($0, why: "no \($0.rawValue)") }
    one.criteria = PartnershipCriterion.allCases.map { JudgedCriterion($0, "because") }
    one.issues = AgreementIssue.allCases.map { SettledIssue($0, .settled, reason: "as UNEP has it") }
    one.safeguards = PartnershipSafeguard.allCases.map { KeptSafeguard($0, "watched") }
    one.steps = [PartnershipStep(.idea, on: Day("2015-01-05")!, by: "ann")]
    return one
  }

  func stored(_ id: RecordID = "p") throws -> Partnership {
    try #require(try ann.read(RecordByID<Partnership>(id)))
  }

  func step(_ library: Library, _ state: PartnershipState, _ day: String, number: String = "5") throws {
    try library.apply(
      AdvancePartnership(try stored(), .step(state, day: Day(day)!, number: number, reason: "")))
  }

  private func toBureau() throws {
    try ann.apply(AddRecord(Self.whole()))
    for state in [PartnershipState.alternatives, .proposed, .bureau] { try step(ann, state, "2015-02-01") }
  }

  private func toActive(_ day: String = "2015-03-01") throws {
    try toBureau()
    try step(ann, .active, day)
    try step(ben, .active, day)
  }

  private func amend(_ library: Library, _ day: String, _ change: (inout Partnership) -> Void) throws {
    let base = try stored()
    var edited = base
    change(&edited)
    try library.apply(
      AdvancePartnership(
        base, .amendment(base: base, edited: edited, day: Day(day)!, number: "8", reason: "")))
  }

  func edit(_ library: Library, _ change: (inout Partnership) -> Void) throws {
    var edited = try stored()
    change(&edited)
    try library.apply(EditRecord(base: try stored(), edited: edited))
  }

  @Test func `Who gives a word hears whether two hold, not whether another one was given`() throws {
    try toBureau()
    func isApproved(by library: Library) throws -> [Bool] {
      let word = AdvancePartnership(
        try stored(), .step(.active, day: Day("2015-03-01")!, number: "5", reason: ""))
      return try library.apply(word).consequences.compactMap {
        if case .wordGiven(_, let isApproved) = $0 { isApproved } else { nil }
      }
    }
    #expect(try isApproved(by: ann) == [false])
    try edit(ann) { $0.deliverables = "Something else" }
    #expect(try isApproved(by: ben) == [false] && stored().state == .bureau)
    #expect(try isApproved(by: ann) == [true] && stored().state == .active)
  }

  // MARK: What there was before

  @Test func `Every store has the partnerships that the decision names from its first start`() throws {
    let adopted = Decision.adopted.partnerships
    let stored = try ann.read(AllRecords<Partnership>())
    #expect(Set(stored.map(\.id)) == Set(adopted.map(\.id)))
    #expect(stored.allSatisfy { $0.state == $0.adopted?.state && $0.contradictions.isEmpty })
    #expect(throws: Refusal.nothingToUndo) { try ann.undo() }
    for one in stored {
      #expect(throws: Refusal.invalid(field: "partnership_steps", .partnership(.kept))) {
        try ann.apply(RemoveRecord(one))
      }
    }
    let only = try Library.open(folder.store, who: "eve", isReadOnly: true)
    #expect(try only.read(AllRecords<Partnership>()) == stored)
  }

  @Test func `An older store gets them when it is brought up to date, once`() throws {
    let old = try TemporaryFolder()
    let pool = try DatabasePool(path: old.store)
    try Schema.migrator.migrate(pool, upTo: "5 proposals of the network")
    try pool.close()
    #expect(throws: StoreProblem.older(old.store)) {
      try Library.open(old.store, who: "eve", isReadOnly: true)
    }
    let library = try Library.open(old.store, who: "ann")
    #expect(try library.read(AllRecords<Partnership>()).count == Decision.adopted.partnerships.count)
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
    let entries = try library.withReader { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM journal") }
    _ = try Library.open(old.store, who: "ben")
    #expect(
      try library.withReader { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM journal") } == entries)
    #expect(try library.check().isEmpty)
  }

  // MARK: Steps

  @Test func `The second of two approvers is another person, at their own screen`() throws {
    try toBureau()
    try step(ann, .active, "2015-02-10")
    #expect(try stored().state == .bureau)
    #expect(throws: Refusal.invalid(field: "approvals", .partnership(.secondPerson("ann")))) {
      try step(ann, .active, "2015-02-11")
    }
    try step(ben, .active, "2015-02-11")
    #expect(try stored().state == .active)
    #expect(try stored().approvals.map(\.who) == ["ann", "ben"])
    // The first word is a part of what the second made of it.
    #expect(throws: Refusal.changedSince(title: "Data for the regions", by: "ben")) { try ann.undo() }
    try ben.undo()
    #expect(try stored().state == .bureau)
    try ben.redo()
    #expect(try stored().state == .active)
  }

  @Test
  func `A word of approval is for what the record said, and a change since makes the next one the first`()
    throws
  {
    try toBureau()
    try step(ann, .active, "2015-03-01")
    try edit(ann) { $0.deliverables = "Something else" }
    try step(ben, .active, "2015-03-02")
    #expect(try stored().state == .bureau)
    #expect(PartnershipMachine(try stored()).approvals.map(\.who) == ["ben"])
    try step(ann, .active, "2015-03-03")
    #expect(try stored().state == .active)
  }

  @Test func `What the decision calls a partnership nobody calls otherwise`() throws {
    let adopted = Decision.adopted.partnerships[0]
    for change in [{ $0.name = "Another" }, { $0.type = .technical }] as [(inout Partnership) -> Void] {
      var edited = try stored(adopted.id)
      change(&edited)
      #expect(throws: Refusal.self) {
        try ann.apply(EditRecord(base: try stored(adopted.id), edited: edited))
      }
    }
  }

  @Test func `Who is erased goes out of a partnership in force, and its history stays`() throws {
    var partner = Stakeholder(id: "s")
    partner.name = "A data centre"
    try ann.apply(AddRecord(partner))
    var whole = Self.whole()
    whole.partner = "s"
    try ann.apply(AddRecord(whole))
    for state in [PartnershipState.alternatives, .proposed, .bureau] { try step(ann, state, "2015-02-01") }
    try step(ann, .active, "2015-03-01")
    try step(ben, .active, "2015-03-01")
    _ = try ann.erase("s", why: "asked for")
    #expect(try stored().partner.isEmpty && stored().state == .active && stored().steps.count == 5)
  }

  @Test func `A rehearsal says what the store would refuse, and writes nothing`() throws {
    try toBureau()
    var edited = try stored()
    edited.steps = []
    let change = ImportRecords(new: [], changed: [(before: try stored(), after: edited)])
    #expect(throws: Refusal.self) { try ann.rehearse(change) }
    edited = try stored()
    edited.note = "fine"
    _ = try ann.rehearse(ImportRecords(new: [], changed: [(before: try stored(), after: edited)]))
    #expect(try stored().note.isEmpty)
  }

  @Test func `Who saw an earlier step is told, and takes none`() throws {
    try toBureau()
    let seen = try stored()
    try step(ann, .refused, "2015-02-10")
    #expect(throws: Refusal.changedMeanwhile(title: seen.title, by: "ann")) {
      try ben.apply(
        AdvancePartnership(seen, .step(.active, day: Day("2015-02-11")!, number: "5", reason: "")))
    }
  }

  // MARK: Other ways

  @Test func `No form and no file writes steps, approvals or what lies behind them`() throws {
    try toBureau()
    let active = PartnershipStep(.active, on: Day("2015-03-01")!, number: "5", by: "eve")
    #expect(throws: Refusal.self) { try edit(ann) { $0.steps.append(active) } }
    #expect(throws: Refusal.invalid(field: "partnership_steps", .partnership(.byHand))) {
      try edit(ann) { $0.steps.removeLast() }
    }
    #expect(throws: Refusal.invalid(field: "approvals", .partnership(.byHand))) {
      try edit(ann) {
        $0.approvals = [
          PartnershipApproval(by: "eve", on: active.day, number: "5", reason: "", after: $0.steps.count)
        ]
      }
    }
    let (before, count) = (try stored(), try stored().steps.count)
    var shorter = before
    shorter.steps.removeLast()
    #expect(throws: Refusal.self) { try ann.apply(ImportRecords(new: [], changed: [(before, shorter)])) }
    #expect(throws: Refusal.invalid(field: "partnership_steps", .partnership(.kept))) {
      try ann.apply(RemoveRecord(before))
    }
    #expect(try stored().steps.count == count)
  }

  @Test func `A file brings a history whole, or nothing of it`() throws {
    var forged = Self.whole("q", .agreement)
    forged.steps += [.alternatives, .proposed, .bureau].map {
      PartnershipStep($0, on: Day("2015-02-01")!, by: "ann")
    }
    try ann.apply(ImportRecords(new: [forged]))
    #expect(try stored("q").state == .bureau)
    forged = Self.whole("r")
    forged.steps.append(PartnershipStep(.active, on: Day("2015-02-01")!, number: "5", by: "ann"))
    #expect(
      throws: Refusal.invalid(field: "partnership_steps", .partnership(.notNext(.idea, to: .active)))
    ) { try ann.apply(ImportRecords(new: [forged])) }
  }

  @Test func `What is in force cannot lose what it rests on, nor by somebody else's undo`() throws {
    try ann.apply(AddRecord(Self.whole()))
    try edit(ben) { $0.issues[4] = SettledIssue(.property, .open) }
    try edit(ben) { $0.issues[4] = SettledIssue(.property, .settled, reason: "shared") }
    for state in [PartnershipState.alternatives, .proposed, .bureau] { try step(ann, state, "2015-02-01") }
    try step(ann, .active, "2015-02-10")
    let other = try Library.open(folder.store, who: "cid")
    try step(other, .active, "2015-02-10")
    #expect(throws: Refusal.invalid(field: "agreement_issues", .partnership(.issues([.property])))) {
      try ben.undo()
    }
    #expect(throws: Refusal.invalid(field: "next_review", .partnership(.reviewDay))) {
      try edit(ben) { $0.nextReview = nil }
    }
    #expect(throws: Refusal.self) { try edit(ben) { $0.type = .unSystem } }
    #expect(try stored().contradictions.isEmpty)
  }

  // MARK: What was agreed

  @Test func `What was agreed changes with the step "amended", in one change and one undo`() throws {
    try toActive()
    let agreed = Refusal.invalid(field: "deliverables", .partnership(.agreed("deliverables")))
    #expect(throws: agreed) { try edit(ann) { $0.deliverables = "Less" } }
    var file = try stored()
    file.deliverables = "Less"
    #expect(throws: agreed) {
      try ann.apply(ImportRecords(new: [], changed: [(before: try stored(), after: file)]))
    }
    #expect(throws: agreed) { try ann.apply(ChangeRecords("edit", [(before: try stored(), after: file)])) }
    try edit(ann) { ($0.note, $0.owner, $0.nextReview) = ("fine", "ben", Day("2016-07-01")) }
    try amend(ann, "2015-04-01") { $0.deliverables = "Less" }
    #expect(try stored().state == .amended && stored().deliverables == "Less")
    #expect(throws: agreed) { try edit(ben) { $0.deliverables = "More" } }
    try ann.undo()
    #expect(try stored().state == .active && stored().deliverables.isEmpty)
    try ann.redo()
    #expect(try stored().state == .amended && stored().deliverables == "Less")
  }

  @Test func `No undo and no redo of an earlier edit changes what was agreed since`() throws {
    try ann.apply(AddRecord(Self.whole()))
    try edit(ben) { $0.deliverables = "Much" }
    for state in [PartnershipState.alternatives, .proposed, .bureau] { try step(ann, state, "2015-02-01") }
    let cid = try Library.open(folder.store, who: "cid")
    try step(ann, .active, "2015-02-10")
    try step(cid, .active, "2015-02-10")
    #expect(throws: Refusal.invalid(field: "deliverables", .partnership(.agreed("deliverables")))) {
      try ben.undo()
    }
    try cid.undo()
    try ben.undo()
    try step(cid, .active, "2015-02-11")
    #expect(try stored().state == .bureau)
    try step(ann, .active, "2015-02-11")
    #expect(throws: Refusal.invalid(field: "deliverables", .partnership(.agreed("deliverables")))) {
      try ben.redo()
    }
  }

  @Test func `An amendment joins what others wrote beside it, and nobody's word is written over`() throws {
    try toActive()
    let seen = try stored()
    func amendment(_ change: (inout Partnership) -> Void) -> AdvancePartnership {
      var edited = seen
      change(&edited)
      return AdvancePartnership(
        seen, .amendment(base: seen, edited: edited, day: Day("2015-04-01")!, number: "8", reason: ""))
    }
    try edit(ben) { $0.note = "Theirs" }
    #expect(throws: Refusal.changedMeanwhile(title: seen.title, by: "ben")) {
      try ann.apply(amendment { $0.note = "Mine" })
    }
    try ann.apply(amendment { $0.deliverables = "Less" })
    #expect(try stored().note == "Theirs" && stored().deliverables == "Less")
  }

  @Test func `Two records of a partner become one while it is in force, and two again`() throws {
    for (id, name) in [("s1", "A data centre"), ("s2", "The data centre")] {
      var partner = Stakeholder(id: id)
      partner.name = name
      try ann.apply(AddRecord(partner))
    }
    var whole = Self.whole()
    whole.partner = "s2"
    try ann.apply(AddRecord(whole))
    for state in [PartnershipState.alternatives, .proposed, .bureau] { try step(ann, state, "2015-02-01") }
    try step(ann, .active, "2015-03-01")
    try step(ben, .active, "2015-03-01")
    func person(_ id: RecordID) throws -> Stakeholder {
      try #require(try ann.read(RecordByID<Stakeholder>(id)))
    }
    try ann.apply(MergeStakeholders(StakeholderMerge(try person("s1"), try person("s2"))))
    #expect(try stored().partner == "s1")
    try ann.undo()
    #expect(try stored().partner == "s2")
    try ann.redo()
    #expect(try stored().partner == "s1")
    #expect(throws: Refusal.invalid(field: "partner", .partnership(.agreed("partner")))) {
      try edit(ann) { $0.partner = "Somebody else" }
    }
  }

  @Test func `A type of another route makes the other route void, says so, and comes back with it`() throws {
    var one = Self.whole()
    (one.ownRoute, one.routeReason) = (.consult, "It reaches far")
    try ann.apply(AddRecord(one))
    var edited = try stored()
    edited.type = .unSystem
    let written = try ann.apply(EditRecord(base: try stored(), edited: edited))
    guard case .routeVoid? = written.consequences.first else { return #expect(Bool(false), "unsaid") }
    #expect(try stored().ownRoute == nil && stored().routeReason.isEmpty && stored().route == .plenary)
    try ann.undo()
    #expect(try stored().ownRoute == .consult && stored().type == .technical)
    edited = try stored()
    edited.note = "x"
    #expect(try ann.apply(EditRecord(base: try stored(), edited: edited)).consequences.isEmpty)
  }

  @Test func `A record that comes from elsewhere brings a history that keys could have made, or none`() throws
  {
    var forged = Self.whole("q", .agreement)
    let ahead = Day(number: ann.now / 86_400 + 9)
    forged.steps.append(PartnershipStep(.alternatives, on: ahead, by: "eve"))
    #expect(throws: Refusal.self) { try ann.apply(ImportRecords(new: [forged])) }
    #expect(throws: Refusal.self) { try ann.apply(AddRecord(forged)) }
    forged.steps.removeLast()
    forged.reviews = [PartnershipReview(.mep, on: Day("2015-02-01")!, finding: "fine")]
    #expect(throws: Refusal.invalid(field: "reviews", .partnership(.notNext(.idea, to: .reviewDue)))) {
      try ann.apply(ImportRecords(new: [forged]))
    }
    #expect(throws: Refusal.invalid(field: "reviews", .partnership(.byHand))) {
      try toActive()
      try edit(ann) { $0.reviews = forged.reviews }
    }
  }
}
