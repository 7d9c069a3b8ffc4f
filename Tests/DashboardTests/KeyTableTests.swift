import Foundation
import Testing

@testable import Dashboard

@Suite struct KeyTableTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Dashboard/Dashboard.docc/Keys.md")

  /// `OUTREACH_WRITE_DOCS=1` writes the page anew instead.
  @Test func `The manual has the keys of the program`() throws {
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      try KeyTable.page().write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == KeyTable.page())
  }

  @Test func `Headings are unique`() {
    let headings = KeyTable.page().split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.count == Set(headings).count)
  }

  @Test func `Keymap files reach every command`() {
    #expect(Set(KeyTable.all.flatMap(\.rows).map(\.name)) == Shell.commandNames)
  }
}
