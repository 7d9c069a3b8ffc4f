import Foundation
import Model
import Store
import Testing

@testable import Dashboard

/// What the words of a column mean is chosen by keys; rows are left out, rejected ones written to a file.
@Suite struct WordsPaneTests {
  private func opened(_ text: String, language: String = "en", _ body: (Desk, String) throws -> Void) throws {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/people.csv"))
    let desk = try Desk("2", columns: 80, rows: 24, language: language, library: .ofForests())
    desk.press("i")
    desk.type(folder + "/people.csv")
    desk.press("Enter")
    try body(desk, folder)
  }

  private static let people =
    "Full name,Role,Country\n"
    + (0..<6).map { "Person \($0),\(["C", "E", "contributor"][$0 % 3]),Kenya\n" }.joined()
    + "Bo,C,Wakanda\n"

  @Test func `The words of a column, and what each means from now on`() throws {
    try opened(Self.people) { desk, _ in
      desk.press("Down", "v")
      #expect(
        desk.screen == """
           outreach · What words mean › Role · Role            as of 15 Sep 2015 · tester
          ────────────────────────────────────────────────────────────────────────────────
           WORD                                  CELLS   MEANS
          ▌C                                         3   ! rejected
           E                                         2   ! rejected
           every other word                              ! rejected















          ────────────────────────────────────────────────────────────────────────────────

           Enter Choose   x Leave empty   ? help   Esc back
          """)
      desk.press("Enter")
      desk.type("contr")
      desk.press("Enter", "Down", "x")
      #expect(desk.body.contains("C                                         3   contributor"))
      #expect(desk.body.contains("▌E                                         2   left empty"))
      desk.press("Esc")
      #expect(desk.body.contains("▌Role                 C · E · contributor          Role · 2 words\n"))
      desk.press("p")
      #expect(desk.body.contains("Role: “C” is read as contributor. 3 cells, lines 2, 5, 8."))
      #expect(desk.body.contains("Role: “E” is left out, as was chosen"))
    }
  }

  @Test func `They are saved with the mapping and taken up with it`() throws {
    try opened(Self.people) { desk, _ in
      desk.press("Down", "v", "Enter")
      desk.type("contr")
      desk.press("Enter", "Esc", "s")
      desk.type("Workshop")
      desk.press("Enter")
      let saved = try desk.library.read(AllRecords<ImportMapping>())
      #expect(saved.map { $0.columns.map(\.values) } == [[[], [MappedValue("C", "contributor")], []]])
      desk.press("x", "o", "Enter")
      #expect(
        desk.body.contains(
          "▌Role                 C · E · contributor          Role · 1 word             !2\n"))
    }
  }

  @Test func `A value that is typed is taken where the field takes it`() throws {
    try opened("Full name,E-mail\nAna,ana at example.org\n") { desk, _ in
      desk.press("Down", "v", "Enter")
      desk.type("nobody@")
      desk.press("Enter")
      #expect(desk.status == " Nothing after the @ in “nobody@”.")
      desk.type("example.org")
      desk.press("Enter", "Esc", "p")
      #expect(desk.body.contains("“ana at example.org” is read as nobody@example.org."))
    }
  }

  @Test func `A column whose words are all known has none to choose`() throws {
    try opened(Self.people) { desk, _ in
      desk.press("v")
      #expect(desk.status == " The field takes every word of this column.")
      desk.press("x", "v")
      #expect(desk.status == " The column is left out: choose first what it becomes.")
    }
  }

  @Test func `Countries are chosen by their names in Chinese`() throws {
    try opened(Self.people, language: "zh") { desk, _ in
      desk.press("G", "v", "Enter")
      desk.type("肯尼亚")
      desk.press("Enter")
      #expect(desk.body.contains("▌Wakanda") && desk.body.contains("肯尼亚"))
    }
  }

  // MARK: The preview

  @Test func `The same problem is one line, and its rows are a key away`() throws {
    try opened(Self.people) { desk, _ in
      desk.press("p")
      #expect(
        desk.body.contains(
          "▌! line 2    Role: “C” is none of: contributor, end-user. 3 rows, lines 2, 5,\n             8.\n")
      )
      desk.press("Enter")
      #expect(desk.body.contains("   line 5    Role: “C” is none of: contributor, end-user."))
      desk.press("Enter")
      #expect(!desk.body.contains("   line 5 "))
    }
  }

  @Test func `Space leaves a row out, and the counts say so`() throws {
    try opened("name,emails\nUna,una@example.org\nVito,vito@example.org\n") { desk, _ in
      desk.press("p", "Space")
      #expect(desk.body.contains("▌× Una  una@example.org (left out by hand)"))
      #expect(desk.status == " 1 new and 0 changed will be written. By hand: 1.")
      #expect(desk.body.hasPrefix(" [All 2]  New 1   By hand 1"))
      desk.press("Space")
      #expect(desk.status == " 2 new and 0 changed will be written.")
      desk.press("Space", "Ctrl-S")
      #expect(desk.body.contains("Imported: 1 new, 0 changed.\n   New: Vito\n   Left out by hand: 1 row."))
      let names = try desk.library.read(AllRecords<Stakeholder>()).map(\.name)
      #expect(names.contains("Vito") && !names.contains("Una"))
    }
  }

  @Test func `Of thousands of records each can be left out, a thousand at a time`() throws {
    let rows = (1...1_500).map { "P\($0),p\($0)@example.org\n" }.joined()
    try opened("name,emails\n" + rows) { desk, _ in
      desk.press("p", "Space", "G")
      #expect(desk.body.contains("Of 1,500 records those from 1 to 1,000 are shown: m shows the next."))
      desk.press("m")
      #expect(desk.body.contains("▌+ P1001  p1001@example.org"))
      desk.press("G", "Up", "Space")
      #expect(desk.body.contains("▌× P1500  p1500@example.org (left out by hand)"))
      #expect(desk.status == " 1,498 new and 0 changed will be written. By hand: 2.")
      desk.press("m")
      #expect(desk.body.contains("▌× P1  p1@example.org (left out by hand)"))
      desk.press("Ctrl-S")
      let names = Set(try desk.library.read(AllRecords<Stakeholder>()).map(\.name))
      #expect(names.isSuperset(of: ["P2", "P1001", "P1499"]) && names.isDisjoint(with: ["P1", "P1500"]))
    }
  }

  @Test func `Rows that stay out are written to a file`() throws {
    try opened(Self.people) { desk, folder in
      desk.press("p", "r", "Ctrl-U")
      desk.type(folder + "/rest.ods")
      desk.press("Enter")
      #expect(
        desk.status.contains("rest.ods would be a workbook of a kind that is only read"), "\(desk.status)")
      desk.press("Ctrl-U")
      desk.type(folder + "/rest.xlsx")
      desk.press("Enter")
      #expect(desk.status.hasPrefix(" 5 rows that were not taken stand in "))
      #expect(
        try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/rest.xlsx")).prefix(2)) == Array("PK".utf8)
      )
      desk.press("r", "Enter")
      #expect(desk.status.hasPrefix(" 5 rows that were not taken stand in "))
      let text = try String(contentsOfFile: folder + "/people-rejected.csv", encoding: .utf8)
      #expect(
        text.contains("Bo,C,Wakanda,\"Role: “C” is none of: contributor, end-user. Country: No country"))
    }
  }
}
