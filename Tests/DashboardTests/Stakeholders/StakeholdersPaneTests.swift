import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct StakeholdersPaneTests {
  @Test func `The list keeps its columns straight in four scripts`() throws {
    let desk = try Desk("2", library: .ofForests())
    #expect(
      desk.screen == """
         outreach · Stakeholders                                      7 in all · Name ▲
        ────────────────────────────────────────────────────────────────────────────────
         NAME                       AFFILIATION       COUNTRY      ROLE        LANG
        ▌African Forest Forum       organization      Kenya        both        en fr
         Association des forêts co… organization      Cameroon     contributor fr
         Banda, Thandiwe            individual        Zambia       contributor en toi
         El Amrani, Youssef · يوسف… individual        Morocco      contributor ar fr
         Forest Research Institute  institution       Ghana        end user    en
         Liu Sen · 刘森             individual        China        both        zh
         Thapa, Anita · अनिता थापा  individual        Nepal        end user    ne











        ────────────────────────────────────────────────────────────────────────────────
         1 · African Forest Forum
         Enter open   / search   f filter   e edit   n new   : all commands   ? help
        """)
  }

  @Test func `Searching narrows with each letter`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    desk.type("fore")
    #expect(
      desk.body == """
         / fore
         NAME                       AFFILIATION       COUNTRY      ROLE        LANG
        ▌African Forest Forum       organization      Kenya        both        en fr
         Association des forêts co… organization      Cameroon     contributor fr
         Forest Research Institute  institution       Ghana        end user    en
         Liu Sen · 刘森             individual        China        both        zh
        """)
    desk.press("Backspace", "Backspace", "Backspace", "Backspace")
    desk.type("森")
    #expect(desk.body.contains("刘森") && !desk.body.contains("Banda"))
    desk.press("Esc")
    #expect(desk.body.contains("Banda"))
  }

  @Test func `An empty answer says so`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("/")
    desk.type("zzz")
    #expect(desk.body.contains("Nothing matches."))
  }

  @Test func `A wide screen shows the record beside the list`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofForests())
    desk.press("Down", "Down")
    desk.rest()
    #expect(desk.lines[2].hasSuffix("Banda, Thandiwe"))
    #expect(desk.lines.contains { $0.hasSuffix("Languages         English (en), toi") })
    #expect(desk.lines.contains { $0.hasSuffix("Country           ZM  Zambia · Africa") })
  }

  @Test func `A held key does not redraw the record beside the list`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofForests())
    desk.press("Down")
    #expect(desk.lines[2].hasSuffix("African Forest Forum"))
    desk.rest()
    #expect(desk.lines[2].hasSuffix("Association des forêts communautaires"))
  }

  @Test(arguments: [(1, 1), (40, 10), (39, 9), (300, 100)])
  func `Every pane fits every screen`(_ columns: Int, _ rows: Int) throws {
    let desk = try Desk("1", columns: columns, rows: rows, library: .ofForests())
    for pane in ["1", "2", "3", "4", "5"] as [KeyChord] {
      desk.press(pane, "Down", "Enter", "Down", "Enter")
      #expect(desk.lines.count == rows)
      desk.press("Esc", "Esc", "Esc", "e", "Esc", ":", "Esc", "?", "Esc", "f", "Esc")
    }
  }

  @Test func `Marks retire together and one undo brings them back`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Space", "Space", "D")
    #expect(desk.status == " Retired: 2. u brings it back.")
    #expect(!desk.body.contains("African Forest Forum"))
    desk.press("u")
    #expect(desk.body.contains("African Forest Forum"))
    #expect(desk.body.contains("Association des forêts"))
  }

  @Test func `Retired records are shown on demand`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("D", "R")
    #expect(desk.body.contains("African Forest Forum") && !desk.body.contains("Banda"))
    desk.press("D")
    #expect(desk.status == " Back in use: African Forest Forum.")
  }

  @Test func `Columns are chosen and kept for the next visit`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("c", "Down", "Space", "Esc")
    #expect(!desk.lines[2].contains("AFFILIATION"))
    #expect(try !Desk("2", library: library).lines[2].contains("AFFILIATION"))
  }

  @Test func `Columns move`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("c", "Down", "J", "Esc")
    #expect(desk.lines[2].contains("COUNTRY      AFFILIATION"))
  }

  @Test func `The order turns round when chosen again`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("s", "Space", "Esc")
    #expect(desk.lines[0].hasSuffix("Name ▼"))
    #expect(desk.lines[3].contains("Thapa"))
  }

  @Test func `Facets narrow and show how many each leaves`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("f", "Enter", "Space")
    #expect(desk.screen.contains("✓ individual"))
    #expect(desk.lines[0].contains("4 match"))
    desk.press("Esc")
    #expect(desk.lines[2].hasPrefix(" / kind:individual"))
    #expect(!desk.body.contains("African Forest Forum"))
  }
}
