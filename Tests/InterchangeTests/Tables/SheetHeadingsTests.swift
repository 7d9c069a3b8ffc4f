import Model
import Testing
import Workbooks

@testable import Interchange

/// Two rows of headings in a sheet, some cells merged over both.
@Suite struct SheetHeadingsTests {
  private func rows(_ columns: [String], _ rows: [[String]]) throws -> ReadRows {
    let book = try TestWorkbook([("People", columns.map { SheetColumn($0) }, rows)])
    return try ReadRows(TableRows<Stakeholder>(book.file))
  }

  @Test func `A heading above the row of headings counts where none stands below it`() throws {
    let read = try rows(
      ["Person", "", "Contact", "Country"],
      [["Name", "City", "E-mail", ""], ["Ana", "Lima", "a@example.org", "PE"]])
    #expect(read.texts("name") == ["Ana"] && read.texts("emails") == ["a@example.org"])
    #expect(read.texts("country") == ["PE"])
    #expect(read.remarks.sheet?.above == ["Person", "Contact"] && read.remarks.sheet?.unheadedCount == 0)
  }

  @Test func `A title above is no heading`() throws {
    let read = try rows(
      ["", "", "List of 2015"], [["Name", "E-mail", ""], ["Ana", "a@example.org", "lost"]])
    #expect(read.remarks.sheet?.above == ["List of 2015"] && read.remarks.sheet?.unheadedCount == 1)
  }
}
