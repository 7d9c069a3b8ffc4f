import Model
import Store
import Testing

/// Two records become one, and two again.
@Suite struct MergeTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("H. Lefèvre", id: "a") {
        $0.emails = ["h@x.example"]
        $0.country = "FR"
        $0.joined = Day("2015-03-01")
        $0.consents = [Consent(use: .register, answer: .yes, day: Day("2015-05-01"))]
        $0.notes = "met in Bonn"
      },
      .named("Hélène Lefèvre", id: "b") {
        $0.emails = ["H@x.example", "helene@y.example"]
        $0.phones = ["+33 1 2345678"]
        $0.joined = Day("2014-02-01")
        $0.consents = [Consent(use: .register, answer: .no, day: Day("2014-05-01"))]
        $0.isDoNotContact = true
        $0.notes = "reviewer"
      },
      .named("Ana", id: "c") { $0.affiliations = [Affiliation(organization: "Lefèvre Lab", record: "b")] })
    var contact = Engagement(id: "e1")
    (contact.stakeholder, contact.subject) = ("b", "asked for data")
    try library.apply(AddRecord(contact))
  }

  private func merge() throws -> StakeholderMerge {
    StakeholderMerge(try #require(try library.stakeholder("a")), try #require(try library.stakeholder("b")))
  }

  @Test func `Several values are kept and the stricter answer holds`() throws {
    let result = try merge().result
    #expect(result.id == "a" && result.name == "Hélène Lefèvre")
    #expect(result.aliases == ["H. Lefèvre"])
    #expect(result.emails == ["h@x.example", "helene@y.example"])
    #expect(result.phones == ["+33 1 2345678"] && result.country == "FR")
    #expect(result.joined == Day("2014-02-01"))
    #expect(result.notes == "met in Bonn; reviewer")
    #expect(result.isDoNotContact && !result.allows(.register) && !result.allows(.mailing))
  }

  @Test func `What is chosen is kept`() throws {
    var merge = try merge()
    let name = try #require(Stakeholder.field("name"))
    let emails = try #require(Stakeholder.field("emails"))
    merge.choose(.first, of: name)
    merge.choose(.second, of: emails)
    merge.choose(.first, of: try #require(Stakeholder.field("do_not_contact")))
    #expect(merge.result.name == "H. Lefèvre" && merge.result.aliases == ["Hélène Lefèvre"])
    #expect(merge.result.emails == ["H@x.example", "helene@y.example"])
    #expect(merge.result.isDoNotContact)
  }

  @Test func `What pointed to the one points to the other`() throws {
    try library.apply(TellApart(DistinctPair("b", "c")))
    try library.apply(MergeStakeholders(merge()))
    #expect(try library.stakeholder("b") == nil)
    #expect(try library.read(RecordByID<Engagement>("e1"))?.stakeholder == "a")
    #expect(try library.stakeholder("c")?.affiliations.first?.record == "a")
    #expect(try library.read(MergedInto(["b", "c"])) == ["b": "a"])
    let told = try library.read(AllRecords<ToldApart>())
    #expect(told.map { [$0.first, $0.second] } == [["a", "c"]])
    let entry = try #require(try library.read(RecentChanges(limit: 1)).first)
    #expect(entry.name == "merge" && entry.title == "Hélène Lefèvre")
  }

  @Test func `One undo brings both back exactly`() throws {
    let before = try ["a", "b", "c"].map { try #require(try library.stakeholder($0)).values }
    let tallies = try library.read(Tallies())
    try library.apply(MergeStakeholders(merge()))
    #expect(try library.read(Tallies()).total == 2)
    try library.undo()
    #expect(try ["a", "b", "c"].map { try #require(try library.stakeholder($0)).values } == before)
    #expect(try library.read(RecordByID<Engagement>("e1"))?.stakeholder == "b")
    #expect(try library.read(MergedInto(["b"])).isEmpty)
    #expect(try library.read(Tallies()) == tallies)
    #expect(try library.find("reviewer") == ["Hélène Lefèvre"])
    try library.redo()
    #expect(try library.stakeholder("b") == nil && library.find("reviewer") == ["Hélène Lefèvre"])
  }

  @Test func `Whoever was merged into the one is now in the other`() throws {
    try library.apply(MergeStakeholders(merge()))
    let (c, a) = (try #require(try library.stakeholder("c")), try #require(try library.stakeholder("a")))
    try library.apply(MergeStakeholders(StakeholderMerge(c, a)))
    #expect(try library.read(MergedInto(["a", "b"])) == ["a": "c", "b": "c"])
    #expect(try library.stakeholder("c")?.affiliations.first?.record == nil)
  }

  @Test func `A record changed meanwhile is not merged`() throws {
    let merge = try merge()
    try library.edit("b") { $0.city = "Lyon" }
    #expect(throws: Refusal.changedMeanwhile(title: "Hélène Lefèvre", by: "tester")) {
      try library.apply(MergeStakeholders(merge))
    }
    try library.apply(RemoveRecord(#require(try library.read(RecordByID<Engagement>("e1")))))
    try library.edit("c") { $0.affiliations = [] }
    try library.apply(RemoveRecord(#require(try library.stakeholder("b"))))
    #expect(throws: Refusal.gone(title: "Hélène Lefèvre")) {
      try library.apply(MergeStakeholders(merge))
    }
    #expect(try library.stakeholder("a")?.name == "H. Lefèvre")
  }
}
