import Interchange
import Model
import Testing

/// Cells that say something else than what was meant.
@Suite struct CellCareTests {
  private func rows(_ text: String, as mapping: Bool = true) throws -> ReadRows {
    let file = ImportFile(bytes: Array(text.utf8))
    return try ReadRows(
      mapping ? MappedRows(file, FileSurvey(file).mapping()) : TableRows<Stakeholder>(file))
  }

  private func note(_ column: String, _ what: CellNote.What, _ cell: String, _ lines: [Int]) -> [String] {
    ["\(column) \(what) \(cell) \(lines)"]
  }

  private func said(_ rows: ReadRows) -> [String] {
    rows.remarks.cellNotes.flatMap { note($0.column, $0.what, $0.cell, $0.lines) }
  }

  @Test(arguments: [true, false])
  func `A formula that failed says nothing, and is told of with its column and lines`(_ isMapped: Bool) throws
  {
    let text = """
      name,emails,notes,tags
      Ana,ana@example.org,ok,bees
      Bo,#REF!,#NAME?,Err:508
      Cy,cy@example.org,#NAME?,#WERT!

      """
    let read = try rows(text, as: isMapped)
    #expect(read.texts("emails").map { $0 ?? "-" } == ["ana@example.org", "-", "cy@example.org"])
    #expect(read.texts("notes").map { $0 ?? "-" } == ["ok", "-", "-"])
    #expect(read.texts("tags").map { $0 ?? "-" } == ["bees", "-", "-"])
    #expect(
      said(read) == note("emails", .failedFormula, "#REF!", [3])
        + note("notes", .failedFormula, "#NAME?", [3, 4]) + note("tags", .failedFormula, "Err:508", [3])
        + note("tags", .failedFormula, "#WERT!", [4]))
  }

  @Test func `A stakeholder who is a failed formula has no name`() throws {
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array("name\n#N/A\n".utf8))
    #expect(plan.rejected.map(\.problem) == [.value(.missing)])
  }

  @Test func `A failed formula clears nothing that is stored`() throws {
    var stored = Stakeholder(id: "a-1")
    (stored.name, stored.notes, stored.tags) = ("Ana", "=not a formula", ["bees"])
    let text = "id,name,notes,tags\na-1,Ana,Err:509,\n"
    let plan = try RecordImport(known: KnownRecords([stored])).plan(Array(text.utf8))
    #expect(plan.changed.map(\.after.notes) == ["=not a formula"])
    #expect(plan.changed.map(\.after.tags) == [[]])
  }

  @Test func `Words for nothing are empty where they are no words of the field`() throws {
    let read = try rows("name,country,tags,notes\nNone,n/a,-,none\n无,暂无,无,-\nNA,NA,na,x\n")
    // Nobody is called so: the row has no name then, and is rejected for it.
    #expect(read.texts("name").map { $0 ?? "-" } == ["-", "-", "NA"])
    #expect(read.texts("country").map { $0 ?? "-" } == ["-", "-", "NA"])
    #expect(read.texts("tags").map { $0 ?? "-" } == ["-", "-", "na"])
    #expect(read.texts("notes").map { $0 ?? "-" } == ["none", "-", "x"])
  }

  @Test func `Text that was written as a formula for a spreadsheet is text`() throws {
    let read = try rows("name,phones\nAna,\"=\"\"+41 22 000 00 00\"\"\"\nBo,\"=\"\"a\"\"&\"\"b\"\"\"\n")
    #expect(read.texts("phones").map { $0 ?? "-" } == ["+41 22 000 00 00", "-"])
    #expect(
      said(read) == note("phones", .formulaOfText, "=\"+41 22 000 00 00\"", [2])
        + note("phones", .formula, "=\"a\"&\"b\"", [3]))
  }

  @Test func `A number that a spreadsheet cut is none`() throws {
    let read = try rows("name,phones,tags\nAna,4.42E+11,1E5\nBo,\"4,42E+11\",x\n")
    #expect(read.texts("phones") == [nil, nil])
    #expect(read.texts("tags").map { $0 ?? "-" } == ["1E5", "x"])
    // Our own list, saved by a spreadsheet: what it cut replaces nothing.
    #expect(try rows("id,name,acronyms\np2,Bo,1.00E+05\n").texts("acronyms") == [nil])
    #expect(said(read) == note("phones", .cutNumber, "4.42E+11", [2, 3]))
  }

  @Test func `Our own list is looked after where it does not say what is stored`() throws {
    var stored = Stakeholder(id: "a-1")
    (stored.name, stored.city) = ("A\u{AD}na", "Lima")
    let text =
      "id,name,city,notes\na-1,A\u{AD}na,Nai\u{200B}robi,UniversitÃ© de Kisumu\nb-2,B\u{AD}o,Bonn,x\n"
    let plan = try RecordImport(known: KnownRecords([stored])).plan(Array(text.utf8))
    #expect(plan.changed.map(\.after.name) == ["A\u{AD}na"] && plan.changed.map(\.after.city) == ["Nairobi"])
    #expect(plan.new.map(\.name) == ["Bo"])
    let notes = plan.remarks.cellNotes
    #expect(notes.map(\.column) == ["city", "notes", "name"])
    #expect(notes.map(\.what) == [.invisible, .spoiltLetters, .invisible])
    #expect(notes.map(\.cell) == ["Nairobi", "UniversitÃ© de Kisumu", "Bo"])
  }

  @Test(arguments: ["", "id,"])
  func `Places of events, outlets and authors are looked after too`(_ id: String) throws {
    let cell = id.isEmpty ? "" : "e-1,"
    let events = try RecordImport<Event>(known: KnownRecords([])).plan(
      Array("\(id)name,start,place\n\(cell)Briefing,2015-03-04,Nai\u{AD}robi\n".utf8))
    #expect(events.new.map(\.place) == ["Nairobi"])
    #expect(events.remarks.cellNotes.map(\.what) == [.invisible])
    let coverage = try RecordImport<Coverage>(known: KnownRecords([])).plan(
      Array("\(id)name,when,outlet,author\n\(cell)Bees,2015-03-04,The\u{200B} Post,\u{FEFF}Ana\n".utf8))
    #expect(coverage.new.map(\.outlet) == ["The Post"] && coverage.new.map(\.author) == ["Ana"])
    #expect(coverage.remarks.cellNotes.map(\.what) == [.invisible, .invisible])
  }

  @Test(arguments: ["\u{FEFF}", "\u{AD}", "\u{200B}", "\u{202A}", "\u{2060}"])
  func `Nothing invisible stays in an address`(_ mark: String) throws {
    let read = try rows("name,emails,phones\nAna,an\(mark)a@example.org,\(mark)+41 22 000\n")
    #expect(read.texts("emails") == ["ana@example.org"] && read.texts("phones") == ["+41 22 000"])
    #expect(read.remarks.cellNotes.map(\.what) == [.invisible, .invisible])
    #expect(try Email.checked("an\(mark)a@example.org") == "ana@example.org")
  }

  @Test(arguments: ["???", "???? ???????", "M?ller, Ana", "Zo?? M??ller", "Universit?t"])
  func `Question marks where letters were are refused before anything is written`(_ name: String) throws {
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(
      Array("name,city\n\"\(name)\",Bonn\n".utf8))
    #expect(plan.rejected.map(\.problem) == [.lostLetters(column: "name", name)])
  }

  @Test func `What stands so in the store is no loss`() throws {
    var stored = Stakeholder(id: "a-1")
    (stored.name, stored.city) = ("Ana", "Iv?n")
    let text = "id,name,city\na-1,Ana,Iv?n\n"
    #expect(try RecordImport(known: KnownRecords([stored])).plan(Array(text.utf8)).unchanged == 1)
    #expect(try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array(text.utf8)).rejectedRows == 1)
  }

  @Test func `A time behind a day is said to be left out, and midnight is none`() throws {
    let read = try rows("name,joined\nAna,2015-03-04 13:05\nBo,2015-03-04T00:00:00\n", as: false)
    #expect(read.texts("joined") == ["2015-03-04", "2015-03-04"])
    #expect(said(read) == note("joined", .timeOfDay, "2015-03-04 13:05", [2]))
  }

  @Test(arguments: [true, false])
  func `A year far off is said once with its lines, and kept`(_ isMapped: Bool) throws {
    let text = "name,joined\nAna,1015-03-04\nBo,2015-03-04\nCy,4 March 2105\nDi,20150304\nEd,2100\n"
    let read = try rows(text, as: isMapped)
    #expect(read.texts("joined").map { ($0 ?? "").contains("1015") }[0])
    #expect(said(read) == note("joined", .farYear, "1015-03-04", [2, 4]))
    let events = try ReadRows(
      TableRows<Event>(
        ImportFile(
          bytes: Array("name,start\nA,1015-03-04 10:00 UTC\nB,2015-03-04 10:00+02:00 Europe/Paris\n".utf8))))
    #expect(said(events) == note("start", .farYear, "1015-03-04 10:00 UTC", [2]))
  }

  @Test func `Times of a table are of the zone that was said, and of their own where they name one`() throws {
    let text = """
      name,start
      A,2015-07-06 10:00
      B,6 July 2015 3:05 pm
      C,2015-07-06 10:00 UTC
      D,2015-07-06
      E,2015-07-06T10:00:00
      F,2015-07-06T10:00:00Z
      G,13/07/2015 12:00 am

      """
    let file = ImportFile(bytes: Array(text.utf8), zone: Zone("Africa/Nairobi"))
    let plan = try RecordImport<Event>(known: KnownRecords([])).plan(file)
    #expect(
      plan.new.map { $0.start?.text ?? "" } == [
        "2015-07-06 10:00 Africa/Nairobi", "2015-07-06 15:05 Africa/Nairobi", "2015-07-06 10:00 UTC",
        "2015-07-06",
        "2015-07-06 10:00 Africa/Nairobi", "2015-07-06 10:00 UTC", "2015-07-13 00:00 Africa/Nairobi",
      ], "\(plan.rejected)")
    let refused = try RecordImport<Event>(known: KnownRecords([])).plan(ImportFile(bytes: Array(text.utf8)))
    #expect(refused.rejected.map(\.line) == [2, 3, 6, 8])
    #expect(
      refused.rejected.allSatisfy { if case .value(.malformedMoment) = $0.problem { true } else { false } })
  }

  @Test(arguments: ["mailto:ana@example.org", "MAILTO:ana@example.org?subject=x"])
  func `A link of mail is the address in it`(_ text: String) throws {
    #expect(try Email.checked(text) == "ana@example.org")
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(
      Array("name,emails\nAna,\(text)\n".utf8))
    #expect(plan.new.map(\.emails) == [["ana@example.org"]])
  }

  @Test(arguments: ["Why?", "Who? What?", "Forest? Yes!", "¿Qué?"])
  func `Questions are none of these`(_ name: String) throws {
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(
      Array("name,links,notes\n\(name),https://a.example/?q=b&x=??,what?ever ???\n".utf8))
    #expect(plan.rejected.isEmpty && plan.new.count == 1)
  }

  @Test(arguments: [
    "#N/D", "#ÜBERLAUF!", "#VALOR!", "#RIF!", "#REFERENCE!", "#LEER!", "#DIV/0", "#######", "Fehler:508",
    "Ошибка:508", "错误:508", "Err :508", "Err:508", "#N/A N/A",
  ])
  func `A formula that failed is known in the words of any program`(_ cell: String) throws {
    let read = try rows("name,city,tags\nAna,\(cell),x\n")
    #expect(read.texts("city") == [nil] && said(read) == note("city", .failedFormula, cell, [2]))
  }

  @Test(arguments: ["#1", "# 5", "##", "Room:508", "=)", "=not a formula", "'t Hooft", "#bees"])
  func `What only looks like a formula is text`(_ cell: String) throws {
    let read = try rows("name,city,tags\nAna,\(cell),x\n")
    #expect(read.texts("city") == [cell] && said(read).isEmpty)
  }

  @Test(arguments: ["sin datos", "нет", "(blank)", "Нет"])
  func `Words for nothing are known in more languages, but none where they answer`(_ word: String) throws {
    let read = try rows("name,city,notes\nAna,\(word),\(word)\n")
    #expect(read.texts("city") == [nil] && read.texts("notes") == [word])
    #expect(try rows("name,family_first\nAna,нет\n", as: false).texts("family_first") == ["no"])
  }

  @Test(arguments: [
    ("'+41 22 000 00 00", "+41 22 000 00 00", CellNote.What.markOfText),
    ("'00123456", "00123456", .markOfText),
    ("=+41220000000", "+41220000000", .formulaOfText),
  ])
  func `A spreadsheet's signs before a number are left out, and told of`(
    _ cell: String, _ number: String, _ what: CellNote.What
  ) throws {
    let read = try rows("name,phones\nAna,\(cell)\n")
    #expect(read.texts("phones") == [number] && said(read) == note("phones", what, cell, [2]))
  }

  @Test(arguments: ["=1+2", "=CONCATENATE(A1;B1)", "=СЦЕПИТЬ(A1)", "=A2&B2", "=Sheet1!A1", "=+B3"])
  func `A formula without its result says nothing`(_ formula: String) throws {
    let read = try rows("name,city,notes\nAna,\(formula),\(formula)\n")
    #expect(read.texts("city") == [nil] && read.texts("notes") == [nil])
    #expect(said(read) == note("city", .formula, formula, [2]) + note("notes", .formula, formula, [2]))
    #expect(try rows("id,name,notes\na-1,Ana,\(formula)\n", as: false).texts("notes") == [formula])
  }

  @Test func `The scheme of a telephone is no part of its number, nor a line end of a city`() throws {
    let read = try rows("name,phones,city\nAna,tel:+41-22-000-00-00,\"Addis\nAbaba\"\n")
    #expect(read.texts("phones") == ["+41-22-000-00-00"] && read.texts("city") == ["Addis Ababa"])
  }

  @Test(arguments: ["ZoÃ© Banda", "Jos\u{FFFD} Banda", "Ð˜Ð²Ð°Ð½", "å¼ ä¼Ÿ"])
  func `A name whose letters were spoilt before is told of`(_ name: String) throws {
    let read = try rows("name,notes\n\(name),\(name)\n")
    #expect(read.texts("name") == [name])
    #expect(said(read) == note("name", .spoiltLetters, name, [2]) + note("notes", .spoiltLetters, name, [2]))
  }

  @Test(arguments: [
    "ANDRÉ’S", "SÃO TOMÉ", "« JOSÉ »", "Ångström", "Đặng Thị Ân", "Œuvres – É. Ž", "Ålesund™",
  ])
  func `A name of rare letters is whole`(_ name: String) throws {
    #expect(said(try rows("name\n\(name)\n")).isEmpty)
  }

  @Test(arguments: [true, false])
  func `Letters as web pages write them are read, and told of`(_ isMapped: Bool) throws {
    let text =
      "name,links,notes\nJos&eacute; Mart&#237;n,https://x.example/?a=1&amp;b=2,A &amp; B\nAT&T; co,https://x.example/?a&copy,R&D\n"
    let read = try rows(text, as: isMapped)
    #expect(read.texts("name") == ["José Martín", "AT&T; co"])
    #expect(read.texts("links") == ["https://x.example/?a=1&b=2", "https://x.example/?a&copy"])
    #expect(read.texts("notes") == ["A & B", "R&D"])
    #expect(said(read).contains("name references Jos&eacute; Mart&#237;n [2]"))
  }

  @Test func `A blank that keeps words together parts the words of a name like any other`() {
    #expect(Folding.folded("Ivan\u{A0}Petrov") == Folding.folded("Ivan Petrov"))
  }

  @Test func `A column of names is told by its cells where no heading says so`() throws {
    let file = ImportFile(
      bytes: Array("Delegate,E-mail\nAna Silva,ana@example.org\nBo Li,bo@example.org\n".utf8))
    let survey = try FileSurvey(file)
    #expect(survey.mapping(byValues: true).targets.map(\.field) == ["name", "emails"])
    let read = try ReadRows(MappedRows(file, survey.mapping()))
    #expect(read.remarks.perhapsNames == "Delegate")
  }

  // Of "nan", Southern Min, programs mean no number far more often; that is told of.
  @Test(arguments: Language.codes.filter { $0 != "nan" })
  func `The code of a language is that language, whatever another one is called`(_ code: String) throws {
    let text = "name,languages\nAna,\(code)\nBo,\(code.uppercased())\n"
    for isMapped in [true, false] {
      #expect(try rows(text, as: isMapped).texts("languages") == [code, code], "\(isMapped)")
    }
  }

  @Test func `A language that is called like the code of another one is meant by its name`() throws {
    #expect(try rows("name,languages\nAna,Ga\n").texts("languages") == ["gaa"])
  }
}
