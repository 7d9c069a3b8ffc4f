import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// A click does what the keys do.
@Suite struct MouseTests {
  @Test func `A row is selected, and opens with a second click`() throws {
    let desk = try Desk("2", library: .ofForests())
    try desk.click("Association")
    #expect(desk.body.contains("▌Association"))
    try desk.click("Association")
    #expect(desk.lines[0].contains("› Association"))
  }

  @Test func `The footer runs what it names`() throws {
    let desk = try Desk("2", library: .ofForests())
    try desk.click("search", from: 23)
    #expect(desk.session.shell.top.isTyping)
  }

  @Test func `A heading orders the list by its column, and again the other way round`() throws {
    let desk = try Desk("2", library: .ofForests())
    try desk.click("COUNTRY")
    #expect(desk.lines[0].contains("Country ▲"))
    try desk.click("COUNTRY")
    #expect(desk.lines[0].contains("Country ▼"))
  }

  @Test func `The list beside an open record takes a click`() throws {
    let desk = try Desk("2", columns: 160, rows: 40, library: .ofForests())
    desk.press("Enter")
    #expect(desk.session.shell.top.opened?.id == "aff")
    try desk.click("Banda")
    #expect(desk.session.shell.top.opened == nil)
    #expect(desk.body.contains("▌Banda"))
    try desk.click("Banda")
    #expect(desk.session.shell.top.opened?.id == "ban")
    let time = try Desk("3", columns: 160, rows: 40, library: .inMemory())
    try time.click("ICT tools")
    time.press("Enter")
    #expect(time.session.shell.top.opened != nil)
    try time.click("Website redesign")
    #expect(time.session.shell.top.opened == nil)
    #expect(time.lines.contains { $0.hasPrefix("▌") && $0.contains("Website redesign") })
  }

  @Test func `Nothing that is being typed is lost to a click beside it`() throws {
    let desk = try Desk("2", columns: 160, rows: 40, library: .ofForests())
    desk.press("Enter", "Enter")
    desk.type("Zqx")
    try desk.click("Banda")
    #expect(desk.body.contains("Zqx"))
  }

  @Test func `A list beside the page of its record takes a click`() throws {
    let desk = try Desk("7", columns: 160, rows: 40, library: .sample())
    let first = try #require(desk.lines.first { $0.hasPrefix("▌") })
    desk.press("Enter")
    #expect(!desk.session.shell.layers.isEmpty)
    let other = try #require(desk.lines.indices.first { $0 > 4 && !desk.lines[$0].hasPrefix("▌") })
    desk.press(KeyChord(.click(row: other, column: 6)))
    #expect(desk.session.shell.layers.isEmpty)
    #expect(desk.lines.first { $0.hasPrefix("▌") } != first)
  }

  @Test func `A tab is shown`() throws {
    let library = try Library.sample()
    let desk = try Desk("7", library: library)
    try desk.click("Media", from: 2)
    #expect(desk.body.contains("‹Media›"))
  }

  @Test func `What lies below a sheet takes no click`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("s")
    let title = desk.lines[0]
    desk.press(KeyChord(.click(row: 4, column: 3)))
    #expect(desk.lines[0] == title)
  }

  @Test func `A step of the timeline is selected by its name and by its bar, and a second click opens it`()
    throws
  {
    let desk = try Desk("3", library: .inMemory())
    try desk.click("ICT tools")
    #expect(desk.lines.contains { $0.hasPrefix("▌") && $0.contains("ICT tools") })
    let row = try #require(
      desk.lines.firstIndex { $0.contains("═") && !$0.hasPrefix("▌") && !$0.hasPrefix("   ") })
    desk.press(KeyChord(.click(row: row, column: 40)))
    #expect(desk.lines[row].hasPrefix("▌"))
    desk.press(KeyChord(.click(row: row, column: 40)))
    #expect(desk.lines[0].contains("›"))
    // The record has the keys now: a click on one of its fields goes there.
    try desk.click("Owner")
    #expect(desk.lines.contains { $0.hasPrefix("▌Owner") })
  }

  @Test func `A number of the pivot is selected, and opens with a second click; a heading means its total`()
    throws
  {
    let desk = try Desk("2", library: .ofForests())
    desk.press("p", "c", "Home", "Down", "Enter")
    let row = try #require(desk.lines.firstIndex { $0.contains("Africa") })
    let end = desk.lines[row].count - 1
    desk.press(KeyChord(.click(row: row, column: end)))
    #expect(desk.lines[row].contains("▌"))
    #expect(desk.status.contains("Africa"))
    desk.press(KeyChord(.click(row: row, column: end)))
    #expect(desk.lines[0].contains("Stakeholders") && desk.body.contains("/ "))
  }

  @Test func `A day of the calendar is selected, and a second click goes into its list and opens an entry`()
    throws
  {
    let desk = try Desk("6", library: .sample(), asOf: Day("2016-02-20")!)
    try desk.click("23 +")
    let heading = try #require(desk.lines.firstIndex { $0.contains("Tue 23 Feb 2016") })
    let entry = KeyChord(.click(row: heading + 2, column: 30))
    desk.press(entry)
    #expect(desk.lines[heading + 2].hasPrefix("▌"))
    let title = desk.lines[0]
    desk.press(entry)
    #expect(desk.lines[0] != title)
  }

  @Test func `A cell of the launch is selected, and of its board a card`() throws {
    let library = try Library.sample()
    let desk = try Desk("4", library: library)
    let row = try #require(desk.lines.firstIndex { $0.contains("Special events") })
    desk.press(KeyChord(.click(row: row, column: 50)))
    #expect(desk.lines[row].hasPrefix("▌"))
    let place = try #require(desk.canvas.cursor)
    #expect(place.row == row && abs(place.column - 50) < 4)
    desk.press("b")
    let line = try #require(desk.lines.firstIndex { $0.contains("●") || $0.contains("○") })
    let text = Array(desk.lines[line])
    let column = try #require(text.firstIndex { "●○◐✗".contains($0) })
    desk.press(KeyChord(.click(row: line, column: column)))
    #expect(desk.canvas.cursor == Point(row: line, column: column))
    desk.press(KeyChord(.click(row: line, column: column)))
    #expect(desk.session.shell.layers.count == 1)
  }

  @Test func `A click in a form goes to the field, chooses what comes next, and ticks boxes`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("n")
    try desk.click("Kind")
    #expect(desk.lines.contains { $0.hasPrefix("▌Kind") })
    let before = desk.body
    try desk.click("‹ ")
    #expect(desk.body != before)
    try desk.click("Role")
    try desk.click("[ ] end")
    #expect(desk.body.contains("[x] end"))
    try desk.click("Name")
    desk.type("Clicked")
    #expect(desk.body.contains("Clicked"))
  }

  @Test func `A command of the palette and a file of the prompt are chosen`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press(":")
    desk.type("calend")
    let row = try #require(desk.lines.lastIndex { $0.contains("Calendar") && !$0.contains(":") })
    desk.press(KeyChord(.click(row: row, column: 4)))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Calendar"))
  }

  @Test func `A line of the overview is selected and opens`() throws {
    let desk = try Desk("1", library: .sample())
    let row = 4
    #expect(!desk.lines[row].hasPrefix("▌"))
    desk.press(KeyChord(.click(row: row, column: 5)))
    #expect(desk.lines[row].hasPrefix("▌"))
    desk.press(KeyChord(.click(row: row, column: 5)))
    #expect(!desk.lines[0].contains("Overview"))
  }
}
