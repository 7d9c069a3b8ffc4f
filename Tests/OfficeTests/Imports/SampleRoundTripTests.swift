import Embedded
import Foundation
import Interchange
import Model
import Office
import SampleLibrary
import Store
import Testing

/// What leaves the store as a file comes back from it unchanged, whatever the kind and the format.
@Suite struct SampleRoundTripTests {
  private static let kinds = RecordKind.allCases.filter { $0.type is any Exchangeable.Type }

  /// Each format as a file of its own: its bytes, or a workbook at a path that is gone afterwards.
  private func files<R: Exchangeable>(of records: [R], _ read: (ImportFile, String) throws -> Void) throws {
    for (format, name) in [(RecordExport<R>.Format.csv(.exact), "csv"), (.json, "json")] {
      var export = RecordExport<R>(format)
      try read(ImportFile(bytes: export.begin() + export.append(records) + export.end()), name)
    }
    let path = FileManager.default.temporaryDirectory.appending(path: "trip-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sheet = try SheetExport<R>(path, for: path)
    try sheet.append(records)
    try sheet.close()
    try read(ImportFile(path: path), "xlsx")
  }

  private func expectUnchanged<R: Exchangeable>(_: R.Type, in library: Library) throws {
    let records = try library.read(AllRecords<R>())
    func expectUnchanged(_ count: Int, _ file: ImportFile, _ name: String) throws {
      let plan =
        R.self == LaunchCell.self
        ? try library.planLaunchCells(file).summary : try library.plan(R.self, file).summary
      #expect(plan == "0 new, 0 changed, \(count) unchanged, []", "\(R.kind) as \(name)")
    }
    try files(of: records) { try expectUnchanged(records.count, $0, $1) }
    // What was read as our own is what a stranger's file of the same bytes brings.
    if let bytes = Embedded.bytes("sample-data/\(R.file).csv").map(Array.init) {
      let count = try OwnTable<R>(bytes, over: []).new.count
      #expect(count > 0)
      try expectUnchanged(count, ImportFile(bytes: bytes), "sample data")
    }
  }

  @Test(arguments: kinds)
  func `An export of the sample data changes nothing`(_ kind: RecordKind) throws {
    let type = try #require(kind.type as? any Exchangeable.Type)
    try expectUnchanged(type, in: .sample())
  }
}

extension ImportPlan {
  fileprivate var summary: String {
    "\(new.count) new, \(changed.count) changed, \(unchanged) unchanged, \(rejected.map(\.problem))"
  }
}
