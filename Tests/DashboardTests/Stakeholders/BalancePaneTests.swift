import Model
import Store
import Testing

@testable import Dashboard

@Suite struct BalancePaneTests {
  @Test func `Gaps in words`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("b")
    #expect(
      desk.screen == """
         outreach · Balance · IPBES subregions                                50 in all
        ────────────────────────────────────────────────────────────────────────────────
         A gap: under a third of an even share of those who state it, if that is one or
         more. Even: the same for each value; for IPBES subregions, by Member States.

         IPBES SUBREGION  stated by 48 of 50
        ▌ ○ nobody from 2 of 18: Mesoamerica, Central Asia

         GENDER  stated by 40 of 50
          ◐ few: female 6 of 40 (15%)

         DISCIPLINES  stated by 36 of 50
          ◐ few: economic sciences 1 of 36 (3%)

         KNOWLEDGE  stated by 16 of 50
          ○ no traditional knowledge, no local and indigenous knowledge, no citizen
            science

         KIND  stated by 50 of 50
          ○ no organizations
          ◐ few: group 1 of 50 (2%)
        ────────────────────────────────────────────────────────────────────────────────
         14 gaps · annex II, paragraph 7 (e); appendix, paragraph 3
         Enter records behind it   p pivot   W regions   ? help   Esc back
        """)
  }

  @Test func `Gaps in Chinese`() throws {
    let desk = try Desk("2", language: "zh", library: .ofRegions())
    desk.press("b")
    #expect(
      desk.body == """
         差距：少于已说明者均等份额的三分之一（该份额须不小于一）。均等：各值相同；联合
         国区域按会员国数目计。

         性别  50 个中 40 个已说明
        ▌ ◐ 很少：女 40 中的 6（15%）

         学科  50 个中 36 个已说明
          ◐ 很少：经济科学 36 中的 1（3%）

         知识类别  50 个中 16 个已说明
          ○ 没有传统知识、没有土著和地方知识、没有公民科学知识

         类型  50 个中 50 个已说明
          ○ 没有组织
          ◐ 很少：团体 50 中的 1（2%）

         性别（按联合国区域组）  50 个中 40 个已说明
          ○ 东欧：没有女性
          ◐ 很少：女 · 非洲 14 中的 2（14%）、亚洲及太平洋 12 中的 1（8%）
        """)
  }

  @Test func `Beyond the gap its counts`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofRegions())
    desk.choose(.ipbes)
    desk.press("b", "Down")
    #expect(
      desk.body == """
         A gap: under a third of an even share of those who state it, if that is one or more. Even: the same for each value; for IPBES regions, by Member States.

         GENDER  stated by 40 of 50                                                                           Disciplines                                                                            even share
          ◐ few: female 6 of 40 (15%)                                                                         natural sciences      ████████████████████████████████████████████████████████      24         12
                                                                                                              social sciences       ████████████████████████████████████████████████████████      24         12
         DISCIPLINES  stated by 36 of 50                                                                      economic sciences     ██▍                                                            1         12
        ▌ ◐ few: economic sciences 1 of 36 (3%)

         KNOWLEDGE  stated by 16 of 50
          ○ no traditional knowledge, no local and indigenous knowledge, no citizen science

         KIND  stated by 50 of 50
          ○ no organizations
          ◐ few: group 1 of 50 (2%)

         GENDER BY IPBES REGION  stated by 40 of 50
          ◐ few: female · Africa 2 of 14 (14%), Asia-Pacific 1 of 12 (8%)

         DISCIPLINES BY IPBES REGION  stated by 36 of 50
          ○ nobody in economic sciences from 3 of 4: Africa, Americas, Asia-Pacific

         KIND BY IPBES REGION  stated by 48 of 50
          ○ no groups from 4 of 4: Africa, Americas, Asia-Pacific, Europe & Cent. Asia

         GENDER BY KIND  stated by 40 of 50
          ◐ few: female · individual 6 of 40 (15%)

         DISCIPLINES BY KIND  stated by 36 of 50
          ○ nobody in economic sciences · Kind: institution
          ◐ few: economic sciences · individual 1 of 28 (4%)

         DISCIPLINES BY KNOWLEDGE  stated by 12 of 50
          ◐ few: economic sciences · scientific 1 of 12 (8%)

         Stated by nobody: Sectors.

         No gap: IPBES region, Knowledge by IPBES region, Knowledge by Kind, Gender by Knowledge, Gender
         by Disciplines.
        """)
  }

  @Test func `Every gap opens who is there`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("b")
    let pane = try #require(desk.session.shell.top as? BalancePane)
    for gap in pane.gaps {
      let opened = try desk.library.read(StakeholderCount(.init(facets: gap.facets)))
      let counted = gap.places.reduce(0) { $0 + $1.count }
      if gap.isNobody && gap.within == nil { #expect(opened == 0) }
      if !gap.isNobody { #expect(opened == counted, "\(gap)") }
      if gap.isNobody, gap.within != nil { #expect(opened >= 1, "\(gap)") }
    }
    desk.press("Down", "p")
    #expect(desk.session.shell.top is PivotPane)
    desk.press("Esc", "Enter")
    #expect(desk.session.shell.top is StakeholdersPane)
  }

  @Test func `Evaluation leads there`() throws {
    let desk = try Desk("5", library: .ofRegions())
    desk.press("t", "t", "b")
    #expect(desk.session.shell.top is BalancePane)
    desk.press("W", "Down", "Down", "Down", "Enter", "Esc")
    #expect(desk.lines[0].contains("IPBES"))
  }
}
