import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Evidence attached from anywhere, and what becomes of it.
@Suite struct EvidenceTests {
  @Test func `I attaches the record under the cursor`() throws {
    let desk = try Desk("2", library: .evaluated())
    desk.press("I")
    #expect(desk.screen.contains("Banda, Thandiwe"))
    desk.press("2", "Down", "Right", "Right", "Down", "Down")
    desk.type("asked in person")
    desk.press("Enter")
    #expect(desk.status == " Attached as evidence for 2.1; u undoes it.")
    let evidence = try #require(
      try desk.library.read(AllRecords<Evidence>()).first { $0.reference == "stakeholder:bandathandiwe" })
    #expect(evidence.indicator == "2.1" && evidence.rung == .output && evidence.proof == .record)
    #expect(evidence.name == "Banda, Thandiwe" && evidence.day == Desk.asOf)
    #expect(evidence.note == "asked in person")
    // The description chosen last stands first.
    desk.press("I")
    #expect(desk.screen.contains("‹ 2.1 "))
    // What was done here is taken back here, though evidence is listed elsewhere.
    desk.press("Esc", "u")
    #expect(try desk.library.read(AllRecords<Evidence>()).count == 4)
  }

  @Test func `Enter opens the record of a piece of evidence, and says where it is gone`() throws {
    let library = try Library.evaluated()
    for (id, reference) in [("there", "stakeholder:liusen"), ("gone", "activity:t1.a")] {
      var evidence = Evidence(id: id)
      (evidence.indicator, evidence.name, evidence.reference) = ("2.1", id, reference)
      try library.apply(AddRecord(evidence))
    }
    try library.hang("reference", of: RecordReference(.evidence, "gone"), on: "activity:nowhere")
    let desk = try Desk("5", library: library)
    desk.press("j", "j", "j", "Enter", "Enter")
    #expect(desk.status == " The record that this evidence names is gone; e edits the evidence.")
    desk.press("Down", "Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Stakeholders"))
  }

  @Test func `Without anything under the cursor there is evidence by hand`() throws {
    let desk = try Desk("1")
    desk.press("I")
    #expect(desk.session.shell.layers.first is RecordForm<Evidence>)
  }

  @Test func `A measure gets a reading with one key, and says its way to the target`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("r")
    #expect(desk.status == " No measure is selected; m adds one.")
    desk.press("m")
    desk.type("Plans in force")
    desk.press("Ctrl-S")
    #expect(desk.lines[4].hasPrefix("▌measure       Plans in force"))
    #expect(desk.lines[5].hasSuffix("baseline – → target – → ○ no reading yet"))
    desk.press("r")
    desk.type("4,5")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("! "))
    desk.press("Backspace", "Backspace")
    desk.type(".5")
    desk.press("Ctrl-S")
    let measure = try #require(try desk.library.read(AllRecords<Measure>()).first)
    #expect(
      measure.indicator == "1.1" && measure.readings == [Reading(day: Desk.asOf, value: Quantity("4.5")!)])
    #expect(desk.lines[5].contains("→ actual 4.5 (15 Sep)"))
  }

  @Test func `Each number of participation opens who is behind it`() throws {
    let library = try Library.evaluated()
    var base = try #require(try library.read(RecordByID<Stakeholder>("okellosam")))
    let before = base
    base.participation = [
      Participation(kind: .comments, count: 5, day: Day("2014-05-01")),
      Participation(kind: .nomination, day: Day("2015-05-01")),
    ]
    try library.apply(EditRecord(base: before, edited: base))
    let desk = try Desk("5", library: library)
    desk.press("t", "t", "t", "j", "l")
    #expect(desk.lines[0].contains("participation by year"))
    desk.press("Enter")
    // The second row is 2014, the second column review comments.
    #expect(desk.lines[0].hasPrefix(" outreach · Stakeholders"))
    #expect(desk.screen.contains("Okello, Sam") && !desk.screen.contains("Banda"))
  }

  @Test func `What is missing is named, and a list of members is the reference`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("t", "t", "t", "t", "M")
    desk.type("KE, DZ, Atlantis")
    desk.press("Enter")
    #expect(desk.screen.contains("“Atlantis” is no country or territory"))
    for _ in 0..<10 { desk.press("Backspace") }
    desk.press("Enter")
    #expect(desk.screen.contains("COUNTRIES, against your list of 2 members, by UN regions"))
    desk.press("l", "l", "l", "Enter")
    #expect(desk.screen.contains("Africa · missing 1") && desk.screen.contains("Algeria"))
    desk.press("Esc", "Esc")
    #expect(desk.screen.contains("INDICATORS OF SUCCESSFUL ENGAGEMENT"))
  }

  @Test func `Trends are drawn in ASCII where somebody wants that`() throws {
    let library = try Library.evaluated()
    var measure = Measure(id: "m")
    (measure.indicator, measure.name, measure.unit) = ("6.3", "Resolved", "%")
    (measure.baseline, measure.baselineDay) = (Quantity(20), Day("2012-12-31"))
    measure.readings = [Reading(day: Day("2014-06-30")!, value: Quantity(35))]
    try library.apply(AddRecord(measure))
    let desk = try Desk("5", library: library)
    desk.press("t", "t", "t", "t", "t", "j")
    #expect(desk.screen.contains("█") && desk.screen.contains("20%") && desk.screen.contains("–"))
    desk.press(":")
    desk.type("charts in")
    desk.press("Enter")
    #expect(!desk.screen.contains("█") && desk.screen.contains("###"))
  }
}
