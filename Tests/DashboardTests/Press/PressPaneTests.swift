import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The press office by keys.
@Suite struct PressPaneTests {
  @Test func `Enquiries at 80 columns`() throws {
    let desk = try Desk.atPress()
    #expect(desk.screen == PressScreens.enquiries)
    let chinese = try Desk.atPress(language: "zh")
    #expect(chinese.screen == PressScreens.enquiriesChinese)
  }

  @Test func `The record stands beside the list at 200 columns`() throws {
    let desk = try Desk.atPress(columns: 200, rows: 50)
    desk.press("j")
    #expect(desk.body == PressScreens.wide)
    desk.press("Enter", "G")
    // The list keeps its place, and the record has the keys.
    #expect(desk.lines[3].hasPrefix(" 4 open"))
    #expect(desk.canvas.cursor?.column == 105)
    desk.press("Esc")
    #expect(desk.canvas.cursor?.column == 0)
  }

  @Test func `The other lists at 80 columns`() throws {
    let desk = try Desk.atPress()
    desk.press("]")
    #expect(desk.body == PressScreens.appearances)
    desk.press("l")
    #expect(desk.body == PressScreens.spokespersons)
    desk.press("Right", "Right", "Right")
    #expect(desk.body == PressScreens.material)
    let chinese = try Desk.atPress(language: "zh")
    chinese.press("l", "l")
    #expect(chinese.body == PressScreens.spokespersonsChinese)
  }

  @Test func `A small screen shows the list that is open`() throws {
    let desk = try Desk.atPress(columns: 40, rows: 10)
    desk.press("h")
    #expect(desk.body == PressScreens.small)
    for size in [Size(columns: 1, rows: 1), Size(columns: 80, rows: 3), Size(columns: 3, rows: 80)] {
      desk.session.resize(to: size)
      _ = desk.screen
    }
  }

  // MARK: Enquiries

