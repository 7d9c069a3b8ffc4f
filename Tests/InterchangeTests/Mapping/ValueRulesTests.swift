import Model
import Testing

@testable import Interchange

/// What words of a column mean is said once for all its cells.
@Suite struct ValueRulesTests {
  private static let people = """
    Full name,Role,Country,E-mail
    Ana,C,Wakanda,ana@example.org
    Bo,"C; end user",Kenya,bo@example.org
    Cy,"E, contributor",KE,cy@example.org
    Di,x,,di@example.org

    """

  private func read(_ given: [String], _ text: String = people) throws -> (MappedFile, ImportRemarks) {
    let file = ImportFile(bytes: Array(text.utf8))
    var mapping = try FileSurvey(file).mapping()
    try mapping.take(given.compactMap(GivenValue.init))
    let mapped = try MappedFile(text) { $0 = mapping }
    return (mapped, try ReadRows(MappedRows(file, mapping)).remarks)
  }

  private func said(_ remarks: ImportRemarks) -> [String] {
    remarks.cellNotes.map { "\($0.column) \($0.cell) \($0.what) \($0.lines)" }
  }

  @Test func `A word means a value in every cell, alone and among others`() throws {
    let (file, remarks) = try read(["role:c=contributor", "Role:E=End user"])
    #expect(
      file.rows.map { $0["roles"] ?? "" } == [
        "contributor", "contributor; end-user", "end-user; contributor", "x",
      ])
    #expect(
      said(remarks) == ["Role C mapped(to: \"contributor\") [2, 3]", "Role E mapped(to: \"End user\") [4]"])
  }

  @Test func `Every other word is left out, and what the field takes stays`() throws {
    let (file, remarks) = try read(["roles:*=", "country:Wakanda=ke"])
    #expect(file.rows.map { $0["roles"] ?? "" } == ["", "end-user", "contributor", ""])
    #expect(file.rows.map { $0["country"] ?? "" } == ["KE", "KE", "KE", ""])
    #expect(said(remarks).contains("Role x emptied [5]") && said(remarks).count == 4)
  }

  @Test func `A cell that is left empty clears nothing that is stored`() throws {
    var stored = Stakeholder(id: "a-1")
    (stored.name, stored.roles, stored.gender) = ("Ana", [.contributor], .female)
    let file = ImportFile(
      ImportFile(bytes: Array("id,name,roles,gender\na-1,Ana,C,\n".utf8)),
      values: [try #require(GivenValue("roles:C="))])
    let plan = try RecordImport(known: KnownRecords([stored])).plan(file)
    #expect(plan.changed.map(\.after.roles) == [[.contributor]] && plan.changed.map(\.after.gender) == [nil])
  }

  @Test func `Any kind of table takes what was said`() throws {
    let text = "id,name,status\na,A,WIP\nb,B,ready\n"
    let given = ["Status:WIP=under way", "status:ready=done"].compactMap { GivenValue($0) }
    let file = ImportFile(ImportFile(bytes: Array(text.utf8)), values: given)
    let plan = try RecordImport<Activity>(known: KnownRecords([])).plan(file)
    #expect(plan.new.map(\.status) == [.underWay, .done])
    #expect(plan.remarks.cellNotes.map(\.cell) == ["WIP", "ready"])
  }

  @Test func `Titles, words and values may have the signs in them`() throws {
    var mapping = ColumnMapping(header: ["name", "Role: in work"])
    mapping.choose(ColumnTarget("roles"), at: 1)
    try mapping.take(["Role: in work:a=b:c=contributor"].compactMap(GivenValue.init))
    #expect(mapping.values == [[], [MappedValue("a=b:c", "contributor")]])
    #expect(GivenValue("Role") == nil && GivenValue("Role=x") == nil && GivenValue(":a=b") == nil)
    #expect(GivenValue("Role:=b") == nil)
  }

  @Test func `A column that is not there, or a value that its field does not take, is refused`() throws {
    #expect(throws: ImportFailure.valueColumn("Rle", ["Full name", "Role", "Country", "E-mail"])) {
      try read(["Rle:C=contributor"])
    }
    #expect(throws: ImportFailure.value("Role", .notOneOf("boss", Role.codes))) { try read(["Role:C=boss"]) }
    #expect(throws: ImportFailure.value("Country", .unknownCountry("Wakanda"))) {
      try read(["Country:W=Wakanda"])
    }
    let cards = ImportFile(
      ImportFile(bytes: Array("BEGIN:VCARD\n".utf8)), values: [try #require(GivenValue("a:b=c"))])
    #expect(throws: ImportFailure.valuesOfNoTable) { try cards.records(of: Stakeholder.self) }
  }

  @Test func `A column that becomes nothing is no missing one`() throws {
    var mapping = ColumnMapping(header: ["name", "Роль"])
    #expect(throws: ImportFailure.valueColumnLeftOut("Роль")) {
      try mapping.take(["роль:К=contributor"].compactMap(GivenValue.init))
    }
    var open = ColumnMapping(header: ["Цвет"])
    #expect(throws: ImportFailure.valueColumn("Роль", ["Цвет"])) {
      try open.take(["Роль:К=contributor"].compactMap(GivenValue.init))
    }
  }

  @Test func `A date that may be read both ways is no word`() throws {
    let file = ImportFile(bytes: Array("name,joined\nAna,3/4/2015\nBo,soon\n".utf8))
    let words = try ColumnWord.all(of: file, ColumnMapping(header: ["name", "joined"]))
    #expect(words[1].map(\.word) == ["soon"])
  }

  @Test func `What was said is saved with the mapping and taken up again`() throws {
    let (file, _) = try read(["role:C=contributor", "role:a | b; c=end-user", "role:*="])
    var saved = ImportMapping(id: "m")
    (saved.name, saved.columns) = ("Workshop", file.mapping.columns)
    let text = try #require(ImportMapping.field("columns")?.read(saved))
    var read = ImportMapping(id: "m")
    try ImportMapping.field("columns")?.write(text, to: &read)
    #expect(read.columns == saved.columns)
    var mapping = ColumnMapping(header: ["Role", "Full name"])
    mapping.apply(read)
    #expect(mapping.values[0].map(\.word) == ["C", "a | b; c", "*"])
    #expect(mapping.values[0].map(\.value) == ["contributor", "end-user", ""])
  }

  @Test func `Mappings that were saved before say nothing of words`() throws {
    var mapping = ImportMapping(id: "m")
    try ImportMapping.field("columns")?.write("Given Name | name | given; Who | name; x", to: &mapping)
    #expect(mapping.columns.map(\.values) == [[], [], []])
    #expect(ImportMapping.field("columns")?.read(mapping) == "Given Name | name | given; Who | name; x")
  }

  @Test func `Another field of a column has other words`() throws {
    var mapping = ColumnMapping(header: ["Role", "Full name"])
    mapping.map("C", to: "contributor", at: 0)
    #expect(mapping.value(of: "c", at: 0) == "contributor" && mapping.value(of: "d", at: 0) == nil)
    mapping.choose(ColumnTarget("notes"), at: 0)
    #expect(mapping.values == [[], []])
  }

  @Test func `The words that no field takes are counted in the whole file`() throws {
    let many = (0..<700).map { "P\($0),\($0 % 3 == 0 ? "C" : "contributor")\($0 % 2 == 0 ? "; Q" : "")\n" }
    let file = ImportFile(bytes: Array(("name,roles\n" + many.joined()).utf8))
    let mapping = try FileSurvey(file).mapping()
    let words = try ColumnWord.all(of: file, mapping)
    #expect(words[0].isEmpty)
    #expect(words[1].map(\.word) == ["Q", "C"] && words[1].map(\.count) == [350, 234])
    #expect(words[1].map(\.line) == [2, 2])
  }

  @Test func `A word that is said to mean two things is refused`() throws {
    #expect(throws: ImportFailure.valueTwice("roles:c", ["contributor", "end-user"])) {
      try read(["Role:C=contributor", "roles:c=end-user"])
    }
    _ = try read(["Role:C=contributor", "role:c=contributor"])
  }

  @Test func `Of many words of a column those met most are listed, and the rest is counted`() {
    let notes = (1...8).map {
      CellNote(column: "Role", what: .mapped(to: "contributor"), cell: "w\($0)", count: $0, lines: [$0 + 1])
    }
    let shown = notes.shortened
    #expect(shown.map(\.cell).sorted() == ["", "w4", "w5", "w6", "w7", "w8"])
    #expect(shown.first?.what == .mappedMore(words: 3) && shown.first?.count == 6)
    #expect([CellNote](notes.prefix(6)).shortened.count == 6)
  }
}
