import Model
import Testing

@testable import Store

/// What merges publish, and what a check finds of merges made before they kept back what nobody had allowed.
@Suite struct PastMergeTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("Chanda Mwale", id: "list") { $0.emails = ["private@home.example", "c@office.example"] },
      .named("Chanda Mwale", id: "self") {
        $0.emails = ["C@office.example"]
        $0.consents = [Consent(use: .register, answer: .yes, day: Day("2015-01-07"))]
        $0.registerFields = [.name, .emails]
      })
  }

  private func stored(_ id: RecordID) throws -> Stakeholder { try #require(try library.stakeholder(id)) }

  private func emails(_ id: RecordID) throws -> String? {
    guard case .listed(let entry) = PublicRegister.standing(of: try stored(id)) else { return nil }
    return entry[.emails]
  }

  /// As a merge was written before: with all that either had.
  private func mergeAsBefore() throws {
    var result = StakeholderMerge(try stored("list"), try stored("self")).result
    result.consentScopes = []
    try library.apply(OldMerge(result: result, first: try stored("list"), second: try stored("self")))
  }

  @Test func `One undo brings both back, with what each allowed`() throws {
    let before = try ["list", "self"].map { try stored($0).values }
    try library.apply(MergeStakeholders(StakeholderMerge(stored("list"), stored("self"))))
    #expect(try emails("list") == "c@office.example" && library.check().isEmpty)
    try library.undo()
    #expect(try ["list", "self"].map { try stored($0).values } == before)
    try library.redo()
    #expect(try emails("list") == "c@office.example")
  }

  @Test func `A merge of the past that published too much is found`() throws {
    try mergeAsBefore()
    #expect(try emails("list") == "private@home.example; c@office.example")
    guard case .published(let found) = try #require(try library.check().first) else { return }
    #expect(found.stakeholder == "list" && found.source == "list" && found.by == "tester")
    #expect(found.values.map(\.text) == ["private@home.example"])
    try library.undo()
    #expect(try library.check().isEmpty)
  }

  @Test func `What somebody has decided since is not found`() throws {
    try mergeAsBefore()
    try library.edit("list") { $0.registerFields = [.name] }
    #expect(try library.check().isEmpty)
    try library.undo()
    #expect(try library.check().count == 1)
    try library.edit("list") { $0.consentScopes = [ConsentScope(.register, "emails", "c@office.example")] }
    #expect(try library.check().isEmpty)
  }

  @Test func `It is found in the record into which it went`() throws {
    try mergeAsBefore()
    try library.add(
      .named("Mwale, Chanda", id: "third") {
        $0.consents = [Consent(use: .register, answer: .yes, day: Day("2015-02-01"))]
        $0.registerFields = [.name, .emails]
      })
    try library.apply(MergeStakeholders(StakeholderMerge(stored("third"), stored("list"))))
    let found = try library.check().compactMap { if case .published(let found) = $0 { found } else { nil } }
    #expect(found.map(\.stakeholder) == ["third"] && found.first?.source == "list")
    #expect(found.first?.values.map(\.text) == ["private@home.example"])
  }
}

/// A merge whose result is given.
private struct OldMerge: Change {
  var name: String { "merge" }
  let result: Stakeholder
  let first: Stakeholder
  let second: Stakeholder

  func perform(in transaction: Transaction) throws {
    try transaction.put(result)
    try transaction.remove(second)
    var pointer = MergedRecord(id: second.id)
    pointer.into = first.id
    try transaction.put(pointer)
  }
}
