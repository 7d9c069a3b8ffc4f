import Testing

@testable import Dashboard

/// The timeline as it stands on the screen.
@Suite struct TimelineScreenTests {
  @Test func `A screen of 80 columns`() throws {
    let desk = try Desk("3", library: .underWay())
    #expect(
      desk.screen == """
         outreach · Timeline · 2015               as of 15 Sep 2015 · late 747 d in all
        ────────────────────────────────────────────────────────────────────────────────
         TABLE 1                 J  F  M  A  M  J  J  A  S  O  N  D   late 548 d
        ▌Needs analysis ≠        ‹═══════════             │           ● done +12 d
                                    ━━━━━━━━━━━           │             2 Feb–12 May
         Website redesign        ════════════             │           ! late 138 d
                                  ━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍┿             from 12 Jan
         ICT tools               ‹═══════════             │           ! late 138 d
         Visual identity         ‹═════════════════       │           ◐ due in 45 d
                                       ━━━━━━━━━━━━━━━━━━━┿━━━━       to 30 Oct +122 d
         Presentations           ‹════════════════════    │           ! late 46 d
         Fact sheets             ‹═══════════════════════ │           ! late 15 d
         Social media            ═════════════════════════╪══════════ ◐ under way
                                 ━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━   from 5 Jan
         FAQ web page            ‹═════════════════       │           ! late 77 d
         Events and outreach     ═════════════════════════╪══════════ ○ not begun
         Translations            ‹════════════════════════╪═══════    ○ due in 76 d
         Wikipedia               ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄ ○ ongoing
         Annual survey ≠                                  │ ◇◇◇       ○ starts in 16 d


        ────────────────────────────────────────────────────────────────────────────────
         Table 1 (a) “complete by April 2015” ≠ plan row 2 “June-July 2015”
         Enter open   Space next state   e edit   f filter   : all commands   ? help
        """)
  }

  @Test func `The second group with its budgets`() throws {
    let desk = try Desk("3", library: .underWay())
    desk.press("G", "Up", "Up")
    #expect(
      desk.screen == """
         outreach · Timeline · 2015               as of 15 Sep 2015 · late 747 d in all
        ────────────────────────────────────────────────────────────────────────────────
         IMPLEMENTATION PLAN     J  F  M  A  M  J  J  A  S  O  N  D   late 199 d
           USD 35,000 for 2015           ━━━━━━━━━━       │             23 Mar–30 Jun
         Briefings on knowledge…             ═════════    │           ! late 46 d
           USD 70,000 for 2015                            │
         Hard-to-reach stakehol… ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄ ◐ ongoing
           part of budget 1(c)          ━━━━━━━━━━━━━━━━━━┿┄┄┄┄┄┄┄┄┄┄   from 16 Mar
         Networks and hubs       ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄ × cancelled
         Social media            ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄ ○ ongoing
         ICT tools (online file… ═════════════════════════╪═════════› ○ not begun
           USD 130,000, 4 years                           │
         Stakeholder events      1 to 2 days before each plenary ses… ○ ongoing
           USD 38,000 a day                               │
        ▌Annual survey ≠                                  │    ◇◇◇    ○ starts in 47 d
                                                          │
         LAUNCH Pollination and…                          │
         Release                                          │           · no day yet
                                                          │
         LAUNCH Scenario analys…                          │
         Release                                          │           · no day yet
        ────────────────────────────────────────────────────────────────────────────────
         Table 1 (l) “complete every October” ≠ plan row 10 “every November”
         Enter open   Space next state   e edit   f filter   : all commands   ? help
        """)
  }

  @Test func `Chinese keeps the columns`() throws {
    let desk = try Desk("3", language: "zh")
    #expect(
      desk.lines[2..<23].joined(separator: "\n") == """
         表 1                    1  2  3  4  5  6  7  8  9  10 11 12  延误 629 天
        ▌需求分析 ≠              ‹═══════════             │           ! 逾期 138 天
         网站改造                ════════════             │           ! 逾期 138 天
         信息通讯技术工具        ‹═══════════             │           ! 逾期 138 天
         视觉形象                ‹═════════════════       │           ! 逾期 77 天
         演示文稿                ‹════════════════════    │           ! 逾期 46 天
         概况介绍                ‹═══════════════════════ │           ! 逾期 15 天
         社交媒体                ═════════════════════════╪══════════ ○ 尚未开始
         常见问题网页            ‹═════════════════       │           ! 逾期 77 天
         活动与外联              ═════════════════════════╪══════════ ○ 尚未开始
         翻译                    ‹════════════════════════╪═══════    ○ 76 天后到期
         维基百科                ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄ ○ 持续进行
         年度调查 ≠                                       │ ◇◇◇       ○ 16 天后开始
                                                          │
         实施计划                                         │           延误 276 天
         确定利益攸关方                ═════════          │           ! 逾期 107 天
         需求分析 ≠                             ══════    │           ! 逾期 46 天
         操作指南和翻译                ════════════       │           ! 逾期 77 天
           2015 年 35 000 美元                            │
        ────────────────────────────────────────────────────────────────────────────────
         表 1（a） “2015 年 4 月前完成” ≠ 计划第 2 行 “2015 年 6 月-7 月”
        """)
  }

  @Test func `A record below what was adopted`() throws {
    let desk = try Desk("3", library: .underWay())
    desk.press("Enter")
    #expect(
      desk.screen == """
         outreach · Timeline › Needs analysis                                 version 2
        ────────────────────────────────────────────────────────────────────────────────
         AS ADOPTED
         Name              Needs analysis · 需求分析
         Timing            complete by April 2015 · 2015 年 4 月前完成
         Source            A-app.2 (a), Table 1
         ≠ plan row 2      June-July 2015 · 2015 年 6 月-7 月
                           B-app., implementation plan, row 2

         CURRENT PLAN      ● done +12 d
        ▌State             done
         Progress          100 %
         Owner
         Planned start
         Planned end
         Began             2 Feb 2015
         Finished          12 May 2015
         Notes

         3 fields are empty; a shows them.

        ────────────────────────────────────────────────────────────────────────────────
         Table 1 (a) “complete by April 2015” ≠ plan row 2 “June-July 2015”
         Enter edit field   Space next state   Esc back   : all commands   ? help
        """)
  }

  @Test func `What was adopted in Chinese`() throws {
    let desk = try Desk("3", language: "zh")
    desk.press("Enter")
    #expect(
      desk.body.split(separator: "\n").prefix(6).joined(separator: "\n") == """
         通过时
         名称              需求分析 · Needs analysis
         时间安排          2015 年 4 月前完成 · complete by April 2015
         出处              附件一附录第 2 段(a)，表 1
         ≠ 计划第 2 行     2015 年 6 月-7 月 · June-July 2015
                           附件二附录，初步实施计划，第 2 行
        """)
  }
}
