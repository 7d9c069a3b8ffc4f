import Model
import Testing

@testable import Store

/// A history that a file gives is no history that people recorded here: it is legal, and marked.
@Suite struct PartnershipGivenTests {
  private let library: Library

  init() throws { library = try Library.inMemory(who: "eve") }

  private func stored(_ id: RecordID = "p") throws -> Partnership {
    try #require(try library.read(RecordByID<Partnership>(id)))
  }

  /// As a file says it: in force, as two people approved it.
  private func active(_ id: RecordID = "p") throws -> Partnership {
    var one = PartnershipStoreTests.whole(id)
    for state in [PartnershipState.alternatives, .proposed, .bureau, .active] {
      for who in ["ann", "ben"] where one.state != state {
        one = try PartnershipMachine(one).taking(state, on: Day("2015-02-01")!, number: "5", by: who)
      }
    }
    return one
  }

  @Test func `What a file gives of a history is marked with who brought it, when, and how much`() throws {
    try library.apply(ImportRecords(new: [try active()]))
    let mark = GivenHistory(by: "eve", on: Day(number: library.now / 86_400), steps: 5)
    #expect(try stored().given == [mark])
    // What is recorded here comes after it, and nobody takes the mark away.
    try library.apply(
      AdvancePartnership(try stored(), .step(.ended, day: Day("2015-09-01")!, number: "9", reason: "")))
    #expect(try stored().given == [mark] && stored().steps.count == 6)
    var edited = try stored()
    edited.given = []
    #expect(throws: Refusal.invalid(field: "source", .partnership(.byHand))) {
      try library.apply(EditRecord(base: try stored(), edited: edited))
    }
    #expect(throws: Refusal.invalid(field: "source", .partnership(.byHand))) {
      try library.apply(ImportRecords(new: [], changed: [(before: try stored(), after: edited)]))
    }
  }

  @Test
  func `An idea and what the store begins with bear no mark; an import that is undone comes back with it`()
    throws
  {
    try library.apply(AddRecord(PartnershipStoreTests.whole()))
    #expect(try stored().given.isEmpty)
    try library.begin(with: ImportRecords(new: [try active("q")]))
    #expect(try stored("q").given.isEmpty)
    try library.apply(ImportRecords(new: [try active("r")]))
    let mark = try stored("r").given
    try library.undo()
    try library.redo()
    #expect(try stored("r").given == mark && mark.count == 1)
  }

  @Test func `A mark of an earlier store stays, and what came since is marked anew`() throws {
    var one = try active()
    one.given = [GivenHistory(by: "ann", on: Day("2015-03-01")!, steps: 5)]
    try library.apply(ImportRecords(new: [one]))
    #expect(try stored().given.map(\.who) == ["ann"])
    var longer = try active("q")
    longer.given = [GivenHistory(by: "ann", on: Day("2015-03-01")!, steps: 3)]
    try library.apply(ImportRecords(new: [longer]))
    #expect(try stored("q").given.map(\.who) == ["ann", "eve"] && stored("q").given.map(\.steps) == [3, 5])
  }

  @Test func `No file makes one that was in force while an issue was open, be it over by now`() throws {
    var over = try PartnershipMachine(try active()).taking(
      .ended, on: Day("2015-09-01")!, number: "9", by: "ann")
    over.issues[4] = SettledIssue(.property, .open)
    #expect(throws: Refusal.invalid(field: "agreement_issues", .partnership(.issues([.property])))) {
      try library.apply(ImportRecords(new: [over]))
    }
  }

  // MARK: Amendments

  private func amend(_ number: String, _ change: (inout Partnership) -> Void) throws {
    let base = try stored()
    var edited = base
    change(&edited)
    try library.apply(
      AdvancePartnership(
        base, .amendment(base: base, edited: edited, day: Day("2015-08-01")!, number: number, reason: "")))
  }

  @Test func `An amendment agrees on something else, by a decision that is no other amendment's`() throws {
    try library.apply(ImportRecords(new: [try active()]))
    #expect(throws: Refusal.invalid(field: "deliverables", .missing)) { try amend("8") { $0.note = "x" } }
    try amend("8") { $0.deliverables = "Less" }
    #expect(throws: Refusal.invalid(field: "partnership_steps", .partnership(.decision))) {
      try amend("8") { $0.deliverables = "Least" }
    }
    try amend("9") { $0.deliverables = "Least" }
    #expect(try stored().steps.suffix(2).map(\.number) == ["8", "9"])
  }

  /// In force, as the Bureau asked the Plenary first.
  private func consulted() throws -> Partnership {
    var one = PartnershipStoreTests.whole()
    (one.ownRoute, one.routeReason) = (.consult, "It reaches far")
    for state in [PartnershipState.alternatives, .proposed, .bureau, .plenary, .bureau, .active] {
      for who in ["ann", "ben"] where one.state != state {
        one = try PartnershipMachine(one).taking(
          state, on: Day("2015-02-01")!, number: "5 (\(one.steps.count))", by: who)
      }
    }
    return one
  }

  @Test func `Where the Bureau asks the Plenary first, an amendment has the decision of each`() throws {
    let one = try consulted()
    func amending(_ number: String) throws -> Partnership {
      try PartnershipMachine(one).taking(.amended, on: Day("2015-08-01")!, number: number, by: "ann")
    }
    #expect(throws: FieldProblem.partnership(.decision)) { _ = try amending("8") }
    #expect(try amending("IPBES-4/2; 8").state == .amended)
    try library.apply(ImportRecords(new: [one]))
    try amend("IPBES-4/2; 8") { $0.deliverables = "Less" }
    #expect(try stored().state == .amended && stored().route == .consult)
  }

  @Test func `No file gives two amendments one decision, nor one of two bodies a single number`() throws {
    func refused(_ one: Partnership) {
      #expect(throws: Refusal.invalid(field: "partnership_steps", .partnership(.decision))) {
        try library.apply(ImportRecords(new: [one]))
      }
    }
    func amended(_ one: Partnership, _ numbers: String...) -> Partnership {
      var one = one
      one.steps += numbers.map { PartnershipStep(.amended, on: Day("2015-05-01")!, number: $0, by: "ann") }
      return one
    }
    refused(amended(try active(), "6", "6"))
    refused(amended(try consulted(), "8"))
    // By which route an earlier amendment went nobody can tell any more.
    try library.apply(ImportRecords(new: [amended(try active("q"), "6", "7")]))
    #expect(try stored("q").steps.suffix(2).map(\.number) == ["6", "7"])
  }

  @Test func `A rehearsal says what would come of it, and writes nothing`() throws {
    var one = PartnershipStoreTests.whole()
    (one.ownRoute, one.routeReason) = (.consult, "It reaches far")
    try library.apply(AddRecord(one))
    var edited = try stored()
    edited.type = .unSystem
    let said = try library.rehearse(EditRecord(base: try stored(), edited: edited))
    guard case .routeVoid? = said.first else { return #expect(Bool(false), "unsaid") }
    #expect(try stored().type == .technical && stored().ownRoute == .consult)
  }
}
