import Foundation
import Probe
import Testing

/// The real screen reader yasr (github.com/mgorse/yasr, Debian's package `yasr`) over the real program: its speech goes
/// to a file in place of a voice, by the protocol of Emacspeak's speech servers.
final class Yasr {
  static let path = "/usr/bin/yasr"
  static let isInstalled = access(path, X_OK) == 0

  let probe: TerminalProbe
  private let log: String
  private var heard = 0

  /// - Parameter arguments: of the program.
  init(_ desk: Desk, _ arguments: [String], environment: [String: String] = [:]) throws {
    log = desk.folder + "/said.log"
    try desk.write("", to: "said.log")
    let server = try desk.write("#!/bin/sh\nexec cat >> '\(log)'\n", to: "server.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: server)
    // As Debian ships it, but for the voice.
    let usual = try String(contentsOfFile: "/etc/yasr/yasr.conf", encoding: .utf8)
    let settings = usual.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("synthesizer=") { return "synthesizer=emacspeak server" }
      if line.hasPrefix("synthesizer port=") { return "synthesizer port=|\(server)" }
      return String(line)
    }
    try desk.write(settings.joined(separator: "\n"), to: "home/.yasr.conf")
    let all = ["TERM": "linux"].merging(environment) { $1 }
    probe = try desk.start([Self.path, "--", Desk.program] + arguments, environment: all)
  }

  /// What was said since it was asked last, once the text is said; nothing follows for a moment.
  func said(until text: String) throws -> [String] {
    try probe.wait(timeout: 20, "“\(text)” was not said") { _ in self.fresh.contains(text) }
    var count = -1
    while count != fresh.count {
      count = fresh.count
      probe.settle(quietMilliseconds: 300)
    }
    defer { heard += Array(fresh.utf8).count }
    // `q {…}` is said as text, `l {…}` as a letter.
    return fresh.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("q {") || line.hasPrefix("l {") else { return nil }
      return String(line.dropFirst(3).dropLast()).trimmingCharacters(in: .whitespaces)
    }
  }

  func press(_ keys: String..., until text: String) throws -> [String] {
    for key in keys { probe.press(key) }
    return try said(until: text)
  }

  private var fresh: String {
    guard let data = FileManager.default.contents(atPath: log) else { return "" }
    return String(decoding: data.dropFirst(heard), as: UTF8.self)
  }
}
