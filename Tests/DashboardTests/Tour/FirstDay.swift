import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// A task of somebody's first day, played by keys: what was pressed, how many keys that was, and what stood on the screen
/// afterwards. The transcript stands in a file of the task's name; `OUTREACH_WRITE_DOCS=1` writes it anew.
final class FirstDay {
  let desk: Desk
  private(set) var keys = 0
  private let name: String
  private var lines: [String] = []
  private var pending: [String] = []
  private var paths: [String] = []

  init(_ name: String, _ desk: Desk) {
    (self.name, self.desk) = (name, desk)
    note()
  }

  func press(_ keys: KeyChord...) {
    for key in keys { desk.press(key) }
    self.keys += keys.count
    pending += keys.map(\.description)
  }

  func press(_ key: KeyChord, times: Int) {
    for _ in 0..<times { desk.press(key) }
    keys += times
    pending.append("\(key) × \(times)")
  }

  func type(_ text: String) {
    desk.type(text)
    keys += text.count
    pending.append("“\(text)”")
  }

  /// Moves down to a field, one key a line.
  func go(to label: String) {
    let before = keys
    while keys - before < 80, !desk.isAt(label) {
      desk.press("Down")
      keys += 1
    }
    pending.append("Down × \(keys - before)")
  }

  /// The path of a file is as long as it is: it does not count.
  func path(_ path: String) {
    desk.type(path)
    paths.append(path)
    pending.append("(the path)")
  }

  /// What has to stand on the screen now; the transcript goes on with it.
  func see(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    desk.rest()
    let screen = desk.screen
    for text in texts where !screen.contains(text) {
      Issue.record("“\(text)” does not stand in\n\(screen)", sourceLocation: sourceLocation)
    }
    note(texts)
  }

  /// - Parameter most: so many keys a newcomer needed before.
  func end(atMost most: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
    note()
    let text = (["\(keys) keys, at most \(most)", ""] + lines).joined(separator: "\n") + "\n"
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(keys <= most, sourceLocation: sourceLocation)
    #expect(
      (try? String(contentsOf: file, encoding: .utf8)) == text, "\(file.lastPathComponent)",
      sourceLocation: sourceLocation)
  }

  private func note(_ texts: [String] = []) {
    guard !pending.isEmpty || !texts.isEmpty || lines.isEmpty else { return }
    let heading = desk.lines[0].split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    let status = paths.reduce(desk.status.trimmed) { $0.replacing($1, with: "(the path)") }
    lines.append(
      (["\(pending.joined(separator: " "))"] + [heading, status]).filter { !$0.isEmpty }.joined(
        separator: "\n    "))
    lines += texts.map { "    ✓ \($0)" }
    pending = []
  }
}
