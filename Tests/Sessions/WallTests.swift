import Foundation
import Probe
import Testing

/// The board of a launch on a wall, as text, and in a rehearsal. Everything in it is invented.
@Suite(.serialized) struct WallTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let launches = """
      id,name,day,zone,embargo
      pollination,Pollination and pollinators,2016-02-22,Africa/Nairobi,2016-02-24 09:00 Africa/Nairobi

      """
    let cards = """
      id,name,launch,launch_activity,day,from,card_state,owner
      c1,summary,pollination,t2.1,2016-02-22,12:00,ready,press
      c2,مقابلة,pollination,t2.16,2016-02-23,10:00,to-do,press

      """
    let enquiries = """
      subject,outlet,deadline,launch
      a quote,agency,2016-02-22 08:30 Africa/Nairobi,pollination
      figures,weekly,2016-02-23 12:00 Africa/Nairobi,pollination

      """
    for (kind, text) in [("launches", launches), ("cards", cards), ("enquiries", enquiries)] {
      let result = try desk.run("import", kind, try desk.write(text, to: kind + ".csv"))
      try #require(result.code == 0, "\(result.errors)")
    }
  }

  private func wall(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> TerminalProbe {
    let probe = try desk.start(
      [Desk.program, "board", "--watch"] + arguments, columns: columns, rows: rows)
    try probe.wait(for: "EMBARGO lifts", timeout: 20)
    return probe
  }

  @Test func `The wall shows soon and in few bytes what another does`() throws {
    let wall = try wall("--clock", "2016-02-22 10:00 Africa/Nairobi", columns: 200, rows: 50)
    let worker = try desk.open("--as-of", "2016-02-22")
    worker.press("4", "b")
    try worker.wait(for: "◎ summ")
    // The cursor stands on today: in the evening that is tomorrow in Nairobi.
    if worker.row(of: "23 FEB▼") != nil { worker.press("Left") }
    wall.settle(quietMilliseconds: 400)
    let before = wall.bytesReceived
    let start = ContinuousClock.now
    worker.press("Space")
    try wall.wait(for: "◐ summary")
    let delay = ContinuousClock.now - start
    wall.settle(quietMilliseconds: 100)
    let bytes = wall.bytesReceived - before
    print("the wall showed another's change after \(delay), in \(bytes) bytes")
    #expect(bytes < 400)
    #expect(delay < .seconds(2))
  }

  @Test func `An hour in which nothing changes costs less than 8 KiB`() throws {
    // A minute of this clock is a twentieth of a second.
    let wall = try wall(
      "--clock", "2016-02-22 10:00 Africa/Nairobi", "--speed", "1200", columns: 200, rows: 50)
    try wall.wait(for: "22 Feb 10:05")
    let before = wall.bytesReceived
    try wall.wait(for: "22 Feb 11:05", timeout: 30)
    let bytes = wall.bytesReceived - before
    print("an hour of the minute clock took \(bytes) bytes")
    #expect(bytes < 8_192)
  }

  @Test func `It survives other sizes and ends with its link`() throws {
    let wall = try wall("--clock", "2016-02-22 10:00 Africa/Nairobi")
    wall.resize(columns: 30, rows: 8)
    try wall.wait(for: "30")
    wall.resize(columns: 120, rows: 40)
    try wall.wait(for: "OPEN ENQUIRIES")
    wall.press("+")
    try wall.wait(for: "10:00▼")
    wall.signal(SIGHUP)
    #expect(try wall.waitForExit() == .code(0))
  }

  @Test func `Q ends the wall, and nothing else changes anything`() throws {
    let wall = try wall("--clock", "2016-02-22 10:00 Africa/Nairobi")
    wall.press("Space", "D", "x", "q")
    #expect(try wall.waitForExit() == .code(0))
    #expect(try state(of: "c1") == "ready")
  }

  private func state(of card: String, in store: String? = nil) throws -> String {
    let place = store.map { ["--store", $0] } ?? []
    let csv = try desk.run(arguments: ["export", "cards"] + place).output
    let line = csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix(card + ",") } ?? ""
    return ["to-do", "ready", "live", "done", "blocked"].first { line.contains(",\($0),") } ?? String(line)
  }

  @Test(arguments: ["en", "zh"])
  func `The board is printed as text, without a terminal`(language: String) throws {
    let result = try desk.run(
      "board", "--print", "--lang", language, "--columns", "60", "--clock", "2016-02-22 10:00 Africa/Nairobi")
    #expect(result.code == 0)
    #expect(result.output.contains(language == "en" ? "REHEARSAL" : "演练"))
    #expect(
      result.output.contains(language == "en" ? "EMBARGO lifts in 1 d 23 h 00 min" : "禁发期还有 1 天 23 小时 00 分"))
    #expect(result.output.contains("06:00 UTC"))
    #expect(result.output.contains("مقابلة"))
    #expect(result.output.contains(language == "en" ? "! 1 h over  agency" : "! 超过 1 小时  agency"))
    #expect(result.output.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 60 })
  }

  @Test(arguments: [
    (
      ["--launch", "nowhere"],
      "There is no launch “nowhere”. Known: Pollination and pollinators (pollination), Scenario"
    ),
    (["--watch"], "--watch needs a terminal"), (["--watch", "--print"], "not both"),
    (["--clock", "yesterday"], "yesterday"), (["--clock", "2016-03-27 02:30 Europe/Paris"], "Europe/Paris"),
    (["--speed", "9"], "--clock"), (["--columns", "3"], "40"),
  ])
  func `What cannot be shown is said`(arguments: [String], sentence: String) throws {
    let result = try desk.run(arguments: ["board"] + arguments)
    #expect(result.code == 64)
    #expect(result.errors.contains(sentence), "\(result.errors)")
  }

  @Test func `A rehearsal goes on in a copy that goes with it`() throws {
    let probe = try desk.open("--clock", "2016-02-22 10:00 Africa/Nairobi")
    try probe.wait(for: "REHEARSAL")
    probe.press("4", "b")
    try probe.wait(for: "◎ summ")
    probe.press("Space")
    try probe.wait(for: "◐ summ")
    #expect(try probe.quit() == .code(0))
    #expect(try state(of: "c1") == "ready")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/temporary").isEmpty)
  }

  @Test func `Several people share a rehearsal in a store of that name`() throws {
    let copy = desk.folder + "/rehearsal.sqlite"
    #expect(try desk.run("store", "backup", copy).code == 0)
    let clock = "2016-02-22 10:00 Africa/Nairobi"
    let probe = try desk.open("--store", copy, "--clock", clock)
    let wall = try wall("--store", copy, "--clock", clock)
    probe.press("4", "b")
    try probe.wait(for: "◎ summ")
    probe.press("Space")
    try wall.wait(for: "◐ summ")
    #expect(try probe.quit() == .code(0))
    #expect(try state(of: "c1", in: copy) == "live")
    #expect(try state(of: "c1") == "ready")
  }
}
