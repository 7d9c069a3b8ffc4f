import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// The line that says which stakeholders are listed.
@Suite struct QueryLineTests {
  private func typing(_ text: String, language: String = "en") throws -> Desk {
    let desk = try Desk("2", language: language, library: .ofForests())
    desk.press("/")
    desk.type(text)
    return desk
  }

  @Test func `Down past what was asked before brings back what was being typed`() throws {
    let desk = try typing("country:KE")
    desk.press("Down", "/", "Ctrl-U")
    desk.type("country:ug")
    desk.press("Up")
    #expect(desk.screen.contains(" / country:KE"))
    desk.press("Down")
    #expect(desk.screen.contains(" / country:ug"))
  }

  @Test func `A query narrows the list and says what it means`() throws {
    let desk = try typing("country:KE,CM,GH role:contributor -lang:en")
    #expect(
      desk.screen == """
         outreach · Stakeholders                                       1 match · Name ▲
        ────────────────────────────────────────────────────────────────────────────────
         / country:KE,CM,GH role:contributor -lang:en
         NAME                       AFFILIATION       COUNTRY      ROLE        LANG
        ▌Association des forêts co… organization      Cameroon     contributor fr
















        ────────────────────────────────────────────────────────────────────────────────
         in Cameroon or Ghana or Kenya, contributor, speaks no English
         Enter open   Down to the list   Esc clear   Tab complete   F1 help
        """)
  }

  @Test func `A query explains itself in Chinese`() throws {
    let desk = try typing("国家:肯尼亚,喀麦隆 角色:贡献者 -语言:英语", language: "zh")
    #expect(
      desk.screen == """
         outreach · 利益攸关方                                          匹配 1 · 名称 ▲
        ────────────────────────────────────────────────────────────────────────────────
         / 国家:肯尼亚,喀麦隆 角色:贡献者 -语言:英语
         名称                       所属机构          国家         角色        语言
        ▌Association des forêts co… 组织              喀麦隆       贡献者      fr
















        ────────────────────────────────────────────────────────────────────────────────
         在喀麦隆或肯尼亚、为贡献者、不讲英语
         Enter 打开   Down 转到列表   Esc 清除   Tab 补全   Up 上一查询   F1 帮助
        """)
  }

  @Test func `A wide screen has room for the explanation`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofForests())
    desk.press("/")
    desk.type("country:CM,none gender:none has:phone,email")
    #expect(
      desk.lines[2].hasPrefix(
        " / country:CM,none gender:none has:phone,email"))
    #expect(
      desk.status == " in Cameroon or not stated, gender not stated, has phone or has email")
  }

  @Test func `A query is read in the language of the screen`() throws {
    let desk = try typing("国家：中国 角色:贡献者", language: "zh")
    #expect(desk.lines[2] == " / 国家：中国 角色:贡献者                                      在中国、为贡献者")
    #expect(desk.body.contains("刘森") && !desk.body.contains("Banda"))
  }

  @Test func `Fields and values are offered and taken`() throws {
    let desk = try typing("for cou")
    #expect(desk.status == " Tab country:")
    desk.press("Tab")
    #expect(desk.lines[2] == " / for country:")
    desk.type("c")
    #expect(desk.status.hasPrefix(" Tab CA Canada · CC Cocos"))
    desk.type("amero")
    #expect(desk.status == " Tab CM Cameroon")
    #expect(desk.lines[2].hasPrefix(" / "), "what is being typed is no mistake yet")
    desk.press("Right")
    #expect(desk.lines[2].hasPrefix(" / for country:CM "))
    #expect(desk.body.contains("Association") && !desk.body.contains("African"))
  }

  @Test func `Another candidate is chosen`() throws {
    let desk = try typing("role:")
    #expect(desk.status == " Tab contributor · end-user · none")
    desk.press("Shift-Tab", "Tab")
    #expect(desk.lines[2].hasPrefix(" / role:end-user"))
    #expect(desk.lines[0].contains("4 match"))
  }

  @Test func `Candidates speak the language of the screen`() throws {
    let desk = try typing("角色:贡", language: "zh")
    #expect(desk.status == " Tab 贡献者")
    desk.press("Tab")
    #expect(desk.lines[2].hasPrefix(" / 角色:贡献者"))
    #expect(desk.lines[0].contains("5"))
  }

  @Test func `Down leaves the line, and arrows move in the list`() throws {
    let desk = try typing("role:contributor ")
    desk.press("Down", "Down", "Enter")
    #expect(desk.lines[0].contains("Association des forêts"))
  }

  @Test func `What is unknown is said and the rest is shown`() throws {
    let desk = try typing("contry:KE forest")
    #expect(desk.status.hasPrefix(" ! No field is called “contry”. Did you mean country?"))
    #expect(desk.lines[2].hasPrefix(" ! contry:KE forest"))
    #expect(desk.canvas[2, 4].ink == .problem)
    #expect(desk.body.contains("Forest Research"), "what the rest finds")
    desk.press("Enter", "Esc")
    #expect(desk.status.contains("contry"), "nothing hides it")
  }

  @Test func `An unknown value is said in Chinese`() throws {
    let desk = try typing("国家:肯尼娅 森", language: "zh")
    #expect(desk.status == " ! 国家：没有“肯尼娅”这个值。是否指“肯尼亚”？ 列表显示其余条件的结果。")
    #expect(desk.body.contains("刘森"))
  }

  @Test func `A value is taken in traditional characters too`() throws {
    #expect(try typing("國家:肯尼亞 森", language: "zh").status == " 在肯尼亚、含“森”")
  }

  @Test func `A malformed day is said`() throws {
    let desk = try typing("joined:20 ")
    #expect(desk.status.hasPrefix(" ! “20” is no date here: 2015, 2015-06, <2015-06-01"))
  }

  @Test func `Facets and the line are one thing`() throws {
    let desk = try typing("forest kind:organization")
    desk.press("Enter", "Esc", "f")
    #expect(desk.screen.contains("Kind               ✓ 1"), "what was typed is chosen in the pane")
    desk.press("Enter", "Down", "Down", "Space")
    #expect(desk.lines[2].hasPrefix(" / forest"), "what is chosen is taken out of the line")
    #expect(!desk.lines[2].contains("kind:organization"))
    desk.press("Space", "Down", "Space", "Esc")
    #expect(desk.lines[2].hasPrefix(" / forest kind:organization,group"))
    desk.press("R")
    #expect(desk.lines[2].contains("retired:yes"))
    desk.press("R", "Esc")
    #expect(desk.lines[0].contains("7 in all"))
  }

  @Test func `Conditions stay when a facet is chosen`() throws {
    let desk = try typing("-lang:fr has:email")
    desk.press("Enter", "Esc", "f", "Enter", "Space")
    #expect(desk.lines[2].hasPrefix(" / -lang:fr has:email kind:individual"))
  }

  @Test func `Earlier queries come back`() throws {
    let desk = try typing("forest")
    desk.press("Enter", "Esc", "Esc", "/")
    desk.type("role:end-user ")
    desk.press("Enter", "Esc", "Esc", "/", "Ctrl-P")
    #expect(desk.lines[2].hasPrefix(" / role:end-user"))
    desk.press("Ctrl-P")
    #expect(desk.lines[2].hasPrefix(" / forest"))
    desk.press("Ctrl-N", "Ctrl-N")
    #expect(desk.lines[2] == " /")
  }

  @Test(arguments: ["\"", "tag:\"", "-", "e\u{301}:\u{202E}x", "🌿:🌿", ":::", "country:", "-country:,,,"])
  func `Strange queries are drawn`(_ text: String) throws {
    let desk = try typing(text)
    desk.press("Tab", "Shift-Tab", "Left", "Left", "Backspace")
    #expect(desk.lines.count == 24)
  }

  @Test func `A plain search is quiet about itself`() throws {
    let desk = try typing("banda")
    #expect(desk.lines[2] == " / banda")
    #expect(desk.status == " 1 · Banda, Thandiwe")
  }
}

