import Model
import Testing

@testable import Store

/// A report that is out of the house stays as it went out.
@Suite struct ReportStoreTests {
  private func draft(_ library: Library) throws -> Report {
    var report = Report(id: "r")
    (report.name, report.from, report.to) = ("Sample report", Day("2015-01-01"), Day("2015-12-31"))
    try library.apply(AddRecord(report))
    return try #require(try library.read(RecordByID<Report>("r")))
  }

  private func release(_ library: Library, _ report: Report) throws -> Report {
    try library.apply(ReleaseReport(report, facts: "{}", digest: "d", on: Day("2016-01-15")!))
    return try #require(try library.read(RecordByID<Report>("r")))
  }

  @Test func `What was released can be neither edited, removed nor undone`() throws {
    let library = try Library.inMemory()
    let report = try release(library, draft(library))
    #expect(report.state == .released && report.released == Day("2016-01-15") && report.facts == "{}")
    var edited = report
    edited.note = "afterthought"
    #expect(throws: Refusal.invalid(field: "report_state", .notByHand)) {
      try library.apply(EditRecord(base: report, edited: edited))
    }
    edited = report
    edited.state = .draft
    #expect(throws: Refusal.self) { try library.apply(EditRecord(base: report, edited: edited)) }
    #expect(throws: Refusal.invalid(field: "report_state", .notByHand)) {
      try library.apply(RemoveRecord(report))
    }
    #expect(throws: Refusal.invalid(field: "report_state", .notByHand)) {
      try library.apply(ReleaseReport(report, facts: "{}", digest: "e", on: Day("2016-01-16")!))
    }
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
    #expect(try library.read(RecordByID<Report>("r")) == report)
  }

  @Test func `Nobody releases by a form or a file`() throws {
    let library = try Library.inMemory()
    let report = try draft(library)
    var edited = report
    edited.state = .released
    #expect(throws: Refusal.invalid(field: "report_state", .notByHand)) {
      try library.apply(EditRecord(base: report, edited: edited))
    }
    var new = Report(id: "from-a-file")
    (new.name, new.state) = ("Imported", .released)
    #expect(throws: Refusal.self) { try library.apply(ImportRecords(new: [new], changed: [])) }
  }

  @Test func `A draft that somebody edited meanwhile is not released unseen`() throws {
    let library = try Library.inMemory()
    let seen = try draft(library)
    var edited = seen
    edited.edits = [ReportEdit(paragraph: "media.total", kind: .replace, text: "Otherwise")]
    try library.apply(EditRecord(base: seen, edited: edited))
    #expect(throws: Refusal.changedMeanwhile(title: "Sample report", by: "tester")) {
      _ = try release(library, seen)
    }
  }

  @Test func `Release closes the way back to the draft, and nothing else's`() throws {
    let library = try Library.inMemory()
    var measure = Measure(id: "m")
    (measure.indicator, measure.name) = ("6.3", "Sample measure")
    try library.apply(AddRecord(measure))
    let seen = try draft(library)
    var edited = seen
    edited.note = "a note"
    try library.apply(EditRecord(base: seen, edited: edited))
    _ = try release(library, try #require(try library.read(RecordByID<Report>("r"))))
    // Not the edit of the report, which would be refused each time, but what was done before.
    try library.undo()
    #expect(try library.read(RecordByID<Measure>("m")) == nil)
    #expect(try library.read(RecordByID<Report>("r"))?.note == "a note")
  }

  @Test func `Records are called by their names`() throws {
    let library = try Library.inMemory()
    _ = try draft(library)
    let titles = try library.read(
      RecordTitles([
        RecordReference(.report, "r"), RecordReference(.activity, "t1.a"), RecordReference(.call, "no"),
      ]))
    #expect(titles == ["report:r": "Sample report", "activity:t1.a": "Needs analysis"])
  }
}
