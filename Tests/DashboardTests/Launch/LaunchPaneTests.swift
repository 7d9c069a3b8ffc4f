import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct LaunchPaneTests {
  private let some: [(slot: String, state: CellState?, note: String)] = [
    ("t2.1 2016-01", .planned, ""), ("t2.1 2016-02", .underWay, "summary in six languages"),
    ("t2.8 2015-10", .done, ""), ("t2.16 2016-03", .planned, "radio first"),
    ("t2.2 2015-11", nil, "ask the printers"),
  ]

  @Test func `Table 2 is as empty as the text leaves it`() throws {
    let desk = try Desk("4")
    #expect(
      desk.screen == """
         outreach · Launch · Pollination and pollinators         no release day set yet
        ────────────────────────────────────────────────────────────────────────────────
         BEFORE, DURING AND AFTER                   OCT  NOV  DEC  JAN  FEB  MAR   DONE
        ▌Publications                                ·    ·    ·    ·    ·    ·
         Supporting materials                        ·    ·    ·    ·    ·    ·
         Derivative products                         ·    ·    ·    ·    ·    ·
         Dedicated meetings                          ·    ·    ·    ·    ·    ·
         Special events, briefings, side events      ·    ·    ·    ·    ·    ·
         Speaking opportunities                      ·    ·    ·    ·    ·    ·
         Online questions and answers with experts   ·    ·    ·    ·    ·    ·
         Rapid-response plan                         ·    ·    ·    ·    ·    ·
         Spokespersons                               ·    ·    ·    ·    ·    ·
         Media training                              ·    ·    ·    ·    ·    ·
         List of influential media                   ·    ·    ·    ·    ·    ·
         Media monitoring                            ·    ·    ·    ·    ·    ·
         Marketing                                   ·    ·    ·    ·    ·    ·
         Mailing lists                               ·    ·    ·    ·    ·    ·
         Press conferences                           ·    ·    ·    ·    ·    ·
         Interviews                                  ·    ·    ·    ·    ·    ·
         nothing planned yet

        ────────────────────────────────────────────────────────────────────────────────
         · nothing   ○ planned   ◐ under way   ● done   ' note
         Space state   Enter note   b week   c choose launch   : all commands   ? help
        """)
  }

  @Test func `Table 2 with cells`() throws {
    let desk = try Desk("4", library: .withLaunch(day: "2016-02-22", some))
    #expect(
      desk.screen == """
         outreach · Launch · Pollination and pollinators    release 22 Feb 2016 · D-160
        ────────────────────────────────────────────────────────────────────────────────
         BEFORE, DURING AND AFTER                   OCT  NOV  DEC  JAN  FEB  MAR   DONE
        ▌Publications                                ·    ·    ·    ○    ◐'   ·     0/2
         Supporting materials                        ·    ·'   ·    ·    ·    ·
         Derivative products                         ·    ·    ·    ·    ·    ·
         Dedicated meetings                          ·    ·    ·    ·    ·    ·
         Special events, briefings, side events      ·    ·    ·    ·    ·    ·
         Speaking opportunities                      ·    ·    ·    ·    ·    ·
         Online questions and answers with experts   ·    ·    ·    ·    ·    ·
         Rapid-response plan                         ●    ·    ·    ·    ·    ·     1/1
         Spokespersons                               ·    ·    ·    ·    ·    ·
         Media training                              ·    ·    ·    ·    ·    ·
         List of influential media                   ·    ·    ·    ·    ·    ·
         Media monitoring                            ·    ·    ·    ·    ·    ·
         Marketing                                   ·    ·    ·    ·    ·    ·
         Mailing lists                               ·    ·    ·    ·    ·    ·
         Press conferences                           ·    ·    ·    ·    ·    ·
         Interviews                                  ·    ·    ·    ·    ·    ○'    0/1
         in all                                      1    0    0    1    1    1       4
         of these done                               1    0    0    0    0    0       1
        ────────────────────────────────────────────────────────────────────────────────
         · nothing   ○ planned   ◐ under way   ● done   ' note
         Space state   Enter note   b week   c choose launch   : all commands   ? help
        """)
  }

  @Test func `Table 2 in Chinese`() throws {
    let desk = try Desk("4", language: "zh", library: .withLaunch(some))
    // The months are words of every pane.
    #expect(
      desk.body.split(separator: "\n").dropFirst().joined(separator: "\n") == """
        ▌出版物                             ·     ·     ·     ○     ◐'    ·      0/2
         辅助材料                           ·     ·'    ·     ·     ·     ·
         衍生产品                           ·     ·     ·     ·     ·     ·
         专门会议                           ·     ·     ·     ·     ·     ·
         特别活动、简报会、会外活动         ·     ·     ·     ·     ·     ·
         发言机会                           ·     ·     ·     ·     ·     ·
         网上专家问答环节                   ·     ·     ·     ·     ·     ·
         快速反应计划                       ●     ·     ·     ·     ·     ·      1/1
         代言人                             ·     ·     ·     ·     ·     ·
         媒体培训                           ·     ·     ·     ·     ·     ·
         具有影响力媒体名单                 ·     ·     ·     ·     ·     ·
         媒体监督                           ·     ·     ·     ·     ·     ·
         市场营销                           ·     ·     ·     ·     ·     ·
         邮件列表                           ·     ·     ·     ·     ·     ·
         新闻发布会                         ·     ·     ·     ·     ·     ·
         访谈                               ·     ·     ·     ·     ·     ○'     0/1
         合计                               1     0     0     1     1     1        4
         其中完成                           1     0     0     0     0     0        1
        """)
  }

  @Test func `The launch has the words of the text until somebody renames it`() throws {
    let library = try Library.withLaunch(day: "2016-02-22")
    let desk = try Desk("4", language: "zh", library: library)
    #expect(desk.lines[0].hasPrefix(" outreach · 发布 · 授粉和传粉媒介 "))
    desk.press("1")
    #expect(desk.screen.contains(" 授粉和传粉媒介"))
    #expect(!desk.screen.contains("Pollination"))
    let launch = try library.read(RecordByID<Launch>(Launch.pollination))!
    var renamed = launch
    renamed.name = "Bees"
    try library.apply(EditLaunch(base: launch, edited: renamed))
    #expect(try Desk("4", language: "zh", library: library).lines[0].hasPrefix(" outreach · 发布 · Bees "))
  }

  @Test func `Notes stand beside the glyphs where there is room`() throws {
    let desk = try Desk("4", columns: 200, rows: 50, library: .withLaunch(some))
    #expect(
      desk.part(0..<100) == """
         BEFORE, DURING AND AFTER                       OCT 2015       NOV 2015       DEC 2015       JAN 201
        ▌Publications                                   ·              ·              ·              ○
         Supporting materials                           ·              · ask the pri… ·              ·
         Derivative products                            ·              ·              ·              ·
         Dedicated meetings                             ·              ·              ·              ·
         Special events, briefings, side events         ·              ·              ·              ·
         Speaking opportunities                         ·              ·              ·              ·
         Online questions and answers with experts      ·              ·              ·              ·
         Rapid-response plan                            ●              ·              ·              ·
         Spokespersons                                  ·              ·              ·              ·
         Media training                                 ·              ·              ·              ·
         List of influential media                      ·              ·              ·              ·
         Media monitoring                               ·              ·              ·              ·
         Marketing                                      ·              ·              ·              ·
         Mailing lists                                  ·              ·              ·              ·
         Press conferences                              ·              ·              ·              ·
         Interviews                                     ·              ·              ·              ·

         in all                                         1              0              0              1
         of these done                                  1              0              0              0

         Publications
         Jan 2016  ○ planned
         Feb 2016  ◐ under way  summary in six languages
        """)
    #expect(
      desk.part(100..<200) == """
        6       FEB 2016       MAR 2016        DONE  Pollination and pollinators
                ◐ summary in … ·                0/2
                ·              ·                     Assessment      not stated
                ·              ·                     Release day     not stated
                ·              ·                     Place           not stated
                ·              ·                     Time zone       not stated
                ·              ·                     Embargo until   not stated
                ·              ·
                ·              ·                1/1  Messages        not stated
                ·              ·
                ·              ·                     Team            not stated
                ·              ·                     On duty         not stated
                ·              ·
                ·              ·                     PR consultancy  not stated
                ·              ·                     Its period      not stated
                ·              ·                     Supervisors     not stated
                ·              ○ radio first    0/1  Budget          not stated

                1              1                  4
                0              0                  1




        """)
  }

  @Test func `Nothing and planned differ in ASCII too`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    let row = desk.session.draw(isASCII: true).lines[3]
    #expect(row.split(separator: " ") == [">Publications", ".", ".", ".", "o", "%'", ".", "0/2"])
  }

  @Test func `Space takes a cell through its states`() throws {
    let desk = try Desk("4")
    desk.press("Down", "Right")
    var states: [CellState?] = []
    for _ in 0..<4 {
      desk.press("Space")
      states.append(try desk.library.launchCell("t2.2", "2015-11")?.state)
    }
    #expect(states == [.planned, .underWay, .done, nil])
    #expect(desk.status == " Supporting materials, Nov 2015: nothing")
    #expect(try desk.library.launchCell("t2.2", "2015-11") != nil)
  }

  @Test func `Undo takes a state back and says which`() throws {
    let desk = try Desk("4")
    desk.press("Space")
    #expect(desk.lines[23].contains("u undo: Moved Publicatio"))
    desk.press("u")
    #expect(desk.status == " Taken back: Moved Publications to “planned”.")
    #expect(try desk.library.launchCell("t2.1", "2015-10") == nil)
  }

  @Test func `Enter takes a note for the cell`() throws {
    let desk = try Desk("4")
    desk.press("j", "Space", "Enter")
    #expect(desk.lines[19].hasPrefix("── Note · Supporting materials, Oct 2015 ──"))
    desk.type("two pages")
    #expect(desk.canvas.showsCursor)
    desk.press("Enter")
    #expect(try desk.library.launchCell("t2.2", "2015-10")?.note == "two pages")
    desk.press("Left")
    #expect(desk.lines[4].contains("○'"))
    #expect(desk.status == " Oct 2015  ○ planned  two pages")
  }

  @Test func `A note left half-typed is a draft`() throws {
    let desk = try Desk("4")
    desk.press("Enter")
    desk.type("half")
    desk.session.leave()
    #expect(try desk.library.read(Drafts()).first?.typed == ["note": "half"])
    let again = try Desk("4", library: desk.library)
    again.press("Enter")
    #expect(again.body.hasSuffix("half"))
  }

  @Test func `Two notes at once open the merge form`() throws {
    let desk = try Desk("4")
    desk.press("Enter")
    desk.type("mine")
    var theirs = LaunchCell(launch: Launch.pollination, activity: "t2.1", slot: "2015-10")
    theirs.note = "theirs"
    try desk.library.apply(EditLaunchCell(base: LaunchCell(id: theirs.id), edited: theirs))
    desk.press("Enter", "Ctrl-S")
    #expect(try desk.library.launchCell("t2.1", "2015-10")?.note == "mine")
    #expect(desk.session.shell.layers.isEmpty)
  }

  @Test func `Cells are counted by month and by activity`() throws {
    let desk = try Desk("4", library: .withLaunch(some))
    #expect(desk.lines[3].hasSuffix("0/2"))
    #expect(desk.lines[10].hasSuffix("1/1"))
    #expect(desk.lines[19].split(separator: " ") == ["in", "all", "1", "0", "0", "1", "1", "1", "4"])
    #expect(desk.lines[20].split(separator: " ").suffix(7) == ["1", "0", "0", "0", "0", "0", "1"])
  }

  @Test func `The store is for reading only`() throws {
    let desk = try Desk("4", isReadOnly: true)
    for key in ["Space", "Enter", "d"] as [KeyChord] {
      desk.press(key)
      #expect(desk.status == " The store is open for reading only.")
    }
    #expect(desk.session.shell.layers.isEmpty)
  }

  @Test func `A place is gone to`() throws {
    let desk = try Desk("1", library: .withLaunch(day: "2016-02-22"))
    var pane = LaunchPane()
    let went = pane.visit(.launch(nil, activity: "t2.16", slot: "2016-03"))
    #expect(went)
    #expect(pane.selected?.id == "pollination/t2.16/2016-03")
    let wentAway = pane.visit(.overview)
    #expect(!wentAway)
    desk.press("q")
    #expect(desk.session.isOver)
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 40, rows: 10), Size(columns: 0, rows: 0)])
  func `Small screens do not trap`(size: Size) throws {
    let desk = try Desk(
      "4", columns: size.columns, rows: size.rows, library: .withLaunch(day: "2016-02-22", some))
    desk.press("G", "Right", "Space", "b", "j", "l", "Enter", "x", "Enter", "b", "d", "Esc")
    #expect(desk.canvas.size == size)
  }

  @Test func `The cursor stands on the cell`() throws {
    let desk = try Desk("4")
    desk.press("j", "l")
    let cursor = try #require(desk.canvas.cursor)
    #expect(cursor == Point(row: 4, column: 50))
    #expect(desk.canvas[4, 50] == Cell(text: "·", ink: .selection))
  }
}
