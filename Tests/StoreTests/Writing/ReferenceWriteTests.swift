import Model
import RandomRecords
import Testing

@testable import Store

/// No write leaves a reference to nothing behind, whatever the kind and whichever the field; and none is refused for one
/// that hung before.
@Suite struct ReferenceWriteTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    for kind in NamedRecords.kinds { try add(kind.type) }
  }

  private func add<R: Model.Record>(_: R.Type) throws {
    try library.apply(AddRecord(NamedRecords.record(R.self, id: NamedRecords.id(R.kind))))
  }

  /// A text that names nobody, in each form.
  private func nowhere(_ form: ReferenceForm) -> String {
    form.text(RecordReference(form.kinds[0], "nowhere"))
  }

  private func refuses<R: Model.Record>(_ naming: NamingField, _: R.Type) throws {
    let field = try #require(R.field(naming.name))
    var record = NamedRecords.record(R.self)
    try field.write(nowhere(naming.form), to: &record)
    guard !naming.form.mayBeWords else {
      try library.apply(AddRecord(record))
      // Words may stand there, but no id of a record that was never made.
      var mistyped = NamedRecords.record(R.self, id: "another")
      try field.write("k3mvqa7ynb", to: &mistyped)
      #expect(throws: Refusal.invalid(field: field.name, .unknownRecord("k3mvqa7ynb"))) {
        try library.apply(AddRecord(mistyped))
      }
      return
    }
    #expect(throws: Refusal.invalid(field: field.name, .unknownRecord(nowhere(naming.form)))) {
      try library.apply(AddRecord(record))
    }
    #expect(try library.read(RecordByID<R>(record.id)) == nil)
  }

  @Test(arguments: NamingField.all)
  func `A record that names nobody is refused, and the field is said`(_ naming: NamingField) throws {
    try refuses(naming, naming.kind.type)
  }

  private func keeps<R: Model.Record>(_ naming: NamingField, _: R.Type) throws {
    let record = NamedRecords.record(R.self)
    var tried = record
    let other = R.fields.first { field in
      field.entry == .line && field.name != naming.name
        && (try? field.write("Other words", to: &tried)) != nil
    }
    guard R.kind != .toldApart, let other else { return }
    try library.apply(AddRecord(record))
    let text = nowhere(naming.form)
    try library.database.write { db in
      try db.execute(
        sql: "UPDATE \"\(R.kind.rawValue)\" SET body = json_set(body, '$.\(naming.name)', ?) WHERE id = ?",
        arguments: [text, record.id])
    }
    let base = try #require(try library.read(RecordByID<R>(record.id)))
    #expect(base.references.contains { $0.to.id == "nowhere" })
    var edited = base
    try other.write("Other words", to: &edited)
    try library.apply(EditRecord(base: base, edited: edited))
    let stored = try #require(try library.read(RecordByID<R>(record.id)))
    #expect(other.read(stored) == "Other words" && stored.references.contains { $0.to.id == "nowhere" })
    #expect(
      try naming.form.mayBeWords
        || library.read(StrayReferences()).contains {
          $0.record == record.reference && $0.field == naming.name
        })
  }

  @Test(arguments: NamingField.all.filter { ![.material, .report, .merged].contains($0.kind) })
  func `What hung before keeps nobody from other fields, and the check of the store names it`(
    _ naming: NamingField
  ) throws { try keeps(naming, naming.kind.type) }

  @Test func `Parts of other records belong to something that is there`() throws {
    #expect(throws: Refusal.invalid(field: "product", .unknownRecord("nowhere"))) {
      try library.apply(AddRecord(Translation(product: "nowhere", language: "fr")))
    }
  }

  @Test func `Records of one change may name each other, in either order`() throws {
    try library.apply(
      ImportRecords(new: [
        Activity(id: "step", version: 0, values: ["name": "Step", "parent": "whole"]),
        Activity(id: "whole", version: 0, values: ["name": "Whole"]),
      ]))
    #expect(try library.read(RecordByID<Activity>("step"))?.parent == "whole")
  }

  // MARK: Merges and undo

  private func merge(_ second: RecordID, into first: RecordID) throws {
    let (first, second) = (try library.stakeholder(first), try library.stakeholder(second))
    try library.apply(MergeStakeholders(StakeholderMerge(try #require(first), try #require(second))))
  }

  @Test func `Who names a record that was merged meanwhile names the one that it became`() throws {
    try library.add(.named("Ann", id: "ann"), .named("Ann A.", id: "zz"))
    var concern = Concern(id: "c", version: 0, values: ["name": "Bees", "person": "zz"])
    try merge("zz", into: "ann")
    try library.apply(AddRecord(concern))
    concern = try #require(try library.read(RecordByID<Concern>("c")))
    #expect(concern.stakeholder == "ann")
    let event = Event(
      id: "e", version: 0, values: ["name": "E", "start": "2015-09-01", "participants": "zz; Herald"])
    let written = try library.apply(AddRecord(event))
    #expect(written.all(Event.self).map(\.participants) == [["ann", "Herald"]])
    #expect(try library.read(StrayReferences()).isEmpty)
  }

  @Test
  func `An undo of what was written before a merge names the survivor, and one of the merge the old record`()
    throws
  {
    try library.add(.named("Ann", id: "ann"), .named("Ann A.", id: "zz"))
    try library.apply(AddRecord(Concern(id: "c", version: 0, values: ["name": "Bees", "person": "zz"])))
    let base = try #require(try library.read(RecordByID<Concern>("c")))
    var edited = base
    edited.stakeholder = ""
    try library.apply(EditRecord(base: base, edited: edited))
    let mei = library
    try merge("zz", into: "ann")
    try mei.undo()
    #expect(try library.stakeholder("zz") != nil)
    try library.redo()
    try library.apply(AddRecord(Concern(id: "d", version: 0, values: ["name": "Other"])))
    try library.undo()
    try library.undo()
    try library.undo()
    #expect(try library.read(RecordByID<Concern>("c"))?.stakeholder == "zz")
    #expect(try library.read(StrayReferences()).isEmpty)
  }

  @Test func `A merge takes up what hangs in the record that goes`() throws {
    try library.add(.named("Forum", id: "ann"), .named("Forum F.", id: "zz"))
    try library.database.write { db in
      try db.execute(
        sql:
          "UPDATE stakeholder SET body = json_set(body, '$.affiliations', 'House | | | | gone') WHERE id = 'zz'"
      )
    }
    try merge("zz", into: "ann")
    #expect(try library.stakeholder("ann")?.affiliations.map(\.record) == ["gone"])
  }

  @Test func `An erasure goes through whatever other names are in the records that it redacts`() throws {
    try library.add(.named("Willow", id: "w"))
    try library.apply(
      AddRecord(
        FocusGroup(
          id: "g", version: 0,
          values: ["name": "Of Willow", "participants": "w; \(NamedRecords.id(.stakeholder))"])))
    _ = try library.erase("w", why: "asked")
    let group = try #require(try library.read(RecordByID<FocusGroup>("g")))
    #expect(group.participants == [NamedRecords.id(.stakeholder)])
    #expect(!group.name.contains("Willow"))
  }

  @Test func `An import in bulk that names nobody is refused as a whole`() throws {
    let row = Stakeholder(
      id: "m", version: 0, values: ["name": "M", "affiliations": "House | | | | nowhere"])
    #expect(throws: Refusal.invalid(field: "affiliations", .unknownRecord("nowhere"))) {
      _ = try library.writeInBulk(
        why: "list.csv",
        produce: { feed in
          var batch = BulkBatch()
          batch.steps = [.add(BulkRow(row, isIDFree: false))]
          try feed.put(batch)
        }, keeps: { true }, progress: { _ in true })
    }
    #expect(try library.stakeholder("m") == nil)
  }

  // MARK: Looking for names

  private func found(_ text: String, _ form: ReferenceForm, _ language: String = "en") throws -> [RecordID] {
    try library.read(RecordSearch(form, text, language: language, count: 5)).map(\.reference.id)
  }

  @Test func `Some letters find a record of any kind, and its id alone does`() throws {
    for kind in NamedRecords.kinds {
      let id = NamedRecords.id(kind)
      #expect(try found("wil twel", .id(kind)).contains(id), "\(kind)")
      #expect(try found(id, .id(kind)).first == id, "\(kind)")
      #expect(try found("zebra", .id(kind)).isEmpty, "\(kind)")
    }
    let label = Decision.adopted.activities[0].label.zh
    #expect(try found(label, .id(.activity), "zh").contains(Decision.adopted.activities[0].id))
  }

  @Test func `A name that is written whole is found in either language, and all who have it`() throws {
    try library.add(.named("Grey Heron", id: "h1"), .named("grey héron", id: "h2"))
    let called = try library.read(RecordsCalled(.id(.stakeholder), ["Grey heron", "h1", "nobody"]))
    #expect(called["Grey heron"]?.map(\.reference.id).sorted() == ["h1", "h2"])
    #expect(called["h1"]?.map(\.title) == ["Grey Heron"])
    #expect(called["nobody"] == nil)
    let label = Decision.adopted.activities[0].label
    for text in [label.en, label.zh] {
      let called = try library.read(RecordsCalled(.id(.activity), [text]))[text] ?? []
      #expect(called.map(\.reference.id).contains(Decision.adopted.activities[0].id))
    }
  }

  @Test func `Among twenty thousand stakeholders a name is found by the index`() throws {
    let people = (0..<20_000).map { Stakeholder.named("Person \($0) Surname\($0 % 97)", id: "n\($0)") }
    try library.apply(ImportRecords(new: people))
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try found("person 19999", .id(.stakeholder)) == ["n19999"])
    #expect(clock.now - start < .milliseconds(200))
  }
}
