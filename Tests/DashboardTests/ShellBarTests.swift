import Office
import Phrases
import Terminal
import Testing

@testable import Dashboard

/// The bar names the panes with their keys.
@Suite struct ShellBarTests {
  @Test func `Where there is room the rule below the title names the panes`() throws {
    let desk = try Desk("3", columns: 200, rows: 50, library: .ofForests())
    #expect(desk.lines[1].hasPrefix("─ 1 Over  2 People [3 Plan] 4 Launch "))
    #expect(desk.lines[1].contains(" X Msgs ─"))
    #expect(try !Desk("3", columns: 100, rows: 50, library: .ofForests()).lines[1].contains("Plan"))
  }

  @Test(arguments: [(80, "en"), (80, "zh"), (40, "en"), (40, "zh")])
  func `A key shows it, and the next key does what it does`(_ columns: Int, _ language: String) throws {
    let desk = try Desk("2", columns: columns, language: language, library: .ofForests())
    desk.press("_")
    for entry in PaneRegistry.entries {
      #expect(desk.body.contains("\(entry.key) \(desk.session.look.say(Phrase(entry.short)))"))
    }
    #expect(desk.lines.allSatisfy { CellText.width($0) <= columns })
    desk.press("3")
    #expect(desk.lines[0].contains(desk.session.look.say(.paneTimeline)))
    desk.press("_", "Esc")
    #expect(desk.session.shell.layers.isEmpty)
    #expect(desk.lines[0].contains(desk.session.look.say(.paneTimeline)))
  }

  @Test func `It knows what each of its places is`() throws {
    let desk = try Desk("1", columns: 80, library: .ofForests())
    let items = desk.session.shell.bar(desk.session.look, columns: 78)
    #expect(items.map(\.pane) == Array(PaneRegistry.entries.indices))
    for (first, second) in zip(items, items.dropFirst()) where first.row == second.row {
      #expect(first.columns.upperBound == second.columns.lowerBound)
    }
    #expect(items.allSatisfy { $0.columns.upperBound <= 78 })
  }
}
