import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct LaunchWeekTests {
  private let week: [(slot: String, state: CellState?, note: String)] = [
    ("t2.15 2015-09-16", .planned, "room booked"), ("t2.16 2015-09-15", .underWay, "four asked for"),
    ("t2.1 2015-09-14", .done, ""), ("t2.14 2015-09-14", .planned, "too late for it"),
  ]

  @Test func theBoardWaitsForAReleaseDay() throws {
    let desk = try Desk("4")
    desk.press("b")
    #expect(desk.body == "\n  No release day is set; d sets it.")
    desk.press("Space")
    #expect(desk.status == " No release day is set; d sets it.")
  }

  @Test func dSetsTheReleaseDay() throws {
    let desk = try Desk("4")
    desk.press("b", "d")
    #expect(desk.lines[18].hasPrefix("── Release day ──"))
    desk.type("2016-02-30")
    desk.press("Enter")
    #expect(desk.lines[20].contains("is not a day"))
    desk.press("Backspace", "Backspace")
    desk.type("22")
    desk.press("Enter")
    #expect(try desk.library.read(RecordByID<Launch>(Launch.pollination))?.day == Day("2016-02-22"))
    #expect(desk.lines[0].hasSuffix("release 22 Feb 2016 · D-160"))
    #expect(
      desk.body.hasPrefix(" LAUNCH WEEK                                 FRI  SAT  SUN  MON  TUE  WED  THU"))
  }

  @Test func sevenDaysAroundTheRelease() throws {
    let desk = try Desk("4", library: .withLaunch(day: "2015-09-16", week))
    desk.press("b")
    #expect(
      desk.screen == """
         outreach · Launch · Pollination and pollinators      release 16 Sep 2015 · D-1
        ────────────────────────────────────────────────────────────────────────────────
         LAUNCH WEEK                                 SUN  MON  TUE  WED  THU  FRI  SAT
                                                     13   14   15▼  16   17   18   19
        ▌Publications                                 ·    ●    ·    ·    ·    ·    ·
         Supporting materials                         ·    ·    ·    ·    ·    ·    ·
         Derivative products                          ·    ·    ·    ·    ·    ·    ·
         Dedicated meetings                           ·    ·    ·    ·    ·    ·    ·
         Special events, briefings, side events       ·    ·    ·    ·    ·    ·    ·
         Speaking opportunities                       ·    ·    ·    ·    ·    ·    ·
         Online questions and answers with experts    ·    ·    ·    ·    ·    ·    ·
         Rapid-response plan                          ·    ·    ·    ·    ·    ·    ·
         Spokespersons                                ·    ·    ·    ·    ·    ·    ·
         Media training                               ·    ·    ·    ·    ·    ·    ·
         List of influential media                    ·    ·    ·    ·    ·    ·    ·
         Media monitoring                             ·    ·    ·    ·    ·    ·    ·
         Marketing                                    ·    ·    ·    ·    ·    ·    ·
         Mailing lists                                ·    ○'   ·    ·    ·    ·    ·
         Press conferences                            ·    ·    ·    ○'   ·    ·    ·
         Interviews                                   ·    ·    ◐'   ·    ·    ·    ·
         NEXT  Tue 15 Sep  ◐ Interviews  four asked for                        + 1 more
        ────────────────────────────────────────────────────────────────────────────────
         · nothing   ○ planned   ◐ under way   ● done   ' note
         Space state   Enter note   b months   u undo change Mailing lists   ? help
        """)
  }

  @Test func whatIsNextInFull() throws {
    let desk = try Desk(
      "4", columns: 200, rows: 50, library: .withLaunch(day: "2015-09-16", week))
    desk.press("b")
    #expect(
      desk.part(0..<100) == """
         LAUNCH WEEK                                  SUN 13 SEP            MON 14 SEP            TUE 15 SEP
        ▌Publications                                 ·                     ●                     ·
         Supporting materials                         ·                     ·                     ·
         Derivative products                          ·                     ·                     ·
         Dedicated meetings                           ·                     ·                     ·
         Special events, briefings, side events       ·                     ·                     ·
         Speaking opportunities                       ·                     ·                     ·
         Online questions and answers with experts    ·                     ·                     ·
         Rapid-response plan                          ·                     ·                     ·
         Spokespersons                                ·                     ·                     ·
         Media training                               ·                     ·                     ·
         List of influential media                    ·                     ·                     ·
         Media monitoring                             ·                     ·                     ·
         Marketing                                    ·                     ·                     ·
         Mailing lists                                ·                     ○ too late for it     ·
         Press conferences                            ·                     ·                     ·
         Interviews                                   ·                     ·                     ◐ four ask

         NEXT  2
         Tue 15 Sep 2015  ◐ under way  Interviews         four asked for
         Wed 16 Sep 2015  ○ planned    Press conferences  room booked
        """)
    #expect(
      desk.part(100..<200) == """
         ▼ today    WED 16 SEP            THU 17 SEP            FRI 18 SEP            SAT 19 SEP
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ·                     ·                     ·                     ·
                    ○ room booked         ·                     ·                     ·
        ed for      ·                     ·                     ·                     ·




        """)
  }

  @Test func cellsOfADayGoThroughTheirStatesToo() throws {
    let desk = try Desk("4", library: .withLaunch(day: "2016-02-22"))
    desk.press("b", "Space", "Space")
    #expect(try desk.library.launchCell("t2.1", "2016-02-22")?.state == .underWay)
    #expect(desk.status == " Publications, Mon 22 Feb 2016: under way")
  }

  @Test func aDayIsGoneTo() throws {
    let desk = try Desk("4", library: .withLaunch(day: "2016-02-22"))
    var pane = try #require(desk.session.shell.top as? LaunchPane)
    let went = pane.visit(.launch(nil, activity: "t2.3", slot: "2016-02-24"))
    #expect(went)
    #expect(pane.isBoard)
    #expect(pane.selected?.id == "pollination/t2.3/2016-02-24")
  }

  @Test func theBoardMovesWithItsRelease() throws {
    let desk = try Desk(
      "4", library: .withLaunch(day: "2016-02-22", [("t2.1 2016-02-23", .planned, "summary")]))
    desk.press("d", "Ctrl-U")
    desk.type("2016-02-29")
    desk.press("Enter")
    #expect(try desk.library.launchCell("t2.1", "2016-03-01")?.note == "summary")
    #expect(try desk.library.launchCell("t2.1", "2016-02-23") == nil)
    desk.press("u")
    #expect(try desk.library.launchCell("t2.1", "2016-02-23")?.note == "summary")
  }

  @Test func theBoardMovesWithAReleaseThatTheFormSets() throws {
    let cells = [("t2.1 2016-02-23", CellState?.some(.planned), "summary")]
    let desk = try Desk("4", library: .withLaunch(day: "2016-02-22", cells))
    desk.press("e", "Down", "Ctrl-U")
    desk.type("2016-02-23")
    desk.press("Ctrl-S")
    #expect(try desk.library.launchCell("t2.1", "2016-02-24")?.note == "summary")
  }
}
