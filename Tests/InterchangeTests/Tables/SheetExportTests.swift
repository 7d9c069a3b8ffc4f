import Embedded
import Foundation
import Interchange
import Model
import RandomRecords
import Testing
import Workbooks

@Suite struct SheetExportTests {
  /// What importing an export over the very records plans.
  private func roundTrip<R: Exchangeable>(_ records: [R]) throws -> ImportPlan<R> {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NewFile.write(to: path, replacing: .nothing) { temporary in
      let export = try SheetExport<R>(temporary, for: path)
      for record in records { try export.append([record]) }
      try export.close()
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    return try RecordImport(known: KnownRecords(records)).plan(ImportFile(path: path))
  }

  private func expectUnchanged<R: Exchangeable>(_ records: [R], _ comment: Comment? = nil) throws {
    let plan = try roundTrip(records)
    #expect(plan.unchanged == records.count, comment)
    #expect(
      plan.isComplete && plan.changed.isEmpty && plan.new.isEmpty && plan.unknownColumns.isEmpty, comment)
  }

  private func sample<R: Exchangeable>(_ name: String, _: R.Type) throws -> [R] {
    let bytes = Array(try #require(Embedded.bytes("sample-data/\(name).csv")))
    return try RecordImport<R>(known: KnownRecords([])).plan(bytes).new
  }

  @Test func `The sample data comes back unchanged from a workbook`() throws {
    try expectUnchanged(sample("stakeholders", Stakeholder.self))
    try expectUnchanged(sample("activities", Activity.self))
    try expectUnchanged(sample("launch", LaunchCell.self))
    try expectUnchanged(sample("coverage", Coverage.self))
    try expectUnchanged(sample("comments", ReviewComment.self))
    try expectUnchanged(sample("survey-responses", SurveyResponse.self))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `Random records come back unchanged from a workbook`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    try expectUnchanged((0..<60).map { random.record("s\($0)", as: Stakeholder.self) }, "seed \(seed)")
    try expectUnchanged((0..<20).map { random.record("a\($0)", as: Activity.self) })
    try expectUnchanged((0..<20).map { random.record("e\($0)", as: Evidence.self) })
  }

  @Test func `Days and numbers of records are real ones`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var activity = Activity(id: "t2.5")
    (activity.progress, activity.notes) = (25, "=1+1")
    let export = try SheetExport<Activity>(path, for: path)
    try export.append([activity])
    try export.close()
    let book = try #require(try Workbook(ImportFile(path: path)))
    #expect(book.sheets.map(\.name) == ["activities"])
    let head = try book.head(of: 0)
    let titles = head[0].cells.map(\.value.text)
    let values = Dictionary(uniqueKeysWithValues: head[1].cells.map { (titles[$0.column], $0.value) })
    #expect(values["progress"] == .number(25) && values["notes"] == .text("=1+1"))
  }

  @Test func `A folder that is not there is told as for any file`() {
    #expect(throws: FileProblem.unwritable("/nonexistent/a.xlsx", errno: ENOENT)) {
      try SheetExport<Activity>("/nonexistent/b.xlsx", for: "/nonexistent/a.xlsx")
    }
  }
}
