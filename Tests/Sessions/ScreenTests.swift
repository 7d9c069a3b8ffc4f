import Probe
import Testing

/// The screen holds, whatever happens to the terminal or stands in the store.
@Suite(.serialized) struct ScreenTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The screen follows the size of the terminal`() throws {
    let probe = try desk.open("--sample")
    probe.press("2")
    try probe.wait(for: "▌Achieng, Daudi")
    probe.resize(columns: 200, rows: 50)
    try probe.wait(for: "Nairobi")
    #expect(probe.row(of: "▌Achieng, Daudi") == 3)
    probe.resize(columns: 40, rows: 10)
    try probe.wait(forNo: "Nairobi")
    try probe.wait(for: "▌Achieng, Daudi")
    probe.resize(columns: 30, rows: 5)
    try probe.wait(for: "The terminal is 30 x 5;")
    #expect(probe.row(of: "Achieng") == nil)
    probe.resize(columns: 80, rows: 24)
    try probe.wait(for: "▌Achieng, Daudi")
    #expect(probe.line(0).hasPrefix(" outreach · Stakeholders"))
  }

  @Test func `A form outlives every size`() throws {
    let probe = try desk.open("--sample")
    probe.press("2", "n")
    try probe.wait(for: "Native name")
    probe.send("Resized")
    for (columns, rows) in [(200, 50), (30, 5), (1, 1), (40, 10), (80, 24)] {
      probe.resize(columns: columns, rows: rows)
      probe.send("!")
    }
    try probe.wait(for: "▌Name              Resized!!!!!")
  }

  @Test func `Ctrl-Z gives the terminal back, and fg takes it again`() throws {
    let probe = try desk.start(["/bin/bash", "--norc", "-i"], environment: ["PS1": "> ", "HISTFILE": ""])
    try probe.wait(for: ">")
    probe.send("\(Desk.program) --sample\r")
    try probe.wait(for: "q quit", timeout: 20)
    probe.press("2")
    try probe.wait(for: "▌Achieng")
    probe.press("Ctrl-Z")
    try probe.wait(for: "Stopped")
    #expect(!probe.isAlternateScreen)
    probe.resize(columns: 100, rows: 30)
    probe.send("echo $((6 * 7))\r")
    try probe.wait(for: "42")
    probe.send("fg\r")
    try probe.wait { $0.line(27) == String(repeating: "─", count: 100) }
    #expect(probe.isAlternateScreen)
    #expect(probe.row(of: "▌Achieng") == 3)
    probe.press("q")
    try probe.wait { !$0.isAlternateScreen }
    probe.send("exit\r")
    #expect(try probe.waitForExit() == .code(0))
  }

  @Test func `An idle screen sends nothing`() throws {
    let probe = try desk.open("--sample")
    probe.settle(quietMilliseconds: 700)
    let bytes = probe.bytesReceived
    #expect(throws: ProbeError.self) {
      try probe.wait(timeout: 2) { $0.bytesReceived != bytes }
    }
    #expect(probe.bytesReceived == bytes)
  }

  @Test func `What is stored cannot steer the terminal`() throws {
    try desk.fill(
      "e-1,\"Evil \u{1B}[2J\u{1B}[31m\u{9B}2Jred\",", "e-2,Evil \u{1B}]0;title\u{07}bell,",
      "e-3,Evil \u{202E}desrever\u{202C} \u{2066}x,", "f-1,Good,")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "4 in all")
    try probe.wait(for: "Good")
    #expect(probe.line(0).hasPrefix(" outreach · Stakeholders"))
    #expect((3..<7).allSatisfy { probe.line($0).contains($0 < 6 ? "Evil" : "Good") })
    #expect(probe.cell(row: 4, column: 1).foreground == probe.cell(row: 6, column: 1).foreground)
    for key in ["Enter", "Esc", "e", "Esc"] {
      probe.press(key)
      probe.settle()
      #expect(probe.line(0).hasPrefix(" outreach · Stakeholders"))
      let scalars = probe.lines.flatMap(\.unicodeScalars)
      #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(
        scalars.allSatisfy { !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value) })
    }
  }

  @Test func `Held keys and noise do no harm`() throws {
    let probe = try desk.open("--sample")
    probe.send("\u{1B}[99;99;99~\u{1B}[?1;2c\u{0}\u{1}\u{2}\u{3}\u{1C}\u{1D}")
    probe.press("2")
    try probe.wait(for: "461 in all")
    for _ in 0..<40 { probe.press("G", "Down", "PgDn", "g", "PgUp", "Up", "G", "PgUp") }
    for _ in 0..<300 { probe.press("Down") }
    probe.press("g", "Ctrl-C")
    try probe.wait(for: "▌Achieng, Daudi")
    probe.press("G")
    try probe.wait(for: "▌Zvolen Carnivore")
    #expect(try probe.quit() == .code(0))
  }
}
