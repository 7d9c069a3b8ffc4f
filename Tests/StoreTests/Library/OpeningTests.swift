import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// Stores of other programs: older ones are brought up to date with a copy, and a newer one leaves no session behind.
@Suite struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func old(_ schema: String = "9 UIDs of other programs") throws {
    let pool = try DatabasePool(path: folder.store)
    try Schema.migrator.migrate(pool, upTo: schema)
    try pool.close()
  }

  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `A session that was open as a newer program came saves no more`() throws {
    let library = try Library.open(folder.store, who: "mei", creating: true)
    try library.add(.named("Ana"))
    #expect(try library.poll())
    try DatabasePool(path: folder.store).write {
      try $0.execute(sql: "PRAGMA user_version = \(StoreFile.schema + 1)")
    }
    let outgrown = StoreProblem.outgrown(folder.store, schema: StoreFile.schema + 1)
    #expect(try library.poll())
    #expect(library.standing(isNews: true) == outgrown)
    #expect(throws: outgrown) { try library.add(.named("Ben")) }
    #expect(throws: outgrown) { try library.undo() }
    #expect(throws: outgrown) { try library.set(.noticeSender, to: "Office <o@example.org>") }
    #expect(throws: outgrown) {
      try library.keep(Draft(kind: nil, record: "x", base: [:], typed: ["0": "half"]))
    }
    #expect(try library.find("") == ["Ana"])
  }

  @Test func `An older store is kept as it was, for the same readers`() throws {
    try old()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.store)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    let library = try Library.open(folder.store, who: "mei", clock: { 1_442_300_000 })
    let copy = folder.path + "/store.schema-9.2015-09-15.sqlite"
    #expect(library.upgrade == Upgrade(schema: 9, copy: copy))
    #expect(try mode(copy) == 0o640)
    let size = try Data(contentsOf: URL(fileURLWithPath: copy)).count
    #expect(size == before.count)
    let kept = try Library.examine(copy, who: "mei")
    #expect(!kept.isCurrent)
    #expect(try kept.check().isEmpty)
    // Who opens it again hears nothing of it.
    #expect(try Library.open(folder.store, who: "mei").upgrade == nil)
  }

  @Test func `A migration that breaks off leaves the store as it was, and no copy`() throws {
    try old("5 proposals of the network")
    let queue = try DatabaseQueue(path: folder.store)
    // What the last of the migrations makes is there already: those before it have done their work by then.
    try queue.write { try $0.execute(sql: "CREATE TABLE stakeholder_uid (x)") }
    try queue.close()
    #expect(throws: StoreProblem.self) { _ = try Library.open(folder.store, who: "mei") }
    let after = try DatabaseQueue(path: folder.store)
    #expect(try after.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 5)
    let isBegun = try after.read { try $0.tableExists("partnership") }
    #expect(!isBegun)
    try after.close()
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { $0.contains("schema") || $0.contains("part") }.isEmpty, "\(left)")
  }

  @Test func `A damaged older store is not brought up to date`() throws {
    try old()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store)))
    for index in bytes.count - 4096..<bytes.count { bytes[index] = 0xA5 }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.store))
    #expect(throws: StoreProblem.self) { _ = try Library.open(folder.store, who: "mei") }
    let isAsItWas = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store))) == bytes
    #expect(isAsItWas)
  }

  @Test(arguments: ["a b.sqlite", "100%?#.sqlite", "刘.sqlite"])
  func `A file that nobody writes has any name`(name: String) throws {
    let path = "\(folder.path)/\(name)"
    do { try Library.open(path, who: "mei", creating: true).add(.named("Ana")) }
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: StoreFile(path: path).asStill, configuration: configuration)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM stakeholder") } == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
  }
}
