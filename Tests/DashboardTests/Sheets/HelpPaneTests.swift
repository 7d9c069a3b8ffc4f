import Model
import Office
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// Help is in groups, is found by typing, and knows the signs.
@Suite struct HelpPaneTests {
  @Test func `Keys stand in groups, and names of commands behind a key`() throws {
    let desk = try Desk("2", rows: 100, library: .ofForests())
    desk.press("?")
    let headings = ["HERE", "THIS LIST", "SIGNS", "GO TO", "EVERYWHERE"]
    let found = desk.lines.map { $0.trimmingPrefix("  ") }.filter { headings.contains(String($0)) }
    #expect(found.map(String.init) == headings)
    #expect(desk.body.contains("  n                    new"))
    #expect(!desk.body.contains("stakeholder.new"))
    desk.press("Tab")
    #expect(desk.body.contains("stakeholder.new"))
  }

  @Test func `Typing narrows it, and Esc first shows all again`() throws {
    let desk = try Desk("3", library: .ofForests())
    desk.press("?")
    desk.type("budget")
    #expect(
      desk.body == """
         ? budget
          HERE
          $                    budget
        """)
    desk.press("Esc")
    #expect(desk.body.contains("late and due"))
    desk.press("?")
    #expect(desk.session.shell.layers.isEmpty)
  }

  @Test func `It says what the signs of the pane mean`() throws {
    let desk = try Desk("3", rows: 100, library: .ofForests())
    desk.press("?")
    for line in ["╍╍╍                  beyond its end", "≠                    two texts that do not agree"] {
      #expect(desk.body.contains(line))
    }
  }

  @Test func `It opens while somebody types, and lists the fields of a query`() throws {
    let desk = try Desk("2", rows: 100, library: .ofForests())
    desk.press("/")
    #expect(desk.footer.contains("F1 help"))
    desk.press("F1")
    #expect(desk.body.contains("HERE YOU TYPE") && desk.body.contains("country:"))
    #expect(desk.body.contains("-x "))
    desk.press("F1")
    desk.type("kenya")
    #expect(desk.body.contains(" / kenya"))
    desk.press("Esc", "@", "F1")
    #expect(desk.body.contains("2015-09-15, 15 Sep 2015, tomorrow"))
    #expect(desk.body.contains("Ctrl-U"))
    #expect(!desk.footer.contains("? "))
  }

  @Test func `A pane explains every sign that it draws`() throws {
    let library = try Library.sample()
    for (place, entry) in PaneRegistry.entries.enumerated() {
      let desk = try Desk(entry.key, rows: 40, library: library, asOf: Day("2016-02-20")!)
      let signs = type(of: PaneRegistry.panes()[place]).legend.map { $0.sign(desk.session.look).text }
        .joined()
      // As many as any pane has lists.
      for _ in 0..<7 {
        let words = desk.body.split(whereSeparator: \.isWhitespace)
        let drawn = desk.body.filter("○◐◎●×✗◇◆✓▸".contains) + words.filter { $0 == "!" }.joined()
        let unsaid = Set(drawn).filter { !signs.contains($0) }
        #expect(unsaid.isEmpty, "\(entry.command)")
        desk.press("]")
      }
    }
  }

  @Test(arguments: Phrasebook.languages)
  func `Nothing of a key, of its words or of a reason is cut at 80 columns`(_ language: String) throws {
    for entry in PaneRegistry.entries {
      let desk = try Desk(entry.key, rows: 24, language: language)
      let offers = desk.session.shell.offers(desk.session.look)
      desk.press("?")
      var page: Set<String> = []
      for _ in 0..<12 {
        page.formUnion(desk.lines)
        desk.press("PgDn")
      }
      let said = page.joined().filter { !$0.isWhitespace }
      #expect(!page.contains { $0.contains("…") }, "\(entry.command)")
      for offer in offers where !offer.keys.isEmpty && offer.obstacle == nil {
        for key in offer.keys { #expect(said.contains(key.description.filter { !$0.isWhitespace })) }
      }
    }
  }

  @Test func `A click on a key of help does what the key does`() throws {
    let desk = try Desk("3", rows: 60, library: .ofForests())
    desk.press("?")
    try desk.click("budget")
    #expect(desk.lines[0].contains("Budget"))
  }

  @Test func `Every word of the legends is said in both languages`() throws {
    for language in Phrasebook.languages {
      let look = Look(phrases: Phrasebook(language), asOf: Desk.asOf, who: "tester")
      for pane in PaneRegistry.panes() {
        for line in type(of: pane).legend { #expect(!line.words(look).isEmpty) }
      }
    }
  }
}
