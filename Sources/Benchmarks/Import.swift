import ArgumentParser
import Foundation
import Interchange
import Model
import Store

/// Measures an import of very many rows against the shell of SQLite loading the same rows.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure an import of CSV beside the sqlite3 shell loading the same rows, indexes and all.")

  @Option(help: "How many rows.") var stakeholders = 1_000_000
  @Option(help: "How often each is run; the quickest counts.") var repeats = 2
  @Flag(help: "Then as many again, into the filled store.") var filled = false

  @Flag(help: "Then the same rows as a workbook, beside the CSV.") var workbook = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-import-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bench = ImportBench(folder: folder, rows: stakeholders, repeats: repeats)
    try bench.write("first.csv", seed: 1, prefix: "g")
    try bench.measure("empty store", "first.csv", over: nil, after: 0)
    if workbook { try bench.compareWorkbook(with: "first.csv") }
    guard filled else { return }
    try bench.write("second.csv", seed: 2, prefix: "h")
    try bench.measure("filled store", "second.csv", over: "kept", after: stakeholders)
  }
}

/// One folder with files and stores, and the times of what is done in it.
private struct ImportBench {
  let folder: String
  let rows: Int
  let repeats: Int

  private static let program =
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/outreach"

  func write(_ name: String, seed: UInt64, prefix: String) throws {
    try PeopleFile.write(rows, to: path(name), seed: seed, prefix: prefix)
  }

  /// Ours and the shell's by turns, each into a copy of its own store; the last stores are kept for the next.
  mutating func measure(_ what: String, _ file: String, over kept: String?, after row: Int) throws {
    var ours: [Run] = []
    var shells: [Run] = []
    for round in 0..<repeats {
      try prepare("ours.sqlite", from: kept.map { "ours-\($0).sqlite" })
      ours.append(
        try Run.of([Self.program, "import", "stakeholders", path(file), "--store", path("ours.sqlite")]))
      let load = try ShellLoad(of: Library.open(path("ours.sqlite"), who: "benchmark", isReadOnly: true))
      if round == 0 { _ = try shell(load.rows(after: row, to: path("rows.csv")), "ours.sqlite") }
      try prepare("shell.sqlite", from: kept.map { "shell-\($0).sqlite" })
      shells.append(
        try shell((kept == nil ? load.begin : "") + load.load(path("rows.csv"), after: row), "shell.sqlite"))
    }
    for name in ["ours", "shell"] { try prepare("\(name)-kept.sqlite", from: "\(name).sqlite") }
    print(line("import of \(rows) rows, \(what)", ours))
    print(line("sqlite3 shell, the same rows", shells))
    let (mine, shell) = (best(ours), best(shells))
    let (time, work) = (mine.seconds / shell.seconds, mine.cpu / shell.cpu)
    print(
      "  \(round(time)) x its time (1.25), \(round(work)) x its work; \(Int(Double(rows) / mine.seconds)) rows/s"
    )
    print("  resident memory, peak \(mine.peakMiB) MiB (220)")
  }

  /// The same rows out of a workbook, by turns with the CSV.
  func compareWorkbook(with text: String) throws {
    let sheet = "first.xlsx"
    let written = try Run.of([
      Self.program, "export", "stakeholders", "--all", "--format", "xlsx", "-o", path(sheet), "--store",
      path("ours-kept.sqlite"),
    ])
    print(line("export of \(rows) rows as a workbook", [written]) + ", \(written.peakMiB) MiB")
    func importing(_ name: String) throws -> Run {
      try prepare("ours.sqlite", from: nil)
      return try Run.of([Self.program, "import", "stakeholders", path(name), "--store", path("ours.sqlite")])
    }
    var (sheets, texts): ([Run], [Run]) = ([], [])
    for _ in 0..<repeats {
      sheets.append(try importing(sheet))
      texts.append(try importing(text))
    }
    print(line("import of the workbook", sheets))
    print(line("import of the CSV", texts))
    let (mine, other) = (best(sheets), best(texts))
    print("  \(round(mine.seconds / other.seconds)) x the time of the CSV (2)")
    print("  resident memory, peak \(mine.peakMiB) MiB (300)")
    try time("rows of the workbook alone", sheet)
    try time("rows of the CSV alone", text)
  }

  /// Reads the rows and does nothing with them.
  private func time(_ what: String, _ name: String) throws {
    var count = 0
    let took = try ContinuousClock().measure {
      var reader = try TableReader(ImportFile(path: path(name))) { $0.count }
      while try reader.next() != nil { count += 1 }
    }
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    print("\(what): \(round(seconds)) s, \(Int(Double(count) / seconds)) rows/s")
  }

  private func best(_ runs: [Run]) -> Run { runs.min { $0.seconds < $1.seconds }! }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func prepare(_ name: String, from other: String?) throws {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path(name) + suffix) }
    if let other { try FileManager.default.copyItem(atPath: path(other), toPath: path(name)) }
  }

  private func shell(_ script: String, _ store: String) throws -> Run {
    try script.write(toFile: path("script"), atomically: true, encoding: .utf8)
    return try Run.of(["/usr/bin/sqlite3", path(store), ".read \(path("script"))"])
  }

  private func line(_ what: String, _ runs: [Run]) -> String {
    let times = runs.map { "\(round($0.seconds)) s (\(round($0.cpu)) s of work)" }
    return what.padding(toLength: 44, withPad: " ", startingAt: 0) + " " + times.joined(separator: ", ")
  }

  private func round(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
