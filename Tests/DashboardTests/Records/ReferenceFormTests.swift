import Model
import RandomRecords
import Store
import Terminal
import Testing

@testable import Dashboard

/// Where a record names others, in every kind and field: by some letters of the name, shown by name, never by an id.
@Suite struct ReferenceFormTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    for kind in NamedRecords.kinds { try add(kind.type) }
  }

  private func add<R: Record>(_: R.Type) throws {
    try library.apply(AddRecord(NamedRecords.record(R.self, id: NamedRecords.id(R.kind))))
  }

  /// Those that a form asks for.
  private static let asked = NamingField.all.filter { !$0.kind.type.init(id: "new").hides($0.name) }

  private func desk<R: Record>(_: R.Type, at field: String, language: String = "en") throws -> Desk {
    let desk = try Desk("1", language: language, library: library)
    let record = NamedRecords.record(R.self)
    desk.session.shell.present(RecordForm(record, isNew: true, at: field))
    desk.rest()
    return desk
  }

  private func typed<R: Record>(_ desk: Desk, _: R.Type, _ field: String) throws -> String? {
    try #require(desk.session.shell.top as? RecordForm<R>).editor.pendingTyped[field]
  }

  private func picks<R: Record>(_ naming: NamingField, _: R.Type) throws {
    let kind = naming.form.kinds[0]
    let name = naming.form.text(RecordReference(kind, NamedRecords.id(kind)))
    for language in ["en", "zh"] {
      let desk = try desk(R.self, at: naming.name, language: language)
      desk.press("Backspace")
      desk.type("wil")
      #expect(desk.body.contains(NamedRecords.alone))
      #expect(desk.canvas.cells.contains { $0.ink == .selection })
      desk.press("Enter")
      let now = try typed(desk, R.self, naming.name)
      #expect(now == name || now == nil && R.field(naming.name)?.read(NamedRecords.record(R.self)) == name)
      #expect(desk.body.contains(NamedRecords.alone))
      #expect(!desk.body.contains(NamedRecords.id(kind)))
    }
  }

  @Test(arguments: asked) func `Letters find the record, Enter takes it, and its name stands there`(
    _ naming: NamingField
  ) throws {
    try picks(naming, naming.kind.type)
  }

  private func refuses<R: Record>(_ naming: NamingField, _: R.Type) throws {
    let desk = try desk(R.self, at: naming.name)
    desk.press("Backspace")
    desk.type("zzz")
    desk.press("Down")
    desk.press("Ctrl-S")
    #expect(desk.session.shell.top is RecordForm<R>)
    #expect(desk.body.contains("There is no record “zzz”"))
    #expect(try library.read(RecordByID<R>(NamedRecords.record(R.self).id)) == nil)
  }

  @Test(arguments: asked.filter { !$0.form.mayBeWords })
  func `Letters that mean nobody are refused, and stay to be mended`(_ naming: NamingField) throws {
    try refuses(naming, naming.kind.type)
  }

  @Test func `An id that is pasted is taken`() throws {
    let desk = try desk(Concern.self, at: "person")
    desk.session.paste(NamedRecords.id(.stakeholder))
    desk.session.settle(milliseconds: 0)
    desk.press("Ctrl-S")
    #expect(try library.read(AllRecords<Concern>()).map(\.stakeholder) == [NamedRecords.id(.stakeholder)])
  }

  @Test func `Of several of a name the one is taken that the cursor is on, told apart by who they are`()
    throws
  {
    for (id, country) in [("h1", "KE"), ("h2", "GH")] {
      try library.apply(
        AddRecord(Stakeholder(id: id, version: 0, values: ["name": NamedRecords.twice, "country": country])))
    }
    let desk = try desk(Concern.self, at: "person")
    desk.type("grey")
    #expect(desk.body.contains("GH") && desk.body.contains("KE"))
    let first = try #require(desk.lines.first { $0.contains("Grey heron") }).contains("KE") ? "h1" : "h2"
    desk.press("Down", "Enter", "Ctrl-S")
    #expect(try library.read(AllRecords<Concern>()).map(\.stakeholder) == [first == "h1" ? "h2" : "h1"])
  }

  @Test func `Several are named one after the other, and Backspace takes the last away`() throws {
    for (id, name) in [("a", "Ana Lima"), ("b", "Ben Quito")] {
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: ["name": name])))
    }
    let desk = try desk(FocusGroup.self, at: "participants")
    for letters in ["ana", "ben", "wil"] {
      desk.type(letters)
      desk.press("Enter")
    }
    #expect(desk.body.contains("Ana Lima; Ben Quito; Twelve willows;"))
    desk.press("Backspace")
    #expect(try typed(desk, FocusGroup.self, "participants") == "a; b")
    desk.press("Ctrl-S")
    #expect(try library.read(AllRecords<FocusGroup>()).map(\.participants) == [["a", "b"]])
    let history = try Desk("O", library: library)
    history.session.shell.present(
      HistoryPane<FocusGroup>(NamedRecords.record(FocusGroup.self).id, called: "G"))
    history.rest()
    #expect(!history.body.contains("a; b"))
  }

  @Test func `A field on a page is edited in place, and says who it is in the history`() throws {
    let concern = NamedRecords.record(Concern.self)
    try library.apply(AddRecord(concern))
    let base = try #require(try library.read(RecordByID<Concern>(concern.id)))
    var edited = base
    edited.stakeholder = NamedRecords.id(.stakeholder)
    try library.apply(EditRecord(base: base, edited: edited))
    let desk = try Desk("1", library: library)
    desk.session.shell.present(HistoryPane<Concern>(concern.id, called: "C"))
    desk.rest()
    #expect(desk.body.contains("→ \(NamedRecords.alone)"))
    #expect(!desk.body.contains(NamedRecords.id(.stakeholder)))
  }

  @Test func `What is gone says so, and what was renamed has its new name at once`() throws {
    let concern = NamedRecords.record(Concern.self)
    try library.apply(AddRecord(concern))
    try library.hang("person", of: concern.reference, on: "nobody")
    let desk = try Desk("1", library: library)
    desk.session.shell.present(RecordForm(try #require(try library.read(RecordByID<Concern>(concern.id)))))
    desk.rest()
    #expect(desk.body.contains("nobody (no such record)"))
    desk.press("Esc")
    let named = try Desk("1", library: library)
    var linked = concern
    (linked.stakeholder, linked.version) = (NamedRecords.id(.stakeholder), 1)
    named.session.shell.present(RecordForm(linked))
    named.rest()
    #expect(named.body.contains(NamedRecords.alone))
    let person = try #require(try library.read(RecordByID<Stakeholder>(NamedRecords.id(.stakeholder))))
    var renamed = person
    renamed.name = "Thirteen oaks"
    try library.apply(EditRecord(base: person, edited: renamed))
    named.rest()
    #expect(named.body.contains("Thirteen oaks"))
  }

  @Test func `A form that is open while its record is merged away saves the survivor`() throws {
    try library.apply(AddRecord(Stakeholder(id: "zz", version: 0, values: ["name": "Willow, T."])))
    let desk = try desk(Concern.self, at: "person")
    desk.type("willow, t.")
    desk.press("Enter")
    #expect(try typed(desk, Concern.self, "person") == "zz")
    let (first, second) = (NamedRecords.id(.stakeholder), "zz")
    let records: [RecordID: Stakeholder] = try library.read(RecordsByIDs([first, second]))
    try library.apply(MergeStakeholders(StakeholderMerge(records[first]!, records[second]!)))
    desk.press("Ctrl-S")
    #expect(try library.read(AllRecords<Concern>()).map(\.stakeholder) == [first])
    #expect(try library.read(StrayReferences()).isEmpty)
  }

  @Test func `A person of a team and a record in an entry are linked by letters`() throws {
    let launch = try #require(try library.read(RecordByID<Launch>(Launch.pollination)))
    let desk = try Desk("1", library: library)
    desk.session.shell.present(RecordForm(launch, at: "team"))
    desk.rest()
    try library.apply(
      AddRecord(Stakeholder(id: "p", version: 0, values: ["name": "Pia Puy", "kind": "individual"])))
    desk.press("Enter", "n")
    desk.type("pia")
    #expect(desk.body.contains("Pia Puy"))
    desk.press("Down", "Enter", "Ctrl-S", "Esc", "Ctrl-S")
    #expect(try library.read(RecordByID<Launch>(Launch.pollination))?.team.map(\.record) == ["p"])
  }
}
