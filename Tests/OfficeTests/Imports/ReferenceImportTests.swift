import Interchange
import Model
import RandomRecords
import Store
import Testing

@testable import Office

/// Files name records by the id or by a name that only one has, in every column of every kind that names others.
@Suite struct ReferenceImportTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    for kind in NamedRecords.kinds { try add(kind.type) }
  }

  private func add<R: Record>(_: R.Type) throws {
    try library.apply(AddRecord(NamedRecords.record(R.self, id: NamedRecords.id(R.kind))))
    guard R.whole == nil else { return }
    for number in [1, 2] {
      try library.apply(
        AddRecord(
          NamedRecords.record(R.self, id: NamedRecords.id(R.kind, number), called: NamedRecords.twice)))
    }
  }

  static let columns = NamingField.all.filter { $0.kind.type is any Exchangeable.Type && !$0.form.mayBeWords }

  /// A file of one new record, with a text in that column.
  private func file<R: Exchangeable>(_ naming: NamingField, _ text: String, _: R.Type) -> [UInt8] {
    let record = NamedRecords.record(R.self)
    let fields = R.fields.filter { $0.name == naming.name || !$0.read(record).isEmpty }
    var writer = CSVWriter(style: .exact)
    let ids = zip(R.idColumns, R.idCells(of: record.id)).filter { id in !fields.contains { $0.name == id.0 } }
    writer.append(ids.map(\.0) + fields.map(\.name))
    writer.append(ids.map(\.1) + fields.map { $0.name == naming.name ? text : $0.read(record) })
    return writer.drain()
  }

  private func check<R: Exchangeable>(_ naming: NamingField, _: R.Type) throws {
    let kind = naming.form.kinds[0]
    let tag = naming.form == .tagged ? "\(kind.rawValue):" : ""
    let id = naming.form.text(RecordReference(kind, NamedRecords.id(kind)))
    func plan(_ text: String) throws -> ImportPlan<R> {
      try library.plan(R.self, ImportFile(bytes: file(naming, text, R.self)))
    }
    // A plan and a launch have the same names here.
    let names = naming.form == .plan ? [] : [tag + NamedRecords.alone, tag + "twelve WILLOWS"]
    // Where the form writes the kind before the id, the id that only one record has is enough.
    let bare = naming.form == .tagged ? [NamedRecords.id(kind)] : []
    for text in [id] + bare + names {
      let plan = try plan(text)
      #expect(plan.rejected.isEmpty, "\(text)")
      let field = try #require(R.field(naming.name))
      #expect((plan.new + plan.changed.map(\.after)).map(field.read) == [id], "\(text)")
    }
    let several = try plan(tag + NamedRecords.twice)
    guard case .value(.ambiguousRecord(let name, let records))? = several.rejected.first?.problem else {
      Issue.record("\(several.rejected)")
      return
    }
    #expect(name == tag + NamedRecords.twice && records.count >= 2)
    #expect(records.contains { $0.contains(NamedRecords.id(kind, 1)) })
    let nobody = try plan(tag + "Nobody")
    #expect(nobody.rejected.map(\.problem) == [.value(.unknownRecord(tag + "Nobody"))])
    #expect(nobody.rejected.map(\.line) == [2] && nobody.rejected.map(\.column) == [naming.name])
    // What was planned is written, and leads somewhere.
    try library.apply(ImportRecords(try plan(id)))
    #expect(try library.read(StrayReferences()).isEmpty)
  }

  @Test(arguments: columns) func `An id or a name is taken, several of a name and none are refused`(
    _ naming: NamingField
  ) throws {
    let type = try #require(naming.kind.type as? any Exchangeable.Type)
    try check(naming, type)
  }

  @Test func `Rows of a file may name each other, whichever comes first`() throws {
    let file = """
      id,name,parent,depends_on
      b,Second,first,
      a,First,,b
      """
    let plan = try library.plan(Activity.self, ImportFile(bytes: Array(file.utf8)))
    #expect(plan.rejected.isEmpty)
    #expect(plan.new.map(\.parent) == ["a", ""] && plan.new.map(\.dependsOn) == [[], ["b"]])
  }

  @Test func `A row that is refused takes those along that name it`() throws {
    let file = """
      id,name,parent,start
      c,Third,b,
      b,Second,a,
      a,First,,tomorrow
      """
    let plan = try library.plan(Activity.self, ImportFile(bytes: Array(file.utf8)))
    #expect(plan.new.isEmpty)
    #expect(plan.rejected.map(\.line) == [2, 3, 4])
    #expect(plan.rejected.map(\.column) == ["parent", "parent", "start"])
  }

  @Test func `Stakeholders name organizations of the same file and of the store`() throws {
    let file = """
      id,name,kind,affiliations
      p,Pia Puy,individual,House | director | | | h
      q,Quy Puy,individual,House | director | | | House of bees
      r,Roy Puy,individual,Willows | | | | Twelve willows
      h,House of bees,organization,
      """
    let summary = try StakeholderImport(ImportFile(bytes: Array(file.utf8))).run(in: library)
    #expect(summary.findings.isEmpty)
    for (id, record) in [("p", "h"), ("q", "h"), ("r", NamedRecords.id(.stakeholder))] {
      let stored = try #require(try library.read(RecordByID<Stakeholder>(id)))
      #expect(stored.affiliations.map(\.record) == [record])
    }
    let refused = "id,name,affiliations\ns,Sam,House | | | | nowhere\n"
    let second = try StakeholderImport(ImportFile(bytes: Array(refused.utf8))).run(in: library)
    #expect(second.outcome == .refused && second.findings.map(\.line) == [2])
  }

  @Test func `JSON takes names too, in lists and in entries`() throws {
    let groups = #"[{"id": "g", "name": "G", "participants": ["Twelve willows"]}]"#
    let plan = try library.plan(FocusGroup.self, ImportFile(bytes: Array(groups.utf8)))
    #expect(plan.new.map(\.participants) == [[NamedRecords.id(.stakeholder)]])
    let told = #"[{"id": "o", "name": "O", "told": [{"stakeholder": "Twelve willows"}, {"number": "7"}]}]"#
    let opportunity = try library.plan(Opportunity.self, ImportFile(bytes: Array(told.utf8)))
    #expect(opportunity.rejected.isEmpty)
    #expect(opportunity.new.map { $0.told.map(\.stakeholder) } == [[NamedRecords.id(.stakeholder), ""]])
  }

  @Test func `Plans are named as files write them, and tables of the decision stay codes`() throws {
    let file = "id,name,plan\nx,X,table1\ny,Y,Twelve willows\n"
    let plan = try library.plan(Activity.self, ImportFile(bytes: Array(file.utf8)))
    // A launch and a plan of the office have the name.
    #expect(plan.new.map(\.planText) == ["table1"])
    #expect(plan.rejected.map(\.line) == [3])
    let rows = "id,name,activity\nz,Z,t2.5\n"
    #expect(
      try library.plan(BudgetLine.self, ImportFile(bytes: Array(rows.utf8))).new.map(\.activity) == ["t2.5"])
  }

  @Test func `A reference that hung before comes back from an export as it was`() throws {
    try library.apply(AddRecord(Concern(id: "c", version: 0, values: ["name": "C"])))
    var export = RecordExport<Concern>(.csv(.exact))
    var bytes = export.begin()
    var hanging = try #require(try library.read(RecordByID<Concern>("c")))
    hanging.stakeholder = "nobody"
    bytes += export.append([hanging]) + export.end()
    // The store holds the same, as an earlier program left it.
    let known = KnownRecords([hanging])
    let plan = try RecordImport<Concern>(known: known, lookup: library.referenceLookup).plan(bytes)
    #expect(plan.rejected.isEmpty && plan.unchanged == 1)
  }
}
