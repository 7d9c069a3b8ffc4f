import Foundation
import Model
import Office
import Probe
import SampleLibrary
import Store
import Testing

/// Getting things out of the real program: into a file, and to the clipboard of the terminal.
@Suite(.serialized) struct PuttingOutTests {
  private func filled() throws -> Desk {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
    try Library.makeSample(at: desk.store)
    return desk
  }

  @Test func `A list is written into a file by two keys and a name`() throws {
    let desk = try filled()
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "search")
    probe.press("Ctrl-E")
    try probe.wait(for: "records of this list")
    probe.press("Ctrl-S")
    try probe.wait(for: "~/stakeholders.csv")
    probe.press("Enter")
    try probe.wait(for: "written to")
    let text = try String(contentsOfFile: desk.folder + "/home/stakeholders.csv", encoding: .utf8)
    #expect(text.split(separator: "\r\n").count > 400)
  }

  @Test func `A name goes to the clipboard of the terminal as base64`() throws {
    let desk = try filled()
    let probe = try desk.open()
    probe.press("2")
    // Its first row, not that of the overview.
    try probe.wait(for: " 1 · ")
    probe.press("Ctrl-Y")
    try probe.wait(for: "Copy")
    probe.press("Enter")
    try probe.wait(for: "clipboard")
    let said = String(decoding: probe.said, as: UTF8.self)
    let sent = try #require(said.firstMatch(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)\u{07}/)).1
    let name = try #require(Data(base64Encoded: String(sent)).map { String(decoding: $0, as: UTF8.self) })
    #expect(!name.isEmpty)
    try probe.wait(for: name)
  }

  /// A host whose `lp` does that.
  private func printing(_ script: String, on desk: Desk) throws -> [String: String] {
    let bin = desk.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: bin + "/lp"))
    chmod(bin + "/lp", 0o755)
    return ["PATH": bin + ":/usr/bin:/bin"]
  }

  /// Prints the record of the first row.
  private func sends(_ desk: Desk, _ environment: [String: String]) throws -> TerminalProbe {
    let probe = try desk.start([Desk.program], environment: environment)
    try probe.wait(for: " quit", timeout: 20)
    probe.press("3")
    try probe.wait(for: "▌")
    probe.press("Ctrl-E")
    try probe.wait(for: "a file")
    probe.press("Down", "Down", "Right")
    try probe.wait(for: "‹ the printer (lp) ›")
    probe.press("Enter")
    return probe
  }

  @Test func `The printer gets a title and pages of text, and what it says when it fails is shown`() throws {
    let desk = try filled()
    let script =
      "for word in \"$@\"; do echo \"[$word]\"; done > \(desk.folder)/words; cat > \(desk.folder)/pages"
    let probe = try sends(desk, printing(script, on: desk))
    try probe.wait(for: "Sent to the printer")
    let words = try String(contentsOfFile: desk.folder + "/words", encoding: .utf8).split(separator: "\n")
    #expect(words.count == 2 && words.first == "[-t]")
    let pages = try String(contentsOfFile: desk.folder + "/pages", encoding: .utf8)
    #expect(pages.contains("Timeline") && !pages.contains("\u{1B}"))
    probe.close()
    let failing = try sends(desk, printing("echo 'lp: no default destination' >&2; exit 1", on: desk))
    try failing.wait(for: "no default destination")
    failing.close()
  }

  @Test func `The mouse is left to the terminal where that is asked for`() throws {
    let desk = try filled()
    for (arguments, environment) in [(["--no-mouse"], [:]), ([], ["OUTREACH_MOUSE": "off"])] {
      let probe = try desk.start(
        [Desk.program] + arguments, environment: environment as [String: String])
      try probe.wait(for: " quit", timeout: 20)
      #expect(!String(decoding: probe.said, as: UTF8.self).contains("[?1000h"))
      probe.close()
    }
  }
}
