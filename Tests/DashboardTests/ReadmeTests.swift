import Foundation
import Office
import Phrases
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// The first page that people read tells the truth.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let page = root.appending(path: "README.md")

  private let text: String

  init() throws { text = try String(contentsOf: Self.page, encoding: .utf8) }

  /// `OUTREACH_WRITE_DOCS=1` puts the screen of today there instead.
  @Test func `Its screen is what the sample shows`() throws {
    let library = try Library.sample()
    let desk = try Desk("1", library: library, alarms: .pressing, asOf: SampleStore.asOf, who: "ana")
    desk.session.greet(Phrase(.sampleStore))
    let shown = try #require(text.firstMatch(of: /```\n( outreach · Overview(?:.|\n)*?)\n```/))
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      let range = shown.output.1.startIndex..<shown.output.1.endIndex
      try text.replacingCharacters(in: range, with: desk.screen)
        .write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(shown.output.1 == desk.screen)
    }
  }

  @Test func `It is short, and its links lead somewhere`() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
    let links = text.matches(of: /\]\(([^)]+)\)/).map { String($0.output.1) }
    #expect(links.count > 10)
    for link in links where !link.hasPrefix("http") {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: link).path), "\(link)")
    }
  }
}
