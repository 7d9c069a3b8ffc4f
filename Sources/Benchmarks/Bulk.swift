import ArgumentParser
import Foundation
import Model
import Store

/// Times edits of many records and merges, with their undo.
struct Bulk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time bulk edits and merges with their undo, on a copy of a store.")

  @Option(help: "How many stakeholders to generate.") var stakeholders = 100_000
  @Option(help: "A store made by generate, instead of a new one.") var store: String?
  @Option(help: "How many are edited at once.") var records = 10_000

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-bulk-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/store.sqlite"
    if let store { try FileManager.default.copyItem(atPath: store, toPath: path) }
    let library = try Library.open(path, who: "benchmark", creating: true)
    if store == nil {
      var generator = Generator(count: stakeholders, seed: 1)
      try library.load { generator.next() }
    }
    let ids = try library.read(MatchingStakeholders(.init(facets: [.kind: ["individual"]]), limit: records))
    for step in [
      BulkStep(field: "scale", action: .set("global")), BulkStep(field: "tags", action: .add("checked")),
      BulkStep(field: "tags", action: .remove("generated")),
    ] {
      let name = "\(step.field) of \(ids.count) records"
      try time("preview of \(name)") { _ = try library.read(BulkPreview(ids, step)) }
      try time("bulk edit: \(name)") { try library.apply(BulkEdit(ids, step)) }
      try time("its undo") { try library.undo() }
      try time("its redo") { try library.redo() }
    }
    for round in 0..<3 {
      guard let first = try library.read(RecordByID<Stakeholder>(ids[round * 2])),
        let second = try library.read(RecordByID<Stakeholder>(ids[round * 2 + 1]))
      else { continue }
      try time("merge of two") { try library.apply(MergeStakeholders(StakeholderMerge(first, second))) }
      try time("its undo") { try library.undo() }
    }
  }

  /// Beside the time on the clock that of the processor, which other programs do not lengthen.
  private func time(_ what: String, _ body: () throws -> Void) throws {
    let cpu = clock()
    let took = try ContinuousClock().measure(body)
    let milliseconds = Double(took.components.seconds) * 1000 + Double(took.components.attoseconds) / 1e15
    let busy = Double(clock() - cpu) * 1000 / Double(CLOCKS_PER_SEC)
    print("\(what): \(Int(milliseconds)) ms, of the processor \(Int(busy)) ms, goal 1000 ms")
  }
}
