import Testing

@testable import Dashboard

@Suite struct ThemePaneTests {
  @Test func `The screen wears the theme under the cursor, and Esc goes back to what was`() throws {
    let desk = try Desk("1")
    #expect(desk.session.theme == "auto")
    desk.type(":theme")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("✓ auto") })
    desk.press("Down")
    #expect(desk.session.theme == "dark")
    desk.press("Down")
    #expect(desk.session.theme == "light")
    desk.press("Esc")
    #expect(desk.session.theme == "auto")
  }

  @Test func `Where a variable chose the theme, keeping another says that the variable goes first`() throws {
    let desk = try Desk("1")
    desk.session.themeSource = "OUTREACH_THEME"
    desk.type(":theme")
    desk.press("Enter", "Down", "Enter")
    #expect(desk.session.theme == "dark")
    #expect(desk.screen.contains("OUTREACH_THEME") && !desk.screen.contains("in later visits"))
  }

  @Test func `Enter keeps it for later visits`() throws {
    let desk = try Desk("1")
    var kept: [String] = []
    desk.session.keepTheme = { kept.append($0) }
    desk.type(":theme")
    desk.press("Enter", "Down", "Down", "Down", "Enter")
    #expect(kept == ["high-contrast"] && desk.session.theme == "high-contrast")
    #expect(desk.lines.contains { $0.contains("The theme is high-contrast") })
    desk.type(":theme")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("▌ ✓ high-contrast") })
  }
}
