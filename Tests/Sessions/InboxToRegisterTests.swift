import Foundation
import Glibc
import Probe
import Testing

/// A morning's work, all of it by keys: three messy files become one clean base, and the base a published
/// register, from which somebody withdraws.
@Suite struct InboxToRegisterTests {
  private let desk: Desk
  private let inbox = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("sample-data/inbox").path

  init() throws { desk = try Desk() }

  @Test func `Three messy files become a published register`() throws {
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "0 in all")
    try bring("google-contacts.csv", "17 new, 0 changed.", probe)
    try bring("observers-outlook.csv", "12 new, 2 changed.", probe)
    try bring("networks.vcf", "9 new, 3 changed.", probe)
    try probe.wait(for: "38 in all")
    try mergeWhatIsStoredTwice(probe)
    try probe.wait(for: "34 in all")
    let first = try release(1, probe)
    #expect(first.contains("Inclusion in this register is not observer status"))
    #expect(first.contains("Fatoumata") && first.contains("Сыдыкова"))
    // Of an address nobody said that it may be published.
    #expect(!first.contains("karite.example"))
    try withdraw("fatoumata", probe)
    let second = try release(2, probe)
    #expect(!second.contains("Fatoumata"))
    #expect(try probe.quit() == .code(0))
    let log = try desk.run("privacy", "log").output
    #expect(log.split(separator: "\n").count { $0.contains("public register") } == 2)
    #expect(!log.contains("Fatoumata"))
  }

  /// `i`, the path, the columns where there are any, the preview, Ctrl-S.
  private func bring(_ name: String, _ counts: String, _ probe: TerminalProbe) throws {
    probe.press("i")
    try probe.wait(for: "Tab complete")
    probe.send("\(inbox)/\(name)")
    try probe.wait(for: name)
    probe.press("Enter")
    if !name.hasSuffix(".vcf") {
      try probe.wait(for: "BECOMES")
      probe.press("p")
    }
    try probe.wait(for: "will be written")
    probe.press("Ctrl-S")
    try probe.wait(for: "Imported: " + counts, timeout: 20)
    probe.press("Enter")
    try probe.wait(for: "COUNTRY")
  }

  /// The four pairs that are certain; the others stay to be asked about.
  private func mergeWhatIsStoredTwice(_ probe: TerminalProbe) throws {
    probe.press("d")
    try probe.wait(for: "6 pairs among 38 stakeholders may be the same.")
    probe.press("d")
    try probe.wait(for: "6 pairs to decide")
    probe.press("Enter")
    for place in 0..<4 {
      try probe.wait(for: "● certain")
      let pair = probe.line(0)
      if place > 0 {
        // A pair that came by itself is looked at first.
        probe.press("Ctrl-S")
        try probe.wait(for: "once more merges")
      }
      probe.press("Ctrl-S")
      try probe.wait(timeout: 20) { $0.line(0) != pair }
      try probe.wait(for: "Merged into")
    }
    probe.press("Esc")
    try probe.wait(for: "2 pairs to decide")
    probe.press("Esc")
  }

  /// Guidance, then the files; returns the page in English.
  private func release(_ number: Int, _ probe: TerminalProbe) throws -> String {
    probe.press("r")
    try probe.wait(for: "NEXT: RELEASE \(number)")
    if number == 2 { try probe.wait(for: "withdrawn 1") }
    probe.press("n")
    try probe.wait(for: "Who guided")
    probe.press("Down", "Down")
    probe.send("sixth meeting, item \(number)")
    probe.press("Enter")
    try probe.wait(for: "guidance: Bureau")
    probe.press("p")
    try probe.wait(for: "Languages")
    probe.press("Ctrl-U")
    probe.send(desk.folder + "/out")
    probe.press("Ctrl-S")
    let page = "\(desk.folder)/out/register-\(number).en.html"
    try probe.wait(timeout: 20) { _ in FileManager.default.fileExists(atPath: page) }
    try probe.wait(for: "elease \(number)")
    probe.press("Esc")
    try probe.wait(for: "COUNTRY")
    return String(decoding: try desk.bytes(page), as: UTF8.self)
  }

  /// Whoever said yes says no.
  private func withdraw(_ name: String, _ probe: TerminalProbe) throws {
    probe.press("/")
    probe.send(name)
    try probe.wait(for: "1 match")
    probe.press("Enter")
    try probe.wait(for: "Fatoumata")
    probe.press("P")
    try probe.wait(for: "focal-point notices")
    probe.press("Down", "Down", "n")
    try probe.wait(for: "── Refused")
    probe.press("Ctrl-S")
    try probe.wait(for: "Saved")
    probe.press("Esc", "Esc", "Esc")
    try probe.wait(for: "34 in all")
  }
}
