import Foundation
import Model
import Office
import Store
import Testing

@testable import Dashboard

/// A report by keys: drafted, edited, traced, released.
@Suite struct ReportPaneTests {
  private func drafting(language: String = "en", isReadOnly: Bool = false) throws -> Desk {
    let library = try Library.underWay()
    var report = Report(id: "r")
    (report.name, report.from, report.to) = ("Sample report", Day("2015-01-01"), Day("2015-09-15"))
    report.language = language
    try library.begin(with: AddRecord(report))
    return try Desk("T", language: language == "zh" ? "zh" : "en", isReadOnly: isReadOnly, library: library)
  }

  private func report(_ desk: Desk) throws -> Report {
    try #require(try desk.library.read(RecordByID<Report>("r")))
  }

  @Test func `A new draft asks for whom and from when to when`() throws {
    let desk = try Desk("T")
    #expect(desk.lines.contains { $0.contains("No report yet") })
    desk.press("n")
    desk.type("Evaluation 2015")
    desk.press("Ctrl-S")
    let made = try #require(try desk.library.read(AllRecords<Report>()).first)
    #expect(made.name == "Evaluation 2015" && made.from == Day("2015-01-01") && made.to == Desk.asOf)
    #expect(made.language == "en" && made.audience == .plenary)
    #expect(desk.lines.contains { $0.contains("○ draft") && $0.contains("Evaluation 2015") })
  }

  @Test
  func `A draft reads as it will go out, and every paragraph can be rewritten, left out and taken back`()
    throws
  {
    let desk = try drafting()
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("I. Introduction") })
    #expect(desk.lines.contains { $0.contains("1.   The present report is submitted") })
    desk.press("Down", "e")
    desk.retype("The secretariat reports as follows.")
    desk.press("Enter")
    #expect(
      desk.lines.contains { $0.contains("1.   The secretariat reports as follows.") && $0.contains("~") })
    desk.press("a")
    desk.type("The Bureau was informed.")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("2.   The Bureau was informed.") && $0.contains("+") })
    desk.press("r")
    #expect(desk.lines.contains { $0.contains("1.   The present report is submitted") })
    desk.press("x")
    #expect(desk.lines.contains { $0.contains("×") })
    #expect(try report(desk).edits.map(\.kind) == [.add, .omit])
    desk.press("u")
    #expect(try report(desk).edits.map(\.kind) == [.add])
    desk.press("Ctrl-R")
    #expect(try report(desk).edits.map(\.kind) == [.add, .omit])
  }

  @Test func `Enter opens the records behind a paragraph`() throws {
    let desk = try drafting()
    desk.press("Enter")
    for _ in 0..<40
    where !desk.lines.contains(where: { $0.hasPrefix("▌") && $0.contains("Timetable of comm") }) {
      desk.press("Down")
    }
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("activity:t1.a") && $0.contains("Needs analysis") })
    desk.press("Enter")
    #expect(desk.lines.first?.contains("Timeline") == true)
  }

  @Test func `What facts moved under an edit is said`() throws {
    let desk = try drafting()
    desk.press("Enter")
    for _ in 0..<60 where !desk.lines.contains(where: { $0.hasPrefix("▌") && $0.contains("Delays against") })
    {
      desk.press("Down")
    }
    desk.press("e")
    desk.retype("Delays were moderate.")
    desk.press("Enter")
    #expect(!desk.lines.contains { $0.contains("since it was edited") })
    try desk.library.edit("t1.b", ["status": "done", "actual_end": "2015-05-01"])
    desk.rest()
    #expect(desk.lines.contains { $0.contains("The facts say something else since it was edited") })
  }

  @Test func `What is released stays, byte for byte, and says what differs today`() throws {
    let desk = try drafting(language: "zh")
    desk.press("Enter", "p")
    desk.type("主席团同意")
    desk.press("Enter")
    let released = try report(desk)
    #expect(released.state == .released && released.released == Desk.asOf)
    let before = ReportPaper.Format.allCases.map { format in
      (try? ReportPaper(released, in: desk.library))?.bytes(format)
    }
    #expect(try ReportPaper.differences(of: released, in: desk.library).isEmpty)
    try desk.library.edit("t1.b", ["status": "done", "actual_end": "2015-05-01"])
    let after = ReportPaper.Format.allCases.map { format in
      (try? ReportPaper(released, in: desk.library))?.bytes(format)
    }
    #expect(before == after && before.allSatisfy { $0?.isEmpty == false })
    let differences = try ReportPaper.differences(of: released, in: desk.library)
    #expect(differences.contains { $0.before.contains("延误天数") })
    desk.press("e")
    #expect(desk.lines.contains { $0.contains("报告已发布") })
  }

  @Test func `A store that is open for reading only shows reports and changes none`() throws {
    let desk = try drafting(isReadOnly: true)
    desk.press("Enter", "Down", "e")
    #expect(desk.lines.contains { $0.contains("open for reading only") })
  }

  @Test func `What was frozen and does not fit its digest is not shown as released`() throws {
    let desk = try drafting()
    let paper = try ReportPaper(report(desk), in: desk.library)
    let (json, digest) = try ReportPaper.freeze(paper.facts)
    var report = try report(desk)
    (report.state, report.facts, report.digest) = (.released, json.replacing("t1.a", with: "t1.b"), digest)
    #expect(throws: ReportProblem.damaged("Sample report")) { try ReportPaper(report, in: desk.library) }
    report.facts = json
    #expect(try ReportPaper(report, in: desk.library).facts == paper.facts)
  }
}
