import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// What two people may do with a partnership by chance, files, undo and redo included.
extension PartnershipStoreTests {
  private func act(_ random: inout SeededGenerator, _ day: inout Day) throws {
    let library = Bool.random(using: &random) ? ann : ben
    let one = try stored()
    switch Int.random(in: 0..<16, using: &random) {
    case 0: try library.undo()
    case 1: try library.redo()
    case 2: try edit(library) { $0.issues = Bool.random(using: &random) ? [] : Self.whole().issues }
    case 3: try edit(library) { $0.type = PartnershipType.allCases.randomElement(using: &random) }
    case 4: try edit(library) { $0.steps = Array($0.steps.dropLast()) }
    case 5: try bring(one, by: library, &random)
    case 6 where one.steps.count > 1: try library.apply(RemoveRecord(one))
    case 7: try edit(library) { $0.deliverables = ["", "Much", "Less"].randomElement(using: &random)! }
    case 8: try edit(library) { $0.safeguards = Bool.random(using: &random) ? [] : Self.whole().safeguards }
    case 9:
      try edit(library) {
        $0.ownRoute = PartnershipRoute.allCases.randomElement(using: &random)
        $0.routeReason = "a reason"
      }
    case 10: try edit(library) { $0.reviews.append(PartnershipReview(.mep, on: day, finding: "never")) }
    case 11, 12:
      var other = one
      other.deliverables = ["Much", "Less"].randomElement(using: &random)!
      let step = AdvancePartnership.Move.amendment(
        base: one, edited: other, day: day, number: "8", reason: "")
      try library.apply(AdvancePartnership(one, step))
    case 13:
      let review = PartnershipReview(.bureau, on: day, finding: "fine")
      try library.apply(AdvancePartnership(one, .review(review, next: day + 400)))
    default:
      day = day + Int.random(in: 0...3, using: &random)
      let state = PartnershipMachine(one).options.map(\.state).randomElement(using: &random) ?? .active
      try library.apply(
        AdvancePartnership(one, .step(state, day: day, number: "5", reason: "")))
    }
  }

  /// What a file may try: fields of the record that is there, or one that is new with a history of its own.
  private func bring(_ one: Partnership, by library: Library, _ random: inout SeededGenerator) throws {
    var other = one
    switch Int.random(in: 0..<4, using: &random) {
    case 0: other.alternatives = Bool.random(using: &random) ? [] : Self.whole().alternatives
    case 1: other.deliverables = "from a file"
    case 2: other.approvals = []
    default:
      // As much of this one's history as it likes, with or without what it rests on.
      var new = Partnership(id: NewID.make(), version: 0, values: one.values)
      new.steps = Array(one.steps.shuffled(using: &random).prefix(Int.random(in: 0...9, using: &random)))
      if Bool.random(using: &random) { new.steps = one.steps }
      if Bool.random(using: &random) { new.approvals = Array(one.approvals.dropLast()) }
      try library.apply(ImportRecords(new: [new]))
      return
    }
    try library.apply(ImportRecords(new: [], changed: [(one, other)]))
  }

  /// The record as the entries of the journal make it, from the first to the last.
  private func replayed(_ id: RecordID) throws -> [String: String]? {
    try ann.withReader { reader in
      let rows = try Row.fetchAll(
        reader.db, sql: "SELECT * FROM journal_row WHERE kind = 'partnership' AND record = ? ORDER BY rowid",
        arguments: [id])
      var values: [String: String]?
      for row in rows.map(JournalRow.init) {
        guard let after = row.after else {
          values = nil
          continue
        }
        values = (values ?? [:]).merging(after) { $1 }.filter { !$0.value.isEmpty }
      }
      return values
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `Whatever two people do, the store holds a legal state and the journal leads to it`(_ seed: UInt64)
    throws
  {
    var random = SeededGenerator(seed: seed)
    var day = Day("2015-01-10")!
    try ann.begin(with: AddRecord(Self.whole("p", PartnershipType.allCases.randomElement(using: &random)!)))
    var refused = 0
    for _ in 0..<60 {
      let before = try stored()
      do { try act(&random, &day) } catch {
        refused += 1
        #expect(error is Refusal, "\(error)")
        #expect(try stored() == before)
      }
      let after = try stored()
      #expect(after.contradictions.isEmpty, "seed \(seed)")
      expectKept(after, over: before, seed)
      for one in try ann.read(AllRecords<Partnership>()) where one.adopted == nil && one.id != "p" {
        #expect(one.historyProblems(asOf: day).isEmpty, "seed \(seed): \(one.values)")
      }
      #expect(try replayed("p") == after.values, "seed \(seed)")
    }
    #expect(refused > 0)
    try expectUndoReturns()
  }

  /// What was agreed stands unless it was amended; history grows, or what was done last is taken back; what is in force has
  /// all its answers.
  private func expectKept(_ after: Partnership, over before: Partnership, _ seed: UInt64) {
    #expect(after.unamended(over: before) == nil, "seed \(seed)")
    let (shorter, longer) =
      after.steps.count < before.steps.count ? (after.steps, before.steps) : (before.steps, after.steps)
    #expect(longer.starts(with: shorter), "seed \(seed)")
    #expect(after.historyProblems(asOf: .last).isEmpty, "seed \(seed): \(after.values)")
    #expect(!after.isOwnRoute || !after.routeReason.isEmpty, "seed \(seed)")
  }

  /// Undo of all that each still may, and redo of all of it, comes back to the same.
  private func expectUndoReturns() throws {
    for library in [ann, ben] {
      let before = try stored()
      var count = 0
      while (try? library.undo()) != nil {
        count += 1
        #expect(try stored().contradictions.isEmpty)
      }
      for _ in 0..<count { try library.redo() }
      #expect(try stored().values == before.values)
    }
  }
}
