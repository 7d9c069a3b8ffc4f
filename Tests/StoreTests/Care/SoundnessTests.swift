import Foundation
import Glibc
import GRDB
import Model
import RandomRecords
import Testing

@testable import Store

/// Nothing is written into a store that is damaged, and that is said.
@Suite struct SoundnessTests {
  private let folder: TemporaryFolder
  private let sound: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    do {
      let library = try Library.open(folder.store, who: "mei", creating: true)
      var random = RandomRecords(seed: 5, known: [:])
      try library.apply(ImportRecords(new: (0..<60).map { random.record("s\($0)", as: Stakeholder.self) }))
      try library.add(.named("Ana"))
    }
    sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store)))
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// How many bytes are flipped, one at a time: more where somebody has the time.
  private static let flips = ProcessInfo.processInfo.environment["OUTREACH_FLIPS"].flatMap(Int.init) ?? 20

  /// What was flipped, and what came of it.
  private enum Outcome: String, CaseIterable {
    case refused = "refused before the first write", found = "written to, and found by a check"
    case harmless = "harmless: all reads as before", changed = "read otherwise, and nothing is said"
    case written = "DAMAGED AND WRITTEN TO"
  }

  /// All that a store holds, as it is read.
  private func contents(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite*'
          AND name NOT GLOB '*_search*' ORDER BY name
          """)
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
      }
    }
  }

  private func outcome(_ bytes: [UInt8], _ path: String, _ before: [String]) throws -> Outcome {
    try put(bytes, path)
    // What cannot even be read is refused as it is opened.
    let findings: [Store.Finding]
    do { findings = try Library.examine(path, who: "mei").check() } catch { findings = [.damage("\(error)")] }
    let isDamaged = findings.contains { if case .damage = $0 { true } else { false } }
    let read = (try? contents(path)) ?? []
    try put(bytes, path)
    var isRefused = false
    do { try Library.open(path, who: "mei").add(.named("Ben")) } catch { isRefused = true }
    let after = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    if isDamaged || isRefused { return isRefused && after == bytes ? .refused : .written }
    if !findings.isEmpty { return .found }
    return read == before ? .harmless : .changed
  }

  @Test(arguments: [60, 600])
  func `A flipped byte that a check finds is never written to`(people: Int) throws {
    let original = "\(folder.path)/original.sqlite"
    try put(sound, original)
    var random = RandomRecords(seed: UInt64(people), known: [:])
    let more = (0..<people).map { random.record("m\($0)", as: Stakeholder.self) }
    do { try Library.open(original, who: "mei").apply(ImportRecords(new: more)) }
    let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: original)))
    let before = try contents(original)
    var generator = RandomRecords(seed: 11, known: [:]).generator
    var counts: [Outcome: Int] = [:]
    for number in 0..<Self.flips {
      let path = "\(folder.path)/flip\(number).sqlite"
      var bytes = sound
      let place = Int.random(in: 100..<bytes.count, using: &generator)
      bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
      let outcome = try outcome(bytes, path, before)
      try put([], path)
      try FileManager.default.removeItem(atPath: path)
      counts[outcome, default: 0] += 1
      #expect(outcome != .written, "byte \(place) of \(people)")
      if outcome == .changed || outcome == .found {
        let around = String(decoding: sound[max(0, place - 40)..<min(sound.count, place + 40)], as: UTF8.self)
        print("\(outcome): byte \(place): \(around.filter { $0.isASCII && $0 >= " " })")
      }
    }
    for outcome in Outcome.allCases {
      print("\(people) people, \(outcome.rawValue): \(counts[outcome] ?? 0)")
    }
    #expect(counts.values.reduce(0, +) == Self.flips)
  }

  /// SQLite's own check passes it over where a connection only reads.
  @Test func `A torn word in the rule of one table keeps all others from being written`() throws {
    var bytes = sound
    let rule = Array("\"evidence\" (".utf8)
    let table = try #require(bytes.firstRange(of: rule))
    let word = try #require(bytes[table.upperBound...].firstRange(of: Array("json_valid".utf8)))
    bytes[word.upperBound - 1] ^= 1
    try put(bytes, folder.store)
    #expect(throws: StoreProblem.self) { try Library.open(folder.store, who: "mei").add(.named("Ben")) }
    let isAsItWas = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store))) == bytes
    #expect(isAsItWas)
  }

  @Test func `Damage is said before anybody writes`() throws {
    // In the middle of the tree of stakeholders' names.
    let root = try DatabaseQueue(path: folder.store).read {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'journal_row_by_record'")
        ?? 0
    }
    var bytes = sound
    for offset in 12..<200 { bytes[(root - 1) * 4096 + offset] = 0xA5 }
    try put(bytes, folder.store)
    let library = try Library.open(folder.store, who: "mei")
    var said: StoreProblem?
    for _ in 0..<200 where said == nil {
      said = library.standing(isNews: false)
      usleep(20_000)
    }
    guard case .corrupt(folder.store, _) = said else { return #expect(Bool(false), "nothing is said") }
    #expect(throws: StoreProblem.self) { try library.edit("Ana") { $0.city = "Rome" } }
  }

  @Test func `A row that breaks a rule of its table keeps nobody from writing`() throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: "UPDATE evidence SET body = 'x'; INSERT INTO evidence VALUES ('e', 1, 'x')")
    }
    try queue.close()
    try Library.open(folder.store, who: "mei").edit("Ana") { $0.city = "Rome" }
    #expect(try Library.examine(folder.store, who: "mei").check() == [.unreadable("evidence:e")])
  }
}
