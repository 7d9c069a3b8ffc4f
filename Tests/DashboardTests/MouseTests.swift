import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// A click does what the keys do.
@Suite struct MouseTests {
  private func click(_ text: String, on desk: Desk, from first: Int = 0) throws {
    let lines = desk.lines
    let row = try #require(lines.indices.dropFirst(first).first { lines[$0].contains(text) })
    let column = try #require(lines[row].firstRange(of: text)).lowerBound
    desk.press(
      KeyChord(.click(row: row, column: lines[row].distance(from: lines[row].startIndex, to: column))))
  }

  @Test func `A row is selected, and opens with a second click`() throws {
    let desk = try Desk("2", library: .ofForests())
    try click("Association", on: desk)
    #expect(desk.body.contains("▌Association"))
    try click("Association", on: desk)
    #expect(desk.lines[0].contains("› Association"))
  }

  @Test func `The footer runs what it names`() throws {
    let desk = try Desk("2", library: .ofForests())
    try click("search", on: desk, from: 23)
    #expect(desk.session.shell.top.isTyping)
  }

  @Test func `A heading orders the list by its column, and again the other way round`() throws {
    let desk = try Desk("2", library: .ofForests())
    try click("CTRY", on: desk)
    #expect(desk.lines[0].contains("Country ▲"))
    try click("CTRY", on: desk)
    #expect(desk.lines[0].contains("Country ▼"))
  }

  @Test func `A tab is shown`() throws {
    let library = try Library.sample()
    let desk = try Desk("7", library: library)
    try click("Media", on: desk, from: 2)
    #expect(desk.body.contains("‹Media›"))
  }

  @Test func `What lies below a sheet takes no click`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("s")
    let title = desk.lines[0]
    desk.press(KeyChord(.click(row: 4, column: 3)))
    #expect(desk.lines[0] == title)
  }
}
