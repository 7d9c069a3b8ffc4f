import Foundation
import Probe
import Testing

/// The tour in the whole program.
@Suite(.serialized) struct TourSessionTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The tour starts on sample data, and touches no store`() throws {
    let probe = try desk.open("--tour")
    try probe.wait(for: "Tour 0/10")
    probe.press("j")
    try probe.wait(for: "Tour 1/10")
    probe.press("2")
    try probe.wait(for: "Tour 2/10 Find: /")
    #expect(try probe.quit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test func `From a store of one's own the tour takes the terminal and gives it back`() throws {
    try desk.fill("ann,Ann Banda,ann@example.org")
    let before = try desk.bytes(desk.store)
    let probe = try desk.open("--lang", "fr")
    probe.press(":")
    probe.send("visite")
    probe.press("Enter")
    try probe.wait(for: "Visite 0/10", timeout: 20)
    probe.press("j")
    try probe.wait(for: "Visite 1/10")
    probe.press("q")
    try probe.wait(for: "Fin de la visite")
    probe.press("2")
    try probe.wait(for: "▌Ann Banda")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.bytes(desk.store) == before)
  }

  @Test func `Ctrl-Z in the tour stops both, and fg wakes both`() throws {
    let probe = try desk.start(["/bin/bash", "--norc", "-i"], environment: ["PS1": "> ", "HISTFILE": ""])
    try probe.wait(for: ">")
    probe.send("\(Desk.program)\r")
    try probe.wait(for: "q quit", timeout: 20)
    probe.press(":")
    probe.send("tour")
    probe.press("Enter")
    try probe.wait(for: "Tour 0/10", timeout: 20)
    probe.press("Ctrl-Z")
    try probe.wait(for: "Stopped")
    probe.send("echo $((6 * 7))\r")
    try probe.wait(for: "42")
    probe.send("fg\r")
    try probe.wait(for: "Tour 0/10")
    probe.press("j")
    try probe.wait(for: "Tour 1/10")
    probe.press("q")
    try probe.wait(for: "Back from the tour")
    probe.press("q")
    try probe.wait { !$0.isAlternateScreen }
    probe.send("exit\r")
    #expect(try probe.waitForExit() == .code(0))
  }
}
