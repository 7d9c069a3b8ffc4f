import Foundation
import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// What is exported says in which formats, and a name that is proposed gives way to another path.
@Suite struct ExportPromptTests {
  @Test func `All that is dated is exported for calendar programs, and as nothing else`() throws {
    let library = try Library.sample()
    let desk = try Desk("6", library: library)
    desk.rest()
    let choices = desk.session.shell.top.exports(desk.session.look)
    let found = choices.firstIndex { choice in
      if case .calendar = choice.what { return true }
      return false
    }
    let place = try #require(found)
    desk.press("Ctrl-E")
    for _ in 0..<place { desk.press("Right") }
    #expect(desk.screen.contains("iCalendar"))
    desk.press("Down", "Right")
    #expect(desk.screen.contains("‹ iCalendar ›"))
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("calendar.ics"))
  }

  @Test func `What was chosen and left is not chosen the next time, and is no draft`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Ctrl-E")
    let first = desk.body
    desk.press("Right", "Down", "Right")
    #expect(desk.body != first)
    desk.press("Esc", "Ctrl-E")
    #expect(desk.body == first)
    desk.press("Esc")
    #expect(try desk.library.read(Drafts()).isEmpty)
  }

  @Test func `A path that is begun anew takes the place of the name that is proposed`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Ctrl-E", "Ctrl-S")
    #expect(desk.screen.contains("stakeholders.csv"))
    desk.type("/nowhere/x.csv")
    #expect(desk.screen.contains("  /nowhere/x.csv") && !desk.screen.contains("stakeholders.csv"))
  }

  @Test func `A letter takes the place of the name that is proposed, in its folder`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("Ctrl-E", "Ctrl-S")
    #expect(desk.screen.contains("  ~/stakeholders.csv"))
    desk.type("mine.csv")
    #expect(desk.screen.contains("  ~/mine.csv"))
  }

  @Test func `All items of a query in the media are exported, not only those in sight`() throws {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let library = try Library.sample()
    let desk = try Desk("0", library: library)
    desk.rest()
    let count = try library.read(CoverageWindow(count: 10_000)).rows.count
    #expect(count > 100)
    desk.press("Ctrl-E", "Ctrl-S")
    desk.type(folder + "/media.csv")
    desk.press("Enter")
    let text = try String(contentsOfFile: folder + "/media.csv", encoding: .utf8)
    #expect(text.split(separator: "\r\n").count == count + 1)
  }

  @Test func `A day of the calendar is copied with its entries, and the selected one first`() throws {
    let desk = try Desk("6", library: .inMemory())
    var event = Event(id: NewID.make())
    (event.name, event.start) = ("Press briefing", .day(Desk.asOf))
    try desk.library.apply(AddRecord(event))
    desk.rest()
    #expect(desk.body.contains("Press briefing"))
    desk.press("Ctrl-Y")
    #expect(desk.screen.contains("the row") && desk.screen.contains("Press briefing"))
    desk.press("Esc", "Right", "Ctrl-Y")
    #expect(desk.screen.contains("16 Sep 2015"))
  }

  @Test func `Enter on a folder goes there with the name that is proposed`() throws {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try Desk("2", columns: 200, library: .ofForests())
    desk.press("Ctrl-E", "Ctrl-S")
    desk.type(folder)
    desk.press("Enter")
    #expect(desk.screen.contains(folder + "/stakeholders.csv"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/stakeholders.csv"))
    desk.press("Enter")
    #expect(FileManager.default.fileExists(atPath: folder + "/stakeholders.csv"))
  }
}
