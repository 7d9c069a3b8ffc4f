import Model
import Store
import Testing

/// Two people with the same store open, each with their own `Library`.
@Suite struct TwoPeopleTests {
  private let folder: TemporaryFolder
  private let mei: Library
  private let tom: Library

  init() throws {
    folder = try TemporaryFolder()
    mei = try Library.open(folder.store, who: "mei", creating: true)
    tom = try Library.open(folder.store, who: "tom")
    try mei.add(.named("Ana") { $0.city = "Lima" })
    _ = try mei.poll()
    _ = try tom.poll()
  }

  @Test func `Each sees what the other writes`() throws {
    #expect(try !mei.poll())
    try tom.edit("Ana") { $0.city = "Quito" }
    #expect(try mei.poll())
    #expect(try !mei.poll())
    #expect(try mei.stakeholder("Ana")?.city == "Quito")
  }

  @Test func `Edits of different fields merge`() throws {
    let base = try #require(try mei.stakeholder("Ana"))
    try tom.edit("Ana") { $0.notes = "called" }
    var edited = base
    edited.city = "Quito"
    try mei.apply(EditStakeholder(base: base, edited: edited))
    let merged = try #require(try mei.stakeholder("Ana"))
    #expect((merged.city, merged.notes, merged.version) == ("Quito", "called", 3))
  }

  @Test func `Edits of the same field clash`() throws {
    let base = try #require(try mei.stakeholder("Ana"))
    try tom.edit("Ana") { $0.city = "Bogotá" }
    var edited = base
    edited.city = "Quito"
    let refusal = #expect(throws: Refusal.self) {
      try mei.apply(EditStakeholder(base: base, edited: edited))
    }
    guard case .clash(let clash) = refusal else { return #expect(Bool(false), "\(refusal as Any)") }
    #expect(clash.fields == ["city"])
    #expect((clash.base["city"], clash.theirs["city"], clash.mine["city"]) == ("Lima", "Bogotá", "Quito"))
    #expect((clash.who, clash.version) == ("tom", 2))
    #expect(try mei.stakeholder("Ana")?.city == "Bogotá")
  }

  @Test func `The same edit by both is no clash`() throws {
    let base = try #require(try mei.stakeholder("Ana"))
    try tom.edit("Ana") { $0.city = "Quito" }
    var edited = base
    edited.city = "Quito"
    try mei.apply(EditStakeholder(base: base, edited: edited))
    #expect(try mei.stakeholder("Ana")?.version == 2)
  }

  @Test func `An edit of a removed record says so`() throws {
    let base = try #require(try mei.stakeholder("Ana"))
    try tom.apply(RemoveRecord(base))
    #expect(throws: Refusal.gone(title: "Ana")) { try mei.apply(EditStakeholder(base: base, edited: base)) }
  }

  @Test func `Nobody undoes a change that another built on`() throws {
    try mei.edit("Ana") { $0.city = "Quito" }
    try tom.edit("Ana") { $0.city = "Bogotá" }
    #expect(throws: Refusal.changedSince(title: "Ana", by: "tom")) { try mei.undo() }
    try tom.undo()
    try mei.undo()
    #expect(try mei.stakeholder("Ana")?.city == "Lima")
  }

  @Test func `Undo leaves the others' fields alone`() throws {
    try mei.edit("Ana") { $0.city = "Quito" }
    try tom.edit("Ana") { $0.notes = "called" }
    try mei.undo()
    let ana = try #require(try mei.stakeholder("Ana"))
    #expect((ana.city, ana.notes) == ("Lima", "called"))
  }

  @Test func `An import is refused where somebody wrote since it was planned`() throws {
    let base = try #require(try mei.stakeholder("Ana"))
    var after = base
    after.city = "Quito"
    try tom.edit("Ana") { $0.notes = "called" }
    let refusal = #expect(throws: Refusal.self) {
      try mei.apply(ImportRecords(new: [Stakeholder.named("Ben")], changed: [(base, after)]))
    }
    guard case .clash(let clash) = refusal else { return #expect(Bool(false), "\(refusal as Any)") }
    #expect((clash.record, clash.who) == ("Ana", "tom"))
    #expect(try mei.stakeholder("Ben") == nil)
    #expect(throws: Refusal.self) { try mei.apply(ImportRecords(new: [Stakeholder.named("Ana")])) }
  }

  private func draft(_ typed: String) -> Draft {
    Draft(
      kind: .stakeholder, record: "Ana", basedOn: 1, base: ["name": "Ana"], typed: ["emails": typed])
  }

  @Test func `Two windows with the same form half-typed keep a draft each`() throws {
    let first = try mei.keep(draft("one"))
    let second = try mei.keep(draft("two"))
    #expect(Set(try mei.read(Drafts()).map(\.typed)) == [["emails": "one"], ["emails": "two"]])
    // The first window had taken up what the second typed on meanwhile.
    try mei.keep(draft("two, typed on"), after: second)
    try mei.drop(second)
    try mei.drop(first)
    #expect(try mei.read(Drafts()).map(\.typed) == [["emails": "two, typed on"]])
  }

  @Test func `Drafts are their writer's own`() throws {
    let first = try mei.keep(draft("half@"))
    try mei.keep(draft("half@typed"), after: first)
    let drafts = try mei.read(Drafts())
    #expect(drafts.map(\.typed) == [["emails": "half@typed"]])
    #expect(drafts.map(\.base) == [["name": "Ana"]])
    #expect(try tom.read(Drafts()).isEmpty)
    try mei.drop(try #require(drafts.first))
    #expect(try mei.read(Drafts()).isEmpty)
    try mei.prefer("theme", "dark")
    try mei.prefer("theme", "light")
    #expect(try mei.read(Preferences()) == ["theme": "light"])
    #expect(try tom.read(Preferences()).isEmpty)
  }
}
