import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// More launches than one, and the model that the others are planned after.
@Suite struct LaunchChoiceTests {
  private let some: [(slot: String, state: CellState?, note: String)] = [
    ("t2.1 2016-01", .done, "proofs"), ("t2.2 2015-11", .planned, ""), ("t2.3 2016-02", nil, "open"),
  ]

  @Test func `A launch is chosen from all`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    desk.press("c")
    #expect(desk.screen.contains("✓ Pollination and pollinators"))
    desk.press("j", "Enter")
    #expect(desk.lines[0].contains("Scenario analysis"))
    #expect(
      desk.lines[2].hasPrefix(" BEFORE, DURING AND AFTER                    −4   −3   −2   −1    0   +1"))
    #expect(desk.status.contains("Without a release day these are months from the release"))
    desk.press("Space")
    #expect(desk.status.contains("Without a release day"))
    desk.press("t")
    #expect(desk.status.contains("Without a release day"))
  }

  @Test func `A launch with its day is filled from the model`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    desk.press("c", "j", "Enter", "d")
    desk.type("2016-02-25")
    desk.press("Enter", "t")
    #expect(desk.status == " 2 cells are planned as for pollination: Scenario analysis and modelling.")
    #expect(desk.lines[3].contains("○"))
    #expect(!desk.lines[5].contains("○"))
    desk.press("u")
    #expect(!desk.lines[3].contains("○"))
  }

  @Test func `A new launch begins like the model`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    desk.press("n", "Ctrl-S")
    #expect(desk.screen.contains("! "))
    desk.type("Land degradation")
    desk.press("Tab")
    desk.type("2018-02-30")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("is not a day"))
    desk.press("Ctrl-U")
    desk.type("2018-03-22")
    desk.press("Ctrl-S")
    #expect(desk.lines[0].contains("Land degradation") && desk.lines[0].contains("release 22 Mar 2018"))
    #expect(desk.status == " 2 cells are planned as for pollination: Land degradation.")
    let cells = try desk.library.read(AllRecords<LaunchCell>()).filter { $0.launch != Launch.pollination }
    #expect(Set(cells.map(\.slot)) == ["2017-12", "2018-02"])
    desk.press("u")
    #expect(desk.lines[0].contains("Pollination"))
    #expect(try desk.library.read(AllRecords<Launch>()).count == 2)
  }

  @Test func `The model is not filled from itself`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    desk.press("t")
    #expect(desk.status == " This launch is the model that the others are planned after.")
  }

  @Test func `Details stand in a sheet and beside a wide table`() throws {
    let library = try Library.inLaunchWeek()
    let narrow = try Desk("4", library: library)
    narrow.press("i")
    #expect(
      narrow.body == """
         Pollination and pollinators

         Assessment      not stated
         Release day     Wed 16 Sep 2015
         Place           Kuala Lumpur
         Time zone       Asia/Kuala_Lumpur
         Embargo until   16 Sep 2015 09:00 Asia/Kuala_Lumpur (01:00 UTC)
         Attention       16 Sep 2015 – 15 Dec 2015
                         attention begins tomorrow

         Messages        not stated

         Team            Ana Example · press
         On duty         2 turns

         PR consultancy  Example Communications
         Its period      1 Jul 2015 – …
         Supervisors     Bureau, Head of secretariat
         Budget          not stated
        """)
    let wide = try Desk("4", columns: 200, rows: 50, library: library)
    #expect(wide.part(144..<200).contains("16 Sep 2015 09:00 Asia/Kuala_Lumpur"))
    #expect(wide.part(144..<200).contains("Bureau, Head of secretariat"))
  }
}
