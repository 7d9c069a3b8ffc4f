import Interchange
import Model
import Testing
import Workbooks

/// What cells of a sheet say besides their text.
@Suite struct SheetCellsTests {
  private func rows<T>(_ rows: String, _ read: (ImportFile) throws -> T) throws -> T {
    let names = ["office", "table", "text"].map {
      "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'"
    }
    let content = """
      <?xml version='1.0'?><office:document-content \(names.joined(separator: " ")) \
      xmlns:xlink='http://www.w3.org/1999/xlink'><office:body><office:spreadsheet><table:table table:name='S'>\(rows)\
      </table:table></office:spreadsheet></office:body></office:document-content>
      """
    let parts = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ]
    return try read(ImportFile(bytes: PackageWriter.bytes(parts.map { ($0.0, Array($0.1.utf8)) })))
  }

  private func row(_ cells: String...) -> String {
    "<table:table-row>"
      + cells.map { "<table:table-cell office:value-type='string'>\($0)</table:table-cell>" }.joined()
      + "</table:table-row>"
  }

  private func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

  @Test func `The address behind the words of a cell is taken where an address belongs`() throws {
    let link = "<text:p><text:a xlink:href='https://ana.example/'>Website</text:a></text:p>"
    let mail = "<text:p><text:a xlink:href='mailto:ana@example.org'>write to her</text:a></text:p>"
    let name = "<text:p><text:a xlink:href='https://cv.example/'>Ana</text:a></text:p>"
    let read = try rows(row(p("name"), p("links"), p("emails")) + row(name, link, mail)) { file in
      try ReadRows(MappedRows(file, FileSurvey(file).mapping()))
    }
    #expect(read.texts("name") == ["Ana"] && read.texts("links") == ["https://ana.example/"])
    #expect(read.texts("emails") == ["ana@example.org"])
    #expect(read.remarks.cellNotes.map(\.what) == [.link, .link])
    #expect(read.remarks.sheet?.lostLinks == ["https://cv.example/"])
  }

  @Test func `Units go into texts, and currencies into sums`() throws {
    func number(_ shown: String, _ value: String, _ more: String = "") -> String {
      "<table:table-cell office:value-type='float' office:value='\(value)' \(more)>\(p(shown))</table:table-cell>"
    }
    let euros = number("1.200,50 €", "1200.5")
    let kilos = number("12 kg", "12")
    let file =
      row(p("name"), p("amount"), p("note"))
      + "<table:table-row><table:table-cell office:value-type='string'>\(p("Room"))</table:table-cell>\(euros)\(kilos)</table:table-row>"
    let read = try rows(file) { try ReadRows(TableRows<BudgetLine>($0)) }
    #expect(read.texts("amount") == ["1200.5"] && read.texts("currency") == ["EUR"])
    #expect(read.texts("note") == ["12 kg"])
  }
}
