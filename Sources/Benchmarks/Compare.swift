import ArgumentParser
import Foundation
import Probe
import Store

/// Two builds by turns in one run: what a machine does meanwhile meets both.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Compare two builds of the program by turns: start, keys, bytes, memory, each figure with its noise.",
    discussion: """
      Every round measures the one, then the other, then a C program with ncurses that cc compiled without anything \
      of ours. A ratio is of one round; “better” and “worse” are said only where 95 of 100 such runs would say so (the \
      interval of the median by order statistics). The noise is by how much half of the rounds of the old build are off \
      their median. Instructions are counted by valgrind, once, as they hardly differ from run to run. With --keys both \
      builds get the same keys by chance, and their screens are compared after each.
      """)

  @Argument(help: "The program as it was.") var old: String
  @Argument(help: "The program as it is.") var new: String
  @Option(help: "A store made by generate; without one it is made.") var store: String?
  @Option(help: "How many stakeholders to generate, without a store.") var stakeholders = 100_000
  @Option(help: "How many rounds.") var rounds = 30
  @Option(help: "How many keys both get; none are pressed without it.") var keys = 0

  func validate() throws {
    if rounds < 6 { throw ValidationError("Fewer than 6 rounds say nothing.") }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-compare-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let original = store ?? folder + "/made.sqlite"
    if store == nil {
      let library = try Library.open(original, who: "generator", creating: true)
      var generator = Generator(count: stakeholders, seed: 1)
      try library.load { generator.next() }
    }
    let floor = try Self.floor(in: folder)
    // Each build has a store of its own: one may bring it to a form that the other does not know.
    let sides = try [old, new].enumerated().map { index, program in
      let home = "\(folder)/\(index)"
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: original, toPath: home + "/store.sqlite")
      return Side(program: program, home: home)
    }
    for side in sides { _ = try side.visit() }
    var table = ComparisonTable()
    for round in 1...rounds {
      for (place, side) in sides.enumerated() {
        for (name, figure) in try side.visit() { table.add(name, figure, place) }
      }
      table.addFloor(try Side.start([floor], home: folder, until: "049 0190").milliseconds)
      FileHandle.standardError.write(Data("\r\(round) of \(rounds)".utf8))
    }
    FileHandle.standardError.write(Data("\r".utf8))
    print(table.text)
    for (name, side) in zip(["old", "new"], sides) {
      guard let count = try side.instructions() else { continue }
      print("\(name): \(Figures.round(count / 1e6)) million instructions to the first frame")
    }
    if keys > 0 { try sides[0].walk(beside: sides[1], keys: keys) }
  }

  /// The C program, compiled by `cc` alone: linked beside Swift's libraries it would take twice as long.
  static func floor(in folder: String) throws -> String {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../BenchmarkFloor/main.c")
    let program = folder + "/floor"
    _ = try Run.of([
      "/usr/bin/cc", "-O2", "-o", program, source.standardizedFileURL.path, "-lncursesw", "-ltinfo",
    ])
    return program
  }
}

/// One of the builds that are compared.
struct Side {
  let program: String
  let home: String

  var command: [String] { [program, "--store", home + "/store.sqlite", "--as-of", "2015-09-15"] }

  /// What a start and a walk through the largest list take.
  func visit() throws -> [(String, Double)] {
    let (probe, start) = try Self.open(command, home: home, until: "INDICATORS")
    defer { probe.close() }
    var figures = [
      ("exec to first frame, ms", start.milliseconds), ("its processor time, ms", start.processor),
      ("its page faults", start.faults),
    ]
    probe.settle(quietMilliseconds: 200)
    probe.send("2")
    probe.settle(quietMilliseconds: 300)
    for (name, key, count) in [("Down", "Down", 10), ("PgDn", "PgDn", 4)] {
      let pressed = (0..<count).compactMap { _ in probe.measure(quietMilliseconds: 40) { $0.press(key) } }
      figures.append(("\(name), ms", pressed.map(\.lastMilliseconds).median))
      figures.append(("\(name), bytes", pressed.map { Double($0.bytes) }.median))
    }
    probe.send("/")
    probe.settle(quietMilliseconds: 100)
    let letters = "forest".compactMap { probe.measure(String($0), quietMilliseconds: 80) }
    figures.append(("search, a letter, first answer, ms", letters.map(\.firstMilliseconds).median))
    figures.append(("search, the slowest letter, ms", letters.map(\.firstMilliseconds).max() ?? .nan))
    figures.append(("resident memory, peak, MiB", Double(probe.peakResidentKiB ?? 0) / 1024))
    figures.append(("processor time of all that, ms", Spent(probe.process).processor))
    return figures
  }

