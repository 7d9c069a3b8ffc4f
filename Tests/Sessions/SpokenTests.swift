import Foundation
import Probe
import Testing

/// The screen for somebody who listens, through the real program: the bytes that it sends.
@Suite(.serialized) struct SpokenTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func open(_ arguments: String..., environment: [String: String] = [:]) throws -> TerminalProbe {
    let all = ["TERM": "linux"].merging(environment) { $1 }
    let probe = try desk.start([Desk.program] + arguments, environment: all)
    try probe.wait(for: "Website redesign", timeout: 20)
    probe.settle()
    return probe
  }

  /// What is sent for a key, once a text of it is there.
  private func sent(_ probe: TerminalProbe, _ key: String, until text: String) throws -> String {
    let before = probe.said.count
    probe.press(key)
    try probe.wait(for: text)
    probe.settle()
    return String(decoding: probe.said.dropFirst(before), as: UTF8.self)
  }

  @Test func `Down sends the new row whole, once, and nothing else`() throws {
    let probe = try open("--sample", "--spoken")
    _ = try sent(probe, "2", until: "1 of 461")
    #expect(
      try sent(probe, "Down", until: "2 of 461")
        == "\u{1B}[5;1HName: Agbodji, Amadou; Affiliation: West African Young Ecologists Network;\u{1B}[K"
        + "\u{1B}[6;1HCountry: Côte d’Ivoire; Role: both; Lang: fr; 2 of 461\u{1B}[K\u{1B}[5;1H")
  }

  @Test func `Nothing is drawn that is no text, and no attribute is sent`() throws {
    let probe = try open("--sample", "--spoken")
    for key in ["2", "Enter", "Ctrl-D", "3", "4", "5", "6", "7", ":", "Ctrl-D", "?"] {
      probe.press(key)
      probe.settle()
      let pictures = probe.lines.joined().unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
      #expect(pictures.isEmpty, "\(key): \(probe.lines)")
    }
    let text = String(decoding: probe.said, as: UTF8.self)
    #expect(!text.dropFirst(200).contains("\u{1B}(B"))
  }

  @Test func `It is chosen in the palette, kept, and given up`() throws {
    let path = try desk.write("# mine\n", to: "config/outreach/settings.toml")
    let probe = try open("--sample")
    probe.send(":spoken")
    try probe.wait(for: "listening")
    probe.press("Enter")
    try probe.wait(for: "The screen is for listening")
    #expect(!probe.lines.joined().contains("─"))
    #expect(try String(decoding: desk.bytes(path), as: UTF8.self) == "# mine\nspoken = true\n")
    probe.press("q")
    _ = try probe.waitForExit()
    let next = try open("--sample")
    #expect(!next.lines.joined().contains("─"))
    next.send(":spoken")
    try next.wait(for: "listening")
    next.press("Enter")
    try next.wait(for: "The screen is for looking at")
    try next.wait(for: "───")
    #expect(try String(decoding: desk.bytes(path), as: UTF8.self) == "# mine\nspoken = false\n")
  }

  @Test func `An option goes before the environment, and that before the settings`() throws {
    try desk.write("spoken = true\n", to: "config/outreach/settings.toml")
    #expect(try open("--sample").line(1).isEmpty)
    #expect(!(try open("--sample", environment: ["OUTREACH_SPOKEN": "off"])).line(1).isEmpty)
    #expect(try open("--sample", "--spoken", environment: ["OUTREACH_SPOKEN": "off"]).line(1).isEmpty)
  }

  @Test func `Suspended and resumed it says all again`() throws {
    let probe = try desk.start(
      ["/bin/bash", "--norc", "-i"], environment: ["PS1": "> ", "HISTFILE": "", "TERM": "linux"])
    try probe.wait(for: ">")
    probe.send("\(Desk.program) --sample --spoken\r")
    try probe.wait(for: "Website redesign", timeout: 20)
    probe.press("Ctrl-Z")
    try probe.wait(for: "Stopped")
    probe.send("clear; fg\r")
    try probe.wait(for: "Website redesign")
    probe.press("q")
    try probe.wait(for: ">")
  }
}
