import Model
import Testing

@testable import Interchange

/// Ids that other programs and lists give their rows are none of ours: nobody is overwritten by them.
@Suite struct ForeignIDTests {
  private func plan<R: Exchangeable>(_ text: String, over stored: [R] = []) throws -> ImportPlan<R> {
    var count = 0
    let importer = RecordImport(
      known: KnownRecords(stored),
      newID: {
        count += 1
        return "new\(count)"
      })
    return try importer.plan(Array(text.utf8))
  }

  /// By the road of lists of stakeholders: see `ImportJob`.
  private func mapped(_ text: String, over stored: [Stakeholder] = []) throws -> ImportPlan<Stakeholder> {
    let file = ImportFile(bytes: Array(text.utf8))
    var source: any ImportSource = try MappedRows(file, FileSurvey(file).mapping())
    var plan = ImportPlan<Stakeholder>()
    try RecordImport(known: KnownRecords(stored), newID: { "new" }).decide(&source) {
      plan.take($0, line: $1)
    }
    plan.remarks = source.remarks
    return plan
  }

  private func person(_ id: RecordID, _ name: String, _ emails: String...) -> Stakeholder {
    var person = Stakeholder(id: id)
    (person.version, person.name, person.emails) = (1, name, emails)
    return person
  }

  private var ana: Stakeholder { person("501", "Tanaka, Yuki", "yuki@example.jp") }

  @Test(arguments: ["ID", "Record ID", "Record Id", "record id", "标识", "Id"])
  func `A number of another list overwrites nobody`(_ heading: String) throws {
    let text = "\(heading),Name,Email\n501,\"Other, Otto\",otto@example.de\n"
    for plan in [try plan(text, over: [ana]), try mapped(text, over: [ana])] {
      #expect(plan.changed.isEmpty && plan.rejected.isEmpty)
      #expect(plan.new.map(\.name) == ["Other, Otto"] && plan.new.first?.id.hasPrefix("new") == true)
      #expect(plan.remarks.foreignID == heading)
    }
  }

  @Test func `Small letters alone make no id of ours`() throws {
    let plan = try mapped("id,first_name,last_name,email\n501,Otto,Other,otto@example.de\n", over: [ana])
    #expect(plan.changed.isEmpty && plan.new.map(\.name) == ["Other, Otto"])
    #expect(plan.remarks.foreignID == "id")
  }

  @Test func `A number of another list finds whom name or address confirm, and adds to them`() throws {
    var stored = ana
    stored.notes = "met in May"
    let text = "ID,Name,Email,Notes\n501,Yuki Tanaka,,Researcher\n501,Y. T.,yuki@example.jp,\n"
    let plan: ImportPlan<Stakeholder> = try plan(text, over: [stored])
    #expect(plan.new.isEmpty)
    #expect(plan.changed.first?.after.notes == "met in May; Researcher")
    #expect(plan.changed.first?.after.emails == ["yuki@example.jp"])
  }

  @Test(arguments: ["id,name,start,place", "ID,Name,Start,Place"])
  func `Events of a list that counts its rows are no stored ones`(_ header: String) throws {
    var event = Event(id: "1")
    (event.version, event.name, event.place) = (1, "Alpha workshop", "Bonn")
    let plan: ImportPlan<Event> = try plan("\(header)\n1,Gamma workshop,2016-03-22,Oslo\n", over: [event])
    #expect(plan.changed.isEmpty)
    if header.hasPrefix("ID") {
      #expect(plan.new.map(\.name) == ["Gamma workshop"] && plan.new.first?.id == "new1")
    } else {
      #expect(
        plan.rejected.map(\.problem) == [.otherRecord(id: "1", title: "Alpha workshop")]
          && plan.rejected.first?.column == "id")
    }
  }

  @Test func `A row with an id of ours that is of somebody else is refused, and says so`() throws {
    let plan: ImportPlan<Stakeholder> = try plan(
      "id,name,emails\ns-1,\"Dos, Bo\",bo@example.org\n", over: [person("s-1", "Uno, Ana", "ana@example.org")]
    )
    #expect(plan.changed.isEmpty && plan.new.isEmpty)
    #expect(plan.rejected.map(\.problem) == [.otherRecord(id: "s-1", title: "Uno, Ana")])
  }

  @Test(arguments: [
    "s-1,\"Uno, Ana\",new@example.org", "s-1,Bo,ana@example.org", "s-1,Ana Uno-Dos,new@example.org",
    "s-1,Somebody else,",
  ]) func `With an id of ours name or address may change`(_ row: String) throws {
    let plan: ImportPlan<Stakeholder> = try plan(
      "id,name,emails\n\(row)\n", over: [person("s-1", "Uno, Ana", "ana@example.org")])
    #expect(plan.rejected.isEmpty && plan.changed.map(\.after.id) == ["s-1"])
  }

  @Test func `Lists by hand with our headings keep their ids`() throws {
    let plan: ImportPlan<Stakeholder> = try plan("id,name,emails,city\ns-7,Ana,ana@example.org,Lima\n")
    #expect(plan.new.map(\.id) == ["s-7"] && plan.remarks.foreignID == nil)
    let file = try MappedFile("id,name,emails,Telefon\ns-7,Ana,ana@example.org,1\n")
    #expect(file.target("id") == "id foreign")
    #expect(try MappedFile("id,name,emails,city\ns-7,Ana,,\n").target("id") == "id")
  }

  @Test func `What a person says of the column counts`() throws {
    let file = try MappedFile("ID,Name\ns-7,Ana\n") { $0.choose(ColumnTarget("id"), at: 0) }
    #expect(file[0, "id"] == "s-7" && file.target("ID") == "id")
  }

  @Test(arguments: [
    ("Ana Banda", "Banda, Ana", true), ("Helene Lefevre", "Hélène Lefèvre", true), ("Anna", "Ana", true),
    ("Ana Banda", "John Banda", false), ("Alpha workshop", "Gamma workshop", false), ("王小明", "李华", false),
  ]) func `Names are akin that may be of one record`(_ first: String, _ second: String, _ isAkin: Bool) {
    #expect(Naming.isAkin(first, second) == isAkin && Naming.isAkin(second, first) == isAkin)
  }
}
