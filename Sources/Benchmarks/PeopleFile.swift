import Foundation
import Interchange
import Model

/// Generated people as a CSV.
enum PeopleFile {
  /// Writes it as the export does.
  /// - Parameter prefix: of their ids.
  static func write(_ rows: Int, to path: String, seed: UInt64, prefix: String) throws {
    var generator = Generator(count: rows, seed: seed)
    var export = RecordExport<Stakeholder>(.csv(.exact))
    _ = FileManager.default.createFile(atPath: path, contents: Data(export.begin()))
    guard let file = FileHandle(forWritingAtPath: path) else { throw Run.Failure(what: path) }
    try file.seekToEnd()
    var batch: [Stakeholder] = []
    while let next = generator.next() {
      var renamed = Stakeholder(id: prefix + next.id, version: 0, values: next.values)
      renamed.version = 0
      batch.append(renamed)
      guard batch.count == 1_000 else { continue }
      try file.write(contentsOf: export.append(batch))
      batch = []
    }
    try file.write(contentsOf: export.append(batch) + export.end())
    try file.close()
  }
}