  @Test func `Space takes an enquiry in hand and then asks for the answer`() throws {
    let desk = try Desk.atPress()
    desk.press("Space")
    #expect(try (desk.enquiry("e1").state, desk.enquiry("e1").owner) == (.assigned, "tester"))
    #expect(desk.status == " tester has it in hand.")
    desk.press("Space", "Ctrl-S")
    // Nothing is answered without an answer.
    #expect(desk.screen.contains("! "))
    #expect(try desk.enquiry("e1").state == .assigned)
    desk.type("Maize and cocoa")
    desk.press("Tab")
    desk.type("Table 2 says which")
    desk.press("Ctrl-S")
    let answered = try desk.enquiry("e1")
    #expect(
      (answered.state, answered.answer, answered.answered?.seconds) == (
        .answered, "Maize and cocoa", Desk.now
      ))
    #expect(answered.approvedLine == "Table 2 says which")
    #expect(desk.status == " Answered: Figures 3 and 4.")
    // The cursor stays at the top, on what is next; what is answered went down, and not away.
    #expect(desk.lines[5].hasPrefix("▌◐ assigned in 4 h 0 min"))
    #expect(desk.body.contains("● answered took 16 h 0 min !"))
    desk.press("G", "Space")
    #expect(desk.status.hasPrefix(" It is closed: answered."))
    desk.press("u")
    #expect(try desk.enquiry("e1").state == .assigned)
  }

  @Test func `A new enquiry takes three lines`() throws {
    let desk = try Desk.atPress()
    desk.press("n", "Ctrl-S")
    desk.type("Quote on pesticides")
    desk.press("Enter")
    desk.type("Agency Beispiel")
    desk.press("Enter", "Ctrl-S")
    #expect(desk.screen.contains("! Say by when: 17:00, tomorrow 9"))
    desk.type("someday")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("“someday”"))
    desk.press("Ctrl-U")
    desk.type("9")
    desk.press("Ctrl-S")
    #expect(
      desk.status.hasPrefix(" Taken in: Quote on pesticides, by 15 Sep 2015 09:00 Africa/Nairobi (06:00 UTC"))
    #expect(desk.lines[7].hasPrefix("▌○ open     in 6 h 0 min      Agency Beispi…"), "\(desk.screen)")
    let added = try #require(
      try desk.library.read(AllRecords<Enquiry>()).first { $0.outlet == "Agency Beispiel" })
    #expect(added.received?.description == "2015-09-15 03:00 Africa/Nairobi")
    #expect(added.launch == Launch.pollination)
  }

  @Test func `The name of a spokesperson is completed from the people of the base`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("7", library: library)
    desk.press("]", "]", "n")
    desk.type("Band")
    desk.rest()
    #expect(desk.body.contains("Banda, Thandiwe"), "\(desk.body)")
    desk.press("Tab", "Ctrl-S")
    #expect(try library.read(AllRecords<Spokesperson>()).map(\.name) == ["Banda, Thandiwe"])
    desk.press("n")
    desk.type("Zqx Nobody")
    desk.press("Ctrl-S")
    #expect(try library.read(AllRecords<Spokesperson>()).contains { $0.name == "Zqx Nobody" })
  }

  @Test func `The best spokesperson is offered first`() throws {
    let desk = try Desk.atPress()
    desk.press("s")
    #expect(
      desk.screenPart(0..<80).split(separator: "\n").suffix(8).joined(separator: "\n") == PressScreens.picker)
    desk.press("Enter")
    #expect(try (desk.enquiry("e1").spokesperson, desk.enquiry("e1").state) == ("amina", .assigned))
    #expect(desk.status == " Invented, Amina answers it.")
    desk.press("l", "l", "Down")
    #expect(desk.lines[6].contains("1/3"))
    // From the person to what waits for them.
    desk.press("Enter")
    desk.go(to: "Question")
    desk.press("Enter")
    #expect(desk.lines[2].hasPrefix("‹Enquiries›"))
    #expect(desk.lines[5].hasPrefix("▌◐ assigned"))
  }

  @Test func `An enquiry is declined with a reason`() throws {
    let desk = try Desk.atPress()
    desk.press("x", "Enter")
    #expect(try desk.enquiry("e1").state == .open)
    desk.type("outside the boundary")
    desk.press("Enter")
    #expect(try (desk.enquiry("e1").state, desk.enquiry("e1").answer) == (.declined, "outside the boundary"))
  }

  @Test func `An enquiry becomes an event and each leads to the other`() throws {
    let desk = try Desk.atPress()
    desk.press("j", "v")
    #expect(desk.lines[2].hasPrefix(" Enquiries ‹Events›"))
    #expect(desk.lines[5].hasPrefix("▌15 Sep 07:00  interview"))
    #expect(desk.status == " Now an event: interview, tentative. e sets its time.")
    let id = try desk.enquiry("e2").event
    #expect(try desk.library.read(RecordByID<Event>(id))?.spokespersons == ["luis"])
    desk.press("Enter")
    desk.go(to: "Question")
    desk.press("Enter")
    #expect(desk.lines[6].hasPrefix("▌◐ assigned"))
    desk.press("v")
    #expect(desk.lines[5].hasPrefix("▌15 Sep 07:00  interview"))
    // An event is of another pane than the enquiries: undo asks.
    desk.press("u", "y")
    #expect(try desk.enquiry("e2").event == "")
  }

  @Test func `Words are looked for`() throws {
    let desk = try Desk.atPress()
    desk.press("/")
    desk.type("RADIO mor")
    #expect(desk.body.contains("Radio Ejemplo") && !desk.body.contains("Figures"))
    #expect(desk.canvas.cursor?.row == 3)
    desk.press("Enter", "Space")
    #expect(desk.screen.contains("── Answer"))
    desk.press("Esc", "Esc")
    #expect(desk.body.contains("Figures"))
    desk.press("/")
    desk.type("中文")
    #expect(desk.lines[5].hasPrefix("▌● answered"))
    desk.type("zzz")
    #expect(desk.body.contains("Nothing here has these words. Esc shows all."))
  }

  @Test func `A spokesperson takes part in an event or no longer`() throws {
    let desk = try Desk.atPress()
    desk.press("l", "s")
    #expect(desk.screen.contains("── Spokesperson · Press conference · 18 Sep 2015"))
    desk.press("Enter")
    #expect(desk.status == " Invented, Amina no longer takes part.")
    #expect(try desk.library.read(RecordByID<Event>("v1"))?.spokespersons == ["liu"])
    desk.press("s", "Enter")
    #expect(try desk.library.read(RecordByID<Event>("v1"))?.spokespersons == ["liu", "amina"])
  }

  @Test func `What somebody else adds does not move the cursor to another record`() throws {
    let desk = try Desk.atPress()
    let urgent = ["subject": "Very late", "outlet": "x", "deadline": "2015-09-10 10:00 UTC"]
    try desk.library.apply(AddRecord(Enquiry(id: "e0", version: 0, values: urgent)))
    desk.rest()
    #expect(desk.lines[5].hasSuffix("Very late"))
    #expect(desk.lines[6].hasPrefix("▌○ open     ! 2 h 30 min late"))
  }

  @Test func `Nothing takes an enquiry away`() {
    let names =
      PressPane.commands.map(\.name.text) + RecordPage<Enquiry, PressOffice>.commands.map(\.name.text)
    #expect(names.allSatisfy { !$0.contains("remove") && !$0.contains("delete") })
  }
}
