import Foundation
import Probe
import Store
import Testing

/// A session that is killed has noted in the store what it showed.
@Suite struct KilledReadingTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write("id,name,emails\nana,Ana Banda,ana@example.org\n", to: "people.csv")
    #expect(try desk.run("import", "stakeholders", desk.folder + "/people.csv").code == 0)
  }

  private func noted() throws -> [String] {
    try Library.examine(desk.store, who: NSUserName()).read(Disclosures()).map(\.selection)
  }

  @Test(arguments: [[], ["--read-only"]])
  func `What it showed is in the store before it is killed`(_ options: [String]) throws {
    let probe = try desk.start([Desk.program] + options, columns: 100, rows: 30)
    try probe.wait(for: " quit", timeout: 20)
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    probe.press("Enter")
    try probe.wait(for: "ana@example.org")
    let deadline = ContinuousClock.now + .seconds(20)
    while try noted().isEmpty, ContinuousClock.now < deadline { probe.settle(quietMilliseconds: 50) }
    #expect(try noted() == ["stakeholder:ana"])
    probe.signal(SIGKILL)
    _ = try probe.waitForExit()
    #expect(try noted() == ["stakeholder:ana"])
    #expect(try desk.run("privacy", "log").output.contains("stakeholder:ana"))
    #expect(try Library.examine(desk.store, who: NSUserName()).check() == [])
  }

  @Test func `A command that only reads leaves nothing beside the store, and its line in the log`() throws {
    let folder = URL(fileURLWithPath: desk.store).deletingLastPathComponent().path
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for command in [["list"], ["show", "stakeholder:ana"], ["--read-only"]] {
      let result = try desk.run(arguments: command)
      #expect(result.code == 0, "\(command) \(result.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before, "\(command)")
    }
    #expect(try noted().first == "stakeholder:ana")
  }
}
