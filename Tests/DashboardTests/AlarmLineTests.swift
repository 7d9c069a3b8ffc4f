import Model
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// One quiet line above the footer tells what cannot wait, and one key goes there.
@Suite struct AlarmLineTests {
  private let library: Library

  /// Two enquiries, one of them past its deadline at midnight UTC, and the activities of the decision, which are
  /// late in part.
  init() throws {
    library = try Library.inMemory()
    try library.apply(
      ImportRecords(new: [
        Enquiry(
          id: "past", version: 0,
          values: ["subject": "Figures on bees", "deadline": "2015-09-14 23:20 UTC", "owner": "press"]),
        Enquiry(
          id: "ahead", version: 0,
          values: ["subject": "مقابلة", "deadline": "2015-09-15 00:30 UTC", "owner": "tester"]),
      ]))
  }

  private func line(_ desk: Desk) -> String { desk.lines[desk.lines.count - 3] }

  @Test func `What cannot wait stands in the rule, and moves nothing`() throws {
    let quiet = try Desk(library: try .inMemory(), alarms: .pressing)
    #expect(!line(quiet).contains("!"))
    let desk = try Desk(library: library, alarms: .pressing)
    #expect(line(desk) == String(repeating: "─", count: 39) + " ! unanswered 40 min · Figures on bees ──")
    #expect(desk.footer.contains("Enter open"))
    let off = try Desk(library: library, alarms: .off)
    #expect(line(off) == String(repeating: "─", count: 80))
    #expect(off.body == desk.body)
  }

  @Test func `It follows the clock by the minute, and what others do`() throws {
    let desk = try Desk(library: library, alarms: .pressing)
    desk.wait(minutes: 31)
    #expect(line(desk).hasSuffix(" ! unanswered 71 min · Figures on bees · +1 ──"))
    let past = try #require(try library.read(RecordByID<Enquiry>("past")))
    var answered = past
    (answered.state, answered.answer) = (.answered, "Twelve")
    try library.apply(EditRecord(base: past, edited: answered))
    desk.press("Down")
    desk.rest()
    #expect(line(desk).contains("unanswered 1 min · "))
  }

  @Test func `In Chinese, and in forty columns`() throws {
    let chinese = try Desk(language: "zh", library: library, alarms: .pressing)
    #expect(line(chinese).contains("! 逾期未答复 40 分钟 · Figures on bees"))
    let small = try Desk(columns: 40, rows: 10, library: library, alarms: .pressing)
    #expect(line(small).contains("! unanswered 40 min · Fig"))
    #expect(CellText.width(line(small)) == 40)
  }

  @Test func `The key goes from one to the next, and round again`() throws {
    let desk = try Desk(library: library, alarms: .pressing)
    let all = try library.read(AlarmsAt(asOf: Desk.asOf, at: Desk.now))
    desk.press("!")
    #expect(desk.status.contains("1 of \(all.count), unanswered 40 min: Figures on bees"))
    desk.press("!")
    #expect(desk.status.contains("2 of \(all.count), late"))
    for _ in 2..<all.count { desk.press("!") }
    #expect(desk.status.contains("\(all.count) of \(all.count)"))
    desk.press("!")
    #expect(desk.status.contains("1 of \(all.count), unanswered"))
  }

  @Test func `A late activity is opened in the timeline`() throws {
    let desk = try Desk(library: library, alarms: .pressing)
    desk.press("!", "!")
    #expect(desk.lines[0].contains("Timeline"))
  }

  @Test func `All of it in a list, the most urgent first; each line opens its record`() throws {
    let desk = try Desk(library: library, alarms: .pressing)
    desk.press("A")
    #expect(desk.lines[0].hasPrefix(" outreach · Alarms · 12 past their time · 1 to come"))
    #expect(desk.lines[2] == " STATE                 WHEN                           WHAT")
    #expect(
      desk.lines[3] == "▌! unanswered 40 min   14 Sep 23:20       enquiry     Figures on bees")
    #expect(desk.status == " Figures on bees · 14 Sep 23:20 UTC · press")
    desk.press("G")
    #expect(desk.lines[15] == "▌◐ due in 30 min       15 Sep 00:30       enquiry     مقابلة")
    desk.press("f")
    #expect(desk.lines[0].contains("only mine") && desk.lines[3].hasSuffix("مقابلة"))
    desk.press("f", "Down", "Enter")
    #expect(desk.lines[0].contains("Timeline"))
  }

  @Test func `What the line tells is a person's choice, and kept`() throws {
    let desk = try Desk(library: library, alarms: .pressing)
    desk.press("A", "Space")
    #expect(desk.status.contains("tells all that is overdue or due"))
    desk.rest()
    #expect(line(desk).hasSuffix(" ! unanswered 40 min · Figures on bees · +12 ──"))
    desk.press("Space")
    #expect(desk.status.contains("tells nothing") && !line(desk).contains("!"))
    let again = try Desk(library: library, alarms: .pressing)
    #expect(!line(again).contains("!"))
    again.press("!")
    #expect(again.lines[0].contains("Alarms"), "with no line the key shows the list")
  }

  @Test func `Wide, the list says zone and owner`() throws {
    let desk = try Desk(columns: 200, rows: 50, library: library, alarms: .pressing)
    desk.press("A")
    #expect(
      desk.lines[3].hasPrefix(
        "▌! unanswered 40 min   14 Sep 23:20 UTC                     enquiry     Figures on bees"))
    #expect(desk.lines[3].contains("press"))
  }
}
