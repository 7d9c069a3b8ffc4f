import Foundation
import Testing

@testable import Dashboard

/// The guide shows the screens as they are.
@Suite struct BalanceGuideTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Dashboard/Dashboard.docc/Balance.md")

  /// `OUTREACH_WRITE_DOCS=1` writes the screens anew instead.
  @Test func `The guide shows the screens as they are`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("W")
    let regions = desk.screen
    desk.press("Esc", "p")
    let pivot = desk.screen
    desk.press("Esc")
    desk.choose(.ipbesSubregion)
    desk.press("b")
    let screens = [regions, pivot, desk.screen]
    let text = try String(contentsOf: page, encoding: .utf8)
    var parts = text.components(separatedBy: "```")
    #expect(parts.count == screens.count * 2 + 1)
    for (number, screen) in screens.enumerated() where parts.indices.contains(number * 2 + 1) {
      parts[number * 2 + 1] = "\n\(screen)\n"
    }
    let current = parts.joined(separator: "```")
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      try current.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == current)
  }
}
