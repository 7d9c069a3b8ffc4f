import Foundation
import Glibc
import Probe
import Testing

/// What is half typed when a session ends waits for its writer.
@Suite(.serialized) struct DraftTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func halfTyped() throws -> TerminalProbe {
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "No stakeholders yet.")
    probe.press("n")
    try probe.wait(for: "Native name")
    probe.send("Half Typed")
    probe.press("Down")
    probe.send("半")
    try probe.wait(for: "半")
    return probe
  }

  private func expectDraft() throws {
    let probe = try desk.open()
    try probe.wait(for: "You left a form half typed: Half Typed. Ctrl-O opens it.")
    probe.press("Ctrl-O")
    try probe.wait(for: "from your draft")
    // At the field where one left off.
    #expect(probe.line(2) == " Name              Half Typed")
    #expect(probe.line(3) == "▌Native name       半")
    probe.press("Ctrl-S")
    try probe.wait(for: "Added: Half Typed")
    try probe.wait(for: "1 in all")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.open().row(of: "half typed") == nil)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `A signal to end keeps the form`(signal: Int32) throws {
    let probe = try halfTyped()
    probe.signal(signal)
    _ = try probe.waitForExit()
    try expectDraft()
  }

  @Test func `A lost link keeps the form`() throws {
    try halfTyped().close()
    try expectDraft()
  }

  @Test func `Esc keeps the form, and it can be thrown away`() throws {
    let probe = try halfTyped()
    probe.press("Esc")
    try probe.wait(for: "Kept as a draft: Half Typed.")
    probe.press("Ctrl-O")
    try probe.wait(for: "from your draft")
    probe.press("Ctrl-X")
    try probe.wait(for: "thrown away")
    probe.press("y")
    try probe.wait(for: "The draft is gone.")
    probe.press("Ctrl-O")
    try probe.wait(for: "You have no draft.")
  }

  @Test func `A lost link keeps a field that is edited in place`() throws {
    try desk.fill("a-1,Ana Banda,")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    try probe.goToField("City")
    probe.press("Enter")
    try probe.wait(for: "Enter save")
    probe.send("Lusak")
    try probe.wait(for: "Lusak")
    probe.close()
    let next = try desk.open()
    next.press("Ctrl-O")
    try next.wait(for: "City              Lusak")
    #expect(try desk.stored("city")["Ana Banda"] == "")
  }

  // MARK: Killed

  /// What is written down of what is half typed, all of it.
  private func noted() -> String {
    let folder = desk.folder + "/state/outreach/drafts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }
      .compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  private func wait(seconds: Double = 20, until isTrue: () -> Bool) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while !isTrue() {
      try #require(ContinuousClock.now < end, "waited in vain")
      usleep(20_000)
    }
  }

  @Test func `A kill costs seconds, and no form`() throws {
    let probe = try halfTyped()
    try wait { noted().contains("半") }
    // A second window of the same person is not offered what the first one types.
    let beside = try desk.open()
    #expect(beside.row(of: "half typed") == nil)
    #expect(try beside.quit() == .code(0))
    probe.signal(SIGKILL)
    _ = try probe.waitForExit()
    try expectDraft()
    #expect(noted().isEmpty)
  }

  @Test func `A kill takes no second word into a draft that was typed on`() throws {
    let probe = try halfTyped()
    probe.press("Esc")
    try probe.wait(for: "Kept as a draft: Half Typed.")
    probe.press("Ctrl-O")
    try probe.wait(for: "from your draft")
    probe.send("字")
    try wait { noted().contains("半字") }
    probe.signal(SIGKILL)
    _ = try probe.waitForExit()
    let next = try desk.open()
    try next.wait(for: "You left a form half typed: Half Typed.")
    next.press("Ctrl-O")
    try next.wait(for: "半字")
    next.press("Ctrl-S")
    try next.wait(for: "Added: Half Typed")
    next.press("Ctrl-O")
    try next.wait(for: "You have no draft.")
  }

  @Test func `What is saved or let go is not offered after a kill`() throws {
    let probe = try halfTyped()
    try wait { noted().contains("半") }
    probe.press("Ctrl-S")
    try probe.wait(for: "Added: Half Typed")
    try wait { noted().isEmpty }
    probe.press("e")
    try probe.wait(for: "Native name")
    probe.send("X")
    try wait { noted().contains("Half TypedX") }
    probe.press("Ctrl-X")
    try probe.wait(for: "thrown away")
    probe.press("y")
    try wait { noted().isEmpty }
    probe.signal(SIGKILL)
    _ = try probe.waitForExit()
    #expect(try desk.open().row(of: "half typed") == nil)
  }

  @Test func `A half-typed search outlives a kill`() throws {
    try desk.fill("a-1,Ana Banda,")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    probe.send("/Ban")
    try wait { noted().contains("Ban") }
    probe.signal(SIGKILL)
    _ = try probe.waitForExit()
    let next = try desk.open()
    next.press("Ctrl-O")
    try next.wait(for: "Ban")
    try next.wait(for: "Ana Banda")
  }
}
