import Embedded
import Foundation
import Interchange
import Model
import RandomRecords
import Testing

@Suite struct RoundTripTests {
  /// What importing an export over the very records plans.
  private func roundTrip<R: Exchangeable>(_ records: [R]) throws -> ImportPlan<R> {
    var export = RecordExport<R>(.csv(.exact))
    var bytes = export.begin()
    for record in records { bytes += export.append([record]) }
    bytes += export.end()
    return try RecordImport(known: KnownRecords(records)).plan(bytes)
  }

  private func expectUnchanged<R: Exchangeable>(_ records: [R], _ comment: Comment? = nil) throws {
    let plan = try roundTrip(records)
    #expect(plan.unchanged == records.count, comment)
    #expect(
      plan.isComplete && plan.changed.isEmpty && plan.new.isEmpty && plan.unknownColumns.isEmpty, comment)
  }

  private func sample<R: Exchangeable>(_ name: String, _: R.Type) throws -> [R] {
    let bytes = Array(try #require(Embedded.bytes("sample-data/\(name).csv")))
    let plan = try RecordImport<R>(known: KnownRecords([])).plan(bytes)
    #expect(plan.isComplete && plan.unknownColumns.isEmpty && plan.notes.isEmpty)
    return plan.new
  }

  @Test func `The sample data comes back unchanged`() throws {
    let stakeholders = try sample("stakeholders", Stakeholder.self)
    #expect(stakeholders.count == 461)
    try expectUnchanged(stakeholders)
    try expectUnchanged(sample("activities", Activity.self))
    try expectUnchanged(sample("launches", Launch.self))
    try expectUnchanged(sample("launch", LaunchCell.self))
    try expectUnchanged(sample("evidence", Evidence.self))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `Random records come back unchanged`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    try expectUnchanged((0..<60).map { random.record("s\($0)", as: Stakeholder.self) }, "seed \(seed)")
    try expectUnchanged(Decision.adopted.activities.map { random.record($0.id, as: Activity.self) })
    try expectUnchanged((0..<20).map { random.record("e\($0)", as: Evidence.self) })
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `An export over older records brings all of its values`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let old = (0..<40).map { number in
      var old = random.record("s\(number)", as: Stakeholder.self)
      // A refusal would stay.
      (old.isDoNotContact, old.consents) = (false, [])
      return old
    }
    let new = (0..<40).map { random.record("s\($0)", as: Stakeholder.self) }
    var export = RecordExport<Stakeholder>(.csv(.exact))
    let bytes = export.begin() + export.append(new) + export.end()
    let plan = try RecordImport(known: KnownRecords(old)).plan(bytes)
    #expect(plan.changed.map(\.after.values) == new.map(\.values))
  }

  @Test func `JSON is one object a line with keys in order`() throws {
    var ana = Stakeholder(id: "1")
    (ana.name, ana.emails, ana.isFamilyFirst) = ("A\"na\n\u{1}", ["a@b.org", "c@d.org"], true)
    var export = RecordExport<Stakeholder>(.json)
    let bytes = export.begin() + export.append([ana, Stakeholder(id: "2")]) + export.end()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    let start =
      #"{"id": "1", "name": "A\"na\n\u0001", "native_name": null, "family_first": true, "kind": "ind"#
    #expect(lines[1].hasPrefix(start))
    #expect(lines[1].contains(#""emails": ["a@b.org", "c@d.org"]"#))
    let parsed = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
    #expect(parsed?.first?["name"] as? String == ana.name)
    #expect(parsed?.count == 2)
  }

  @Test func `An empty export is still a file`() throws {
    var json = RecordExport<Evidence>(.json)
    #expect(String(decoding: json.begin() + json.append([]) + json.end(), as: UTF8.self) == "[]\n")
    var csv = RecordExport<Evidence>(.csv(.exact))
    let header = "id,indicator,title,day,rung,proof,reference,link,count,source,objectives,note\r\n"
    #expect(String(decoding: csv.begin() + csv.append([]) + csv.end(), as: UTF8.self) == header)
  }

  @Test func `Spreadsheets get no formulas`() throws {
    var ana = Stakeholder(id: "1")
    ana.name = "=HYPERLINK(1)"
    var export = RecordExport<Stakeholder>(.csv(.spreadsheetSafe))
    let bytes = export.begin() + export.append([ana])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains(",'=HYPERLINK(1),"))
  }
}
