import Foundation
import Testing
import Workbooks

@testable import Dashboard

/// A workbook comes in by keys: which sheet, its columns, what it would do.
@Suite struct SheetPickerTests {
  private func opened(_ sheets: [(String, [[String]])], _ body: (Desk) throws -> Void) throws {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try WorkbookWriter(path)
    for (name, rows) in sheets {
      try writer.begin(name, rows[0].map { SheetColumn($0) })
      for row in rows.dropFirst() { try writer.append(row) }
    }
    try writer.close()
    let desk = try Desk("2", library: .ofForests())
    desk.press("i")
    desk.type(path)
    desk.press("Enter")
    try body(desk)
  }

  private static let people = [
    ("2014", [["Full name", "E-mail"], ["Ada Okoro", "ada@example.org"]]),
    ("2015", [["Register of 2015", ""], ["Full name", "E-mail"], ["Bo Lind", "bo@example.org"]]),
    ("Notes", [["To do"], ["call them"]]),
  ]

  @Test func `Where sheets fit equally well it asks which is meant`() throws {
    try opened(Self.people) { desk in
      #expect(desk.status == " Several sheets of the workbook fit equally well. Choose one.")
      #expect(desk.body.contains("2014") && desk.body.contains("2015") && !desk.body.contains("Notes"))
      desk.press("Down", "Enter")
      #expect(desk.screen.contains("· 2015") && desk.body.contains("Bo Lind"))
      desk.press("p")
      #expect(desk.body.contains("Sheet “2015”, headings in row 2."))
      #expect(desk.body.contains("Above the headings, not read: Register of 2015."))
      #expect(desk.body.contains("Other sheets, not read: 2014; Notes."))
      desk.press("Ctrl-S")
      desk.press("Enter")
      #expect(!desk.lines[0].contains("Import") && desk.body.contains("Bo Lind"))
    }
  }

  @Test func `Another sheet is chosen from the columns`() throws {
    try opened(Self.people) { desk in
      desk.press("Enter", "w")
      #expect(desk.body.contains("Notes"))
      desk.press("Down", "Enter")
      #expect(desk.screen.contains("· 2015") && desk.body.contains("Bo Lind"))
      desk.press("Esc")
      #expect(!desk.lines[0].contains("Import"))
    }
  }

  @Test func `Of one sheet there is no other`() throws {
    try opened(Array(Self.people.prefix(1))) { desk in
      #expect(desk.body.contains("Ada Okoro"))
      desk.press("w")
      #expect(desk.status.contains("The file has no other sheet that holds anything."))
    }
  }
}
