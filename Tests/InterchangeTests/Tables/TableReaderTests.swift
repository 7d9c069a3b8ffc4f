import Glibc
import Interchange
import Model
import Testing
import Workbooks

/// A workbook in a file that is gone afterwards.
struct TestWorkbook: ~Copyable {
  let file: ImportFile
  private let path: String

  /// - Parameter sheets: names and rows; the first row is that of the writer's own headings.
  init(_ sheets: [(name: String, columns: [SheetColumn], rows: [[String]])]) throws {
    var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/table-XXXXXX".utf8CString)
    close(mkstemp(&template))
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    let writer = try WorkbookWriter(path)
    for sheet in sheets {
      try writer.begin(sheet.name, sheet.columns)
      for row in sheet.rows { try writer.append(row) }
    }
    try writer.close()
    file = try ImportFile(path: path)
  }

  deinit { unlink(path) }
}

@Suite struct TableReaderTests {
  /// What other programs wrote: see the README of the folder.
  private func fixture(_ name: String, sheet: String? = nil) throws -> ImportFile {
    let folder = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    return try ImportFile(path: "\(folder)/WorkbooksTests/Fixtures/\(name)", sheet: sheet)
  }

  private func texts(_ titles: [String]) -> [SheetColumn] { titles.map { SheetColumn($0) } }

  private func fit(_ header: [String]) -> Int { header.count { ["Name", "E-mail", "Joined"].contains($0) } }

  private func rows(_ file: ImportFile) throws -> (header: [String], rows: [CSVRow], remarks: ImportRemarks) {
    var reader = try TableReader(file, fit: fit)
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return (reader.header, rows, reader.remarks)
  }

  @Test func `A sheet gives the rows that the same table gives as text`() throws {
    let csv =
      "Name,E-mail,Joined,Code\nAda,ada@example.org,2015-09-01,0012\n\"Bo, the\nsecond\",,2016-02-29,7\n"
    let book = try TestWorkbook([
      (
        "People", texts(["Name", "E-mail"]) + [SheetColumn("Joined", .date), SheetColumn("Code", .number)],
        [["Ada", "ada@example.org", "2015-09-01", "0012"], ["Bo, the\nsecond", "", "2016-02-29", "7"]]
      )
    ])
    let (sheet, text) = (try rows(book.file), try rows(ImportFile(bytes: Array(csv.utf8))))
    #expect(sheet.header == text.header)
    #expect(sheet.rows.map(\.fields) == text.rows.map(\.fields))
    #expect(sheet.rows.map(\.line) == [2, 3] && sheet.rows.allSatisfy { !$0.isShort && $0.problem == nil })
    #expect(text.remarks.sheet == nil)
  }

  @Test func `Headings are found below titles, and in the sheet that fits`() throws {
    let book = try TestWorkbook([
      ("Read me", texts(["How to fill this in"]), [["Name and e-mail, please"]]),
      (
        "List", texts(["Participants"]),
        [
          ["of the workshop"], [], ["", "Name", "", "E-mail"], ["x", "Ada", "y", "ada@example.org", "z"],
          ["", " "], ["", "Bo"],
        ]
      ), ("Empty", [], []),
    ])
    let found = try rows(book.file)
    #expect(found.header == ["Name", "", "E-mail"])
    #expect(found.rows.map(\.fields) == [["Ada", "", "ada@example.org"], ["Bo", "", ""]])
    #expect(found.rows.map(\.line) == [5, 7])
    let remark = try #require(found.remarks.sheet)
    #expect(remark.name == "List" && remark.headingRow == 4 && remark.others == ["Read me"])
    #expect(remark.above == ["Participants", "of the workshop"])
    #expect(remark.unheaded == ["A5", "C5", "E5"] && remark.unheadedCount == 3)
  }

