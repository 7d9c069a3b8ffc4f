import Testing
import Workbooks

@Suite struct XLSXSheetTests {
  private func read(_ rows: String, shared: String = "", styles: String = "", book: String = "") throws
    -> ReadWorkbook
  {
    try ReadWorkbook(
      TestPackage.xlsx("<sheetData>\(rows)</sheetData>", shared: shared, styles: styles, book: book))
  }

  @Test func `Cells without a place follow one another`() throws {
    let texts = try read(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c/><c><v>3</v></c><c r='F5'><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>"
    ).texts
    #expect(texts == ["A1": "1", "B1": "2", "B5": "3", "F5": "4", "G5": "5", "A6": "6"])
  }

  @Test func `Cells out of order are put in order`() throws {
    let read = try read("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>")
    #expect(read.sheets[0][0].cells.map(\.column) == [0, 2])
    #expect(read.texts == ["A1": "2", "C1": "3"])
  }

  @Test func `Shared strings are joined of their runs, without how they are pronounced`() throws {
    let shared = """
      <si><t>plain</t></si>
      <si><r><t xml:space="preserve">two </t></r><r><rPr/><t>runs</t></r><rPh sb="0" eb="1"><t>ふりがな</t></rPh><phoneticPr fontId="1"/></si>
      <si><t>
        laid out
      </t></si><si><t xml:space="preserve"> kept </t></si><si/>
      """
    let cells = (0..<5).map { "<c t='s'><v>\($0)</v></c>" }.joined()
    let texts = try read("<row>\(cells)</row>", shared: shared).texts
    #expect(texts == ["A1": "plain", "B1": "two runs", "C1": "laid out", "D1": " kept "])
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("_x00E9_", "é"),
    ("_x12_", "_x12_"),
    ("_xD83D_", "_xD83D_"), ("snake_case_name", "snake_case_name"), ("_xZZZZ_", "_xZZZZ_"),
  ])
  func `Escaped characters are undone, in every kind of text`(_ written: String, _ text: String) throws {
    let cells =
      "<c t='s'><v>0</v></c><c t='inlineStr'><is><t>\(written)</t></is></c><c t='str'><f>A1</f><v>\(written)</v></c>"
    let texts = try read("<row>\(cells)</row>", shared: "<si><t>\(written)</t></si>").texts
    #expect(texts == ["A1": text, "B1": text, "C1": text])
  }

  @Test func `A formula that is a link shows its text, and says where it leads`() throws {
    func link(_ formula: String, _ value: String = "") -> String {
      "<c t='str'><f>\(formula)</f>\(value)</c>"
    }
    let cells = [
      link("HYPERLINK(&quot;mailto:amina@example.org&quot;,&quot;Amina&quot;)", "<v>Amina O.</v>"),
      link("HYPERLINK(&quot;mailto:bo@example.org&quot;,&quot;Bo &quot;&quot;Bird&quot;&quot;&quot;)"),
      link("hyperlink( &quot;https://example.org/a&quot; )"),
      link("HYPERLINK(A1,&quot;here&quot;)", "<v>here</v>"),
      link("HYPERLINK(&quot;https://&quot;&amp;A1,&quot;there&quot;)", "<v>there</v>"),
      link("HYPERLINK(&quot;https://example.org/b&quot;,B1)"),
    ]
    let read = try read("<row>\(cells.joined())</row>")
    #expect(
      read.texts.filter { !$0.value.isEmpty } == [
        "A1": "Amina O.", "B1": "Bo \"Bird\"", "C1": "https://example.org/a", "D1": "here", "E1": "there",
      ])
    #expect(read.values["F1"] == .uncomputed)
    #expect(
      read.links == [
        "mailto:amina@example.org", "mailto:bo@example.org", "https://example.org/a", "https://example.org/b",
      ])
  }

  @Test func `Values have the kind that the cell says`() throws {
    let values = try read(
      """
      <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2015-09-01T10:11:00Z</v></c>\
      <c t="str"><f>""</f><v></v></c><c t="n"><v> 1.50 </v></c><c s="3"/><c t="inlineStr"><is><t>0012</t></is></c>\
      <c><f>1/3</f><v>0.33333333333333331</v></c><c><f>1</f></c></row>
      """
    ).values
    #expect(
      values == [
        "A1": .boolean(true), "B1": .boolean(false), "C1": .error("#REF!"),
        "D1": .dateTime(CellDay(year: 2015, month: 9, day: 1), 36_660), "F1": .number(1.5),
        "H1": .text("0012"),
        "I1": .number(1.0 / 3), "J1": .uncomputed,
      ])
    #expect(values["I1"]?.text == "0.333333333333333")
  }

  @Test func `Values that the writer left to be computed are none`() throws {
    let row = "<row><c><f>1+1</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c></row>"
    let values = try read(row, book: "<calcPr fullCalcOnLoad='1'/>").values
    #expect(values == ["A1": .uncomputed, "B1": .number(2), "C1": .number(0)])
    #expect(try read(row).values["A1"] == .number(0))
  }

  @Test func `What stands beside the cells is none of theirs`() throws {
    let texts = try read(
      """
      <row><c r="A1"><v>1</v><extLst><ext xmlns:x="urn:x"><x:v>9</x:v></ext></extLst></c></row>\
      <x:row xmlns:x="urn:x"><x:c><x:v>9</x:v></x:c></x:row>
      """
    ).texts
    #expect(texts == ["A1": "1"])
  }

  @Test func `A declared size is not believed, and empty cells are none`() throws {
    let empty = (0..<500).map { _ in "<c s='1'/>" }.joined()
    let rows = (1...50).map { "<row r='\($0)'>\(empty)</row>" }.joined()
    let read = try ReadWorkbook(
      TestPackage.xlsx(
        "<dimension ref='A1:XFD1048576'/><cols><col min='1' max='16384' hidden='0'/><col min='3' max='99999' hidden='1'/></cols><sheetData>\(rows)<row r='60'><c r='B60'><v>1</v></c></row></sheetData>"
      ))
    #expect(read.sheets[0].count == 1 && read.texts == ["B60": "1"])
    #expect(read.hidden[0] == [2...16_383])
  }

  @Test func `Strict workbooks and those with prefixes are read`() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let bytes = TestPackage([
      (
        "xl\\Sheet One.XML",
        "<x:worksheet xmlns:x='\(strict)'><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='a' Type='\(relations)/officeDocument' Target='/xl/Book.xml'/></Relationships>"
      ),
      (
        "xl/book.xml",
        "<x:workbook xmlns:x='\(strict)' xmlns:r='\(relations)'><x:sheets><x:sheet name='A' r:id='q'/></x:sheets></x:workbook>"
      ),
      (
        "xl/_rels/book.xml.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='q' Type='\(relations)/worksheet' Target='../xl/sheet%20one.xml'/></Relationships>"
      ),
    ]).bytes
    #expect(try ReadWorkbook(bytes).texts == ["A1": "7"])
  }

  @Test(arguments: [
    "<row r='0'><c/></row>", "<row r='1048577'><c/></row>", "<row><c t='s'><v>9</v></c></row>",
    "<row><c t='s'><v>x</v></c></row>", "<row>", "<row></sheetData>", "<row>&foo;</row>",
  ])
  func `What no writer can mean is damaged`(_ rows: String) {
    #expect(throws: WorkbookProblem.damaged("a/one.xml")) { try self.read(rows) }
  }

  @Test func `Comments of cells are counted, and where their links lead is told`() throws {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let bytes = TestPackage.xlsx(
      "<sheetData><row><c><v>1</v></c></row></sheetData><hyperlinks><hyperlink ref='A1'/></hyperlinks>",
      besides: [
        (
          "a/_rels/one.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='\(office)/hyperlink' Target='mailto:ana@example.org' TargetMode='External'/><Relationship Id='r2' Type='\(office)/comments' Target='../c.xml'/></Relationships>"
        ),
        (
          "c.xml",
          "<comments xmlns='\(TestPackage.main)'><commentList><comment ref='B2'><text/></comment><comment ref='B3'/></commentList></comments>"
        ),
      ])
    let rows = try #require(try Workbook(TestBytes(bytes))).rows(of: 0)
    while try rows.next() != nil {}
    #expect(rows.extras.comments == 2 && rows.extras.firstComment == "B2")
    #expect(rows.extras.links == ["mailto:ana@example.org"])
  }
}
