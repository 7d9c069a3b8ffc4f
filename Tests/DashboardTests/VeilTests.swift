import Foundation
import Office
import Phrases
import Terminal
import Testing

@testable import Dashboard

/// The screen is hidden from whoever comes by, and nothing of it is lost.
@Suite struct VeilTests {
  private func text(_ desk: Desk) -> String { desk.session.draw().lines.joined(separator: "\n") }

  @Test func `A key hides everything, another asks, and Enter brings all back as it was`() throws {
    let desk = try Desk("2")
    desk.session.press("n")
    let before = text(desk)
    desk.session.press("F10")
    #expect(text(desk).trimmingCharacters(in: .whitespacesAndNewlines) == "")
    for key in ["q", "Esc", "Ctrl-S", "x"] as [KeyChord] {
      desk.session.press(key)
      desk.session.paste("typed")
      #expect(text(desk).trimmingCharacters(in: .whitespacesAndNewlines) == "Hidden. Enter goes on.")
    }
    desk.session.press("Enter")
    #expect(text(desk) == before)
    #expect(!desk.session.isOver)
  }

  @Test func `Where nothing is pressed for long, the screen hides itself`() throws {
    let clock = Desk.Clock(Desk.now)
    let desk = try Desk("2", clock: clock)
    desk.session.shell.veil.minutes = 10
    desk.session.press("Down")
    clock.now += 599
    _ = desk.session.idle()
    #expect(!desk.session.shell.veil.isDown)
    clock.now += 1
    #expect(desk.session.idle())
    #expect(text(desk).trimmingCharacters(in: .whitespacesAndNewlines) == "")
    desk.session.press("a")
    desk.session.press("Enter")
    clock.now += 599
    _ = desk.session.idle()
    #expect(!desk.session.shell.veil.isDown)
  }

  @Test func `Somebody who listens is told what is asked, and no more`() throws {
    let desk = try Desk("2", isSpoken: true)
    desk.session.press("F10")
    desk.session.press("a")
    #expect(text(desk).contains("Hidden. Enter goes on.") && !text(desk).contains("Stakeholders"))
  }

  @Test func `The settings say after how many minutes`() throws {
    #expect(try PersonalSettings(toml: "hide_after = 10").hideAfter == 10)
    for wrong in ["hide_after = -1", "hide_after = \"soon\"", "hide_after = 9999"] {
      #expect(throws: PersonalSettings.Problem.self) { try PersonalSettings(toml: wrong) }
    }
  }
}
