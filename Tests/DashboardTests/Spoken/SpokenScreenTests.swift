import Model
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// What somebody hears who listens to the screen, key by key, and what stands under the fingers.
@Suite struct SpokenScreenTests {
  private func ear(
    _ pane: KeyChord, _ library: Library? = nil, language: String = "en", rows: Int = 24
  ) throws -> Ear {
    Ear(try Desk(pane, rows: rows, language: language, library: library, isSpoken: true))
  }

  // MARK: The commonest acts

  @Test func `Down in a list sends that row, whole, and nothing else`() throws {
    let ear = try ear("2", .ofForests())
    #expect(
      ear.sent("Down", "Down")
        == "\u{1B}[5;1HName: Banda, Thandiwe; Affiliation: individual; Country: Zambia; Role:\u{1B}[K"
        + "\u{1B}[6;1Hcontributor; Lang: en toi; 3 of 7\u{1B}[K\u{1B}[5;1H")
    #expect(ear.braille() == "Name: Banda, Thandiwe; Affiliation: indi")
    #expect(ear.desk.canvas.cursor == Point(row: 4, column: 0))
  }

  @Test func `A key that leads nowhere says so, each time in another row`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear("G")
    #expect(ear.hear("Down") == ["Nothing further."])
    #expect(ear.hear("Down") == ["Nothing further."])
    _ = ear.hear("g")
    #expect(ear.hear("Up") == ["Nothing before this."])
  }

  @Test func `A record says field by field, and the way back where one is again`() throws {
    let ear = try ear("2", .ofForests())
    #expect(ear.hear("Enter").contains("Name: African Forest Forum; 1 of 6"))
    #expect(ear.hear("Down") == ["Kind: organization; 2 of 6"])
    #expect(ear.hear("Ctrl-D").first == "Stakeholders, 7 in all, Name")
  }

  @Test func `A form says the next field, letters as they are typed, and what is wrong at the field`() throws
  {
    let ear = try ear("2", .ofForests())
    #expect(ear.hear("n").contains("Name:"))
    #expect(ear.hear(typing: "Ab") == ["Stakeholders new, new, edited", "Ab"])
    #expect(ear.hear("Backspace").isEmpty)
    #expect(ear.sent("Left") == "\u{1B}[5;7H")
    #expect(ear.hear("Down") == ["Native name:"])
    #expect(ear.hear("Down").first == "Family first: not stated; 1 of 2")
    #expect(ear.hear("Right") == ["Family first: yes; 2 of 2"])
    ear.desk.go(toField: "Country")
    _ = ear.hear()
    _ = ear.hear(typing: "Xy")
    let said = ear.hear("Ctrl-S")
    let row = try #require(ear.desk.canvas.cursor?.row)
    #expect(ear.desk.lines[row] == "Country: Xy")
    #expect(ear.desk.lines[row + 1].contains("Xy"))
    #expect(said.contains { $0.contains("Xy") })
    #expect(ear.braille() == "Country: Xy")
  }

  @Test func `Saving is said before where one is then`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear("e")
    _ = ear.hear(typing: "X")
    #expect(ear.hear("Ctrl-S").first == "Saved: African Forest ForumX.")
  }

  @Test func `The palette says what Enter would run, and the cursor stands there`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear(":")
    let said = ear.hear(typing: "calendar")
    #expect(said.last?.hasPrefix("go to Calendar; 6") == true)
    #expect(ear.braille().hasPrefix("go to Calendar; 6"))
    #expect(ear.hear("Enter").first?.hasPrefix("Calendar") == true)
  }

  @Test func `A search is typed letter by letter, and Enter says what was found`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear("/")
    _ = ear.hear(typing: "liu")
    #expect(ear.hear("Enter").contains { $0.hasPrefix("Name: Liu Sen") })
  }

  @Test func `A cell of the launch says what, when, how far, and where it is`() throws {
    let ear = try ear("4", .withLaunch(day: "2016-02-22"))
    #expect(ear.hear("Right") == ["Publications; Nov 2015; nothing; row 1 of 16, column 2 of 6"])
    #expect(
      ear.hear("Space") == [
        "Publications, Nov 2015: planned", "Publications; Nov 2015; planned; row 1 of 16, column 2 of 6",
      ])
    #expect(ear.braille() == "Publications; Nov 2015; planned; row 1 o")
  }

  @Test func `The calendar says the day first`() throws {
    let ear = try ear("6", .underWay())
    #expect(ear.hear("Right").first == "Wed 16 Sep 2015; Nothing on this day.")
    #expect(ear.hear("Left").first?.hasPrefix("Tue 15 Sep 2015; ") == true)
  }

  @Test func `A page of text is heard line by line`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear("?")
    let first = ear.hear("Down")
    #expect(first.count == 1 && ear.hear("Up").count == 1)
  }

  // MARK: Elsewhere

  @Test func `A bar of the timeline is heard as days and numbers`() throws {
    let ear = try ear("3", .underWay())
    #expect(
      ear.hear("Down").joined(separator: " ").hasPrefix(
        "Website redesign; State: late 138 d; Dates: from 12 Jan"))
  }

  @Test func `The overview has one column, and its lines are heard below their section`() throws {
    let library = try Library.underWay()
    try library.apply(AddRecord(Stakeholder(id: "a", version: 0, values: ["name": "Example"])))
    let ear = try ear("1", library)
    #expect(ear.desk.lines[4].hasPrefix("DUE"))
    #expect(ear.hear("Down").first?.hasPrefix("late, ") == true)
    #expect(ear.hear("Right") == ["Nothing further."])
  }

  @Test(arguments: Phrasebook.languages)
  func `Every language has its labels before its values`(language: String) throws {
    let ear = try ear("2", .ofForests(), language: language)
    let book = Phrasebook(language)
    let said = ear.hear("Down").joined(separator: " ")
    #expect(said.contains("Association des forêts communautaires"))
    #expect(said.contains(book.say(.spokenPlace, .number(2), .number(7))))
    #expect(ear.desk.canvas.isMirrored == false && ear.desk.canvas.order == .nobody)
  }

  @Test func `What is typed above a list leaves the cursor on what is chosen`() throws {
    let ear = try ear("2", .ofForests())
    _ = ear.hear(":")
    _ = ear.hear(typing: "theme")
    #expect(ear.hear("Enter").first == "Theme")
    #expect(ear.desk.canvas.cursor?.column == 0)
    #expect(ear.hear("Down") == ["dark; for a dark background; 2 of 6"])
  }

  @Test func `It is turned on and off where one is, and kept`() throws {
    let desk = try Desk("2", library: .ofForests())
    var kept: [Bool] = []
    desk.session.keepSpoken = { kept.append($0) }
    for isOn in [true, false] {
      desk.type(":spoken")
      desk.press("Enter")
      #expect(desk.session.look.isSpoken == isOn)
      #expect(desk.lines.joined().contains("─") != isOn)
    }
    #expect(kept == [true, false])
    desk.session.spokenSource = "--spoken"
    desk.type(":spoken")
    desk.press("Enter")
    #expect(desk.screen.contains("--spoken goes first"))
  }

  @Test func `The smallest screen says a row, too`() throws {
    let ear = Ear(try Desk("2", columns: 40, rows: 10, library: .ofForests(), isSpoken: true))
    #expect(ear.hear("Down").joined(separator: " ").contains("Association des forêts communautaires"))
  }
}

extension Desk {
  /// Goes down in a form until its field has that label.
  fileprivate func go(toField label: String) {
    for _ in 0..<80 where !lines.contains(where: { $0.hasPrefix(label + ":") }) { press("Down") }
  }
}
