import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct LedgerPaneTests {
  private func decided(_ side: RulingSide, _ id: RecordID = "annual-survey") throws -> Library {
    let library = try Library.inMemory()
    var ruling = Ruling(id: id)
    (ruling.side, ruling.by, ruling.day) = (side, "the Bureau", Day("2015-09-10"))
    (ruling.decision, ruling.reason) = ("the survey goes out in October", "the Plenary meets in February")
    try library.apply(EditRecord(base: Ruling(id: id), edited: ruling))
    return library
  }

  @Test func `Another way settles both`() throws {
    let library = try decided(.other, "needs-analysis")
    let pressing = try library.read(AlarmsAt(asOf: Desk.asOf, at: Desk.now))
    #expect(!pressing.contains { ["t1.a", "ip.2"].contains($0.record) })
    let desk = try Desk("3", library: library)
    #expect(desk.lines[3].hasPrefix("▌Needs analysis") && desk.lines[3].hasSuffix("– another way"))
  }

  @Test func `What is missing is said in its place`() throws {
    let desk = try Desk("3")
    desk.press("c", "e", "Right", "Ctrl-S")
    #expect(desk.screen.contains("▌Decided by"))
    #expect(desk.lines.drop { !$0.hasPrefix("▌Decided by") }.dropFirst().first?.contains("! ") == true)
  }

  @Test func `Both texts stand until somebody decides`() throws {
    let desk = try Desk("3")
    desk.press("c")
    #expect(
      desk.screen == """
         outreach · Where the text disagrees                 as of 15 Sep 2015 · tester
        ────────────────────────────────────────────────────────────────────────────────
         ≠ Needs analysis                                     ◐ not decided: both stand
        ▌◐ stands        “complete by April 2015”                  A-app.2 (a), Table 1
         ◐ stands        “June-July 2015”            B-app., implementation plan, row 2
           What hangs on it: Whether the questionnaire can draw on the stakeholders
           identified from March to May 2015, and whether its results come before or
           after the operating guides are written.

         ≠ Annual survey                                      ◐ not decided: both stand
         ◐ stands        “complete every October”                  A-app.2 (l), Table 1
         ◐ stands        “every November”           B-app., implementation plan, row 10
           What hangs on it: When the invitations go out each year, and whether the
           year's results reach the report to the Plenary in the same month or the
           next.






        ────────────────────────────────────────────────────────────────────────────────
         Needs analysis · “complete by April 2015” · A-app.2 (a), Table 1
         e edit the decision   Enter go there   H history   ? help   Esc back
        """)
  }

  @Test func `What was decided stands with who and why`() throws {
    let desk = try Desk("3", library: decided(.first))
    desk.press("c")
    #expect(
      desk.screen.contains(" ≠ Annual survey                                ● decided by the Bureau, 10 Sep"))
    #expect(desk.screen.contains(" ● followed      “complete every October”"))
    #expect(desk.screen.contains(" ○ not followed  “every November”"))
    #expect(
      desk.screen.contains(
        "   Decision: the survey goes out in October\n   Why: the Plenary meets in February"))
    // The other one is as open as it was.
    #expect(
      desk.screen.contains(" ≠ Needs analysis                                     ◐ not decided: both stand"))
  }

  @Test func `A decision needs somebody and a reason`() throws {
    let desk = try Desk("3")
    desk.press("c", "j", "j", "e", "Right", "Right", "Ctrl-S")
    #expect(desk.screen.contains("! This has to be filled in. Kept as typed, not saved yet."))
    desk.go(to: "Decided by")
    desk.type("the Bureau")
    desk.go(to: "Reason")
    desk.type("so it was agreed")
    desk.press("Ctrl-S")
    let ruling = try #require(try desk.library.read(RecordByID<Ruling>("annual-survey")))
    #expect(ruling.side == .second && ruling.by == "the Bureau" && ruling.day == nil)
    // Back in the ledger, at the pair that was decided.
    #expect(desk.lines[0].contains("Where the text disagrees"))
    #expect(desk.screen.contains("▌○ not followed  “complete every October”"))
    #expect(desk.screen.contains("● decided by the Bureau"))
  }

  @Test func `It opens at the activity and leads there`() throws {
    let desk = try Desk("3")
    desk.go(to: "Annual survey")
    desk.press("c")
    #expect(desk.screen.contains("▌◐ stands        “complete every October”"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("Timeline"))
    #expect(desk.screen.contains("▌Annual survey"))
  }

  @Test func `The overview says who decided and leads here`() throws {
    let desk = try Desk("1", columns: 200, rows: 50, library: decided(.first))
    #expect(desk.screen.contains("● Annual survey: Oct, decided by the Bureau"))
    // In the third column of a vast screen.
    desk.press("Right", "Right")
    desk.down(to: "▌● Annual survey")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Where the text disagrees"))
    #expect(desk.screen.contains("▌● followed"))
  }

  @Test func `On a wide screen both languages stand beside`() throws {
    let desk = try Desk("3", columns: 200, rows: 50, language: "zh")
    desk.press("c")
    #expect(
      desk.body == """
         ≠ 需求分析                                                                    ◐ 尚未决定：两者并存   表 1（a）
        ▌◐ 有效    “2015 年 4 月前完成”                                          附件一附录第 2 段(a)，表 1   需求分析：“2015 年 4 月前完成”
         ◐ 有效    “2015 年 6 月-7 月”                                    附件二附录，初步实施计划，第 2 行   附件一附录第 2 段(a)，表 1
           后果：影响问卷能否利用 2015 年 3 月至 5 月确定的利益攸关方，以及结果是在操作指南编写之前还是之后   Needs analysis：“complete by April 2015”
           得出。                                                                                             A-app.2 (a), Table 1

         ≠ 年度调查                                                                    ◐ 尚未决定：两者并存   计划第 2 行
         ◐ 有效    “每年 10 月完成”                                              附件一附录第 2 段(l)，表 1   需求分析：“2015 年 6 月-7 月”
         ◐ 有效    “每年 11 月”                                          附件二附录，初步实施计划，第 10 行   附件二附录，初步实施计划，第 2 行
           后果：影响每年何时发出邀请，以及当年结果是在当月还是次月写入提交全体会议的报告。                   Needs analysis：“June-July 2015”
                                                                                                              B-app., implementation plan, row 2

                                                                                                              影响问卷能否利用 2015 年 3 月至 5 月确定的利益攸关方，以及结果是在操作指南编写之前还是之后得出。
                                                                                                              Whether the questionnaire can draw on the stakeholders identified from March to May 2015, and
                                                                                                              whether its results come before or after the operating guides are written.
        """)
  }

  @Test func `A read-only store is not decided in`() throws {
    let desk = try Desk("3", isReadOnly: true)
    desk.press("c", "e")
    #expect(desk.status.contains("read"))
    #expect(!desk.screen.contains("Decided by"))
  }
}
