import Testing
import Workbooks

@Suite struct ODSContentTests {
  private func read(_ rows: String, styles: String = "") throws -> ReadWorkbook {
    try ReadWorkbook(TestPackage.ods("<table:table table:name='S'>\(rows)</table:table>", styles: styles))
  }

  private func cell(_ inside: String, _ attributes: String = "office:value-type='string'") -> String {
    "<table:table-cell \(attributes)>\(inside)</table:table-cell>"
  }

  private func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }

  @Test func `Values have the type that the cell says`() throws {
    let values = try read(
      row(
        cell("<text:p>shown</text:p>", "office:value-type='float' office:value='1.5'")
          + cell("<text:p>7 %</text:p>", "office:value-type='percentage' office:value='0.07'")
          + cell("", "office:value-type='currency' office:currency='EUR' office:value='12'")
          + cell("", "office:value-type='date' office:date-value='2015-09-01'")
          + cell("", "office:value-type='date' office:date-value='2015-09-01T10:11:00.000000000'")
          + cell("", "office:value-type='time' office:time-value='PT10H30M00S'")
          + cell("", "office:value-type='time' office:time-value='PT36H00M01S'")
          + cell("", "office:value-type='boolean' office:boolean-value='true'")
          + cell("<text:p>0012</text:p>") + cell("", "office:value-type='string' office:string-value='given'")
          + cell(
            "<text:p>Err:508</text:p>",
            "office:value-type='string' calcext:value-type='error' office:string-value=''")
          + cell("<text:p>#REF!</text:p>", "table:formula='of:=A1' office:value-type='string'")
          + cell("", "table:formula='of:=A1'") + cell("<text:p>untyped</text:p>", ""))
    ).values
    let day = CellDay(year: 2015, month: 9, day: 1)
    guard case .quantity(12, let euros)? = values["C1"] else {
      Issue.record("no currency")
      return
    }
    #expect(euros.after == "EUR")
    #expect(
      values == [
        "A1": .number(1.5), "B1": .percent(0.07), "C1": .quantity(12, euros), "D1": .date(day),
        "E1": .dateTime(day, 36_660),
        "F1": .time(37_800), "G1": .duration(129_601), "H1": .boolean(true), "I1": .text("0012"),
        "J1": .text("given"),
        "K1": .error("Err:508"), "L1": .error("#REF!"), "M1": .uncomputed, "N1": .text("untyped"),
      ])
  }

  @Test(arguments: [
    ("0012", "12", "0012"), ("1.200,50 €", "1200.5", "1200.5 €"), ("CHF 300", "300", "CHF 300"),
    ("12", "12", "12"),
    ("1,2 k", "1200", "1200"), ("(12)", "12", "12"), ("-12", "-12", "-12"), ("0", "0", "0"),
    ("0,5", "0.5", "0.5"),
    ("13 kg", "12.6", "12.6 kg"), ("٣", "3", "3"),
  ])
  func `What only the text of a cell shows is kept`(_ shown: String, _ number: String, _ text: String) throws
  {
    let value = try read(
      row(cell("<text:p>\(shown)</text:p>", "office:value-type='float' office:value='\(number)'"))
    ).values["A1"]
    if case .quantity(_, let unit)? = value {
      #expect(unit.around(value?.text ?? "") == text)
    } else {
      #expect(value?.text == text)
    }
  }

  @Test(arguments: [
    ("<text:p>one</text:p><text:p>two</text:p>", "one\ntwo"),
    ("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>", "a  b\tc\nd"),
    ("<text:p>a <text:span>b<text:a>c</text:a></text:span></text:p>", "a bc"),
    ("<text:p>  raw  blanks </text:p>", "  raw  blanks "),
    ("<text:p>\n   laid\n  out\n </text:p>", "laid out"),
    ("<office:annotation><text:p>a comment</text:p></office:annotation><text:p>said</text:p>", "said"),
    (
      "<text:p>字<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby></text:p>",
      "字字"
    ),
    ("<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame><text:p>x</text:p>", "x"),
    ("<text:p/><text:p>b</text:p>", "\nb"),
    ("<text:p>x<draw:frame><text:p>y</text:p></draw:frame>z</text:p>", "xz"),
  ])
  func `The text of a cell is what is seen in it`(_ inside: String, _ text: String) throws {
    #expect(try read(row(cell(inside))).texts == ["A1": text])
  }

  @Test func `Millions of repeated columns and rows cost nothing`() throws {
    let wide = cell("", "table:number-columns-repeated='16384'")
    let read = try read(
      row(
        cell("<text:p>a</text:p>") + cell("", "table:number-columns-repeated='1000000000'")
          + cell("<text:p>lost</text:p>"))
        + row(wide, "table:number-rows-repeated='3'")
        + row(
          cell("<text:p>b</text:p>", "office:value-type='string' table:number-columns-repeated='3'"),
          "table:number-rows-repeated='2'")
        + row(wide, "table:number-rows-repeated='1048569'")
        + row(wide, "table:number-rows-repeated='99999999999'"))
    #expect(read.texts == ["A1": "a", "A5": "b", "B5": "b", "C5": "b", "A6": "b", "B6": "b", "C6": "b"])
  }

  @Test func `Cells that say to be repeated without end are refused`() {
    let cells = cell("<text:p>b</text:p>", "office:value-type='string' table:number-columns-repeated='16384'")
    #expect(throws: WorkbookProblem.tooLarge) {
      try self.read(self.row(cells, "table:number-rows-repeated='1000000'"))
    }
  }

  @Test func `Covered cells, hidden rows and columns are told`() throws {
    let read = try read(
      """
      <table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
      """
        + row(
          cell(
            "<text:p>wide</text:p>",
            "office:value-type='string' table:number-columns-spanned='2' table:number-rows-spanned='2'")
            + "<table:covered-table-cell office:value-type='string'><text:p>behind</text:p></table:covered-table-cell>"
            + cell("<text:p>c</text:p>"))
        + "<table:table-row-group><table:table-header-rows>\(row(cell("<text:p>x</text:p>"), "table:visibility='filter'"))</table:table-header-rows></table:table-row-group>"
    )
    #expect(read.texts == ["A1": "wide", "C1": "c", "A2": "x"])
    #expect(read.hidden[0] == [1...2] && read.sheets[0].map(\.isHidden) == [false, true])
    #expect(read.merged[0].map(\.columns) == [0...1] && read.merged[0].map(\.rows) == [1...2])
  }

  @Test func `Styles show leading zeros, durations and percentages, and hide tables`() throws {
    let styles = """
      <number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>\
      <number:number-style style:name="N2"><number:number number:min-integer-digits="5"><number:embedded-text number:position="3">-</number:embedded-text></number:number></number:number-style>\
      <number:time-style style:name="N3" number:truncate-on-overflow="false"><number:hours/></number:time-style>\
      <number:percentage-style style:name="N4"><number:number number:min-integer-digits="1"/></number:percentage-style>\
      <style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/>\
      <style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>\
      <style:style style:name="c3" style:family="table-cell" style:data-style-name="N3"/>\
      <style:style style:name="c4" style:family="table-cell" style:data-style-name="N4"/>\
      <style:style style:name="c5" style:family="table-cell" style:parent-style-name="c1"/>\
      <style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style>
      """
    let number = "office:value-type='float' office:value='12'"
    let cells =
      cell("", number) + cell("", "\(number) table:style-name='c2'")
      + cell("", "table:style-name='c3' office:value-type='time' office:time-value='PT02H00M00S'")
      + cell("", "\(number) table:style-name='c4'") + cell("", "\(number) table:style-name='c5'")
    let table =
      "<table:table table:name='T' table:style-name='t1'><table:table-column table:default-cell-style-name='c1'/>\(row(cells))</table:table>"
    let read = try ReadWorkbook(TestPackage.ods(table, styles: styles))
    #expect(read.texts == ["A1": "00012", "B1": "00-012", "C1": "02:00", "D1": "1200%", "E1": "00012"])
    #expect(read.values["C1"] == .duration(7200))
    #expect(read.book.sheets.map(\.isHidden) == [true])
  }

  @Test func `Only tables of the document are sheets`() throws {
    let one = row(cell("<text:p>1</text:p>"))
    let read = try ReadWorkbook(
      TestPackage.ods(
        """
        <table:tracked-changes><table:deletion><table:cell-content-deletion>\(cell("<text:p>old</text:p>"))</table:cell-content-deletion></table:deletion></table:tracked-changes>
        <table:table table:name="A"><table:shapes><draw:frame><table:table table:name="inner"/></draw:frame></table:shapes>\(one)</table:table>
        <table:table table:name="'file:///x.ods'#$S">\(one)</table:table><table:table table:name="B">\(row(cell("<text:p>2</text:p>")))</table:table>
        """))
    #expect(read.book.sheets.map(\.name) == ["A", "B"])
    #expect(read.sheets.map { $0.flatMap(\.cells).map(\.value) } == [[.text("1")], [.text("2")]])
  }

  @Test func `Comments of cells are counted, and where their links lead is told`() throws {
    let cells =
      cell("<office:annotation><text:p>ask her</text:p></office:annotation><text:p>Ana</text:p>")
      + cell("<text:p><text:a xlink:href='mailto:ana@example.org'>Ana</text:a></text:p>")
      + cell("<text:p><text:a xlink:href='#Sheet2.A1'>there</text:a></text:p>")
    let bytes = TestPackage.ods("<table:table table:name='S'>\(row(cells))</table:table>")
    let rows = try #require(try Workbook(TestBytes(bytes))).rows(of: 0)
    let first = try #require(try rows.next())
    #expect(first.cells.map(\.value) == [.text("Ana"), .text("Ana"), .text("there")])
    #expect(rows.extras.comments == 1 && rows.extras.firstComment == "A1")
    #expect(rows.extras.links == ["mailto:ana@example.org"])
  }
}
