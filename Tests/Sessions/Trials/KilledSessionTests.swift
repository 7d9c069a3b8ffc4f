import Foundation
import Probe
import RandomRecords
import Store
import Testing

/// A person saves by keys, and the dashboard is killed about that moment: what was said to be saved is, and nothing is
/// between. `OUTREACH_KILLS=300` kills so often at each, `OUTREACH_SEED` chooses other moments.
@Suite(.serialized) struct KilledSessionTests {
  struct Act: Sendable, CustomStringConvertible {
    let description: String
    /// A text is typed, a key pressed; `>` waits for what follows it.
    let keys: [String]
    /// What is said when it is done.
    let answer: String
  }

  static let acts: [Act] = [
    Act(
      description: "a new record", keys: ["2", ">Ana Banda", "n", ">Native name", "=Zoe", "Ctrl-S"],
      answer: "Added: Zoe"),
    Act(
      description: "an undo",
      keys: ["2", ">Ana Banda", "n", ">Native name", "=Zoe", "Ctrl-S", ">Added: Zoe", "u"],
      answer: "Taken back"),
    Act(
      description: "a merge",
      keys: [
        "2", ">Ana Banda", "d", ">may be the same", "d", ">to decide", "Enter", ">Side by side", "Ctrl-S",
      ],
      answer: "Merged into"),
    Act(
      description: "a launch note", keys: ["4", ">Table 2", "Enter", "Ctrl-E", "=Zoe", "Enter"],
      answer: "Saved"),
  ]

  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["OUTREACH_KILLS"].flatMap(Int.init) ?? 2
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func press(_ act: Act) throws -> TerminalProbe {
    let probe = try desk.open("--as-of", "2015-09-15", columns: 100, rows: 30)
    for key in act.keys {
      switch key.first {
      case ">" where key.count > 1: try probe.wait(for: String(key.dropFirst()), timeout: 20)
      case "=" where key.count > 1:
        probe.send(String(key.dropFirst()))
        try probe.wait(for: String(key.dropFirst()))
      default:
        if key == act.keys.last { probe.settle(quietMilliseconds: 80) }
        probe.press(key)
      }
    }
    return probe
  }

  @Test(arguments: acts) func `A kill about a save leaves what was, or what was saved`(_ act: Act) throws {
    try desk.write(
      "id,name,country,emails,consents\nana,Ana Banda,KE,ana@example.org,\ntwin,Anna Banda,KE,ana@example.org,"
        + "register | yes | consent | register | form | 2015-01-07\n", to: "people.csv")
    #expect(try desk.run("import", "stakeholders", desk.folder + "/people.csv").code == 0)
    let base = try desk.bytes(desk.store)
    let before = try StoreLengths.of(desk.store)
    let whole = try press(act)
    try whole.wait(for: act.answer, timeout: 20)
    whole.signal(SIGKILL)
    _ = try whole.waitForExit()
    let after = try StoreLengths.of(desk.store)
    // An undo leaves the entry of what it took back.
    #expect(after != before)
    var random = SeededGenerator(seed: Self.environment["OUTREACH_SEED"].flatMap(UInt64.init) ?? 18)
    var (told, written) = (0, 0)
    for number in 0..<Self.kills {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk.store + end) }
      try? FileManager.default.removeItem(atPath: desk.folder + "/state")
      try base.write(to: URL(fileURLWithPath: desk.store))
      let probe = try press(act)
      usleep(useconds_t(random.next() % 40_000))
      probe.signal(SIGKILL)
      _ = try probe.waitForExit()
      probe.settle(quietMilliseconds: 0)
      let isTold = probe.row(of: act.answer) != nil
      let now = try StoreLengths.of(desk.store)
      if isTold { told += 1 }
      if now == after { written += 1 }
      #expect(!isTold || now == after, "\(number): said to be done, and is not")
      // What was saved before an undo stands until it is taken back.
      let isBetween = now != after && now != before && act.description != "an undo"
      #expect(!isBetween, "\(number): \(now.filter { after[$0.key] != $0.value })")
      #expect(try Library.examine(desk.store, who: NSUserName()).check() == [])
    }
    print("\(act): \(Self.kills) kills, \(written) written, \(told) of them told")
  }
}
