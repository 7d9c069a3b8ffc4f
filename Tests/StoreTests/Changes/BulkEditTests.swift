import Model
@testable import Store
import Testing

@Suite struct BulkEditTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("Ana") { $0.tags = ["forest"] }, .named("Ben") { $0.tags = ["forest", "river"] },
      .named("Eva") {
        $0.isDoNotContact = true
        $0.consents = [Consent(use: .register, answer: .no)]
      })
  }

  private func preview(_ field: String, _ action: BulkStep.Action) throws -> BulkPreview.Answer {
    try library.read(BulkPreview(["Ana", "Ben", "Eva", "nobody"], BulkStep(field: field, action: action)))
  }

  private func apply(_ field: String, _ action: BulkStep.Action) throws {
    try library.apply(BulkEdit(["Ana", "Ben", "Eva", "nobody"], BulkStep(field: field, action: action)))
  }

  private func tags() throws -> [[String]] {
    try ["Ana", "Ben", "Eva"].map { try #require(try library.stakeholder($0)).tags }
  }

  @Test func `One value more and one undo`() throws {
    let said = try preview("tags", .add("river"))
    #expect([said.changed, said.unaffected, said.gone] == [2, 1, 1])
    #expect(said.examples.first == .init(title: "Ana", before: "forest", after: "forest; river"))
    try apply("tags", .add("river"))
    #expect(try tags() == [["forest", "river"], ["forest", "river"], ["river"]])
    let entry = try #require(try library.read(RecentChanges(limit: 1)).first)
    #expect(entry.name == "bulk-add" && entry.count == 2)
    #expect(try library.find("river").count == 3)
    try library.undo()
    #expect(try tags() == [["forest"], ["forest", "river"], []])
    #expect(try library.find("river") == ["Ben"])
    try library.redo()
    #expect(try tags() == [["forest", "river"], ["forest", "river"], ["river"]])
  }

  @Test func `One value less whatever its case`() throws {
    #expect(try preview("tags", .remove("FOREST")).changed == 2)
    try apply("tags", .remove("FOREST"))
    #expect(try tags() == [[], ["river"], []])
  }

  @Test func `Values with signs of lists stay whole`() throws {
    try library.edit("Ana") { $0.tags = ["a; b", "c"] }
    try apply("tags", .remove("c"))
    #expect(try tags()[0] == ["a; b"])
    try apply("tags", .add(#"d\; e"#))
    #expect(try tags()[0] == ["a; b", "d; e"])
  }

  @Test func `Choices flags and counts`() throws {
    try apply("roles", .add("contributor"))
    #expect(try library.read(Tallies())[.roles] == ["contributor": 3])
    try apply("scale", .set("global"))
    try apply("scale", .set(""))
    #expect(try library.read(Tallies())[.scale] == [:])
    #expect(try preview("family_first", .set("yes")).changed == 3)
  }

  @Test func `A value that is not valid changes nobody`() throws {
    #expect(BulkStep(field: "emails", action: .add("no-address")).problem == .noAtSign("no-address"))
    let said = try preview("emails", .add("no-address"))
    #expect(said.changed == 0 && said.skippedCount == 3)
    #expect(said.skipped.first == .init(title: "Ana", problem: .noAtSign("no-address")))
    try apply("emails", .add("no-address"))
    #expect(try library.read(RecentChanges(limit: 1)).first?.name == "import")
  }

  @Test func `The preview counts refusals that would be forgotten`() throws {
    #expect(try preview("do_not_contact", .set("")).optOutsCleared == 1)
    #expect(try preview("consents", .set("")).optOutsCleared == 1)
    #expect(try preview("consents", .remove("register | no")).optOutsCleared == 1)
    #expect(try preview("consents", .add("register | yes | consent | | | 2015-01-01")).optOutsCleared == 1)
    #expect(try preview("tags", .set("x")).optOutsCleared == 0)
  }

  @Test func `All that match are marked`() throws {
    #expect(try library.read(MatchingStakeholders(.init(), limit: 10)) == ["Ana", "Ben", "Eva"])
    #expect(try library.read(MatchingStakeholders(.init(text: "river"), limit: 10)) == ["Ben"])
    #expect(try library.read(MatchingStakeholders(.init(), limit: 2)) == ["Ana", "Ben"])
  }
}
