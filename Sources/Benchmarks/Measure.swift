import ArgumentParser
import Foundation
import Probe
import Store

/// Measures the program through a pseudo-terminal, as a person at its keyboard feels it.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure keys, bytes, memory and start on generated stakeholders (makes the store first).")

  @Option(help: "How many stakeholders to generate.") var stakeholders = 1_000_000
  @Option(help: "A store made by generate, instead of a new one.") var store: String?
  @Option(help: "How often each key is pressed.") var repeats = 40

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-benchmark-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/million.sqlite"
    if let store {
      try FileManager.default.copyItem(atPath: store, toPath: path)
    } else {
      let library = try Library.open(path, who: "generator", creating: true)
      var generator = Generator(count: stakeholders, seed: 1)
      try library.load { generator.next() }
    }
    let bench = Bench(store: path, home: folder, repeats: repeats)
    try bench.start()
    try bench.keys()
    try bench.search()
    try bench.save()
    try bench.idle()
  }
}

/// One store, measured step by step at 200x50; every figure is printed beside what it is held against.
struct Bench {
  let store: String
  let home: String
  let repeats: Int

  private static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

  private func open(pane: String) throws -> TerminalProbe {
    let probe = try TerminalProbe(
      command: [Self.folder + "/outreach", "--store", store, "--as-of", "2015-09-15"],
      environment: ["HOME": home, "PATH": "/usr/bin:/bin"], columns: 200, rows: 50)
    try probe.wait(for: "Overview", timeout: 30)
    probe.settle(quietMilliseconds: 300)
    probe.send(pane)
    probe.settle(quietMilliseconds: 600)
    return probe
  }

  // MARK: Start

  /// From exec to the first full frame, ours and the floor's by turns.
  func start() throws {
    let program = try Compare.floor(in: home)
    let floor = try times { try firstFrame([program], until: "049 0190") }
    let ours = try times { try firstFrame([Self.folder + "/outreach"], until: "INDICATORS") }
    print(line("exec to first frame, C floor", "median \(ms(floor.median))", ""))
    let ratio = ours.median / floor.median
    print(line("exec to first frame, outreach", "median \(ms(ours.median))", "\(round(ratio)) x floor (3)"))
  }

  private func firstFrame(_ command: [String], until text: String) throws -> Double {
    let probe = try TerminalProbe(
      command: command, environment: ["HOME": home, "PATH": "/usr/bin:/bin", "OUTREACH_STORE": store],
      columns: 200, rows: 50)
    defer { probe.close() }
    try probe.wait(for: text, timeout: 30)
    return probe.millisecondsSinceLaunch
  }

  // MARK: Keys

  func keys() throws {
    let probe = try open(pane: "2")
    defer { probe.close() }
    let page = samples(20) { press(probe, "Down") }
    print(line("Down in a page", bytes(page), "130 bytes"))
    _ = samples(30) { press(probe, "Down") }
    let scroll = samples(repeats) { press(probe, "Down") }
    print(line("Down, scrolling", bytes(scroll), "450 bytes"))
    let pages = samples(repeats) { press(probe, "PgDn") }
    print(line("PgDn", bytes(pages), "6,000 bytes"))
    print(line("resident memory, peak", "\(round(Double(probe.peakResidentKiB ?? 0) / 1024)) MiB", "60 MiB"))
  }

  private func press(_ probe: TerminalProbe, _ key: String) -> ProbeMeasurement? {
    probe.measure(quietMilliseconds: 60) { $0.press(key) }
  }

  // MARK: Search and save

  func search() throws {
    let probe = try open(pane: "2")
    defer { probe.close() }
    var letters: [ProbeMeasurement] = []
    for word in ["anita", "lefev", "forest", "sokolov", "小明", "quispe k", "سميرة", "wetland network"] {
      probe.send("/")
      probe.settle(quietMilliseconds: 300)
      for letter in word {
        letters += [probe.measure(String(letter), quietMilliseconds: 150)].compactMap { $0 }
      }
      probe.press("Esc")
      probe.settle(quietMilliseconds: 400)
    }
    let times = letters.map(\.firstMilliseconds)
    print(line("search, each letter, first answer", figures(times), "p95 16 ms"))
    print(line("search, each letter, all of it", figures(letters.map(\.lastMilliseconds)), ""))
    print(
      line(
        "resident memory after searching", "\(round(Double(probe.peakResidentKiB ?? 0) / 1024)) MiB", "60 MiB"
      ))
  }

  /// Enter on a field, a letter, Enter: until the screen says "Saved".
  func save() throws {
    let probe = try open(pane: "2")
    defer { probe.close() }
    // The second of all fields, the empty ones included, takes any text.
    for key in ["Enter", "a", "Down"] {
      probe.press(key)
      probe.settle(quietMilliseconds: 300)
    }
    let saves = try (0..<min(repeats, 20)).map { _ in
      probe.press("Enter")
      probe.settle(quietMilliseconds: 80)
      probe.send("x")
      probe.settle(quietMilliseconds: 80)
      let sent = ContinuousClock.now
      probe.press("Enter")
      try probe.wait(for: "Saved")
      let elapsed = (ContinuousClock.now - sent).components.attoseconds
      probe.press("Up", "Down")
      try probe.wait(forNo: "Saved")
      return Double(elapsed) / 1e15
    }
    print(line("edit and save", figures(saves), "30 ms"))
  }

  func idle() throws {
    let probe = try open(pane: "1")
    defer { probe.close() }
    let before = probe.bytesReceived
    _ = probe.measure(quietMilliseconds: 3_000) { _ in }
    print(line("an idle screen, 3 s", "\(probe.bytesReceived - before) bytes", "0 bytes"))
  }

  // MARK: Figures

  private func times(_ body: () throws -> Double) throws -> [Double] { try (0..<11).map { _ in try body() } }

  private func samples(_ count: Int, _ body: () -> ProbeMeasurement?) -> [ProbeMeasurement] {
    (0..<count).compactMap { _ in body() }
  }

  private func bytes(_ samples: [ProbeMeasurement]) -> String {
    let bytes = samples.map { Double($0.bytes) }
    return
      "median \(Int(bytes.median)), p95 \(Int(bytes.percentile(95))) bytes; \(figures(samples.map(\.lastMilliseconds)))"
  }

  private func figures(_ times: [Double]) -> String { Figures.times(times) }
  private func ms(_ time: Double) -> String { Figures.ms(time) }
  private func round(_ number: Double) -> Double { Figures.round(number) }

  private func line(_ what: String, _ figure: String, _ goal: String) -> String {
    Figures.line(what, figure, goal)
  }
}

extension [Double] {
  var median: Double { percentile(50) }

  func percentile(_ percent: Int) -> Double {
    let sorted = sorted()
    return sorted.isEmpty ? .nan : sorted[Swift.min(count - 1, count * percent / 100)]
  }
}
