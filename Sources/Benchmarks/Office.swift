import ArgumentParser
import Foundation
import Model
import Probe
import Store

/// A whole office at once: many write, somebody imports a long file, and somebody presses keys.
struct Office: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let twenty write and one press keys while a long file is imported: what is lost, who waits.")

  @Option(help: "How many people are in the store.") var stakeholders = 20_000
  @Option(help: "How many write, each a process of its own.") var writers = 20
  @Option(help: "How often each saves.") var edits = 1_000
  @Option(help: "The mean of a writer's pauses between two saves, in milliseconds.") var pause = 100
  @Option(help: "How many rows are imported meanwhile.") var rows = 100_000
  @Option(help: "The executable; else the one beside this.") var program: String?

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-office-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let bench = OfficeBench(
      folder: folder, beside: beside, program: program ?? beside + "/outreach", writers: writers,
      edits: edits)
    try bench.fill(stakeholders)
    try PeopleFile.write(rows, to: folder + "/import.csv", seed: 2, prefix: "h")
    let hours = try bench.work(pause: pause)
    try bench.tell(hours)
    guard try bench.isWhole(stakeholders + rows) else { throw ExitCode.failure }
  }
}

/// When something was, in seconds since 1970.
private struct Hours {
  /// The import.
  var importing = 0.0...0.0
  var isImported = false
  /// Each key: when it was pressed, and how long its answer took in milliseconds; nil for one without an answer.
  var keys: [(at: Double, took: Double?)] = []
}

private struct OfficeBench {
  let folder: String
  let beside: String
  let program: String
  let writers: Int
  let edits: Int

  private static let shared = 5

  private var store: String { folder + "/office.sqlite" }
  private func log(_ number: Int) -> String { "\(folder)/writer-\(number)" }

  func fill(_ count: Int) throws {
    let library = try Library.open(store, who: "generator", creating: true)
    var generator = Generator(count: count - writers - Self.shared, seed: 1)
    try library.load { generator.next() }
    let ids = (0..<writers).map(OfficeWriter.own) + (0..<Self.shared).map(OfficeWriter.shared)
    try library.apply(
      ImportRecords(new: ids.map { Stakeholder(id: $0, version: 0, values: ["name": "Of \($0)"]) }))
  }

  private func launch(_ command: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.standardError)
    try process.run()
    return process
  }

  /// All at once; the import begins when a tenth of the writing is done, and keys are pressed until all have ended.
  func work(pause: Int) throws -> Hours {
    var hours = Hours()
    let probe = try TerminalProbe(
      command: [program, "--store", store], environment: ["HOME": folder, "PATH": "/usr/bin:/bin"],
      columns: 200, rows: 50)
    defer { probe.close() }
    try probe.wait(for: "Overview", timeout: 30)
    probe.press("2")
    probe.settle(quietMilliseconds: 600)
    let crowd = try (0..<writers).map { number in
      try launch([
        beside + "/Benchmarks", "office-writer", "--store", store, "--number", "\(number)", "--edits",
        "\(edits)", "--pause", "\(pause)", "--shared", "\(Self.shared)", "--log", log(number),
      ])
    }
    var importer: Process?
    let begin = Date().timeIntervalSince1970 + Double(edits * pause) / 10_000
    var number = 0
    while crowd.contains(where: \.isRunning) || importer == nil || importer?.isRunning == true {
      let now = Date().timeIntervalSince1970
      if importer == nil, now >= begin {
        importer = try launch([program, "import", "stakeholders", folder + "/import.csv", "--store", store])
        hours.importing = now...now
      }
      if let importer {
        if importer.isRunning { hours.importing = hours.importing.lowerBound...now }
        hours.isImported = !importer.isRunning && importer.terminationStatus == 0
      }
      number += 1
      let key = number % 40 < 20 ? "Down" : "Up"
      let took = probe.measure(quietMilliseconds: 5, timeout: 5) { $0.press(key) }?.firstMilliseconds
      hours.keys.append((now, took))
      usleep(30_000)
    }
    hours.isImported = importer?.terminationStatus == 0
    for one in crowd where one.terminationStatus != 0 {
      print("a writer ended with \(one.terminationStatus)")
    }
    return hours
  }

  // MARK: Figures

  private struct Save {
    let at, took: Double
    let clashes, waits: Int
    let isShared: Bool
  }

  private func saves() -> [Save] {
    (0..<writers).flatMap { number -> [Save] in
      let text = (try? String(contentsOfFile: log(number), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ").compactMap { Double($0) }
        guard parts.count == 5 else { return nil }
        return Save(
          at: parts[0], took: parts[1], clashes: Int(parts[2]), waits: Int(parts[3]), isShared: parts[4] == 1)
      }
    }
  }

  func tell(_ hours: Hours) throws {
    let saves = saves()
    let took = hours.importing.upperBound - hours.importing.lowerBound
    print(
      Figures.line(
        "the import", "\(Figures.round(took)) s, \(hours.isImported ? "whole" : "NOT WHOLE")", ""))
    let during = saves.filter { hours.importing.overlaps($0.at...$0.at + $0.took / 1_000) }
    let beside = saves.filter { !hours.importing.overlaps($0.at...$0.at + $0.took / 1_000) }
    tell("a save", beside.map(\.took), "p99 500 ms")
    tell("a save during the import", during.map(\.took), "p99 500 ms")
    let (clashes, waits) = (saves.map(\.clashes).reduce(0, +), saves.map(\.waits).reduce(0, +))
    print(Figures.line("clashes that were tried anew", "\(clashes)", ""))
    print(Figures.line("waits of three seconds in vain", "\(waits)", "0"))
    let silent = hours.keys.count { $0.took == nil }
    func keys(_ isDuring: Bool) -> [Double] {
      hours.keys.filter { hours.importing.contains($0.at) == isDuring }.compactMap(\.took)
    }
    tell("a key", keys(false), "p99 100 ms")
    tell("a key during the import", keys(true), "p99 100 ms")
    print(Figures.line("keys without an answer", "\(silent) of \(hours.keys.count)", "0"))
  }

  private func tell(_ what: String, _ times: [Double], _ goal: String) {
    let shown = [50, 95, 99].map { "p\($0) \(Figures.ms(times.percentile($0)))" }.joined(separator: ", ")
    print(Figures.line(what, "\(shown), max \(Figures.ms(times.max() ?? 0)) of \(times.count)", goal))
  }

  /// Whether nothing was lost: each save of what all write into counted one, and each writer's last save stands.
  func isWhole(_ count: Int) throws -> Bool {
    let library = try Library.open(store, who: "generator")
    let saves = saves()
    func stored(_ id: RecordID) throws -> Stakeholder? { try library.read(RecordByID<Stakeholder>(id)) }
    let counted = try (0..<Self.shared).map { OfficeWriter.count(try stored(OfficeWriter.shared($0))) }
    let lost = saves.count { $0.isShared } - counted.reduce(0, +)
    print(Figures.line("saves", "\(saves.count) of \(writers * edits)", ""))
    print(Figures.line("lost of \(saves.count { $0.isShared }) to the same records", "\(lost)", "0"))
    let findings = try library.check()
    print(Figures.line("store check", findings.isEmpty ? "sound" : "\(findings.prefix(3))", "sound"))
    let total = try library.read(Tallies()).total
    print(Figures.line("people in the store", "\(total) of \(count)", ""))
    return lost == 0 && saves.count == writers * edits && findings.isEmpty && total == count
  }
}
