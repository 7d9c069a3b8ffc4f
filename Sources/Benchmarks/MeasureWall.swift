import ArgumentParser
import Foundation
import Model
import Probe
import Store

/// Measures the wall: how soon it shows what somebody else did, in how many bytes, and what it sends when
/// nothing happens.
struct MeasureWall: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a watched board: others' changes and an idle hour (makes the store first).")

  @Option(help: "A store made by generate-programme, instead of a new one.") var store: String?
  @Option(help: "How many changes of status.") var changes = 20
  @Option(help: "How many times faster the clock of the idle hour runs.") var speed = 60
  @Option(help: "The executable; else the one beside this.") var program: String?

  func run() throws {
    let bench = try ProgrammeBench(store: store, program: program)
    defer { bench.tidy() }
    let probe = try open(bench, speed: 1)
    try others(bench, probe)
    probe.close()
    let idle = try open(bench, speed: speed)
    defer { idle.close() }
    idleHour(idle)
  }

  private func open(_ bench: ProgrammeBench, speed: Int) throws -> TerminalProbe {
    let probe = try bench.open([
      "board", "--launch", Launch.pollination, "--watch", "--clock", "2016-02-22 09:00 Asia/Kuala_Lumpur",
      "--speed", String(speed),
    ])
    try probe.wait(timeout: 30, "the wall did not open") { !$0.lines.joined().isEmpty }
    probe.settle(quietMilliseconds: 700)
    return probe
  }

  /// Somebody else sets the state of a card that stands on the wall.
  private func others(_ bench: ProgrammeBench, _ probe: TerminalProbe) throws {
    let library = try Library.open(bench.path, who: "colleague")
    let onWall = try library.read(AllRecords<Card>()).filter { $0.day == ProgrammeGenerator.release }
    var times: [Double] = []
    var bytes: [Double] = []
    for card in onWall.prefix(changes) {
      guard let stored = try library.read(RecordByID<Card>(card.id)) else { continue }
      var edited = stored
      edited.state = stored.state == .done ? .live : .done
      let answer = probe.measure(quietMilliseconds: 600, timeout: 3) { _ in
        _ = try? library.apply(EditRecord(base: stored, edited: edited))
      }
      guard let answer else { continue }
      times.append(answer.lastMilliseconds)
      bytes.append(Double(answer.bytes))
    }
    let shown = "\(times.count) of \(min(changes, onWall.count)) seen"
    print(Figures.line("a change of somebody else", "\(Figures.times(times)); \(shown)", "500 ms"))
    let sizes = "median \(Int(bytes.median)), p95 \(Int(bytes.percentile(95)))"
    print(Figures.line("bytes of a change", bytes.isEmpty ? "none" : sizes, "400 bytes"))
  }

  private func idleHour(_ probe: TerminalProbe) {
    let before = probe.bytesReceived
    let end = ContinuousClock.now + .seconds(3_600 / max(1, speed))
    while ContinuousClock.now < end { probe.settle(quietMilliseconds: 1_000) }
    let bytes = probe.bytesReceived - before
    print(Figures.line("an idle hour of the wall", "\(bytes) bytes, \(speed) x as fast", "8,192 bytes"))
  }
}
