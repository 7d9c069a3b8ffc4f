import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// One stakeholder on the screen: what is known of them, who belongs to them, what was last said.
@Suite struct RecordViewTests {
  private func record(_ language: String) throws -> String {
    let desk = try Desk("2", language: language, library: .ofPeople())
    desk.press("Down", "Down", "Enter")
    return desk.screen
  }

  @Test func `A record shows what it has, by section`() throws {
    let screen = try record("en")
    #expect(
      screen == """
         outreach · Stakeholders › Banda, Thandiwe                            version 2
        ────────────────────────────────────────────────────────────────────────────────
        ▌Name              Banda, Thandiwe
         Family first      yes
         Kind              individual
         Role              contributor
         Country           ZM  Zambia · Africa
         Languages         English (en), toi
         Channels          phone, e-mail
         E-mail            thandiwe@example.org

         PEOPLE AND WORK
         last contact      13 Sep, phone ← asked for the French fact sheet
         follow up         by 20 Sep: asked for the French fact sheet
         Affiliations      Forest Research Institute, director (since 2011)
                           African Forest Forum, member (2009 to May 2011)
         Took part         Pollination: 14 review comments, 2 Mar 2015
                           Scoping: meeting, 11 Jun 2015
         Offers            expertise: pollen analysis (until 31 Dec 2015)
                           in-kind support: meeting rooms
         Barriers          no internet, language
        ────────────────────────────────────────────────────────────────────────────────

         Enter edit field   Esc back   e edit   L contacts   : all commands   ? help
        """)
  }

  @Test func `A record speaks Chinese`() throws {
    let screen = try record("zh")
    #expect(
      screen == """
         outreach · 利益攸关方 › Banda, Thandiwe                                第 2 版
        ────────────────────────────────────────────────────────────────────────────────
        ▌名称              Banda, Thandiwe
         姓在名前          是
         类型              个人
         角色              贡献者
         国家              ZM  赞比亚 · 非洲
         语言              英语（en）、toi
         首选交流方式      电话、电子邮件
         电子邮件          thandiwe@example.org

         人员与工作
         最近联络          9月13日、电话 ← asked for the French fact sheet
         待跟进            9月20日前：asked for the French fact sheet
         所属机构          Forest Research Institute、director（2011年起）
                           African Forest Forum、member（2009年至2011年5月）
         参与情况          Pollination：14 同行评审意见、2015年3月2日
                           Scoping：会议、2015年6月11日
         可提供            专门知识：pollen analysis（至2015年12月31日）
                           实物支持：meeting rooms
         参与障碍          难以上网、语言障碍
        ────────────────────────────────────────────────────────────────────────────────

         Enter 编辑字段   Esc 返回   e 编辑   L 联络记录   : 全部命令   ? 帮助   q 退出
        """)
  }

  @Test func `A network lists its people and its members, and Enter goes there`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("Enter")
    #expect(
      desk.body == """
        ▌Name              African Forest Forum
         Kind              organization
         Role              contributor, end user
         Mobilizes as      network
         Country           KE  Kenya · Africa
         Languages         English (en), French (fr)
         Channels          e-mail

         PEOPLE AND WORK
         Needs             expertise: Analysis of pollens
                           capacity-building: GIS
         works here        Banda, Thandiwe, member (2009 to May 2011)
         members           Association des forêts communautaires

         43 fields are empty; a shows them.
        """)
    desk.go(to: "members")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌Association des forêts") })
  }

  @Test func `The last contact opens the log`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("Down", "Down", "Enter")
    desk.go(to: "last contact")
    desk.press("Enter")
    #expect(desk.lines[0].contains("Contacts › Banda, Thandiwe"))
  }

  @Test func `Members come back when the cursor does`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofPeople())
    desk.press("Down", "Down")
    desk.rest()
    #expect(
      desk.lines.contains {
        $0.hasSuffix("last contact      13 Sep, phone ← asked for the French fact sheet")
      })
    desk.press("Home")
    desk.rest()
    #expect(desk.lines.contains { $0.hasSuffix("members           Association des forêts communautaires") })
  }

  @Test func `A reader of a read-only store goes where a line leads`() throws {
    let desk = try Desk("2", isReadOnly: true, library: .ofPeople())
    desk.press("Enter")
    desk.go(to: "members")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.hasPrefix("▌Association des forêts") })
  }

  @Test func `From a page of a record, saving its form leads back to the page`() throws {
    let desk = try Desk("2", library: .ofPeople())
    desk.press("Down", "Down", "Enter", "e")
    desk.retype("Banda, Thandiwe Grace")
    desk.press("Ctrl-S")
    #expect(desk.lines[0].contains("Stakeholders › Banda, Thandiwe Grace"))
    #expect(desk.body.contains("PEOPLE AND WORK"))
  }
}
