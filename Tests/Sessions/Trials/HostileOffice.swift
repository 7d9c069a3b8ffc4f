import Foundation
import GRDB
import Model
import RandomRecords
import SampleLibrary
import Testing

@testable import Store

/// The sample store with hostile text in every field that takes text, as no key and no file could bring it in.
enum HostileOffice {
  /// - Returns: how many texts it got.
  static func make(at path: String) throws -> Int {
    try Library.makeSample(at: path)
    let texts = HostileText.all()
    var next = 0
    let queue = try DatabaseQueue(path: path, configuration: Opening.configuration(isReadOnly: false))
    try queue.write { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      for kind in RecordKind.allCases { try spoil(kind.type, texts, &next, in: db) }
    }
    try queue.close()
    // What is derived follows the records.
    _ = try Library.open(path, who: NSUserName()).repair()
    return next
  }

  private static func spoil<R: Model.Record>(
    _: R.Type, _ texts: [String], _ next: inout Int, in db: Database
  ) throws {
    let fields = R.fields.filter { $0.entry.isText }.map(\.name)
    for row in try Row.fetchAll(db, sql: "SELECT id, body FROM \"\(R.kind.rawValue)\"") {
      var values = Body.values(row[1])
      for field in fields where values[field] != nil || next < texts.count {
        values[field] = texts[next % texts.count]
        next += 1
      }
      try db.execute(
        sql: "UPDATE \"\(R.kind.rawValue)\" SET body = ? WHERE id = ?",
        arguments: [Body.text(values), row[0] as String])
    }
  }
}
