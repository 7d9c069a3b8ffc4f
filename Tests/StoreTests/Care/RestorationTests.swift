import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// A copy that takes the place of a store: whoever has it open is told, and nothing of the old one lies over the new.
@Suite struct RestorationTests {
  private let folder: TemporaryFolder
  private let copy: String
  private let now = 1_442_300_000

  init() throws {
    folder = try TemporaryFolder()
    copy = folder.path + "/copy.sqlite"
  }

  private func open(_ path: String? = nil) throws -> Library {
    try Library.open(path ?? folder.store, who: "mei", creating: true, clock: { 1_442_300_000 })
  }

  @discardableResult
  private func restore(_ file: String? = nil) throws -> Restoration {
    try Library.restore(folder.store, from: file ?? copy, who: "mei", clock: { 1_442_300_000 })
  }

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
      }.sorted()
    }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test func `What is restored is what was copied, and what stood there is kept`() throws {
    do {
      let library = try open()
      try library.add(.named("Ana"))
      try library.backup(to: copy)
      try library.add(.named("Ben"))
    }
    let outcome = try restore()
    #expect(outcome.replaced == folder.path + "/store.replaced.2015-09-15.sqlite")
    #expect(try open().find("") == ["Ana"])
    #expect(try open(outcome.replaced).find("") == ["Ana", "Ben"])
    #expect(try open().check().isEmpty)
    // The second of a day has a number.
    #expect(try restore(outcome.replaced).replaced?.hasSuffix(".2015-09-15.2.sqlite") == true)
    #expect(try open().find("") == ["Ana", "Ben"])
  }

  /// The log of a session that was killed lies beside the store: with few changes in it and with many.
  @Test(arguments: [0, 3, 40, 200])
  func `No log of the old store lies over the new one`(edits: Int) throws {
    let living = try TemporaryFolder()
    do {
      let library = try Library.open(living.store, who: "mei", creating: true)
      try library.add(.named("Ana"))
      try library.backup(to: copy)
      for number in 0..<edits { try library.edit("Ana") { $0.city = "City \(number)" } }
      // The host goes down: file and log are as they are now.
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: living.store + suffix, toPath: folder.store + suffix)
      }
    }
    let outcome = try restore()
    let library = try open()
    #expect(try library.stakeholder("Ana")?.city == "")
    #expect(try library.check().isEmpty)
    let kept = try Library.open(try #require(outcome.replaced), who: "mei", isReadOnly: true)
    #expect(try kept.stakeholder("Ana")?.city == (edits == 0 ? "" : "City \(edits - 1)"))
  }

  @Test func `A session that had it open is told, and writes nothing more`() throws {
    let library = try open()
    try library.add(.named("Ana"))
    try library.backup(to: copy)
    try library.add(.named("Ben"))
    #expect(try library.poll() && library.standing(isNews: true) == nil)
    try restore()
    #expect(try library.poll())
    #expect(library.standing(isNews: true) == .replaced(folder.store))
    #expect(throws: StoreProblem.replaced(folder.store)) { try library.add(.named("Cem")) }
    let draft = Draft(kind: nil, record: "x", base: [:], typed: ["0": "half"])
    #expect(throws: StoreProblem.replaced(folder.store)) { try library.keep(draft) }
    // It reads what is there now.
    #expect(try library.find("") == ["Ana"])
    let next = try open()
    try next.add(.named("Dai"))
    #expect(try next.find("") == ["Ana", "Dai"])
  }

  @Test func `Where no store is, the copy becomes one, and a log that was left is put away`() throws {
    do {
      let library = try open(copy)
      try library.add(.named("Ana"))
    }
    try Data("left over".utf8).write(to: URL(fileURLWithPath: folder.store + "-wal"))
    #expect(try restore() == Restoration())
    #expect(try open().find("") == ["Ana"])
    #expect(try bytes(folder.store + "-wal.left") == Data("left over".utf8))
  }

  @Test func `A store that nobody can open is exchanged, and kept as it is`() throws {
    do {
      let library = try open()
      try library.add(.named("Ana"))
      try library.backup(to: copy)
    }
    var damaged = try bytes(folder.store)
    damaged.replaceSubrange(4096..<damaged.count, with: repeatElement(0xA5, count: damaged.count - 4096))
    try damaged.write(to: URL(fileURLWithPath: folder.store))
    let outcome = try restore()
    #expect(try open().find("") == ["Ana"])
    #expect(try bytes(#require(outcome.replaced)) == damaged)
  }

  @Test func `A copy that is damaged or newer, or none, is refused, and the store is as it was`() throws {
    do {
      let library = try open()
      try library.add(.named("Ana"))
      try library.backup(to: copy)
    }
    let (before, sound) = (try bytes(folder.store), try bytes(copy))
    func refused(_ change: (inout Data) -> Void) throws -> StoreProblem? {
      var changed = sound
      change(&changed)
      try changed.write(to: URL(fileURLWithPath: copy))
      let problem = #expect(throws: StoreProblem.self) { try restore() }
      #expect(try bytes(folder.store) == before)
      return problem
    }
    #expect(
      try refused { $0[63] = UInt8(StoreFile.schema) + 1 } == .newer(copy, schema: StoreFile.schema + 1))
    guard case .corrupt(copy, _) = try refused({ $0.removeLast($0.count / 2) }) else {
      return #expect(Bool(false), "half a copy is not said to be damaged")
    }
    #expect(try refused { $0 = Data("name\n".utf8) } == .notAStore(copy))
    try FileManager.default.removeItem(atPath: copy)
    #expect(throws: StoreProblem.missing(copy)) { try restore() }
    #expect(try names == ["store.sqlite"])
  }

  @Test func `A copy of an older program is brought up to date before it takes the place`() throws {
    let pool = try DatabasePool(path: copy)
    try Schema.migrator.migrate(pool, upTo: "9 UIDs of other programs")
    try pool.close()
    let old = try bytes(copy)
    do { try open().add(.named("Ben")) }
    try restore()
    let library = try open()
    #expect(try library.upgrade == nil && library.find("").isEmpty)
    #expect(try bytes(copy) == old)
  }

  @Test func `Who was erased since is counted`() throws {
    let library = try open()
    try library.add(.named("Ana"), .named("Ben"))
    _ = try library.erase("Ben", why: "asked")
    try library.backup(to: copy)
    _ = try library.erase("Ana", why: "asked")
    #expect(try restore().erasedAgain > 0)
  }

  @Test func `What a killed program left beside the store goes, and nothing else`() throws {
    do { try open().backup(to: copy) }
    // No process has the highest number there can be.
    let left = ["store.sqlite.4194305.part", "store.sqlite.4194305.part-new-wal", "store.sqlite.new-4194305"]
    let kept = [
      "store.sqlite.20150915", "store.sqlite.\(getppid()).part-journal", "store.sqlite.old", "x.part",
    ]
    for name in left + kept { try Data().write(to: URL(fileURLWithPath: "\(folder.path)/\(name)")) }
    try restore()
    let there = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.allSatisfy { !there.contains($0) } && kept.allSatisfy(there.contains), "\(there)")
  }
}
