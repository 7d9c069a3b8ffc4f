import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// Finding, comparing and merging what is stored twice.
@Suite struct DuplicatesPaneTests {
  private func library() throws -> Library {
    let library = try Library.ofForests()
    let rows: [(RecordID, [String: String])] = [
      (
        "ban2",
        [
          "name": "T. Banda", "kind": "individual", "country": "ZM", "emails": "Thandiwe@example.org",
          "phones": "+260 21 1234567", "tags": "reviewer", "do_not_contact": "yes",
        ]
      ),
      ("fri2", ["name": "FRI", "kind": "institution", "country": "GH", "roles": "contributor"]),
    ]
    for (id, values) in rows {
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: values)))
    }
    return library
  }

  @Test func `The surest pairs come first with their reasons`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d")
    #expect(desk.status == " 2 pairs among 9 stakeholders may be the same. d shows them.")
    desk.press("d")
    #expect(
      desk.screen == """
         outreach · Possible duplicates                    2 pairs to decide · ● 1  ○ 1
        ────────────────────────────────────────────────────────────────────────────────
        ▌● certain   Banda, Thandiwe                  = T. Banda
                     same e-mail: thandiwe@example.org / Thandiwe@example.org; initial…
         ○ possible  Forest Research Institute        = FRI
                     same short name: Forest Research Institute / FRI; same country: G…











        ────────────────────────────────────────────────────────────────────────────────
          93 of 100: same e-mail: thandiwe@example.org / Thandiwe@example.org; initials
          fit: Banda, Thandiwe / T. Banda; same country: Zambia

        ────────────────────────────────────────────────────────────────────────────────

         Enter side by side   x not the same   r search again   ? help   Esc back
        """)
  }

  @Test func `Only the surer levels are shown on demand`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d", "d", "f")
    #expect(desk.status == " Shown: likely and surer. f shows the next level.")
    #expect(desk.body.contains("T. Banda") && !desk.body.contains("FRI"))
    #expect(desk.lines[0].hasSuffix("1 pair to decide"))
    desk.press("f", "f")
    #expect(desk.body.contains("FRI"))
  }

  @Test func `Side by side the differences come first`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d", "d", "Enter")
    #expect(
      desk.screen == """
         outreach · Side by side › Banda, Thandiwe = T. Banda               1 more pair
        ────────────────────────────────────────────────────────────────────────────────
         ● certain  same e-mail: thandiwe@example.org / Thandiwe@example.org; initials…
                           kept · version 1              merged into it · version 1
         ──────────────────────────────────────────────────────────────────────────────
        ▌Name            ● Banda, Thandiwe             ○ T. Banda
         Family first    ● yes                         ○
         Role            ● contributor                 ○
         Gender          ● female                      ○
         Languages       ● English (en), toi           ○
         Channels        ● phone, e-mail               ○
         E-mail          ● thandiwe@example.org        ● Thandiwe@example.org
         Phone           ○                             ● +260 21 1234567
         Tags            ○                             ● reviewer
         Do not contact  ●                             ● yes
         Kind            = individual
         Country         = ZM  Zambia · Africa
        ── Result · Name ───────────────────────────────────────────────────────────────
          Banda, Thandiwe


        ────────────────────────────────────────────────────────────────────────────────
         Name: the left value is kept.
         Ctrl-S merge   Space choose   b keep both   x not the same   ? help   Esc back
        """)
  }

  @Test func `In Chinese too`() throws {
    let desk = try Desk("2", language: "zh", library: library())
    desk.press("d", "d")
    #expect(
      desk.body == """
        ▌● 确定      Banda, Thandiwe                  = T. Banda
                     电子邮件相同：thandiwe@example.org ／ Thandiwe@example.org；首字…
         ○ 可能      Forest Research Institute        = FRI
                     简称相同：Forest Research Institute ／ FRI；国家相同：加纳











        ────────────────────────────────────────────────────────────────────────────────
          93 分（满分 100）：电子邮件相同：thandiwe@example.org ／
          Thandiwe@example.org；首字母相符：Banda, Thandiwe ／ T. Banda；国家相同：赞比
          亚
        """)
    desk.press("Enter")
    #expect(
      desk.body == """
         ● 确定  电子邮件相同：thandiwe@example.org ／ Thandiwe@example.org；首字母相…
                           保留 · 第 1 版                并入 · 第 1 版
         ──────────────────────────────────────────────────────────────────────────────
        ▌名称            ● Banda, Thandiwe             ○ T. Banda
         姓在名前        ● 是                          ○
         角色            ● 贡献者                      ○
         性别            ● 女                          ○
         语言            ● 英语（en）、toi             ○
         首选交流方式    ● 电话、电子邮件              ○
         电子邮件        ● thandiwe@example.org        ● Thandiwe@example.org
         电话            ○                             ● +260 21 1234567
         标签            ○                             ● reviewer
         请勿联系        ●                             ● 是
         类型            = 个人
         国家            = ZM  赞比亚 · 非洲
        ── 结果 · 名称 ─────────────────────────────────────────────────────────────────
          Banda, Thandiwe
        """)
  }

  @Test func `Merging keeps what is chosen and goes on to the next pair`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d", "d", "Enter", "Ctrl-S")
    #expect(desk.status == " Merged into Banda, Thandiwe. u takes it back.")
    #expect(desk.lines[0].contains("Forest Research Institute = FRI"))
    let merged = try #require(try desk.stakeholder("ban"))
    #expect(merged.aliases == ["T. Banda"] && merged.phones == ["+260 21 1234567"])
    #expect(merged.isDoNotContact && merged.tags == ["reviewer"])
    #expect(try desk.stakeholder("ban2") == nil)
    desk.press("x")
    #expect(desk.body.contains("All pairs are decided."))
    desk.press("u", "u")
    #expect(try desk.stakeholder("ban2")?.name == "T. Banda")
    #expect(desk.lines[0].hasSuffix("2 pairs to decide · ● 1  ○ 1"))
    #expect(desk.body.contains("T. Banda") && desk.body.contains("FRI"))
  }

  @Test func `Each field is kept from the left the right or both`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d", "d", "Enter", "Right")
    #expect(desk.status == " Name: the right value is kept.")
    desk.press("b")
    #expect(desk.status == " Name: the right value is kept.")
    for _ in 0..<20 where !desk.status.hasPrefix(" E-mail") { desk.press("Down") }
    #expect(desk.status == " E-mail: both values are kept.")
    desk.press("Space")
    #expect(desk.status == " E-mail: the right value is kept.")
    for _ in 0..<20 where !desk.status.hasPrefix(" Do not contact") { desk.press("Down") }
    desk.press("Left")
    #expect(desk.status == " Do not contact: the stricter of both answers holds.")
    desk.press("Ctrl-S")
    let merged = try #require(try desk.stakeholder("ban"))
    #expect(merged.name == "T. Banda" && merged.emails == ["Thandiwe@example.org"] && merged.isDoNotContact)
  }

  @Test func `A pair that came by itself is merged by no key that was for the one before`() throws {
    let desk = try Desk("2", library: library())
    desk.press("d", "d", "Enter", "Ctrl-S", "Ctrl-S")
    #expect(
      desk.status
        == " This is the next pair: Forest Research Institute and FRI. Ctrl-S once more merges these.")
    #expect(try desk.stakeholder("fri2") != nil)
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("fri2") == nil)
  }

  @Test func `A record that somebody changed is shown as it is now`() throws {
    let library = try library()
    let desk = try Desk("2", library: library)
    desk.press("d", "d", "Enter", "Right")
    let base = try #require(try desk.stakeholder("ban2"))
    var edited = base
    edited.city = "Lusaka"
    try library.apply(EditStakeholder(base: base, edited: edited))
    desk.press("Ctrl-S")
    #expect(desk.status == " T. Banda was changed meanwhile by tester: here is how it stands now.")
    #expect(desk.body.contains("Lusaka"))
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban")?.city == "Lusaka")
    #expect(try desk.stakeholder("ban")?.name == "T. Banda")
  }

  @Test func `Two marked records are merged`() throws {
    let desk = try Desk("2", library: library())
    desk.press("M")
    #expect(desk.status == " Mark two to 12 records with Space.")
    desk.press("Space", "Down", "Space", "M")
    #expect(desk.lines[0].contains("African Forest Forum = Banda, Thandiwe"))
    desk.press("Ctrl-S")
    #expect(try desk.stakeholder("ban") == nil)
  }

  @Test func `A search looks only at what the list shows`() throws {
    let desk = try Desk("2", library: library())
    desk.press("/")
    desk.type("banda")
    desk.press("Enter", "Esc")
    desk.press("Space", "Down", "Space")
    desk.press("d")
    #expect(
      desk.status.hasSuffix("among 2 stakeholders seem to be the same.")
        || desk.status.contains("2 stakeholders"))
  }

  @Test func `A wide screen shows the result beside`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: library())
    desk.press("d", "d", "Enter")
    #expect(desk.lines.contains { $0.contains("Result") })
    #expect(desk.lines.contains { $0.contains("+260 21 1234567") })
  }
}
