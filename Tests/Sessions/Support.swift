import Foundation
import Probe
import Testing

/// A person's place on a host of its own: home, settings and stores are in a folder that goes with it.
final class Desk {
  let folder: String
  private var probes: [TerminalProbe] = []

  init() throws {
    folder = NSTemporaryDirectory() + "outreach-session-" + UUID().uuidString
    for name in ["home", "config/outreach/themes", "data", "state", "temporary"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
  }

  /// Whatever the test did: no program stays behind, and no file.
  deinit {
    for probe in probes { probe.close() }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The program lies beside the tests.
  static let program: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = CommandLine.arguments.first { $0.hasSuffix(".xctest") }.map { URL(fileURLWithPath: $0) }
    return (folder ?? tests).deletingLastPathComponent().appendingPathComponent("outreach").path
  }()

  var store: String { folder + "/data/outreach/outreach.sqlite" }

  var environment: [String: String] {
    [
      "HOME": folder + "/home", "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
      "XDG_STATE_HOME": folder + "/state", "TMPDIR": folder + "/temporary", "PATH": "/usr/bin:/bin",
      "TZ": "UTC", "LANG": "C.UTF-8",
    ]
  }

  /// Starts the dashboard, and returns when its first screen is drawn.
  func open(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]
  ) throws -> TerminalProbe {
    let probe = try start([Self.program] + arguments, columns: columns, rows: rows, environment: more)
    try probe.wait(for: " quit", timeout: 20)
    return probe
  }

  /// Starts any program in a terminal.
  func start(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]
  ) throws -> TerminalProbe {
    let all = environment.merging(more) { $1 }
    let probe = try TerminalProbe(command: command, environment: all, columns: columns, rows: rows)
    probes.append(probe)
    return probe
  }

  /// What a command said without a terminal, and its exit code.
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs the program without a terminal.
  @discardableResult
  /// - Parameter input: the file that stands on standard input.
  func run(_ arguments: String..., environment more: [String: String] = [:], input: String? = nil) throws
    -> Result
  {
    try run(arguments: arguments, environment: more, input: input)
  }

  func run(
    arguments: [String], environment more: [String: String] = [:], input: String? = nil
  ) throws -> Result {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.environment = environment.merging(more) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (
      input.flatMap(FileHandle.init(forReadingAtPath:)) ?? .nullDevice, output, errors
    )
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// What a line of shell says; the program is in `$PROGRAM`.
  func shell(_ line: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.environment = environment.merging(["PROGRAM": Self.program]) { $1 }
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// Runs a script of a shell with the program as `$0`; its output is that of the tests.
  func bash(_ script: String) throws -> (code: Int32, errors: String) {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script + "\nexit $?", Self.program]
    process.environment = environment
    (process.standardInput, process.standardError) = (FileHandle.nullDevice, errors)
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// Writes a file under the folder and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  /// A store that holds these people, made by importing them.
  func fill(_ rows: String...) throws {
    let file = try write((["id,name,emails"] + rows).joined(separator: "\n") + "\n", to: "people.csv")
    let result = try run("import", "stakeholders", file)
    try #require(result.code == 0, "\(result.errors)")
  }

  /// The stored people as the export writes them: by name, with the values of the columns asked for.
  func stored(_ column: String) throws -> [String: String] {
    let json = try run("export", "stakeholders", "--format", "json").output
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] ?? []
    func text(_ value: Any?) -> String {
      value as? String ?? (value as? [String])?.joined(separator: "; ") ?? ""
    }
    return Dictionary(rows.map { (text($0["name"]), text($0[column])) }, uniquingKeysWith: { $1 })
  }
}

extension TerminalProbe {
  /// Opens the first stakeholder and moves to one of its fields.
  func goToField(_ name: String) throws {
    press("Enter", "a")
    try wait(for: "Native name")
    for _ in 0..<80 where !line(cursor.row).contains("▌" + name) {
      let row = cursor.row
      let text = line(row)
      press("Down")
      try wait { $0.cursor.row != row || $0.line(row) != text }
    }
    try #require(line(cursor.row).contains("▌" + name))
  }

  /// Clears the field that is being typed in and types something else.
  func retype(_ text: String) {
    press("Ctrl-E", "Ctrl-U")
    send(text)
  }

  /// Ends the program by its key.
  func quit() throws -> ProbeExit {
    press("q")
    return try waitForExit()
  }
}