  @Test(arguments: [
    (
      "Workshop, Nairobi, 2015\n\nE-mail;Name;Joined\na@example.org;Otieno, Amina;2015\nb@example.org;Lee;2014\n",
      3
    ),
    (
      "Participants;;\nas of;3 May;\nE-mail;Name;Joined\na@example.org;Otieno, Amina;2015\nb@example.org;Lee;2014\n",
      3
    ),
  ]) func `Headings of text are found below titles too`(_ text: String, _ line: Int) throws {
    let read = try rows(ImportFile(bytes: Array(text.utf8)))
    #expect(read.header == ["E-mail", "Name", "Joined"])
    #expect(read.rows.map(\.fields[1]) == ["Otieno, Amina", "Lee"])
    #expect(read.rows.map(\.line) == [line + 1, line + 2])
    guard case .aboveHeadings(let above, let title)? = read.remarks.notes.first else {
      Issue.record("nothing said of the title")
      return
    }
    #expect(above == 1 && (title.contains("Nairobi") || title == "Participants · as of · 3 May"))
  }

  @Test(arguments: ["Who,Where\nE-mail,Name\n", "E-mail,Name\nName,E-mail\nx,y\n", "Who\nAmina\n"])
  func `The first row of text is that of the headings where it means something, or no other does`(
    _ text: String
  ) throws {
    let first = try rows(ImportFile(bytes: Array(text.utf8))).header
    #expect(
      text.hasPrefix("Who,Where")
        ? first == ["E-mail", "Name"] : text.hasPrefix(first.joined(separator: ",")))
  }

  @Test func `Where no heading means anything the first row as wide as the table is it`() throws {
    let book = try TestWorkbook([
      (
        "S", texts(["Report of the year"]),
        [["made by", "me"], ["a", "b", "c", "d"], ["1", "2", "3", "4"]]
      )
    ])
    let found = try rows(book.file)
    #expect(found.header == ["a", "b", "c", "d"] && found.rows.map(\.fields) == [["1", "2", "3", "4"]])
  }

  @Test func `Where sheets fit equally well it is asked which is meant`() throws {
    let book = try TestWorkbook([
      ("2014", texts(["Name"]), [["Ada"]]), ("2015", texts(["Name"]), [["Bo"]]),
      ("More", texts(["Other"]), [["x"]]),
    ])
    #expect(throws: ImportFailure.sheetOpen(["2014", "2015"])) { try TableReader(book.file, fit: fit) }
    #expect(try rows(ImportFile(book.file, sheet: "2015")).rows.map(\.fields) == [["Bo"]])
    #expect(try rows(ImportFile(book.file, sheet: " more")).header == ["Other"])
    #expect(throws: ImportFailure.sheetUnknown("2016", ["2014", "2015", "More"])) {
      try TableReader(ImportFile(book.file, sheet: "2016"), fit: fit)
    }
  }

  @Test func `What is hidden, wrong or not computed is told`() throws {
    let found = try rows(fixture("openpyxl.xlsx"))
    #expect(found.header == ["Name", "Code", "Joined", "Share", "Seen", "Note"])
    let remark = try #require(found.remarks.sheet)
    #expect(
      remark.name == "People" && remark.headingRow == 3 && remark.others == ["Secret", "Last & \"odd\""])
    #expect(remark.above == ["Participants, September 2015"])
    #expect(remark.hiddenColumns == ["Seen"] && remark.hiddenRows == 1 && remark.firstHidden == 5)
    #expect(
      found.remarks.notes == [
        .cellNotComputed(line: 6, cell: "B6"), .cellNotComputed(line: 6, cell: "D6"),
        .cellError(line: 8, cell: "B8", code: "#N/A"),
      ])
    #expect(
      found.rows[0].fields == ["Åsa Öberg", "0012", "2015-09-01", "7%", "2015-09-01 10:11", "  two\nlines  "])
    // An empty cell beside an error clears nothing.
    #expect(found.rows.map(\.isShort) == [false, false, true, false, true])
  }

  @Test func `A cell across the columns is the heading of a group`() throws {
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(fixture("group-headings.xlsx"))
    #expect(plan.new.map(\.name) == ["Ada", "Bo", "Cy", "Di"])
    #expect(
      plan.notes == [
        .groupHeading(line: 2, text: "AFRICA"), .lone(line: 5, text: "Cy"),
        .footnote(line: 7, text: "Source: the office"),
      ])
  }

  @Test func `Merged cells of several rows are told`() throws {
    let found = try rows(fixture("merged.xlsx"))
    #expect(found.remarks.notes == [.cellsMerged(line: 2, cells: "B2:B3")])
    #expect(found.rows.map(\.fields) == [["Ada", "KE"], ["Bo", ""]])
  }

  @Test(arguments: [("libreoffice.xls", "xls"), ("encrypted.xlsx", "encrypted")])
  func `What is no workbook that is read is named`(_ name: String, _ token: String) throws {
    let file = try fixture(name)
    #expect(throws: ImportFailure.workbook(.foreign(token))) { try TableReader(file, fit: fit) }
  }

  @Test func `Stakeholders of a workbook are those of the text`() throws {
    let book = try TestWorkbook([
      (
        "Titles", texts(["Register of people"]),
        [["Full name", "E-mail", "Country"], ["Ada Okoro", "ada@example.org", "KE"]]
      )
    ])
    let text = "Full name,E-mail,Country\nAda Okoro,ada@example.org,KE\n"
    let plans = try [book.file, ImportFile(bytes: Array(text.utf8))].map {
      try RecordImport<Stakeholder>(known: KnownRecords([]), newID: { "a" }).plan($0)
    }
    #expect(plans[0].new == plans[1].new && plans[0].new.first?.emails == ["ada@example.org"])
    let survey = try FileSurvey(book.file)
    #expect(survey.titles == ["Full name", "E-mail", "Country"] && survey.sheets == ["Titles"])
    var rows = try MappedRows(book.file, survey.mapping())
    #expect(try rows.next()?.line == 3)
    #expect(rows.remarks.sheet?.headingRow == 2)
  }

  @Test func `Percentages of a sheet are numbers of a hundred`() throws {
    let book = try TestWorkbook([
      ("Plan", texts(["id"]) + [SheetColumn("% complete", .percent)], [["t2.5", "25%"]])
    ])
    var website = Activity(id: "t2.5")
    website.name = "Website"
    let plan = try RecordImport(known: KnownRecords([website])).plan(book.file)
    #expect(plan.changed.map(\.after.progress) == [25])
  }

  @Test func `A form may be one workbook`() throws {
    let book = try TestWorkbook([
      (
        "Survey", texts(["type", "name", "label::English (en)"]),
        [["select_one yn", "agree", "Do you agree?"], ["text", "why", "Why?"]]
      ),
      (
        "choices", texts(["list_name", "name", "label::English (en)"]),
        [["yn", "1", "Yes"], ["yn", "0", "No"]]
      ),
      ("settings", texts(["form_title", "form_id"]), [["A form", "a-form"]]),
      ("notes", texts(["type"]), [["x"]]),
    ])
    let form = try #require(try XLSFormReader(workbook: book.file))
    #expect(form.problems.isEmpty && form.notes.allSatisfy { !$0.sheet.contains("csv") })
    #expect(form.questions.map(\.id) == ["agree", "why"])
    #expect(form.questions.first?.choices.map(\.code) == ["1", "0"] && form.survey?.id == "a-form")
    #expect(try XLSFormReader(workbook: ImportFile(bytes: Array("type,name\n".utf8))) == nil)
    #expect(form.notes.contains { $0.sheet == "notes" && $0.code == .sheetLeftOut })
    let single = try TestWorkbook([("Sheet1", texts(["type", "name", "label"]), [["text", "why", "Why?"]])])
    #expect(try XLSFormReader(workbook: single.file)?.questions.map(\.id) == ["why"])
    let other = try TestWorkbook([("Sheet1", texts(["type"]), [["text"]])])
    #expect(throws: ImportFailure.sheetUnknown("survey", ["Sheet1"])) {
      try XLSFormReader(workbook: other.file)
    }
  }
}
