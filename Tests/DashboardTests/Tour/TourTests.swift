import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// The tour leads by tasks, and checks off what was really done.
@Suite struct TourTests {
  private func desk(_ language: String = "en") throws -> Desk {
    let library = try Library.sample()
    let desk = try Desk("1", language: language, library: library)
    desk.session.shell.isSample = true
    desk.session.shell.tour = Tour()
    return desk
  }

  private func done(_ desk: Desk) -> Set<Tour.Task> { desk.session.shell.tour?.done ?? [] }

  @Test func `Ten tasks are done by their keys`() throws {
    let desk = try desk()
    #expect(desk.screen.contains("Tour 0/10 Move down a line: Down, or j · F9 leaves"))
    desk.press("Down")
    #expect(done(desk) == [.move])
    desk.press("2")
    #expect(done(desk) == [.move, .people])
    desk.press("/")
    desk.type("country:ke")
    #expect(done(desk) == [.move, .people, .search])
    desk.press("Enter")
    #expect(done(desk).contains(.record))
    desk.press("e")
    desk.go(to: "City")
    desk.type("Nakuru")
    #expect(!done(desk).contains(.edit))
    desk.press("Ctrl-S")
    #expect(done(desk).contains(.edit))
    desk.press("Esc", "u")
    #expect(done(desk).contains(.undo))
    desk.press("Space", "Space", "E")
    desk.type("Tags")
    desk.press("Enter")
    desk.type("tour")
    desk.press("Ctrl-S")
    #expect(done(desk).contains(.bulk))
    desk.press("Esc", "Esc", "3", "Down", "]", "Enter")
    #expect(done(desk).contains(.shift))
    desk.press("4", "b")
    #expect(done(desk).contains(.board))
    #expect(desk.screen.contains("Tour 9/10 Ask for all keys: ?"))
    desk.press("?")
    #expect(desk.session.shell.tour?.current == nil)
    #expect(desk.body.contains("✓ Ask for all keys: ?") && desk.body.contains("That is all that one needs"))
  }

  @Test func `It is left at any time, and begins again`() throws {
    let desk = try desk()
    desk.press("Down", "F9")
    #expect(desk.status == " Tour left with 1 of 10 tasks done. “: tour” begins it again.")
    #expect(!desk.screen.contains("Tour 1/10"))
    desk.press(":")
    desk.type("tutorial")
    desk.press("Enter")
    #expect(desk.screen.contains("Tour 0/10"))
  }

  @Test func `On a store of one's own it asks for the terminal, and touches nothing here`() throws {
    let desk = try Desk("1", library: .ofForests())
    desk.press(":")
    desk.type("tour")
    desk.press("Enter")
    #expect(desk.session.shell.tour == nil)
    #expect(desk.session.takeWishes() == [.tour])
  }

  @Test(arguments: Phrasebook.languages)
  func `Each task fits into its line at 80 columns`(_ language: String) throws {
    let look = Look(phrases: Phrasebook(language), asOf: Desk.asOf, who: "tester")
    for task in Tour.Task.allCases {
      let line =
        " \(look.say(.tourPlace, .number(10), .number(10))) \(look.say(Phrase(task.words))) F9 "
        + "\(look.say(.tourOut)) "
      #expect(CellText.width(line) <= 78, "\(line)")
    }
  }
}