/// The views that people keep.
@Suite struct SavedViewsTests {
  private func keep(_ name: String, in desk: Desk) {
    desk.press("V")
    desk.type(name)
    desk.press("Enter")
  }

  @Test func `A view keeps query columns and order`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("/")
    desk.type("role:contributor -lang:en")
    desk.press("Enter", "Esc", "s", "Down", "Down", "Space", "Esc", "c", "Down", "Space", "Esc")
    keep("Not in English", in: desk)
    #expect(desk.status == " Kept as view Not in English.")
    let view = try #require(try library.read(SavedViews()).first)
    #expect(view.query == "role:contributor -lang:en" && view.owner == "tester")

    let other = try Desk("2", language: "zh", library: library)
    other.press("v")
    #expect(other.screen.contains("个人视图"))
    other.press("Enter")
    #expect(other.lines[2].hasPrefix(" / 角色:贡献者 -语言:en"))
    #expect(other.lines[0].contains("3"))
    #expect(!other.lines[3].contains("类型"))
  }

  @Test func `Views are shared renamed overwritten and removed`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("/")
    desk.type("forest")
    desk.press("Enter", "Esc")
    keep("Forests", in: desk)
    desk.press("v", "p")
    #expect(desk.status == " Everybody sees Forests now.")
    #expect(desk.screen.contains("SHARED") && !desk.screen.contains("YOURS"))
    desk.press("r", "Ctrl-U")
    desk.type("Woods")
    desk.press("Enter")
    #expect(try library.read(SavedViews()).map(\.name) == ["Woods"])
    desk.press("Esc", "Esc", "v", "o")
    #expect(try library.read(SavedViews()).map(\.query) == [""])
    desk.press("D")
    #expect(try library.read(SavedViews()).isEmpty)
    desk.press("Esc", "u", "u")
    #expect(try library.read(SavedViews()).map(\.query) == ["forest"])
  }

  @Test func `Another's own views are theirs`() throws {
    let library = try Library.ofForests()
    for (id, name, owner) in [("a", "Theirs", "somebody"), ("b", "Ours", ""), ("c", "Mine", "tester")] {
      var view = SavedView(id: id)
      (view.name, view.owner) = (name, owner)
      try library.apply(AddRecord(view))
    }
    let desk = try Desk("2", library: library)
    desk.press("v")
    #expect(!desk.screen.contains("Theirs"))
    #expect(
      desk.lines.suffix(15).prefix(6).map { String($0.prefix(20)) }.map(\.trimmed)
        == ["YOURS", "▌ Mine", "", "SHARED", "Ours", ""])
  }
}
