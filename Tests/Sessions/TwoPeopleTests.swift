import Foundation
import Probe
import Testing

/// Two dashboards on one store.
@Suite(.serialized) struct TwoPeopleTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,Ana Banda,ana@example.org", "b-1,Ben Diallo,ben@example.org")
  }

  private func stakeholders() throws -> TerminalProbe {
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    return probe
  }

  private func type(_ text: String, into field: String, of probe: TerminalProbe) throws {
    try probe.goToField(field)
    probe.press("Enter")
    try probe.wait(for: "Enter save")
    probe.retype(text)
    try probe.wait(for: text)
  }

  @Test func `Each sees what the other writes, within half a second`() throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    try type("Anna Banda", into: "Name", of: second)
    first.settle(quietMilliseconds: 400)
    let start = ContinuousClock.now
    second.press("Enter")
    try first.wait(for: "Anna Banda", timeout: 2)
    print("the other's edit was seen after \(ContinuousClock.now - start)")
    try second.wait(for: "Saved: Anna Banda.")
  }

  /// How often a process has gone to sleep and was woken so far: its first thread, by proc(5).
  private func wakings(of probe: TerminalProbe) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(probe.process)/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    return try #require(line?.split(separator: "\t").last.flatMap { Int($0) })
  }

  @Test func `Who only waits is not woken, and sees at once what the other writes`() throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    // Two seconds have eight looks where nobody tells: the turn of a minute is one, and half a minute another.
    var fewest = Int.max
    for _ in 0..<12 where fewest > 2 {
      let before = try wakings(of: first)
      second.settle(quietMilliseconds: 2_000)
      fewest = min(fewest, try wakings(of: first) - before)
    }
    #expect(fewest <= 2)
    try type("Anna Banda", into: "Name", of: second)
    second.press("Enter")
    try first.wait(for: "Anna Banda", timeout: 2)
  }

  @Test func `Who edits the same record is told so, as long as it lasts`() throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    try type("Lusaka", into: "City", of: first)
    #expect(second.line(0).contains("edited in") == false)
    second.press("Enter")
    try second.wait(for: "edited in your other window too")
    second.press("Esc")
    try second.wait(for: "2 in all")
    try type("Kitwe", into: "City", of: second)
    try second.wait(for: "You are editing this record in another window too.")
    try first.wait(for: "edited in your other window too")
    // However it ends.
    second.signal(SIGKILL)
    _ = try second.waitForExit()
    try first.wait(forNo: "edited in")
    first.press("Enter")
    try first.wait(for: "Saved: Ana Banda.")
    #expect(FileManager.default.fileExists(atPath: desk.store + "-here"))
    #expect(try first.quit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: desk.store + "-here"))
  }

  @Test(arguments: [("yours", "Lusaka"), ("theirs", "Kitwe")])
  func `Two edits of one field are put side by side`(choice: String, city: String) throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    try type("Lusaka", into: "City", of: first)
    try type("Kitwe", into: "City", of: second)
    second.press("Enter")
    try second.wait(for: "Saved: Ana Banda.")
    first.press("Enter")
    try first.wait(for: "changed this too.")
    try first.wait(for: "● yours")
    #expect(first.row(of: "Lusaka") != nil && first.row(of: "Kitwe") != nil)
    if choice == "theirs" {
      first.press("Right")
      try first.wait(forNo: "● yours")
    }
    first.press("Ctrl-S")
    try first.wait(for: choice == "yours" ? "Saved: Ana Banda." : "Saved, together with what")
    try first.wait(for: "City              " + city)
    #expect(try desk.stored("city")["Ana Banda"] == city)
    try second.wait(for: "City              " + city)
  }

  @Test func `Edits of two fields are both kept without a question`() throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    try type("Lusaka", into: "City", of: first)
    try type("ana@example.net", into: "E-mail", of: second)
    second.press("Enter")
    try second.wait(for: "Saved: Ana Banda.")
    first.press("Enter")
    try first.wait(for: "Saved: Ana Banda.")
    try first.wait(for: "ana@example.net")
    #expect(try desk.stored("city")["Ana Banda"] == "Lusaka")
    #expect(try desk.stored("emails")["Ana Banda"] == "ana@example.net")
  }

  @Test func `Turning away from the choice shows what is stored, and keeps what was typed`() throws {
    let (first, second) = (try stakeholders(), try stakeholders())
    try type("Lusaka", into: "City", of: first)
    try type("Kitwe", into: "City", of: second)
    second.press("Enter")
    try second.wait(for: "Saved: Ana Banda.")
    first.press("Enter")
    try first.wait(for: "● yours")
    first.press("Esc")
    try first.wait(for: "City              Kitwe")
    first.press("Esc")
    try first.wait(for: "▌Ana Banda")
    first.press("Ctrl-O")
    try first.wait(for: "City              Lusaka")
  }

  @Test func `Those who begin a store at once share it`() throws {
    let desk = try Desk()
    let probes = try (1...4).map { _ in try desk.start([Desk.program]) }
    for probe in probes { try probe.wait(for: " quit", timeout: 20) }
    for probe in probes { #expect(try probe.quit() == .code(0)) }
    let folder = desk.folder + "/data/outreach"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files == ["outreach.sqlite"])
    #expect(try desk.run("store", "check").code == 0)
  }
}
