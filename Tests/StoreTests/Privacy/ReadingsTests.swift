import Foundation
import Model
import Synchronization
import Testing

@testable import Store

/// Whose details somebody has open stands in the store while they do.
@Suite struct ReadingsTests {
  private let folder: TemporaryFolder
  private let time = Time()

  private final class Time: Sendable {
    private let seconds = Mutex(1_442_275_200)
    var now: Int {
      get { seconds.withLock { $0 } }
      set { seconds.withLock { $0 = newValue } }
    }
  }

  init() throws {
    folder = try TemporaryFolder()
    _ = try open("boss", creating: true)
  }

  private func open(_ who: String, creating: Bool = false, isReadOnly: Bool = false) throws -> Library {
    let time = time
    return try Library.open(
      folder.store, who: who, creating: creating, isReadOnly: isReadOnly, clock: { time.now })
  }

  private func reading(_ ids: String...) -> OpenReading {
    var reading = OpenReading()
    reading.records = ids.map { RecordReference(.stakeholder, $0) }
    return reading
  }

  @Test func `It is told while it is open, and one line of the log when it is over`() throws {
    let ana = try open("ana")
    var reading = reading("a")
    try ana.note(reading)
    reading.records.append(RecordReference(.stakeholder, "b"))
    try ana.note(reading)
    let open = try ana.read(Disclosures())
    #expect(
      open.map(\.selection) == ["stakeholder:a stakeholder:b"] && open[0].id < 0 && open[0].who == "ana")
    try ana.log(reading)
    let logged = try ana.read(Disclosures())
    #expect(logged.map(\.selection) == ["stakeholder:a stakeholder:b"] && logged[0].id == 1)
    #expect(try ana.read(AuditCheck()).isEmpty)
  }

  @Test func `Of somebody who was killed the next one writes the line, and not before it is over`() throws {
    try open("ana").note(reading("a"))
    let begun = time.now
    time.now += OpenReading.span
    let bo = try open("bo")
    try bo.logLeftReadings()
    #expect(try bo.read(AuditEnd()).lines == 0)
    time.now += 61
    try bo.logLeftReadings()
    try bo.logLeftReadings()
    let line = try #require(try bo.read(Disclosures()).first)
    #expect(line.id == 1 && line.who == "ana" && line.at == begun && line.selection == "stakeholder:a")
    #expect(try bo.read(Disclosures()).count == 1 && bo.read(AuditCheck()).isEmpty)
  }

  @Test func `Who only reads notes it as well, where the file takes it`() throws {
    let ana = try open("ana", isReadOnly: true)
    #expect(throws: Refusal.storeIsReadOnly) { try ana.log(reading("a")) }
    try ana.forReadings().log(reading("a"))
    #expect(try ana.read(Disclosures()).map(\.who) == ["ana"])
    let bo = try open("bo")
    #expect(try bo.forReadings() === bo)
  }

  @Test func `After a visit that only reads nothing lies beside the store`() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let bytes = try Data(contentsOf: URL(filePath: folder.store))
    func visit(_ body: (Library) throws -> Void = { _ in }) throws {
      let library = try open("ana", isReadOnly: true)
      #expect(try library.read(Disclosures()).isEmpty)
      try body(library)
    }
    try visit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before.sorted())
    #expect(try Data(contentsOf: URL(filePath: folder.store)) == bytes)
    // Where somebody else has it open the two files are theirs too.
    let boss = try open("boss")
    try boss.prefer("x", "y")
    try visit()
    #expect(FileManager.default.fileExists(atPath: folder.store + "-wal"))
    try boss.prefer("x", "z")
    #expect(try boss.read(Preferences())["x"] == "z" && boss.check() == [])
  }

  @Test func `A log that holds something stays for whoever writes`() throws {
    let boss = try open("boss")
    try boss.prefer("x", "y")
    let copy = folder.path + "/copy.sqlite"
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.store + end, toPath: copy + end)
    }
    let log = try Data(contentsOf: URL(filePath: copy + "-wal"))
    #expect(!log.isEmpty)
    #expect(try Library.open(copy, who: "ana", isReadOnly: true).read(Disclosures()).isEmpty)
    #expect(try Data(contentsOf: URL(filePath: copy + "-wal")) == log)
  }
}
