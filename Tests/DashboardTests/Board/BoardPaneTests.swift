import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The board of a launch, at 08:00 in Kuala Lumpur on the day before the release.
@Suite struct BoardPaneTests {
  private func board(
    columns: Int = 80, rows: Int = 24, language: String = "en", isReadOnly: Bool = false
  ) throws -> Desk {
    let desk = try Desk(
      "4", columns: columns, rows: rows, language: language, isReadOnly: isReadOnly, library: .inLaunchWeek())
    desk.press("b")
    return desk
  }

  @Test func `Days across activities down`() throws {
    let desk = try board()
    #expect(
      desk.screen == """
         outreach · Launch · Pollination and pollinators      release 16 Sep 2015 · D-1
        ────────────────────────────────────────────────────────────────────────────────
         Asia/Kuala_Lumpur      MON 14 SEP        TUE 15 SEP▼       WED 16 SEP
        ▌Publications           ● 12:00 summary … ·                 ◎ 09:00 full rep…
         Supporting materials   ·                 ·                 ·
         Derivative products    ·                 ·                 ·
         Dedicated meetings     ·                 ✗ 14:00 stakehol… ·
         Special events, brief… ·                 ·                 ·
         Speaking opportunities ·                 ·                 ·
         Online questions and … ·                 ·                 ·
         Rapid-response plan    ·                 ·                 ·
         Spokespersons          ·                 ◐ en fr           ·
         activities out of sight: 7, with 3 cards
         EMBARGO lifts in 1 d 01 h 00 min  01:00 UTC · Wed 16 Sep 09:00 Asia/Kuala_Lum…
         ON DUTY  Ana Example (press) – 14:00   then 李 例, 14:00
         NEXT                                    OPEN ENQUIRIES  2   1 overdue
           08:05  ○ agency  press, Hall 3        ! 30 min over  radio  an interview
           10:00  ◐ press conference  press, H…    no deadline  agency, en  a quote
           11:15  ◎ radio in Spanish  press, H…
         HEARD TODAY  3 items, 2 stories  ··█·█·█··  ! 1 outside
         TONE  + 0  = 2  − 1   MESSAGES  a█3 b·0 c·0 d█3 e·0 f·0 g·0
        ────────────────────────────────────────────────────────────────────────────────
         1 lies outside these days  1 without a day
         n new card   b months   c choose launch   i details   : all commands   ? help
        """)
  }

  @Test func `The board in Chinese`() throws {
    let desk = try board(language: "zh")
    #expect(
      desk.body == """
         Asia/Kuala_Lumpur      周一 9月14日      周二 9月15日▼     周三 9月16日
        ▌出版物                 ● 12:00 summary … ·                 ◎ 09:00 full rep…
         辅助材料               ·                 ·                 ·
         衍生产品               ·                 ·                 ·
         专门会议               ·                 ✗ 14:00 stakehol… ·
         特别活动、简报会、会…  ·                 ·                 ·
         发言机会               ·                 ·                 ·
         网上专家问答环节       ·                 ·                 ·
         快速反应计划           ·                 ·                 ·
         代言人                 ·                 ◐ en fr           ·
         未显示的活动：7 项，含 3 张卡片
         禁发期还有 1 天 01 小时 00 分解除  01:00 UTC · 周三 9月16日 09:00 Asia/Kuala_…
         值班  Ana Example（press） – 14:00   随后 李 例，14:00
         接下来                                  待答复询问  2   1 项逾期
           08:05  ○ agency  press、Hall 3        ! 超过 30 分  radio  an interview
           10:00  ◐ press conference  press、H…    无截止时间  agency、en  a quote
           11:15  ◎ radio in Spanish  press、H…
         今日报道  3 条，2 篇报道  ··█·█·█··  ! 1 条超出界限
         语气  + 0  = 2  − 1   信息  a█3 b·0 c·0 d█3 e·0 f·0 g·0
        """)
  }

  @Test func `A wide screen shows owners times and places`() throws {
    let desk = try board(columns: 200, rows: 50)
    desk.press("G", "h", "l")
    #expect(
      desk.part(0..<146) == """
         Asia/Kuala_Lumpur             SUN 13 SEP      MON 14 SEP      TUE 15 SEP▼     WED 16 SEP      THU 17 SEP      FRI 18 SEP      SAT 19 SEP
         Publications                  ·               ● summary onli… ·               ◎ full report   ·               ·               ·
                                                         12:00 press …                   09:00 press …
         Supporting materials          ·               ·               ·               ·               ·               ·               ·
         Derivative products           ·               ·               ·               ·               ·               ·               ·
         Dedicated meetings            ·               ·               ✗ stakeholder … ·               ·               ·               ·
                                                                         14:00 press …
         Special events, briefings, s… ·               ·               ·               ·               ·               ·               ·
         Speaking opportunities        ·               ·               ·               ·               ·               ·               ·
         Online questions and answers… ·               ·               ·               ·               ·               ·               ·
         Rapid-response plan           ·               ·               ·               ·               ·               ·               ·
         Spokespersons                 ·               ·               ◐ en fr         ·               ·               ·               ·
                                                                         press Hall 3
         Media training                ·               ·               ·               ·               ·               ·               ·
         List of influential media     ·               ·               ·               ·               ·               ·               ·
         Media monitoring              ·               ·               ·               ·               ·               ·               ·
         Marketing                     ·               ·               ·               ·               ·               ·               ·
         Mailing lists                 ·               ·               ·               ·               ·               ·               ·
         Press conferences             ·               ·               ◐ press confer… ·               ·               ·               ·
                                                                         10:00 press …
        ▌Interviews                    ·               ·               ○ agency        ·               ○ مقابلة إذاعية ·               ·
                                                                         08:05 press …                   16:00 press …
                                                                       ◎ radio in Spa…
                                                                         11:15 press …


         Interviews · Tue 15 Sep
        ›○ to do    08:05        agency  press, Hall 3
         ◎ ready    11:15        radio in Spanish  press, Hall 3





        """)
    #expect(
      desk.part(146..<200) == """
         EMBARGO lifts in 1 d 01 h 00 min
           Wed 16 Sep 09:00 Asia/Kuala_Lumpur
           01:00 UTC
         attention begins tomorrow

         ON DUTY
         Ana Example (press) – 14:00
         then 李 例, 14:00

         NEXT
           08:05  ○ agency  press, Hall 3
           10:00  ◐ press conference  press, Hall 3
           11:15  ◎ radio in Spanish  press, Hall 3
           14:00  ✗ stakeholder call  press, Hall 3
           today  ◐ en fr  press, Hall 3
           Wed 16 Sep 09:00  ◎ full report  press, Hall 3
           Thu 17 Sep 16:00  ○ مقابلة إذاعية  press, Hall 3

         OPEN ENQUIRIES  2   1 overdue
         ! 30 min over  radio  an interview
           no deadline  agency, en  a quote

         HEARD TODAY  3 items, 2 stories
           ··█·█·█··
           TONE  + 0  = 2  − 1
           outside the boundary: 1
         MESSAGES
           a authority                       ████████████ 3
           b no overlap                       0
           c capacity                         0
           d independence                    ████████████ 3
           e indigenous and local knowledge   0
           f regions                          0
           g disciplines                      0
        """)
  }

  @Test func `Hours of one day`() throws {
    let desk = try board()
    desk.press("G", "+")
    let grid = desk.body.split(separator: "\n").prefix(10).joined(separator: "\n")
    #expect(
      grid == """
         TUE 15 SEP             all day 07:00   08:00▼  09:00   10:00   11:00   12:00
         Rapid-response plan    ·       ·       ·       ·       ·       ·       ·
         Spokespersons          ◐ en fr ·       ·       ·       ·       ·       ·
         Media training         ·       ·       ·       ·       ·       ·       ·
         List of influential m… ·       ·       ·       ·       ·       ·       ·
         Media monitoring       ·       ·       ·       ·       ·       ·       ·
         Marketing              ·       ·       ·       ·       ·       ·       ·
         Mailing lists          ·       ·       ·       ·       ·       ·       ·
         Press conferences      ·       ·       ·       ·       ◐ press ·       ·
        ▌Interviews             ·       ·       ○ agenc ·       ·       ◎ radio ·
        """)
    desk.press("-")
    #expect(desk.lines[2].contains("WED 16"))
  }

  @Test func `Space takes a card through its states`() throws {
    let desk = try board()
    desk.press("G", "]")
    #expect(desk.status.contains("2/2  ◎ ready    11:15"))
    for state in [CardState.live, .done, .toDo, .ready] {
      desk.press("Space")
      #expect(try desk.library.card("rad")?.state == state)
    }
    #expect(desk.status == " radio in Spanish: ready")
    desk.press("x")
    #expect(try desk.library.card("rad")?.state == .blocked)
    desk.press("x")
    #expect(try desk.library.card("rad")?.state == .ready)
    #expect(desk.status == " radio in Spanish: ready")
    desk.press("u", "u")
    #expect(try desk.library.card("rad")?.state == .ready)
  }

  @Test func `Of a card that was made as held up nobody knows what it was before`() throws {
    let library = try Library.inLaunchWeek()
    var card = try #require(try library.card("rad"))
    card = Card(id: "new", version: 0, values: card.values)
    card.state = .blocked
    try library.apply(AddRecord(card))
    try library.apply(ResumeCard(card))
    #expect(try library.card("new")?.state == .toDo)
  }

  @Test func `The hour alone is a time`() throws {
    let desk = try board()
    desk.press("n")
    desk.type("Briefing")
    desk.go(to: "From")
    desk.type("14")
    #expect(desk.status.contains("14 is 14:00"), "\(desk.status)")
    desk.press("Down")
    desk.type("9")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("“9” is not a time of day"))
    #expect(desk.screen.contains("14:00"))
    desk.retype("15")
    desk.press("Ctrl-S")
    let card = try desk.library.read(AllRecords<Card>()).first { $0.name == "Briefing" }
    #expect(card?.from == TimeOfDay("14:00") && card?.to == TimeOfDay("15:00"))
  }

  @Test func `The footer offers to edit where there is a card, and to make one where there is none`() throws {
    let desk = try board()
    #expect(!desk.footer.contains("edit") && desk.footer.contains("n new card"), "\(desk.footer)")
    desk.press("G", "]")
    #expect(desk.footer.contains("Enter edit"), "\(desk.footer)")
    desk.press("g", "Enter")
    #expect(desk.isAt("Name"))
  }

  @Test func `A launch without cards says so, and not how many of none are done`() throws {
    let desk = try Desk("4", library: .inMemory())
    #expect(desk.body.contains("nothing planned yet"), "\(desk.screen)")
    desk.press("b")
    #expect(desk.status == " No cards yet. n makes one.", "\(desk.screen)")
  }

  @Test func `Cards are dragged by keys`() throws {
    let desk = try board()
    desk.press("G", "]", ")")
    #expect(try desk.library.card("rad")?.day == Day("2015-09-16"))
    #expect(desk.status == " radio in Spanish → Wed 16 Sep 11:15")
    desk.press("Shift-Left", "K")
    #expect(try desk.library.card("rad")?.activity == "t2.15")
    #expect(desk.status == " radio in Spanish → Press conferences")
    #expect(try desk.library.card("rad")?.day == Day("2015-09-15"))
    desk.press("J", "+", ")")
    #expect(try desk.library.card("rad")?.from == TimeOfDay("12:15"))
    desk.press("u", "u", "u", "u", "u")
    #expect(try desk.library.card("rad")?.values["from"] == "11:15")
    #expect(try desk.library.card("rad")?.activity == "t2.16")
  }

  @Test func `A card is dragged past midnight`() throws {
    let desk = try board()
    let card = try #require(try desk.library.card("rad"))
    try desk.library.edit(card, ["from": "23:30", "to": "23:50"])
    desk.rest()
    desk.press("G", "]", "+", ")")
    let moved = try #require(try desk.library.card("rad"))
    #expect(
      [moved.day?.description, moved.from?.description, moved.to?.description] == [
        "2015-09-16", "00:30", "00:50",
      ])
    #expect(desk.lines[2].hasPrefix(" WED 16 SEP"))
    desk.press("(")
    #expect(try desk.library.card("rad")?.day == Day("2015-09-15"))
  }

  @Test func `A card is made where the cursor is`() throws {
    let desk = try board()
    desk.press("j", "n")
    desk.type("press pack")
    desk.press("Ctrl-S")
    let card = try #require(try desk.library.read(AllRecords<Card>()).first { $0.name == "press pack" })
    #expect([card.activity, card.day?.description, card.launch] == ["t2.2", "2015-09-15", "pollination"])
    #expect(desk.status.contains("Added: press pack."))
    #expect(desk.lines[4].hasPrefix("▌Supporting materials"))
    desk.press("D")
    #expect(try desk.library.card(card.id) == nil)
  }

  @Test func `A card is edited as a form`() throws {
    let desk = try board()
    desk.press("G", "]", "Enter")
    #expect(desk.screen.contains("› radio in Spanish"))
    desk.press("Ctrl-E")
    desk.type(" and French")
    desk.press("Ctrl-S")
    #expect(try desk.library.card("rad")?.name == "radio in Spanish and French")
  }

  @Test func `Nothing is out of reach`() throws {
    let desk = try board()
    desk.press(">")
    #expect(desk.status.contains("7 lie outside these days"))
    desk.press("o")
    #expect(desk.lines[2].contains("no day yet") && desk.lines[2].contains("photo album"))
    desk.press("G", "Enter")
    #expect(desk.status.contains("full report"))
    desk.press("t")
    #expect(desk.lines[2].contains("TUE 15 SEP▼"))
  }

  @Test func `Two edits of a card are merged`() throws {
    let desk = try board()
    desk.press("G", "]", "Enter", "Ctrl-E")
    desk.type("!")
    let card = try #require(try desk.library.card("rad"))
    try desk.library.edit(card, ["name": "radio"])
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("radio in Spanish!"))
    desk.press("Ctrl-S")
    #expect(try desk.library.card("rad")?.name == "radio in Spanish!")
  }

  @Test func `The board moves with its release`() throws {
    let desk = try board()
    desk.press("d", "Ctrl-U")
    desk.type("2015-09-23")
    desk.press("Enter")
    #expect(try desk.library.card("rad")?.day == Day("2015-09-22"))
    #expect(try desk.library.card("pho")?.day == nil)
    #expect(desk.lines[2].contains("WED 23"))
    desk.press("u")
    #expect(try desk.library.card("rad")?.day == Day("2015-09-15"))
  }

  @Test func `The store is for reading only`() throws {
    let desk = try board(isReadOnly: true)
    for key in ["Space", "n", "Enter", ")", "D", "x"] as [KeyChord] {
      desk.press(key)
      #expect(desk.status == " The store is open for reading only.")
    }
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 40, rows: 10), Size(columns: 60, rows: 17)])
  func `Small screens do not trap`(size: Size) throws {
    let desk = try board(columns: size.columns, rows: size.rows)
    desk.press("G", "l", "Space", "+", "h", "h", "-", "<", "p", "o", "Esc", "i", "Esc", "c", "Esc")
    #expect(desk.canvas.size == size)
  }
}
