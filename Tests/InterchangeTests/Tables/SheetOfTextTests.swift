import Foundation
import Interchange
import Testing
import Workbooks

@Suite struct SheetOfTextTests {
  private func written(_ lines: [[String]], _ style: CSVWriter.Style = .exact) throws -> (
    SheetRow, [[CellValue]]
  ) {
    var csv = CSVWriter(style: style, byteOrderMark: style == .spreadsheetSafe)
    for line in lines { csv.append(line) }
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SheetOfText(csv: csv.drain(), named: "A title: of [a report]").write(to: path, replacing: .nothing)
    let book = try #require(try Workbook(ImportFile(path: path)))
    #expect(book.sheets.map(\.name) == ["A title- of -a report-"])
    let head = try book.head(of: 0)
    return (head[0], head.dropFirst().map { $0.cells.map(\.value) })
  }

  @Test func `Columns of days and of numbers are real ones, and codes stay text`() throws {
    let lines = [
      ["Day", "Count", "Share", "Code", "Mixed", "Words"], ["2015-09-01", "7", "12.5%", "0012", "7", "=1+1"],
      ["2016-02-29", "-3", "0%", "7", "seven", "a\nb"],
    ]
    for style in [CSVWriter.Style.exact, .spreadsheetSafe] {
      let (header, rows) = try written(lines, style)
      #expect(header.cells.map(\.value.text) == lines[0])
      #expect(
        rows == [
          [
            .date(CellDay(year: 2015, month: 9, day: 1)), .number(7), .percent(0.125), .text("0012"),
            .text("7"),
            .text("=1+1"),
          ],
          [
            .date(CellDay(year: 2016, month: 2, day: 29)), .number(-3), .percent(0), .text("7"),
            .text("seven"),
            .text("a\nb"),
          ],
        ])
    }
  }

  @Test func `A table without rows is a sheet of headings`() throws {
    let (header, rows) = try written([["Day", "Count"]])
    #expect(header.cells.map(\.value) == [.text("Day"), .text("Count")] && rows.isEmpty)
  }
}
