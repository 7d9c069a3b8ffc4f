import Model
import Office
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// A store that holds nothing yet leads, and alarms nobody.
@Suite struct FirstStepsTests {
  private let today = Day("2026-11-29")!

  @Test func `The first start says what to do first, and nothing is late`() throws {
    let desk = try Desk("1", alarms: .all, asOf: today)
    #expect(
      desk.part(0..<40) == """
         WHAT TO DO FIRST
        ▌Bring people in                   2 i
         Set the day for this session        @
         Say what is done already      3 Space
         Take the tour on invented data  Enter
         See all keys                        ?
         Hide these lines                Enter

         LAUNCH  no release day set yet
         Pollination and pollinators
         Table 2 is empty, as the text leaves…
         Scenario analysis and modelling

         THE TEXT DISAGREES
         Needs analysis: Apr ≠ Jun-Jul
         Annual survey: Oct ≠ Nov

         LAST CHANGES
         Nothing was changed yet.
        """)
    #expect(!desk.screen.contains("late"))
    desk.press("3")
    #expect(desk.lines[0].hasSuffix("as of 29 Nov 2026 · closed"))
    #expect(desk.status == " Closed: the plan of 2015, and nobody has started it. Space starts it.")
    desk.press("A")
    #expect(desk.body.contains("The plan of 2015 is closed"))
  }

  @Test(arguments: [
    (0, "A file to import", "Import"), (1, "As of", "As of"), (2, "Timeline", "Timeline"),
    (4, "Keys of", "Keys of"),
  ])
  func `Each line goes there`(_ place: Int, _ name: String, _ words: String) throws {
    let desk = try Desk("1", asOf: today)
    for _ in 0..<place { desk.press("Down") }
    desk.press("Enter")
    #expect(desk.screen.contains(words), "\(name)")
  }

  @Test func `The tour begins from there`() throws {
    let desk = try Desk("1", asOf: today)
    desk.press("Down", "Down", "Down", "Enter")
    #expect(desk.session.takeWishes() == [.tour])
  }

  @Test func `Esc of the file prompt leads back to what to do first`() throws {
    let desk = try Desk("1", asOf: today)
    desk.press("Enter")
    #expect(desk.screen.contains("A workbook, a CSV"))
    desk.press("Esc")
    #expect(desk.body.contains("WHAT TO DO FIRST"))
  }

  @Test func `The lines go with the first stakeholder, or when the person says so`() throws {
    let library = try Library.inMemory()
    let desk = try Desk("1", library: library, asOf: today)
    desk.press("G", "g", "Down", "Down", "Down", "Down", "Down", "Enter")
    #expect(!desk.body.contains("WHAT TO DO FIRST") && desk.body.contains("closed: plan of 2015; 3 opens it"))
    #expect(try !Desk("1", library: library, asOf: today).body.contains("WHAT TO DO FIRST"))
    let other = try Library.inMemory()
    #expect(try Desk("1", library: other, asOf: today).body.contains("WHAT TO DO FIRST"))
    try other.apply(AddRecord(Stakeholder(id: "a", version: 0, values: ["name": "Example"])))
    #expect(try !Desk("1", library: other, asOf: today).body.contains("WHAT TO DO FIRST"))
    #expect(try !Desk("1", isReadOnly: true, asOf: today).body.contains("WHAT TO DO FIRST"))
  }

  @Test func `They stay where something was done and nobody is in the store yet`() throws {
    let desk = try Desk("3", asOf: today)
    desk.press("Down", "Space", "1")
    #expect(desk.body.contains("WHAT TO DO FIRST"))
  }

  @Test func `Whoever starts the plan has its dates again`() throws {
    let desk = try Desk("3", asOf: today)
    desk.press("Down", "Space")
    #expect(!desk.lines[0].hasSuffix("closed"))
    #expect(desk.body.contains("! late 4,231 d"))
    desk.press("u")
    #expect(desk.lines[0].hasSuffix("closed"))
  }

  @Test func `No pane that is empty sends people to a shell`() throws {
    for language in Phrasebook.languages {
      let desk = try Desk("1", language: language, asOf: today)
      for entry in PaneRegistry.entries {
        desk.press(entry.key)
        let command = desk.body.firstMatch(of: /outreach (import|export|list|store)/)
        #expect(command == nil, "\(entry.command.text) in \(language)")
      }
    }
  }

  @Test func `Lines that were hidden come back by a command`() throws {
    let desk = try Desk("1", asOf: today)
    for _ in 0..<5 { desk.press("Down") }
    desk.press("Enter")
    #expect(!desk.screen.contains("WHAT TO DO FIRST"))
    desk.type(":what to do")
    desk.press("Enter")
    #expect(desk.screen.contains("WHAT TO DO FIRST"))
  }
}
