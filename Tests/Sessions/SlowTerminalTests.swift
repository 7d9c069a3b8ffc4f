import Foundation
import Glibc
import Probe
import Testing

/// A link that carries little, or nothing for a while: the probe reads only when it is told to.
@Suite(.serialized) struct SlowTerminalTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// The list of people, at rest.
  private func list() throws -> TerminalProbe {
    let probe = try desk.open("--sample", columns: 200, rows: 50)
    probe.press("2")
    try probe.wait(for: "461 in all")
    probe.settle(quietMilliseconds: 300)
    return probe
  }

  /// Page after page, far more than any buffer takes, and nobody reads.
  private func stall(_ probe: TerminalProbe) {
    for turn in 0..<60 {
      probe.send(turn % 2 == 0 ? "\u{1B}[6~" : "\u{1B}[5~")
      usleep(20_000)
    }
  }

  /// Without reading.
  private func ends(_ probe: TerminalProbe, within seconds: Double) -> Bool {
    for _ in 0..<Int(seconds * 100) where probe.isRunning { usleep(10_000) }
    return !probe.isRunning
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func `Whoever reads nothing holds up no signal`(signal: Int32) throws {
    let probe = try list()
    stall(probe)
    probe.signal(signal)
    #expect(ends(probe, within: 4))
    #expect(try probe.waitForExit() == .code(0))
    #expect(!probe.isAlternateScreen)
  }

  @Test func `Keys are heard and saved while nobody reads, and the last picture comes at once`() throws {
    try desk.fill("ann,Ann Banda,")
    let probe = try desk.open(columns: 200, rows: 50)
    probe.press("2")
    try probe.wait(for: "Ann Banda")
    probe.press("e")
    try probe.wait(for: "Native name")
    probe.settle(quietMilliseconds: 300)
    for _ in 0..<30 {
      probe.send("\u{C}")
      usleep(20_000)
    }
    probe.send("-Otieno\u{13}")
    for _ in 0..<200 where try desk.stored("name")["Ann Banda-Otieno"] == nil { usleep(20_000) }
    #expect(try desk.stored("name")["Ann Banda-Otieno"] != nil)
    let before = probe.bytesReceived
    try probe.wait(for: "Saved")
    #expect(probe.bytesReceived - before < 40_000)
  }

  @Test func `What is half typed is kept when the program ends while nobody reads`() throws {
    let form = try desk.open(columns: 200, rows: 50)
    form.press("2", "n")
    try form.wait(for: "Native name")
    form.settle(quietMilliseconds: 300)
    for _ in 0..<30 {
      form.send("\u{C}")
      usleep(20_000)
    }
    form.send("Half-said")
    usleep(100_000)
    form.signal(SIGTERM)
    #expect(ends(form, within: 4))
    let again = try desk.open(columns: 200)
    try again.wait(for: "You left a form half typed")
  }

  @Test func `On a slow link no old pictures queue up`() throws {
    let probe = try list()
    // A quarter of a second of work, then 100 bytes: a link of some hundred bytes a second.
    for turn in 0..<60 {
      probe.send(turn % 2 == 0 ? "\u{1B}[6~" : "\u{1B}[5~")
      usleep(40_000)
      probe.take(atMost: 200)
    }
    let before = probe.bytesReceived
    probe.send("G")
    usleep(40_000)
    var rounds = 0
    while probe.row(of: "▌Zvolen Carnivore") == nil, rounds < 600 {
      probe.take(atMost: 200)
      usleep(10_000)
      rounds += 1
    }
    #expect(probe.row(of: "▌Zvolen Carnivore") != nil)
    #expect(probe.bytesReceived - before < 16_000)
  }

  @Test func `A terminal that reads byte by byte sees all of it`() throws {
    let probe = try desk.start([Desk.program, "--sample"])
    var rounds = 0
    while probe.row(of: " quit") == nil, rounds < 200_000 {
      if probe.take(atMost: 1) == 0 { usleep(200) }
      rounds += 1
    }
    probe.press("2")
    while probe.row(of: "461 in all") == nil, rounds < 400_000 {
      if probe.take(atMost: 1) == 0 { usleep(200) }
      rounds += 1
    }
    #expect(probe.row(of: "461 in all") != nil)
    #expect(try probe.quit() == .code(0))
  }
}
