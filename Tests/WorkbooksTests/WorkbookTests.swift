import Testing
import Workbooks

@Suite struct WorkbookTests {
  /// What all programs keep of the table.
  private static let kept = [
    "A1": "Participants, September 2015", "A3": "Name", "B3": "Code", "C3": "Joined", "D3": "Share",
    "E3": "Seen",
    "F3": "Note", "A4": "Åsa Öberg", "B4": "0012", "C4": "2015-09-01", "D4": "7%", "E4": "2015-09-01 10:11",
    "A5": "王小明", "B5": "00012", "C5": "1900-03-01", "D5": "25%", "E5": "08:30", "F5": "=literal",
    "A6": "Sum", "C6": "26:30", "E6": "true", "A7": "Odd", "B7": "0.3", "C7": "2015-12-31",
    "D7": "1000000000000000000000", "E7": "false", "A8": "#N/A is an error", "B8": "#N/A",
  ]

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "gnumeric.xlsx", "gnumeric.ods"])
  func `Files of all programs hold the same`(_ name: String) throws {
    let read = try ReadWorkbook(TestBytes.fixture(name))
    let texts = read.texts
    for (place, text) in Self.kept { #expect(texts[place] == text, "\(place)") }
    #expect(read.values["B8"] == .error("#N/A"))
    #expect(read.sheets[0].map(\.number) == [1, 3, 4, 5, 6, 7, 8])
    #expect(read.sheets[0].filter(\.isHidden).map(\.number) == [5])
    #expect(read.hidden[0] == [4...4])
    #expect(read.merged[0].map(\.columns) == [0...5] && read.merged[0].map(\.rows) == [1...1])
    let names = read.book.sheets.map(\.name)
    #expect(names.first == "People" && names.last == "Last & \"odd\"")
    #expect(read.sheets.last?.map(\.number) == [1_048_576])
    #expect(read.sheets.last?.first?.cells.map(\.column) == [16_383])
  }

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "gnumeric.ods"])
  func `Hidden sheets are told`(_ name: String) throws {
    let sheets = try #require(try Workbook(TestBytes.fixture(name))).sheets
    #expect(sheets.filter(\.isHidden).map(\.name) == ["Secret"])
  }

  @Test func `Blanks and breaks are kept, and runs of rich text joined`() throws {
    for name in ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "gnumeric.ods"] {
      let texts = try ReadWorkbook(TestBytes.fixture(name)).texts
      #expect(texts["F4"] == "  two\nlines  " && texts["F6"] == "plain bold", "\(name)")
    }
  }

  @Test func `Formulas that nobody computed are told from those that give nothing`() throws {
    // openpyxl writes an empty value, XlsxWriter a 0 that it asks to compute anew.
    #expect(try ReadWorkbook(TestBytes.fixture("openpyxl.xlsx")).values["B6"] == .uncomputed)
    let values = try ReadWorkbook(TestBytes.fixture("xlsxwriter.xlsx")).values
    #expect(values["C2"] == .uncomputed && values["C3"] == .number(2))
    #expect(values["D2"] == .text("one two three") && values["D3"] == .text("tab\there \u{7} _x0041_"))
    #expect(values["A5"] == .boolean(true))
    #expect(try ReadWorkbook(TestBytes.fixture("libreoffice.ods")).values["B6"] == .number(2))
  }

  @Test func `Days count from 1904 where the workbook says so`() throws {
    let values = try ReadWorkbook(TestBytes.fixture("openpyxl-1904.xlsx")).values
    #expect(values["A2"] == .date(CellDay(year: 2015, month: 9, day: 1)))
    #expect(values["A3"] == .date(CellDay(year: 1904, month: 1, day: 1)))
  }

  @Test(arguments: [
    ("libreoffice.xls", "xls"), ("libreoffice.fods", "fods"), ("encrypted.xlsx", "encrypted"),
  ])
  func `What is not read is named`(_ name: String, _ token: String) throws {
    #expect(throws: WorkbookProblem.foreign(token)) { try Workbook(TestBytes.fixture(name)) }
  }

  @Test(arguments: [
    ("numbers", [("Index/Document.iwa", "x"), ("Metadata/Properties.plist", "")]),
    ("zip", [("readme.txt", "PK")]),
    ("document", [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]),
    ("zip", [("mimetype", "application/epub+zip")]),
    (
      "encrypted",
      [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "noise"),
        (
          "META-INF/manifest.xml",
          "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:encryption-data/></m:manifest>"
        ),
      ]
    ),
    (
      "xlsb",
      [
        (
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" \
          Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>
          """
        )
      ]
    ),
  ])
  func `Containers of other things are named`(_ token: String, _ parts: [(String, String)]) throws {
    #expect(throws: WorkbookProblem.foreign(token)) { try Workbook(TestBytes(TestPackage(parts).bytes)) }
  }

  @Test(arguments: [
    ("html", "<html><table><tr><td>a</td></tr></table>"),
    ("xml", "<?xml version='1.0'?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
  ])
  func `Markup under the name of a workbook is named`(_ token: String, _ text: String) {
    #expect(throws: WorkbookProblem.foreign(token)) { try Workbook(TestBytes(Array(text.utf8))) }
  }

  @Test(arguments: ["", "id,name\n1,a\n", "PK,name\n1,2\n", "BEGIN:VCARD\n", "{\"a\": 1}"])
  func `Text is no workbook`(_ text: String) throws {
    #expect(try Workbook(TestBytes(Array(text.utf8))) == nil)
  }

  @Test func `The head of a sheet is its first rows`() throws {
    for name in ["libreoffice.xlsx", "libreoffice.ods"] {
      let read = try ReadWorkbook(TestBytes.fixture(name))
      for sheet in read.book.sheets.indices { #expect(try read.book.head(of: sheet) == read.sheets[sheet]) }
    }
  }
}
