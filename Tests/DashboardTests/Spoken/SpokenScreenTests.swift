import Model
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// What somebody hears who listens to the screen.
@Suite struct SpokenScreenTests {
  private func ear(_ pane: KeyChord, _ library: Library? = nil, language: String = "en") throws -> Ear {
    Ear(try Desk(pane, language: language, library: library, isSpoken: true))
  }

  @Test func `A list is one row at a time, and Down sends that row and nothing else`() throws {
    let ear = try ear("2", .ofForests())
    #expect(
      ear.sent("Down")
        == "\u{1B}[5;1HName: Association des forêts communautaires; Kind: organization; Country:\u{1B}[K"
        + "\u{1B}[6;1HCameroon (CM)\u{1B}[K\u{1B}[5;1H")
  }
}
