import Foundation
import Glibc
import Probe
import Testing

/// The manual page and the completions.
@Suite struct HelpInstallTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// All commands, with the way to them, and the names alone.
  private func commands() throws -> (paths: [String], names: Set<String>) {
    let help = try desk.run("--experimental-dump-help").output
    let root = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    var paths: [String] = []
    var names: Set<String> = []
    func walk(_ command: [String: Any], _ path: [String]) {
      for next in command["subcommands"] as? [[String: Any]] ?? [] {
        guard let name = next["commandName"] as? String, name != "help" else { continue }
        names.insert(name)
        paths.append((path + [name]).joined(separator: " "))
        walk(next, path + [name])
      }
    }
    walk(root?["command"] as? [String: Any] ?? [:], [])
    return (paths, names)
  }

  private func shell(_ script: String, _ argument: String) throws -> (code: Int32, said: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, argument]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test func `The manual page has every command, and is sound where something can check it`() throws {
    let page = try desk.run("manual").output
    let sections = page.split(separator: "\n").filter { $0.hasPrefix(".SS ") }
    for path in try commands().paths {
      let title = ".SS outreach " + path.replacing("-", with: "\\-")
      #expect(sections.contains { $0 == title || $0.hasPrefix(title + " ") }, "\(path)")
    }
    for code in [0, 1, 2, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78] {
      #expect(page.contains("\n.TP\n\(code)\n"), "\(code)")
    }
    let file = try desk.write(page, to: "outreach.1")
    let groff = "command -v groff >/dev/null || exit 0; exec groff -man -Tutf8 -Kutf8 -ww -z \"$0\""
    let mandoc = "command -v mandoc >/dev/null || exit 0; exec mandoc -Tlint -Wwarning \"$0\""
    for check in [groff, mandoc] {
      let (code, said) = try shell(check, file)
      #expect(code == 0 && said.isEmpty, "\(said)")
    }
  }

  @Test func `The manual page is read at a terminal, through man where the host has it, else as text`() throws
  {
    let bin = desk.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    let bare = try desk.start([Desk.program, "manual"], environment: ["PATH": bin])
    try bare.wait(for: "outreach.log", timeout: 20)
    #expect(!String(decoding: bare.said, as: UTF8.self).contains(".SH"))
    bare.close()
    let man = "#!/bin/sh\nprintf 'man says %s ' \"$1\"\n/usr/bin/head -n 1 \"$2\"\n"
    try Data(man.utf8).write(to: URL(fileURLWithPath: bin + "/man"))
    chmod(bin + "/man", 0o755)
    let read = try desk.start([Desk.program, "manual"], environment: ["PATH": bin])
    try read.wait(for: "man says -l .TH OUTREACH")
    read.close()
    let text = try desk.run("manual", "--format", "text").output
    #expect(text.contains("\n   outreach log add ") && !text.contains("\\-"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `Kinds that the program keeps for itself are not offered`() throws {
    let help = try desk.run("--experimental-dump-help").output
    #expect(help.contains("\"stakeholder\"") && !help.contains("\"told-apart\""))
  }

  @Test func `Page and completions are installed, and replace nothing unasked`() throws {
    let done = try desk.run("install-help", "--prefix", desk.folder + "/prefix")
    #expect(done.code == 0, "\(done.errors)")
    let files = done.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("/") }
    #expect(files.count == 4)
    let names = try commands().names
    for file in files {
      let text = try String(decoding: desk.bytes(file), as: UTF8.self)
      for name in names where !file.hasSuffix(".1") { #expect(text.contains(name), "\(name) in \(file)") }
    }
    let bash = try #require(files.first { $0.contains("bash") })
    #expect(try shell("bash -n \"$0\"", bash).code == 0)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: bash))
    let refused = try desk.run("install-help", "--prefix", desk.folder + "/prefix")
    #expect(refused.code == EX_CANTCREAT && refused.errors.contains("--force"))
    #expect(try desk.bytes(bash) == Data("mine".utf8))
    #expect(try desk.run("install-help", "--prefix", desk.folder + "/prefix", "--force").code == 0)
    #expect(try desk.bytes(bash) != Data("mine".utf8))
  }
}
