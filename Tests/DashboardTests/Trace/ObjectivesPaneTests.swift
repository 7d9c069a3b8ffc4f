import Model
import Office
import Phrases
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// The objectives by keys, over the sample data.
@Suite struct ObjectivesPaneTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.sample()
    let desk = try Desk("U", columns: columns, rows: rows, language: language, library: library)
    desk.press("b")
    return desk
  }

  private func marked(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  @Test func `Every objective and function, with what is planned, done, shown and empty`() throws {
    let desk = try desk()
    #expect(desk.lines[0].contains("Objectives"))
    #expect(marked(desk).contains("reaffirm reputation (A.10 a)") && marked(desk).contains("none"))
    #expect(desk.body.contains("COMMUNICATIONS (annex I, paragraph 10)"))
    desk.press("G")
    #expect(marked(desk).contains("capacity-building (B.11)"))
  }

  @Test func `Enter shows the words as adopted and the records, and each opens`() throws {
    let desk = try desk()
    desk.press("Down", "Down", "Down", "Enter")
    #expect(desk.body.contains("解释平台的工作方式") && desk.body.contains("Our translation: Explain how"))
    #expect(desk.body.contains("FAQ web page"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
  }

  @Test func `What is empty alone`() throws {
    let desk = try desk()
    let book = try desk.library.read(AimBookOn(Desk.asOf))
    let whole = book.rows.filter(\.gaps.isEmpty)
    #expect(!whole.isEmpty)
    desk.press("o")
    let look = Look(phrases: Phrasebook("en"), asOf: Desk.asOf, who: "tester")
    for row in whole { #expect(!desk.body.contains(row.aim.word(look))) }
  }

  @Test func `What nothing serves says so, and how`() throws {
    let desk = try Desk("U")
    desk.press("b", "G", "Enter")
    #expect(desk.body.contains("No record says that it serves this."))
    #expect(desk.body.contains("Empty: Planned"))
  }
}
