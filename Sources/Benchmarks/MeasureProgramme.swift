import ArgumentParser
import Foundation
import Probe
import Store

/// Measures the panes of the programme through a pseudo-terminal, as a person at its keyboard feels them.
struct MeasureProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure every key of the programme's panes on a large programme (makes the store first).")

  @Option(help: "A store made by generate-programme, instead of a new one.") var store: String?
  @Option(help: "How often each key is pressed.") var repeats = 20
  @Option(help: "The executable; else the one beside this.") var program: String?

  func run() throws {
    let bench = try ProgrammeBench(store: store, program: program)
    defer { bench.tidy() }
    let floor = try bench.floor(repeats)
    print(Figures.line("a key, C floor", Figures.times(floor), ""))
    for pane in ProgrammeBench.panes {
      do { try bench.measure(pane, repeats: repeats, floor: floor.percentile(95)) } catch {
        print("\(pane.name): \(error)")
      }
    }
  }
}

/// A large programme, and the panes in which it is worked on.
struct ProgrammeBench {
  struct PaneKeys {
    let name: String
    /// The keys that open it.
    let open: [String]
    let keys: [String]
  }

  static let panes = [
    PaneKeys(name: "Overview", open: ["1"], keys: ["Down", "Up", "Right", "Left"]),
    PaneKeys(
      name: "Timeline", open: ["3"],
      keys: ["Down", "PgDn", "PgUp", "G", "g", "+", "-", "Right", "Left", "b"]),
    PaneKeys(
      name: "Launch", open: ["4"], keys: ["Down", "Right", "Space", "u", "Left", "Up"]),
    PaneKeys(
      name: "Board", open: ["4", "b"],
      keys: ["Down", "Right", "Space", "u", "+", "-", "Left", "Up", "PgDn"]),
    PaneKeys(
      name: "Calendar", open: ["6"], keys: ["Right", "Down", "PgDn", "PgUp", "w", "m", "g", "Left", "Up"]),
    PaneKeys(name: "Press office", open: ["7"], keys: ["Down", "PgDn", "PgUp", "G", "g"]),
    PaneKeys(name: "Alarms", open: ["1", "A"], keys: ["Down", "PgDn", "G", "g", "f", "f"]),
  ]

  let path: String
  private let folder: String
  private let program: String

  private static let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

  init(store: String?, program: String?) throws {
    try self.init(program: program) { path in
      if let store { return try Self.copy(store, to: path) }
      let begun = ContinuousClock.now
      var generator = ProgrammeGenerator(seed: 1)
      try generator.fill(Library.open(path, who: "generator", creating: true))
      print("made a programme in \((ContinuousClock.now - begun).formatted(.units(allowed: [.seconds])))")
    }
  }

  /// - Parameter fill: makes the store at a path.
  init(program: String?, _ fill: (String) throws -> Void) throws {
    self.program = program ?? Self.beside + "/outreach"
    folder = FileManager.default.temporaryDirectory.appending(path: "outreach-benchmark-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/programme.sqlite"
    try fill(path)
  }

  static func copy(_ store: String, to path: String) throws {
    try FileManager.default.copyItem(atPath: store, toPath: path)
  }

  func tidy() { try? FileManager.default.removeItem(atPath: folder) }

  func open(_ arguments: [String]) throws -> TerminalProbe {
    try TerminalProbe(
      command: [program] + arguments + ["--store", path],
      environment: ["HOME": folder, "PATH": "/usr/bin:/bin"], columns: 200, rows: 50)
  }

  /// How long the least program takes for a key.
  func floor(_ repeats: Int) throws -> [Double] {
    let probe = try TerminalProbe(command: [Self.beside + "/BenchmarkFloor"], columns: 200, rows: 50)
    defer { probe.close() }
    try probe.wait(for: "049 0190", timeout: 30)
    return (0..<repeats).compactMap { _ in
      probe.measure(quietMilliseconds: 60) { $0.press("Down") }?.lastMilliseconds
    }
  }

  func measure(_ pane: PaneKeys, repeats: Int, floor: Double) throws {
    let probe = try open(["--as-of", "2016-02-22"])
    defer { probe.close() }
    try probe.wait(for: "Overview", timeout: 30)
    probe.settle(quietMilliseconds: 700)
    for key in pane.open {
      probe.press(key)
      probe.settle(quietMilliseconds: 700)
    }
    var all: [Double] = []
    for key in pane.keys {
      // A key that changes nothing on the screen has no answer: it is not counted.
      let samples = (0..<repeats).compactMap { _ in
        probe.measure(quietMilliseconds: 60, timeout: 1) { $0.press(key) }
      }
      guard !samples.isEmpty else { continue }
      let times = samples.map(\.lastMilliseconds)
      all += times
      let bytes = Int(samples.map { Double($0.bytes) }.median)
      print(Figures.line("\(pane.name): \(key)", "\(Figures.times(times)); \(bytes) bytes", "p95 16 ms"))
    }
    let ratio = Figures.round(all.percentile(95) / floor)
    print(Figures.line("\(pane.name): all keys", "\(Figures.times(all)), \(ratio) x floor", "p95 16 ms"))
    let memory = Figures.round(Double(probe.peakResidentKiB ?? 0) / 1024)
    print(Figures.line("\(pane.name): resident memory, peak", "\(memory) MiB", ""))
  }
}
