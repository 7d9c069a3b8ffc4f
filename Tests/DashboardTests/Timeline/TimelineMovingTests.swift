import Model
import Phrases
import Terminal
import Testing

@testable import Dashboard

/// Moving about in the timeline.
@Suite struct TimelineMovingTests {
  private func selected(_ desk: Desk) -> String {
    let canvas = desk.session.draw()
    guard let cursor = canvas.cursor, canvas[cursor.row, 0].text == "▌" else { return "" }
    return String(canvas.lines[cursor.row].dropFirst().prefix(22)).trimmed
  }

  @Test func `The cursor stands on the selected row`() throws {
    let desk = try Desk("3")
    #expect(selected(desk) == "Needs analysis ≠")
    desk.press("j", "Down", "k")
    #expect(selected(desk) == "Website redesign")
    desk.press("G")
    #expect(selected(desk) == "Release")
    desk.press("PgUp", "PgUp", "g", "Up")
    #expect(selected(desk) == "Needs analysis ≠")
  }

  @Test func `Pages reach both ends`() throws {
    let desk = try Desk("3", library: .underWay())
    for _ in 0..<4 { desk.press("PgDn") }
    #expect(selected(desk) == "Release")
    for _ in 0..<4 { desk.press("PgUp") }
    #expect(selected(desk) == "Needs analysis ≠")
  }

  @Test func `A visit selects the activity whatever was filtered`() throws {
    let desk = try Desk("3")
    desk.press("p")
    #expect(desk.lines[0].contains("· late and due"))
    var shell = desk.session.shell
    _ = shell.go(.activity("ip.6"))
    shell.fit(to: desk.session.size, look: desk.session.look)
    let timeline = try #require(shell.panes[2] as? TimelinePane)
    #expect(timeline.selected?.id == "ip.6")
  }

  @Test func `The list is narrowed by state owner and plan`() throws {
    let desk = try Desk("3", library: .underWay())
    desk.press("p")
    #expect(!desk.screen.contains("Social media"))
    desk.press("Esc", "f", "Right", "Down", "Space")
    #expect(desk.lines[0].hasPrefix(" outreach · Timeline · 2015 · social"))
    desk.press("-", "Right", "Down", "Space", "Esc")
    #expect(desk.lines[2].hasPrefix(" IMPLEMENTATION PLAN"))
    #expect(desk.lines[0].contains("2015 · implementation plan"))
    desk.press("Esc")
    #expect(desk.lines[0].hasPrefix(" outreach · Timeline · 2015  "))
    #expect(desk.lines[2].hasPrefix(" TABLE 1"))
  }

  @Test func `A name is found by typing`() throws {
    let desk = try Desk("3")
    desk.press("/")
    desk.type("SURV")
    #expect(desk.lines[2].hasPrefix(" / SURV"))
    #expect(desk.lines[4].hasPrefix("▌Annual survey ≠"))
    #expect(desk.lines[7].hasPrefix(" Annual survey ≠"))
    desk.press("Enter", "Down")
    #expect(desk.lines[6].hasPrefix("▌Annual survey ≠"))
    desk.press("/")
    desk.type("x")
    #expect(desk.screen.contains("Nothing fits. Esc shows all."))
    desk.press("Esc")
    #expect(desk.lines.contains { $0.hasPrefix("▌Annual survey ≠") })
    #expect(desk.screen.contains("Networks and hubs"))
  }

  @Test func `When nothing is pressing that is said`() throws {
    let desk = try Desk("3")
    for activity in Decision.adopted.activities {
      try desk.library.edit(activity.id, ["status": "cancelled"])
    }
    desk.rest()
    desk.press("p")
    #expect(desk.lines[3] == "  Nothing fits. Esc shows all.")
    desk.press("Enter")
    #expect(desk.status == " Nothing is selected.")
  }

  @Test func `The adopted plan can be put aside`() throws {
    let desk = try Desk("3", library: .underWay())
    desk.press("b")
    #expect(!desk.screen.contains("═"))
    #expect(desk.lines[4].hasPrefix(" Website redesign         ━━━━━━━━━━━╍╍"))
    desk.press("b")
    #expect(desk.screen.contains("═"))
  }

  @Test(arguments: [(1, 1), (40, 10), (41, 11), (59, 12), (120, 10), (149, 20), (150, 20), (300, 100)])
  func `Any size is drawn`(columns: Int, rows: Int) throws {
    let desk = try Desk("3", columns: columns, rows: rows, library: .underWay())
    let keys: [KeyChord] = [
      "G", "Enter", "Down", "Enter", "Esc", "Esc", "b", "f", "Space", "Esc", "+", "+", "-", "]", "Enter", "/",
      "Esc", "z", "Z", "PgUp", "g", "Space",
    ]
    for key in keys {
      desk.press(key)
      #expect(desk.lines.count == rows)
    }
  }
}
