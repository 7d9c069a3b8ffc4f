import Model
import Store
import Testing

/// Somebody new is compared with who is there, and added unasked only where nobody may be the same.
@Suite struct StakeholdersAlikeTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("Lefèvre, Hélène", id: "hel") { ($0.emails, $0.country) = (["h@x.example"], "FR") },
      .named("Kamau, John", id: "kam") { $0.country = "KE" },
      .named("王小明", id: "wan") { $0.country = "CN" },
      .named("Petrosyan, Nadir", id: "pet") { $0.country = "AM" },
      .named("Forest Research Institute", id: "fri") { ($0.type, $0.country) = (.institution, "GH") },
      .named("Otieno, Grace", id: "old") { $0.retired = Day("2015-01-01") })
  }

  private func alike(_ name: String, _ set: (inout Stakeholder) -> Void = { _ in }) throws -> [RecordID] {
    try library.read(StakeholdersAlike(.named(name, id: "new", set))).map(\.b.id)
  }

  @Test func `Spellings, initials and other scripts are found`() throws {
    #expect(try alike("Helene Lefevre") { $0.country = "FR" } == ["hel"])
    #expect(try alike("Lefèvr, Hélène") { $0.country = "FR" } == ["hel"])
    #expect(try alike("H. Lefèvre") { $0.emails = ["H@X.example"] } == ["hel"])
    #expect(try alike("John KAMAU") == ["kam"])
    #expect(try alike("王小明") { $0.country = "CN" } == ["wan"])
    #expect(try alike("Петросян Надир") { $0.country = "AM" } == ["pet"])
    #expect(
      try alike("Forest Research Institute (FRI)") { ($0.type, $0.country) = (.institution, "GH") } == ["fri"]
    )
  }

  @Test func `Others, those out of use and the record itself are not`() throws {
    #expect(try alike("Lefèvre, Martin") { $0.country = "FR" } == [])
    #expect(try alike("Kamau, Joyce") == [])
    // An office has one address for many.
    #expect(try alike("Somebody Else") { $0.emails = ["h@x.example"] } == [])
    #expect(try alike("Hélène Lefèvre") { $0.country = "KE" } == [])
    #expect(try alike("Otieno, Grace") == [])
    #expect(try alike("?!") == [])
    let stored = try #require(try library.read(RecordByID<Stakeholder>("hel")))
    #expect(try library.read(StakeholdersAlike(stored)).isEmpty)
  }

  @Test func `Nobody is added twice unasked, and who was told apart stays apart`() throws {
    let new = Stakeholder.named("Helene Lefevre", id: "new") { $0.country = "FR" }
    do {
      try library.apply(AddStakeholder(new, besides: nil))
      Issue.record("added")
    } catch Refusal.alike(let candidates) {
      #expect(candidates.map(\.b.id) == ["hel"])
      #expect(candidates.first?.a.title == "Helene Lefevre")
    }
    #expect(try library.read(RecordByID<Stakeholder>("new")) == nil)
    try library.apply(AddStakeholder(new, besides: ["hel", "gone"]))
    #expect(try library.duplicates().told == 1)
    #expect(try library.read(AllRecords<ToldApart>()).map(\.second) == ["new"])
    try library.undo()
    #expect(try library.read(RecordByID<Stakeholder>("new")) == nil)
    #expect(try library.read(AllRecords<ToldApart>()).isEmpty)
  }

  @Test func `What is missing is said before anything is compared`() throws {
    #expect(throws: Refusal.invalid(field: "name", .missing)) {
      try library.apply(AddStakeholder(Stakeholder(id: "new"), besides: nil))
    }
  }
}