  static func start(_ command: [String], home: String, until text: String) throws -> Start {
    let (probe, start) = try open(command, home: home, until: text)
    probe.close()
    return start
  }

  typealias Start = (milliseconds: Double, processor: Double, faults: Double)

  /// How many it takes to the first frame, of all threads; nil where there is no valgrind.
  func instructions() throws -> Double? {
    let valgrind = "/usr/bin/valgrind"
    guard FileManager.default.isExecutableFile(atPath: valgrind) else { return nil }
    let log = home + "/instructions"
    let counting = [
      valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(log)", "--",
    ]
    let (probe, _) = try Self.open(counting + command, home: home, until: "INDICATORS")
    defer { probe.close() }
    probe.signal(SIGTERM)
    _ = try probe.waitForExit(timeout: 60)
    let line = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").first {
      $0.contains("Collected : ")
    }
    return line?.split(separator: " ").last.flatMap { Double($0) }
  }

  static func open(
    _ command: [String], home: String, until text: String
  ) throws -> (TerminalProbe, Start) {
    let probe = try TerminalProbe(
      command: command, environment: ["HOME": home, "PATH": "/usr/bin:/bin"], columns: 200, rows: 50)
    try probe.wait(for: text, timeout: 60)
    let spent = Spent(probe.process)
    return (probe, (probe.millisecondsSinceLaunch, spent.processor, spent.faults))
  }
}

/// What a process has taken so far, by proc(5).
private struct Spent {
  /// Milliseconds on a processor, of all threads that still run.
  let processor: Double
  /// Pages that came without reading a disk.
  let faults: Double

  init(_ process: Int32) {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    processor =
      tasks.compactMap { task in
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(task)/schedstat", encoding: .utf8)
        return text?.split(separator: " ").first.flatMap { Double($0) }
      }.reduce(0, +) / 1e6
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // The name may hold blanks: fields are counted behind it; the eighth of them is minflt.
    let fields = text.split(separator: ")").last.map { $0.split(separator: " ") } ?? []
    faults = fields.count > 7 ? Double(fields[7]) ?? .nan : .nan
  }
}

/// Figures of two builds, round by round.
private struct ComparisonTable {
  private var names: [String] = []
  private var rounds: [String: [[Double]]] = [:]
  private var floor: [Double] = []

  mutating func add(_ name: String, _ figure: Double, _ place: Int) {
    if rounds[name] == nil {
      names.append(name)
      rounds[name] = [[], []]
    }
    rounds[name]?[place].append(figure)
  }

  mutating func addFloor(_ milliseconds: Double) { floor.append(milliseconds) }

  var text: String {
    var lines = [Self.row("", "old p50 / p95", "new p50 / p95", "noise", "new to old", "95 % of rounds", "")]
    for name in names {
      guard let sides = rounds[name] else { continue }
      let ratios = zip(sides[1], sides[0]).map { $0 / $1 }.sorted()
      let (low, high) = Self.interval(ratios)
      let verdict = high < 1 ? "better" : low > 1 ? "worse" : "same"
      lines.append(
        Self.row(
          name, Self.figures(sides[0]), Self.figures(sides[1]), Self.noise(sides[0]),
          String(format: "%.3f", ratios.median),
          String(format: "%.3f to %.3f", low, high), verdict))
    }
    let starts = rounds["exec to first frame, ms"] ?? [[], []]
    lines.append("")
    lines.append("a C program with ncurses, exec to first frame: \(Self.figures(floor)) ms")
    for (name, side) in zip(["old", "new"], starts) {
      let ratios = zip(side, floor).map { $0 / $1 }
      lines.append(String(format: "%@: %.2f of it", name, ratios.median))
    }
    return lines.joined(separator: "\n")
  }

  /// Where the median lies with 95 % of certainty: between two of the ordered ratios (the sign test turned round).
  private static func interval(_ sorted: [Double]) -> (Double, Double) {
    let half = 0.98 * Double(sorted.count).squareRoot()
    let middle = Double(sorted.count) / 2
    let low = max(0, Int((middle - half).rounded(.down)))
    let high = min(sorted.count - 1, Int((middle + half).rounded(.up)))
    return (sorted[low], sorted[high])
  }

  /// The median of how far they are from their median, as a part of it.
  private static func noise(_ samples: [Double]) -> String {
    let middle = samples.median
    return String(format: "%.1f %%", middle == 0 ? 0 : samples.map { abs($0 - middle) }.median / middle * 100)
  }

  private static func figures(_ samples: [Double]) -> String {
    String(format: "%.1f / %.1f", samples.median, samples.percentile(95))
  }

  private static func row(_ cells: String...) -> String {
    zip(cells, [36, 18, 18, 8, 11, 16, 8]).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
      .joined(separator: " ")
  }
}
